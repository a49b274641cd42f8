package org.sunlit.place.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpeningPlanTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);
  private static final Hours CLOSED = new Hours(List.of());
  private static final Hours MORNING = hours(9, 12);
  private static final OpeningException PASSED = one(-9, -7, CLOSED);
  private static final OpeningException RUNNING = one(-2, 3, CLOSED);

  private static Hours hours(int from, int until) {
    return new Hours(List.of(new Hours.Span(LocalTime.of(from, 0), LocalTime.of(until, 0))));
  }

  private static OpeningException one(int from, int until, Hours hours) {
    return new OpeningException(TODAY.plusDays(from), TODAY.plusDays(until), hours, "检修", null);
  }

  private static OpeningPlan plan(OpeningException... wanted) {
    return new OpeningPlan(List.of(PASSED, RUNNING), List.of(wanted), TODAY);
  }

  private static void assertWrong(String pointer, String key, OpeningException... wanted) {
    assertEquals(Optional.of(new OpeningPlan.Wrong(pointer, key)), plan(wanted).firstWrong());
  }

  @Test
  void whatHasPassedStaysAndWhatRunsIsCutToYesterday() {
    OpeningException coming = one(5, 6, MORNING);
    assertEquals(Optional.empty(), plan(coming).firstWrong());
    assertEquals(List.of(PASSED, one(-2, -1, CLOSED), coming), plan(coming).kept());
    assertEquals(List.of(PASSED, one(-2, -1, CLOSED)), plan().kept());
  }

  @Test
  void whatRunsCanEndOnAnotherDay() {
    OpeningException shorter = one(-2, 0, CLOSED);
    assertEquals(Optional.empty(), plan(shorter).firstWrong());
    assertEquals(List.of(PASSED, shorter), plan(shorter).kept());
    assertWrong("/exceptions/0/until", "place.exception-past", one(-2, -1, CLOSED));
    assertWrong("/exceptions/0/from", "place.exception-past", one(-2, 3, MORNING));
    assertWrong("/exceptions/0/from", "place.exception-past", one(-1, 3, CLOSED));
  }

  @Test
  void daysDontOverlapAndHoursGoForwards() {
    assertWrong(
        "/exceptions/1/from", "place.exception-overlap", one(1, 4, CLOSED), one(4, 5, MORNING));
    assertWrong("/exceptions/0/until", "staff.until-before-from", one(4, 3, CLOSED));
    assertWrong("/exceptions/0/until", "place.exception-long", one(1, 367, CLOSED));
    assertEquals(Optional.empty(), plan(one(1, 366, CLOSED)).firstWrong());
    assertWrong("/exceptions/0/hours/0/until", "place.hours-order", one(1, 1, hours(12, 9)));
    assertWrong(
        "/exceptions/0/why",
        "field.not-blank",
        new OpeningException(TODAY, TODAY, CLOSED, " ", null));
  }

  @Test
  void theyAreShownInALineFromTodayOn() {
    assertEquals(List.of(RUNNING), OpeningPlan.ahead(List.of(PASSED, RUNNING), TODAY));
    assertEquals("2026-03-02 ~ 2026-03-07 — 检修", RUNNING.text());
    assertEquals("2026-03-05 09:00–12:00 检修", one(1, 1, MORNING).text());
  }
}
