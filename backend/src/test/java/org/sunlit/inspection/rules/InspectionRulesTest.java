package org.sunlit.inspection.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sunlit.inspection.rules.InspectionRules.Reader;

/** How inspections go on, whom they reach, and what can be recorded as one. */
class InspectionRulesTest {
  private static final Instant AT = Instant.parse("2026-03-02T02:00:00Z");
  private static final Reader SUPERVISOR = new Reader("s", false, true);
  private static final Reader LEADER = new Reader("l", true, false);
  private static final Reader BOTH = new Reader("b", true, true);
  private static final InspectionAct RECORDED = new InspectionAct.Recorded(AT, "s");
  private static final InspectionAct RELEASED = new InspectionAct.Released(AT, "s", 10);
  private static final InspectionAct ANSWERED = new InspectionAct.Answered(AT, "l");

  @Test
  void oneThatAsksForNothingEndsWithItsRelease() {
    InspectionStanding standing =
        InspectionStanding.of(List.of(RECORDED, new InspectionAct.Released(AT, "s", null)));
    assertEquals(InspectionState.RELEASED, standing.state());
    assertEquals(Set.of(), InspectionRules.possible(standing));
  }

  @Test
  void aRectificationGoesBackUntilItIsRight() {
    List<InspectionAct> acts = new ArrayList<>(List.of(RECORDED, RELEASED));
    assertEquals(10, InspectionStanding.of(acts).awaited().days());
    acts.add(ANSWERED);
    assertEquals(
        EnumSet.of(InspectionAction.RETURN, InspectionAction.ACCEPT),
        InspectionRules.possible(InspectionStanding.of(acts)));
    acts.add(new InspectionAct.Returned(AT.plusSeconds(60), "s", 5));
    assertEquals(
        new InspectionStanding.Awaited(AT.plusSeconds(60), 5),
        InspectionStanding.of(acts).awaited());
    acts.add(ANSWERED);
    acts.add(new InspectionAct.Accepted(AT, "s"));
    InspectionStanding end = InspectionStanding.of(acts);
    assertEquals(InspectionState.ACCEPTED, end.state());
    assertEquals("l", end.answeredBy());
    assertEquals(6, end.version());
  }

  @Test
  void whatCannotHaveHappenedIsAnError() {
    for (List<InspectionAct> acts :
        List.of(
            List.<InspectionAct>of(),
            List.of(RELEASED),
            List.of(RECORDED, RECORDED),
            List.of(RECORDED, ANSWERED),
            List.of(RECORDED, RELEASED, RELEASED),
            List.of(RECORDED, RELEASED, new InspectionAct.Accepted(AT, "s")))) {
      assertThrows(IllegalArgumentException.class, () -> InspectionStanding.of(acts));
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlySupervisorsSeeWhatIsNotReleased(InspectionState state) {
    assertTrue(SUPERVISOR.sees(state));
    assertEquals(state != InspectionState.RECORDED, LEADER.sees(state));
    assertFalse(new Reader("x", false, false).sees(state));
  }

  @Test
  void nobodyJudgesTheDepartmentTheyLead() {
    InspectionStanding answered = InspectionStanding.of(List.of(RECORDED, RELEASED, ANSWERED));
    assertEquals(Set.of(), InspectionRules.possible(answered, BOTH));
    assertEquals(Set.of(), InspectionRules.possible(answered, LEADER));
    assertEquals(2, InspectionRules.possible(answered, SUPERVISOR).size());
    InspectionStanding released = InspectionStanding.of(List.of(RECORDED, RELEASED));
    assertEquals(Set.of(), InspectionRules.possible(released, SUPERVISOR));
    assertEquals(EnumSet.of(InspectionAction.ANSWER), InspectionRules.possible(released, LEADER));
  }

  @Test
  void theSeedAloneDraws() {
    List<String> cases = IntStream.range(0, 500).mapToObj("20260101-%06d-1"::formatted).toList();
    List<String> shuffled = new ArrayList<>(cases);
    Collections.shuffle(shuffled, new Random(1));
    List<String> drawn = Lot.draw("seed", cases, 20);
    assertEquals(drawn, Lot.draw("seed", shuffled, 20));
    assertEquals(20, new TreeSet<>(drawn).size());
    assertNotEquals(drawn, Lot.draw("other", cases, 20));
    assertEquals(drawn, Lot.draw("seed", cases, 40).subList(0, 20));
    assertEquals(3, Lot.draw("seed", cases.subList(0, 3), 20).size());
  }

  @Test
  void everyCaseIsDrawnAsOftenAsAnother() {
    List<String> cases = IntStream.range(0, 10).mapToObj(String::valueOf).toList();
    int[] drawn = new int[10];
    IntStream.range(0, 5000)
        .forEach(
            seed -> Lot.draw("s" + seed, cases, 1).forEach(one -> drawn[Integer.parseInt(one)]++));
    for (int times : drawn) {
      // Six standard deviations of 5000 draws at one in ten.
      assertTrue(Math.abs(times - 500) < 128, () -> "drawn " + times + " times");
    }
  }

  private static Facts facts(Facts.Telephone call, Facts.Poll poll, CheckResult... results) {
    return new Facts(
        IntStream.range(0, results.length)
            .mapToObj(place -> new Facts.Check("c" + place, results[place]))
            .toList(),
        List.of(),
        List.of(),
        call,
        poll);
  }

  @Test
  void openAndCovertOnesAreMadeByTwo() {
    Facts facts = facts(null, null, CheckResult.MET, CheckResult.NOT_MET);
    List<String> codes = List.of("c0", "c1");
    assertEquals(1, facts.findings());
    assertEquals(
        Map.of("/inspectors", "inspection.two"),
        Plausible.faults(InspectionKind.COVERT, 1, facts, codes, List.of()));
    assertEquals(Map.of(), Plausible.faults(InspectionKind.OPEN, 2, facts, codes, List.of()));
  }

  @Test
  void everyLineOfTheChecklistIsSaidOnce() {
    Facts facts = facts(null, null, CheckResult.MET);
    assertEquals(
        Map.of("/checks", "inspection.check-all"),
        Plausible.faults(InspectionKind.OPEN, 2, facts, List.of("c0", "c1"), List.of()));
    assertEquals(
        Map.of("/checks/0/code", "inspection.no-such-check"),
        Plausible.faults(InspectionKind.OPEN, 2, facts, List.of(), List.of()));
  }

  @Test
  void eachKindSaysItsOwn() {
    Facts call = facts(new Facts.Telephone(true, 3, 12, true), null);
    assertEquals(
        Map.of(), Plausible.faults(InspectionKind.TELEPHONE, 1, call, List.of(), List.of()));
    assertEquals(
        Map.of("/telephone", "inspection.other-kind", "/poll", "inspection.poll"),
        Plausible.faults(InspectionKind.OPINION_POLL, 1, call, List.of(), List.of()));
    Facts poll = facts(null, new Facts.Poll(10, 11));
    assertEquals(
        Map.of("/poll/satisfied", "inspection.more-than-asked"),
        Plausible.faults(InspectionKind.OPINION_POLL, 1, poll, List.of(), List.of()));
    Facts called = new Facts(null, null, List.of(new Facts.Call("1", true, true)), null, null);
    assertEquals(
        Map.of("/calls/0/caseNumber", "inspection.not-drawn"),
        Plausible.faults(InspectionKind.CALL_BACK, 1, called, List.of(), List.of("2")));
    assertEquals(
        Map.of("/cases", "inspection.cases", "/calls", "inspection.other-kind"),
        Plausible.faults(InspectionKind.FILE_REVIEW, 1, called, List.of(), List.of()));
  }
}
