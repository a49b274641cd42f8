package org.sunlit.joint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.casework.rules.Handler;
import org.sunlit.casework.rules.MissingMaterial;
import org.sunlit.joint.rules.JointRules.Child;
import org.sunlit.joint.rules.JointRules.Phase;

class JointRulesTest {
  private static final Instant MONDAY = Instant.parse("2026-11-30T02:00:00Z");
  private static final Instant LAPSE = Instant.parse("2026-12-07T15:59:59Z");
  private static final LocalDate STATED_BY = LocalDate.of(2026, 12, 3);

  private static Child child(String item, CaseState state) {
    return new Child("case " + item, item, state, state == CaseState.SUBMITTED ? LAPSE : null);
  }

  private static List<Child> both(CaseState one, CaseState two) {
    return List.of(child("A", one), child("B", two));
  }

  private static JointEvent event(int number, JointEvent.Kind kind) {
    return JointEvent.of(number, kind, MONDAY.plusSeconds(number), Handler.APPLICANT, null);
  }

  private static JointEvent stated(int number, String item, String... lacks) {
    return event(number, JointEvent.Kind.STATED)
        .stating(
            "case " + item,
            List.of(lacks).stream().map(what -> new MissingMaterial(null, what)).toList(),
            true);
  }

  private static JointStanding standing(JointEvent... more) {
    List<JointEvent> events = new ArrayList<>(List.of(event(1, JointEvent.Kind.SUBMITTED)));
    events.addAll(List.of(more));
    return JointStanding.of(events);
  }

  @ParameterizedTest
  @CsvSource({
    "SUBMITTED, SUBMITTED, GATHERING",
    "SUBMITTED, NOT_ACCEPTED, GATHERING",
    "IN_CORRECTION, IN_CORRECTION, IN_CORRECTION",
    "IN_PROGRESS, GRANTED, IN_PROGRESS",
    "PAUSED, REFUSED, IN_PROGRESS",
    "GRANTED, REFUSED, ENDED",
    "WITHDRAWN, WITHDRAWN, ENDED"
  })
  void thePhaseIsWhereItsCasesStand(CaseState one, CaseState two, Phase phase) {
    assertEquals(phase, JointRules.phase(both(one, two)));
  }

  @Test
  void theNoticeWaitsForEverybodyOrForTheirTimeToBeUp() {
    List<Child> children = both(CaseState.SUBMITTED, CaseState.SUBMITTED);
    JointStanding half = standing(stated(2, "A", "page 3"));
    assertFalse(JointRules.maySendNotice(half, children, STATED_BY, MONDAY));
    Instant dayAfter = Instant.parse("2026-12-03T16:00:00Z");
    assertFalse(
        JointRules.maySendNotice(half, children, STATED_BY, dayAfter.minusSeconds(1)),
        "the last day is theirs");
    assertTrue(JointRules.maySendNotice(half, children, STATED_BY, dayAfter));
    JointStanding whole = standing(stated(2, "A", "page 3"), stated(3, "B"));
    assertTrue(JointRules.maySendNotice(whole, children, STATED_BY, MONDAY));
    assertFalse(JointRules.mayStart(whole, children, STATED_BY, MONDAY));
  }

  @Test
  void afterTheFirstHasLapsedNothingCanBeAskedForAndAllMayStart() {
    List<Child> children = both(CaseState.SUBMITTED, CaseState.SUBMITTED);
    JointStanding whole = standing(stated(2, "A", "page 3"), stated(3, "B"));
    assertTrue(JointRules.maySendNotice(whole, children, STATED_BY, LAPSE));
    assertFalse(JointRules.maySendNotice(whole, children, STATED_BY, LAPSE.plusSeconds(1)));
    assertTrue(JointRules.mayStart(whole, children, STATED_BY, LAPSE.plusSeconds(1)));
  }

  @Test
  void theFirstCaseToLapseSetsTheDay() {
    List<Child> children =
        List.of(
            new Child("1", "A", CaseState.SUBMITTED, LAPSE),
            new Child("2", "B", CaseState.SUBMITTED, LAPSE.minusSeconds(60)),
            new Child("3", "C", CaseState.IN_PROGRESS, MONDAY));
    assertEquals(Optional.of(LAPSE.minusSeconds(60)), JointRules.noticeDue(children));
  }

  @Test
  void aSupplementBeginsANewRound() {
    List<Child> children = both(CaseState.SUBMITTED, CaseState.SUBMITTED);
    JointStanding before = standing(stated(2, "A", "page 3"), stated(3, "B"));
    assertFalse(JointRules.mayState(before, children, "case A"));
    JointStanding after =
        standing(
            stated(2, "A", "page 3"),
            stated(3, "B"),
            event(4, JointEvent.Kind.NOTICE_SENT),
            event(5, JointEvent.Kind.SUPPLEMENTED));
    assertTrue(JointRules.mayState(after, children, "case A"));
    assertEquals(MONDAY.plusSeconds(5), after.roundSince());
  }

  @Test
  void whatNeedsARefusedItemIsBlockedAndWhatNeedsAnOpenOneWaits() {
    List<Child> children = both(CaseState.REFUSED, CaseState.IN_PROGRESS);
    assertEquals(List.of("A"), JointRules.blockedBy(List.of("A"), children));
    assertEquals(List.of(), JointRules.blockedBy(List.of("B"), children));
    assertEquals(List.of("B"), JointRules.notYetGranted(List.of("B"), children));
    assertEquals(
        List.of(),
        JointRules.notYetGranted(List.of("A"), both(CaseState.GRANTED, CaseState.IN_PROGRESS)));
    assertEquals(
        List.of(), JointRules.notYetGranted(List.of("C"), children), "not applied for with it");
  }

  @Test
  void theAnswersChooseTheItems() {
    JointTheme theme =
        new JointTheme(
            "主题",
            null,
            null,
            null,
            "x",
            "990000000000",
            3,
            false,
            List.of(
                new JointTheme.Question(
                    "q", "问", null, List.of(new JointTheme.Choice("yes", "是", null)))),
            List.of(
                new JointTheme.Part("A", List.of(), null),
                new JointTheme.Part(
                    "B", List.of("A"), new JointTheme.Condition("q", List.of("yes")))),
            List.of());
    assertEquals(1, theme.chosen(Map.of("q", "no")).size());
    assertEquals(2, theme.chosen(Map.of("q", "yes")).size());
    assertEquals(List.of("A"), theme.requiredBefore("B", List.of("A", "B")));
    assertEquals(List.of(), theme.requiredBefore("B", List.of("B")));
  }
}
