package org.sunlit.supervision.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.StoredJson;
import org.sunlit.supervision.ShippedRules;

/** Patterns across the cases of one handler: seen when they are complete, and not a case before. */
class HandlerWatchTest {
  private static final LocalDateTime MORNING = LocalDateTime.parse("2024-03-04T09:00:00");

  private final RuleBook book = ShippedRules.book();
  private final CaseWatch cases = new CaseWatch(book);
  private final HandlerWatch handlers = new HandlerWatch(book);
  private final Map<String, HandlerPicture> pictures = new HashMap<>();
  private long place;

  /** A case of this number whose review takes so many seconds. */
  private static CaseLife reviewed(int number, int seconds) {
    LocalDateTime accepted = MORNING.plusMinutes(10L * number);
    return new CaseLife()
        .submitted()
        .at(accepted.toString())
        .accepted()
        .at(accepted.plusSeconds(seconds).toString())
        .advanced();
  }

  private static CaseLife decided(int number, String applicant, boolean granted) {
    String later = MORNING.plusDays(2L * number).toString();
    CaseLife life =
        new CaseLife()
            .goes(
                "submitted",
                "apply",
                "accept",
                null,
                Map.of("by", Map.of("account", applicant)),
                Map.of())
            .at(later)
            .accepted()
            .at(MORNING.plusDays(2L * number).plusHours(3).toString());
    return granted
        ? life.advanced()
        : life.goes("returned", "review", "accept", "reviewer", Map.of(), Map.of());
  }

  private List<Verdict.Found> found(int count, Function<Integer, CaseLife> life) {
    List<Verdict.Found> found = new ArrayList<>();
    IntStream.rangeClosed(1, count)
        .forEach(number -> found.addAll(live("case-" + number, life.apply(number))));
    return found;
  }

  private List<Verdict.Found> live(String number, CaseLife life) {
    CasePicture picture = new CasePicture(number);
    List<Verdict.Found> found = new ArrayList<>();
    for (Happening told : life.events()) {
      Happening event =
          new Happening(++place, number, told.kind(), told.at(), told.account(), told.told());
      Act act = new Act(event, picture);
      handlers
          .handler(act)
          .ifPresent(
              who ->
                  handlers
                      .follow(pictures.computeIfAbsent(who, HandlerPicture::new), act)
                      .forEach(verdict -> found.add((Verdict.Found) verdict)));
      cases.follow(picture, event);
    }
    // As between two transactions.
    pictures.replaceAll(
        (who, kept) -> StoredJson.read(StoredJson.write(kept), HandlerPicture.class));
    return found;
  }

  private static List<String> codes(List<Verdict.Found> found) {
    return found.stream().map(each -> each.rule().code()).toList();
  }

  @Test
  void fiveReviewsWithinMomentsOnOneDayAreAPattern() {
    List<Verdict.Found> found = found(5, number -> reviewed(number, 59));
    assertEquals(List.of("pattern.hurried"), codes(found));
    Verdict.Found one = found.get(0);
    assertEquals(CaseLife.REVIEWER, one.account());
    assertEquals(5, one.events().size(), "it shows every act");
    assertEquals("case-1, case-2, case-3, case-4, case-5", one.facts().get("cases"));
  }

  @Test
  void fourAreNone() {
    assertEquals(List.of(), codes(found(4, number -> reviewed(number, 59))));
  }

  @Test
  void aMinuteEachIsNone() {
    assertEquals(List.of(), codes(found(12, number -> reviewed(number, 60))));
  }

  @Test
  void whatWasSeenOnceIsntSeenAgainByTheNextAct() {
    assertEquals(List.of("pattern.hurried"), codes(found(9, number -> reviewed(number, 10))));
    assertEquals(List.of("pattern.hurried"), codes(found(1, number -> reviewed(10, 10))));
  }

  /** An item done at once (即办件) is meant to be quick. */
  @Test
  void whatIsDueTheSameDayMayBeQuick() {
    assertEquals(
        List.of(),
        codes(
            found(
                9,
                number -> {
                  LocalDateTime accepted = MORNING.plusMinutes(10L * number);
                  return new CaseLife()
                      .submitted()
                      .stepDue("2024-03-04T23:59:59")
                      .at(accepted.toString())
                      .accepted()
                      .at(accepted.plusSeconds(5).toString())
                      .advanced();
                })));
  }

  @Test
  void sixCasesOfOneApplicantByTheSameHandAreAPattern() {
    assertEquals(
        List.of("pattern.same-applicant"),
        codes(found(6, number -> decided(number, "rich", true))));
  }

  @Test
  void sixCasesOfSixApplicantsAreNone() {
    assertEquals(List.of(), codes(found(6, number -> decided(number, "one" + number, true))));
  }

  @Test
  void fiveWithinThirtyDaysAndOneBeforeAreNone() {
    assertEquals(
        List.of(), codes(found(6, number -> decided(number == 1 ? 0 : number + 20, "rich", true))));
  }

  @Test
  void tenOfTenSentBackAreAPattern() {
    assertEquals(
        List.of("pattern.turned-away"),
        codes(found(10, number -> decided(number, "one" + number, false))));
  }

  @Test
  void tenOfFifteenAreNoneAndTenOfFourteenAre() {
    assertEquals(
        List.of(), codes(found(15, number -> decided(number, "one" + number, number <= 5))));
    pictures.clear();
    assertEquals(
        List.of("pattern.turned-away"),
        codes(found(14, number -> decided(number, "one" + number, number <= 4))));
  }

  /** Five in haste are found first; the sixth of the same applicant is no longer in haste. */
  @Test
  void hasteDoesNotHideAFavour() {
    List<Verdict.Found> found =
        found(
            6,
            number ->
                new CaseLife()
                    .goes(
                        "submitted",
                        "apply",
                        "accept",
                        null,
                        Map.of("by", Map.of("account", "rich")),
                        Map.of())
                    .at(MORNING.plusMinutes(10L * number).toString())
                    .accepted()
                    .at(MORNING.plusMinutes(10L * number).plusSeconds(5).toString())
                    .advanced());
    assertEquals(List.of("pattern.hurried", "pattern.same-applicant"), codes(found));
    assertEquals(6, found.get(1).events().size());
  }

  @Test
  void readAgainItIsTheSameFinding() {
    List<Verdict.Found> once = found(5, number -> reviewed(number, 5));
    pictures.clear();
    place = 0;
    List<Verdict.Found> again = found(5, number -> reviewed(number, 5));
    assertTrue(!once.isEmpty());
    assertEquals(once, again);
  }
}
