package org.sunlit.disclosure.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.calendar.WorkingCalendar;

class DisclosureRulesTest {
  private static final WorkingCalendar WEEKENDS = WorkingCalendar.of(List.of(), List.of());

  @ParameterizedTest
  @CsvSource({
    "MONTH, 2026-01-01, 2026-01",
    "MONTH, 2025-12-01, 2025-12",
    "QUARTER, 2026-07-01, 2026-Q3",
    "HALF_YEAR, 2026-07-01, 2026-H2",
    "YEAR, 2026-01-01, 2026"
  })
  void aPeriodHasAName(Every every, LocalDate begin, String name) {
    assertEquals(begin, every.begin(begin.plusDays(20)));
    assertEquals(name, every.name(begin));
  }

  @Test
  void aRegularDutyComesBackFromItsFirstWholePeriodToTheRunningOne() {
    Duty duty =
        new Duty(
            Timing.REGULAR,
            Every.QUARTER,
            20,
            LimitUnit.WORKING_DAYS,
            LocalDate.of(2026, 2, 10),
            null);
    List<Duty.Period> periods =
        duty.periods(LocalDate.of(2025, 11, 30), LocalDate.of(2026, 11, 30));
    assertEquals(
        List.of("2026-Q2", "2026-Q3", "2026-Q4"), periods.stream().map(Duty.Period::name).toList());
    // Twenty working days after 30 September by weekends alone: 28 October.
    assertEquals(Instant.parse("2026-10-28T15:59:59Z"), duty.dueAfter(periods.get(1), WEEKENDS));
  }

  @Test
  void aDutyThatEndsHasNoFurtherPeriod() {
    Duty duty =
        new Duty(
            Timing.REGULAR,
            Every.MONTH,
            10,
            LimitUnit.DAYS,
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 2, 15));
    assertEquals(2, duty.periods(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 11, 1)).size());
  }

  /** The report on a year is due by the 31st of January (政府信息公开条例第四十九条). */
  @Test
  void theYearsReportIsDueAtTheEndOfJanuary() {
    Duty duty =
        new Duty(Timing.REGULAR, Every.YEAR, 31, LimitUnit.DAYS, LocalDate.of(2025, 1, 1), null);
    assertEquals(
        Instant.parse("2026-01-31T15:59:59Z"),
        duty.dueAfter(
            duty.periods(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 1)).get(0), WEEKENDS));
  }

  @Test
  void whatHappensIsDueHoursLater() {
    Duty duty =
        new Duty(Timing.IMMEDIATE, null, 24, LimitUnit.HOURS, LocalDate.of(2026, 1, 1), null);
    assertEquals(
        Instant.parse("2026-05-02T03:30:00Z"),
        duty.due(Instant.parse("2026-05-01T03:30:00Z"), WEEKENDS));
    assertTrue(duty.periods(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 1)).isEmpty());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Duty(Timing.REGULAR, null, 1, LimitUnit.DAYS, LocalDate.EPOCH, null));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-11T00:00:00Z,                     , LATE",
    "2026-01-10T00:00:00Z,                     , DUE",
    "2026-01-11T00:00:00Z, 2026-01-10T00:00:00Z, DONE",
    "2026-01-11T00:00:00Z, 2026-01-10T00:00:01Z, DONE_LATE"
  })
  void lateIsAfterTheLastMoment(Instant now, Instant doneAt, DutyState state) {
    assertEquals(state, DutyState.of(Instant.parse("2026-01-10T00:00:00Z"), doneAt, now));
  }

  @ParameterizedTest
  @CsvSource({
    "          ,           ,           ,     , ",
    "2026-07-01,           ,           ,     , AHEAD",
    "2026-06-01,           ,           ,     , IN_FORCE",
    "2026-01-01, 2026-06-01,           ,     , IN_FORCE",
    "2026-01-01, 2026-05-31,           ,     , EXPIRED",
    "2026-01-01, 2026-05-31, 2026-06-01,     , REPEALED",
    "2026-01-01,           , 2026-06-01, GK-2, REPLACED",
    "2026-01-01,           , 2026-06-02, GK-2, IN_FORCE"
  })
  void aDocumentIsValidByItsDays(
      LocalDate from, LocalDate to, LocalDate repealed, String by, Validity validity) {
    assertEquals(
        Optional.ofNullable(validity),
        Validity.on(LocalDate.of(2026, 6, 1), from, to, repealed, by));
  }

  @Test
  void nobodyApprovesWhatTheyDraftedAndNothingFollowsAWithdrawal() {
    assertFalse(PublicationDeed.APPROVE.isFor(new PublicationDeed.Reader(true, true, true)));
    assertTrue(PublicationDeed.APPROVE.isFor(new PublicationDeed.Reader(true, true, false)));
    assertFalse(PublicationDeed.APPROVE.isFor(new PublicationDeed.Reader(true, false, false)));
    assertEquals(
        EnumSet.noneOf(PublicationDeed.class),
        PublicationDeed.possible(PublicationState.WITHDRAWN, true));
    assertEquals(
        EnumSet.of(PublicationDeed.CORRECT, PublicationDeed.WITHDRAW),
        PublicationDeed.possible(PublicationState.RELEASED, true));
    assertEquals(
        EnumSet.of(PublicationDeed.APPROVE, PublicationDeed.RETURN),
        PublicationDeed.possible(PublicationState.IN_REVIEW, false));
  }
}
