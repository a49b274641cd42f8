package org.sunlit.promise.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.calendar.CalendarFixtures;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.platform.CityTime;

/** The clocks of what was promised, and what may be done when. */
class PromiseStandingTest {
  private static final String PLAN = "M2";

  private final List<PromiseEvent> events = new ArrayList<>();
  private List<Piece> pieces =
      List.of(Piece.late(PLAN, new Limit(5, LimitUnit.WORKING_DAYS), "平面图", null));

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CityTime.ZONE).toInstant();
  }

  private PromiseStandingTest then(PromiseEventKind kind, String local, String... codes) {
    return then(kind, local, null, codes);
  }

  private PromiseStandingTest then(
      PromiseEventKind kind, String local, Integer days, String... codes) {
    events.add(
        new PromiseEvent(events.size() + 1, kind, at(local), null, List.of(codes), days, null));
    return this;
  }

  private PromiseStandingTest running(String acceptedAt) {
    return then(PromiseEventKind.SIGNED, acceptedAt, PLAN)
        .then(PromiseEventKind.STARTED, acceptedAt, PLAN);
  }

  private PromiseStanding standing() {
    return PromiseStanding.of(pieces, events, CalendarFixtures.SHIPPED);
  }

  private PieceStanding plan() {
    return standing().piece(PLAN).orElseThrow();
  }

  private Optional<LocalDate> due() {
    return plan().dueOn();
  }

  /** 国庆节 2025: off from 1 to 8 October, worked on Sunday 28 September and Saturday 11 October. */
  @ParameterizedTest
  @CsvSource({
    "2025-09-26T10:00, 5, WORKING_DAYS, 2025-10-10",
    "2025-09-30T10:00, 3, WORKING_DAYS, 2025-10-11",
    "2025-09-25T10:00, 10, CALENDAR_DAYS, 2025-10-09",
    "2026-03-02T23:59, 1, WORKING_DAYS, 2026-03-03",
    "2026-03-06T09:00, 10, CALENDAR_DAYS, 2026-03-16",
  })
  void theLastDayIsCountedByTheCalendar(String accepted, int days, LimitUnit unit, LocalDate due) {
    pieces = List.of(Piece.late(PLAN, new Limit(days, unit), "平面图", null));
    running(accepted);
    assertEquals(Optional.of(due), due());
    assertFalse(plan().overdue(due.atTime(23, 59).atZone(CityTime.ZONE).toInstant()));
    assertTrue(plan().overdue(due.plusDays(1).atStartOfDay(CityTime.ZONE).toInstant()));
  }

  @Test
  void nothingRunsBeforeAcceptance() {
    then(PromiseEventKind.SIGNED, "2026-03-02T09:00", PLAN);
    assertEquals(PieceState.PROMISED, plan().state());
    assertEquals(List.of(), standing().overdue(at("2027-03-02T09:00")));
    assertTrue(PromiseRules.mayHandIn(standing(), PLAN));
    assertFalse(PromiseRules.mayExtend(standing(), at("2026-03-02T10:00")));
  }

  @Test
  void whatIsHandedInIsNotLateWhileItIsLookedAt() {
    running("2026-03-02T09:00").then(PromiseEventKind.HANDED_IN, "2026-03-05T09:00", PLAN);
    assertEquals(PieceState.HANDED_IN, plan().state());
    assertEquals(List.of(), standing().overdue(at("2026-05-01T09:00")));
    assertFalse(PromiseRules.mayHandIn(standing(), PLAN));
    assertTrue(PromiseRules.mayReview(standing(), PLAN));
  }

  @Test
  void aRejectionLeavesTheDaysThatWereLeft() {
    // Due Monday the 9th; handed in on Thursday the 5th with two days left, rejected a week later.
    running("2026-03-02T09:00")
        .then(PromiseEventKind.HANDED_IN, "2026-03-05T09:00", PLAN)
        .then(PromiseEventKind.REJECTED, "2026-03-12T15:00", PLAN);
    assertEquals(PieceState.AWAITED, plan().state());
    assertEquals(Optional.of(LocalDate.parse("2026-03-16")), due());
    assertTrue(PromiseRules.mayHandIn(standing(), PLAN));
  }

  @Test
  void whatIsRejectedOnTheLastDayHasOneMore() {
    running("2026-03-02T09:00")
        .then(PromiseEventKind.HANDED_IN, "2026-03-09T22:00", PLAN)
        .then(PromiseEventKind.REJECTED, "2026-03-10T09:00", PLAN);
    assertEquals(Optional.of(LocalDate.parse("2026-03-11")), due());
  }

  @Test
  void moreTimeIsAskedForOnceAndNotAfterTheLastDay() {
    running("2026-03-02T09:00");
    assertEquals(5, PromiseRules.mostDays(standing()));
    assertTrue(PromiseRules.mayExtend(standing(), at("2026-03-09T23:00")));
    assertFalse(PromiseRules.mayExtend(standing(), at("2026-03-10T00:00")));
    then(PromiseEventKind.EXTENSION_ASKED, "2026-03-06T09:00", 4);
    assertEquals(List.of(), standing().overdue(at("2026-03-20T09:00")));
    assertFalse(PromiseRules.mayExtend(standing(), at("2026-03-06T10:00")));
    // One day was left; four more from the answer on.
    then(PromiseEventKind.EXTENSION_GRANTED, "2026-03-10T09:00", 4);
    assertEquals(Optional.of(LocalDate.parse("2026-03-17")), due());
    assertFalse(PromiseRules.mayExtend(standing(), at("2026-03-10T10:00")));
  }

  @Test
  void whoIsGivenNoMoreTimeHasTheDaysThatWereLeft() {
    running("2026-03-02T09:00")
        .then(PromiseEventKind.EXTENSION_ASKED, "2026-03-05T09:00", 5)
        .then(PromiseEventKind.EXTENSION_DECLINED, "2026-03-11T09:00");
    assertEquals(Optional.of(LocalDate.parse("2026-03-13")), due());
  }

  @Test
  void whatIsHandedInWhileMoreTimeIsAskedForKeepsItsDays() {
    running("2026-03-02T09:00")
        .then(PromiseEventKind.EXTENSION_ASKED, "2026-03-05T09:00", 5)
        .then(PromiseEventKind.HANDED_IN, "2026-03-20T09:00", PLAN)
        .then(PromiseEventKind.EXTENSION_GRANTED, "2026-03-23T09:00", 5)
        .then(PromiseEventKind.REJECTED, "2026-03-24T09:00", PLAN);
    // Two were left when it was asked for, and five more.
    assertEquals(Optional.of(LocalDate.parse("2026-04-02")), due());
  }

  @Test
  void whatWasBrokenCanBeMadeGood() {
    running("2026-03-02T09:00").then(PromiseEventKind.BROKEN, "2026-03-10T00:01", PLAN);
    assertTrue(standing().broken());
    assertTrue(PromiseRules.mayHandIn(standing(), PLAN));
    assertTrue(PromiseRules.mayRevoke(standing(), true));
    assertFalse(PromiseRules.mayRevoke(standing(), false));
    then(PromiseEventKind.HANDED_IN, "2026-03-12T09:00", PLAN);
    assertEquals(PieceState.BROKEN, plan().state());
    then(PromiseEventKind.REJECTED, "2026-03-12T10:00", PLAN);
    assertEquals(PieceState.BROKEN, plan().state());
    then(PromiseEventKind.HANDED_IN, "2026-03-13T09:00", PLAN)
        .then(PromiseEventKind.APPROVED, "2026-03-13T10:00", PLAN);
    assertEquals(PieceState.MADE_GOOD, plan().state());
    assertFalse(standing().broken());
    assertFalse(PromiseRules.mayRevoke(standing(), true));
  }

  @Test
  void whatIsHandedInBeforeAcceptanceIsLookedAtToo() {
    then(PromiseEventKind.SIGNED, "2026-03-02T09:00", PLAN)
        .then(PromiseEventKind.HANDED_IN, "2026-03-02T10:00", PLAN)
        .then(PromiseEventKind.STARTED, "2026-03-03T09:00", PLAN);
    assertEquals(PieceState.HANDED_IN, plan().state());
    then(PromiseEventKind.REJECTED, "2026-03-04T09:00", PLAN);
    assertEquals(Optional.of(LocalDate.parse("2026-03-11")), due());
  }

  @Test
  void aCaseThatEndsWaitsForNothing() {
    running("2026-03-02T09:00").then(PromiseEventKind.ENDED, "2026-03-04T09:00");
    assertEquals(PieceState.LAPSED, plan().state());
    assertFalse(PromiseRules.mayHandIn(standing(), PLAN));
    assertEquals(List.of(), standing().overdue(at("2027-03-02T09:00")));
  }

  @Test
  void conditionsAreTheDepartmentsToCheckAndNeverBreakByThemselves() {
    pieces = List.of(Piece.conditions(new Limit(30, LimitUnit.CALENDAR_DAYS)));
    then(PromiseEventKind.SIGNED, "2026-03-02T09:00", Piece.CONDITIONS)
        .then(PromiseEventKind.STARTED, "2026-03-05T09:00", Piece.CONDITIONS);
    assertEquals(List.of(), standing().overdue(at("2027-03-02T09:00")));
    assertTrue(PromiseRules.mayCheck(standing()));
    assertFalse(PromiseRules.mayHandIn(standing(), Piece.CONDITIONS));
    then(PromiseEventKind.CONDITIONS_FALSE, "2026-03-20T09:00", Piece.CONDITIONS);
    assertFalse(PromiseRules.mayCheck(standing()));
    assertTrue(PromiseRules.mayRevoke(standing(), true));
    then(PromiseEventKind.REVOKED, "2026-03-25T09:00");
    assertTrue(standing().revoked());
    assertFalse(PromiseRules.mayRevoke(standing(), true));
  }

  @Test
  void oneIsRemindedSoManyWorkingDaysBeforeAndOnceForEachLastDay() {
    running("2026-03-02T09:00");
    // Due Monday the 9th: three working days before it is Wednesday the 4th.
    assertEquals(
        Optional.of(at("2026-03-04T09:00")),
        PromiseRules.remindAt(plan(), 3, CalendarFixtures.SHIPPED));
    // Never on the day its time begins.
    assertEquals(
        Optional.of(at("2026-03-03T09:00")),
        PromiseRules.remindAt(plan(), 9, CalendarFixtures.SHIPPED));
    then(PromiseEventKind.REMINDED, "2026-03-04T09:00", PLAN);
    assertEquals(Optional.empty(), PromiseRules.remindAt(plan(), 3, CalendarFixtures.SHIPPED));
    then(PromiseEventKind.HANDED_IN, "2026-03-04T10:00", PLAN)
        .then(PromiseEventKind.REJECTED, "2026-03-10T09:00", PLAN);
    assertTrue(PromiseRules.remindAt(plan(), 3, CalendarFixtures.SHIPPED).isPresent());
  }
}
