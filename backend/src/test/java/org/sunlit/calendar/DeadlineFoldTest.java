package org.sunlit.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.calendar.CalendarFixtures.at;
import static org.sunlit.calendar.CalendarFixtures.calendarDays;
import static org.sunlit.calendar.CalendarFixtures.due;
import static org.sunlit.calendar.CalendarFixtures.fold;
import static org.sunlit.calendar.CalendarFixtures.hearing;
import static org.sunlit.calendar.CalendarFixtures.hours;
import static org.sunlit.calendar.CalendarFixtures.resume;
import static org.sunlit.calendar.CalendarFixtures.start;
import static org.sunlit.calendar.CalendarFixtures.stop;
import static org.sunlit.calendar.CalendarFixtures.workingDays;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines worked out by hand on paper calendars. In March 2026, Monday is the 2nd. */
class DeadlineFoldTest {
  @ParameterizedTest
  @CsvSource({
    "2026-02-09T09:00, 5, 2026-02-14",
    "2026-02-09T23:59:59, 5, 2026-02-14",
    "2026-02-10T00:00, 5, 2026-02-24",
    "2026-01-27T15:30, 20, 2026-03-02",
    "2025-09-27T10:00, 3, 2025-09-30", // accepted on a Saturday of rest
    "2025-09-26T10:00, 6, 2025-10-11",
    "2025-12-30T10:00, 2, 2026-01-04",
    "2007-04-27T10:00, 4, 2007-05-08",
    "2020-01-17T10:00, 6, 2020-02-03",
    "2026-02-14T10:00, 0, 2026-02-14",
    "2026-02-15T10:00, 0, 2026-02-24",
  })
  void countsWorkingDaysFromTheDayAfterTheEvent(String at, int amount, String expected) {
    assertEquals(expected, due(workingDays(amount), start(at)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-04T09:00, 10, 2026-02-14", // a Saturday, but worked
    "2026-02-05T09:00, 10, 2026-02-24", // the 15th is off, and so is everything up to the 23rd
    "2025-09-01T09:00, 15, 2025-09-16",
    "2026-09-15T09:00, 5, 2026-09-20", // a Sunday, but worked
    "2026-09-15T09:00, 10, 2026-09-28",
    "2024-02-28T09:00, 2, 2024-03-01",
    "2023-02-28T09:00, 1, 2023-03-01",
    "2026-02-15T09:00, 0, 2026-02-24",
  })
  void movesTheLastCalendarDayOffDaysOfRest(String at, int amount, String expected) {
    assertEquals(expected, due(calendarDays(amount), start(at)));
  }

  @ParameterizedTest
  @CsvSource({
    // paused at, resumed at, due (five working days from Monday the 2nd are up on Monday the 9th)
    "2026-03-04T10:00, 2026-03-04T10:00, 2026-03-09",
    "2026-03-04T00:00, 2026-03-04T23:59:59, 2026-03-09",
    "2026-03-03T17:00, 2026-03-04T09:00, 2026-03-09",
    "2026-03-03T09:00, 2026-03-04T08:59:59, 2026-03-09",
    "2026-03-03T09:00, 2026-03-04T09:00, 2026-03-10",
    "2026-03-03T09:00, 2026-03-05T08:59, 2026-03-10",
    "2026-03-03T09:00, 2026-03-05T09:00, 2026-03-11",
    "2026-03-03T00:00, 2026-03-04T00:00, 2026-03-10",
    "2026-03-06T17:00, 2026-03-09T09:00, 2026-03-09", // over a weekend: 16 hours of working days
    "2026-03-06T09:00, 2026-03-09T09:00, 2026-03-10", // over a weekend: 24 hours of working days
    "2026-03-07T09:00, 2026-03-08T20:00, 2026-03-09", // on days of rest only
    "2026-03-02T09:00, 2026-03-03T12:00, 2026-03-09", // the day of the event does not count anyway
    "2026-03-02T09:00, 2026-03-04T00:00, 2026-03-10",
    "2026-03-09T09:00, 2026-03-12T10:00, 2026-03-12", // on the last day
    "2026-03-09T23:59:59, 2026-03-10T23:59:59, 2026-03-10", // on the last second of it
    "2026-03-09T16:00, 2026-03-10T10:00, 2026-03-09", // over the night of the last day
    "2026-03-10T00:00, 2026-03-20T00:00, 2026-03-09", // after the end
  })
  void leavesOutFullDaysOfAPauseOnly(String from, String to, String expected) {
    assertEquals(
        expected, due(workingDays(5), start("2026-03-02T09:00"), hearing(from), resume(to)));
  }

  @Test
  void winsNothingByPausingEveryNight() {
    List<ClockEvent> events = new ArrayList<>(List.of(start("2026-03-02T09:00")));
    for (int day = 2; day <= 20; day++) {
      events.add(hearing("2026-03-%02dT17:00".formatted(day)));
      events.add(resume("2026-03-%02dT08:30".formatted(day + 1)));
    }
    Derivation derivation =
        DeadlineFold.fold(events, workingDays(5), CalendarFixtures.SHIPPED, List.of());
    assertEquals("2026-03-09", derivation.dueDate().orElseThrow().toString());
  }

  @Test
  void addsUpTwoPauses() {
    assertEquals(
        "2026-03-11",
        due(
            workingDays(5),
            start("2026-03-02T09:00"),
            hearing("2026-03-03T09:00"),
            resume("2026-03-04T09:00"),
            hearing("2026-03-05T09:00"),
            resume("2026-03-06T09:00")));
  }

  @Test
  void takesPausesWithoutAGapForOneWhateverTheirGrounds() {
    Derivation derivation =
        fold(
            workingDays(5),
            start("2026-03-02T09:00"),
            hearing("2026-03-03T15:00"),
            resume("2026-03-04T03:00"),
            ClockEvent.pause(at("2026-03-04T03:00"), PauseGround.EXPERT_REVIEW),
            resume("2026-03-04T15:00"));
    assertEquals("2026-03-10", derivation.dueDate().orElseThrow().toString());
    assertEquals(DayReason.PAUSED, derivation.entries().get(1).reason());
    assertEquals("听证（中华人民共和国行政许可法第四十五条）", derivation.entries().get(1).note());
    assertEquals(
        "Hearing (Administrative Licence Law, art. 45)", derivation.entries().get(1).noteEn());
  }

  @Test
  void leavesOutMakeUpDaysButNoDaysOfRestForAPauseOverAHoliday() {
    // Counted: 10, 11, 12; left out: Friday 13 and Saturday 14, which is worked; then 24 and 25.
    assertEquals(
        "2026-02-25",
        due(
            workingDays(5),
            start("2026-02-09T09:00"),
            hearing("2026-02-13T12:00"),
            resume("2026-02-24T12:00")));
  }

  @Test
  void movesALastCalendarDayPausedWhileItWaitsForAWorkingDay() {
    // The tenth day is Saturday the 14th of March; Monday the 16th is the last day and is paused.
    assertEquals("2026-03-16", due(calendarDays(10), start("2026-03-04T09:00")));
    assertEquals(
        "2026-03-19",
        due(
            calendarDays(10),
            start("2026-03-04T09:00"),
            hearing("2026-03-16T09:00"),
            resume("2026-03-19T10:00")));
  }

  @Test
  void hasNoDueDateWhilePausedButSaysWhatIsLeft() {
    Derivation paused =
        fold(workingDays(5), start("2026-03-02T09:00"), hearing("2026-03-04T10:00"));
    assertEquals(ClockState.PAUSED, paused.state());
    assertTrue(paused.dueDate().isEmpty());
    assertTrue(paused.dueAt().isEmpty());
    assertEquals(4, paused.unitsLeft());
    assertEquals(
        new Remaining(Remaining.Standing.PAUSED, 4, LimitUnit.WORKING_DAYS),
        paused.remaining(at("2027-01-01T00:00"), CalendarFixtures.SHIPPED));
    assertFalse(paused.overdue(at("2027-01-01T00:00")));
    assertEquals("2026-03-04", paused.entries().get(2).date().toString());
    assertEquals(DayReason.PAUSED, paused.entries().get(2).reason());
  }

  @Test
  void isNeverLateWhenStoppedStandingStill() {
    Derivation stopped =
        fold(
            workingDays(5),
            start("2026-03-02T09:00"),
            hearing("2026-03-09T16:00"),
            stop("2026-03-10T09:00"));
    assertEquals(ClockState.STOPPED, stopped.state());
    assertTrue(stopped.dueDate().isEmpty());
    assertFalse(stopped.late());
  }

  @Test
  void neverFollowsAClockThatJumpsBack() {
    // The resume carries a time before its pause, the second pause one before the first.
    assertEquals(
        "2026-03-09",
        due(
            workingDays(5),
            start("2026-03-02T09:00"),
            hearing("2026-03-03T09:00"),
            resume("2026-03-01T08:00")));
    assertEquals(
        "2026-03-11",
        due(
            workingDays(5),
            start("2026-03-02T09:00"),
            hearing("2026-03-03T09:00"),
            resume("2026-03-04T09:00"),
            hearing("2026-02-01T00:00"),
            resume("2026-03-05T09:00")));
  }

  @Test
  void extendsOnceOnly() {
    Derivation extended =
        fold(
            workingDays(5),
            start("2026-03-02T09:00"),
            ClockEvent.extend(at("2026-03-09T18:00"), workingDays(10)),
            ClockEvent.extend(at("2026-03-10T09:00"), workingDays(10)));
    assertEquals("2026-03-23", extended.dueDate().orElseThrow().toString());
    assertEquals(workingDays(15), extended.limit());
    assertEquals(SetAside.Why.ALREADY_EXTENDED, extended.setAside().get(0).why());
    assertTrue(extended.basis().contains(Statutes.DECISION));
  }

  @Test
  void bringsNoLimitBackThatHasRunOut() {
    Derivation runOut =
        fold(
            workingDays(5),
            start("2026-03-02T09:00"),
            ClockEvent.extend(at("2026-03-10T00:00"), workingDays(10)),
            hearing("2026-03-10T09:00"),
            resume("2026-03-20T09:00"));
    assertEquals("2026-03-09", runOut.dueDate().orElseThrow().toString());
    assertEquals(
        List.of(SetAside.Why.RUN_OUT, SetAside.Why.RUN_OUT, SetAside.Why.NOT_PAUSED),
        runOut.setAside().stream().map(SetAside::why).toList());
  }

  @Test
  void takesGroundsThatFollowWithoutAMomentBetweenForOneStandingStill() {
    ClockEvent[] until = {
      start("2026-03-02T09:00"), hearing("2026-03-09T16:00"), resume("2026-03-11T09:00")
    };
    assertEquals("2026-03-10", due(workingDays(5), until), "one whole day is given back");
    Derivation on = fold(workingDays(5), until[0], until[1], until[2], hearing("2026-03-11T09:00"));
    assertEquals(List.of(), on.setAside());
    assertEquals(ClockState.PAUSED, on.state());
    assertEquals(Optional.empty(), on.dueDate());
    Derivation later =
        fold(workingDays(5), until[0], until[1], until[2], hearing("2026-03-11T09:01"));
    assertEquals(SetAside.Why.RUN_OUT, later.setAside().get(0).why());
  }

  @Test
  void setsAsideWhatCannotBe() {
    Derivation odd =
        fold(
            workingDays(5),
            hearing("2026-03-01T09:00"),
            start("2026-03-02T09:00"),
            start("2026-03-05T09:00"),
            resume("2026-03-05T09:00"),
            ClockEvent.extend(at("2026-03-05T09:00"), calendarDays(10)),
            hearing("2026-03-05T10:00"),
            hearing("2026-03-05T11:00"),
            resume("2026-03-05T12:00"),
            stop("2026-03-06T09:00"),
            hearing("2026-03-07T09:00"));
    assertEquals("2026-03-09", odd.dueDate().orElseThrow().toString());
    assertEquals(
        List.of(
            SetAside.Why.NOT_STARTED,
            SetAside.Why.ALREADY_STARTED,
            SetAside.Why.NOT_PAUSED,
            SetAside.Why.OTHER_UNIT,
            SetAside.Why.ALREADY_PAUSED,
            SetAside.Why.ALREADY_STOPPED),
        odd.setAside().stream().map(SetAside::why).toList());
  }

  @Test
  void refusesAPauseWithoutAnArticle() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ClockEvent.pause(at("2026-03-05T10:00"), PauseGround.PUBLIC_NOTICE));
    assertThrows(
        IllegalArgumentException.class,
        () -> ClockEvent.pause(at("2026-03-05T10:00"), PauseGround.HEARING, " "));
  }

  @Test
  void waitsForItsStart() {
    Derivation none = fold(workingDays(5));
    assertEquals(ClockState.NOT_STARTED, none.state());
    assertEquals(5, none.unitsLeft());
    assertEquals(
        new Remaining(Remaining.Standing.LEFT, 5, LimitUnit.WORKING_DAYS),
        none.remaining(at("2026-03-02T09:00"), CalendarFixtures.SHIPPED));
    assertTrue(none.dueAt().isEmpty());
  }

  @Test
  void countsHoursToTheSecondAndThroughTheNight() {
    Derivation plain = fold(hours(24), start("2026-02-14T10:00:30"));
    assertEquals(at("2026-02-15T10:00:30"), plain.dueAt().orElseThrow().toInstant());
    Derivation paused =
        fold(
            hours(24),
            start("2026-03-02T10:00"),
            hearing("2026-03-02T20:00"),
            resume("2026-03-04T08:15"),
            hearing("2026-03-04T22:15"), // not a second left
            resume("2026-03-09T00:00"));
    assertEquals(at("2026-03-04T22:15"), paused.dueAt().orElseThrow().toInstant());
    Derivation standing = fold(hours(24), start("2026-03-02T10:00"), hearing("2026-03-02T20:30"));
    assertEquals(14, standing.unitsLeft());
    assertEquals(DayReason.CLOCK_HOURS, standing.entries().get(0).reason());
    assertEquals(10, standing.entries().get(0).number());
  }

  @Test
  void countsInShanghaiWhateverTheServersZoneAndItsSummerTime() {
    TimeZone before = TimeZone.getDefault();
    try {
      for (String zone : List.of("America/New_York", "Pacific/Apia", "Australia/Lord_Howe")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        // 8 March 2026 is when summer time begins in New York.
        assertEquals("2026-03-09", due(workingDays(5), start("2026-03-02T00:00")), zone);
        assertEquals(
            "2026-03-10",
            due(
                workingDays(5),
                start("2026-03-02T09:00"),
                hearing("2026-03-06T09:00"),
                resume("2026-03-09T09:00")),
            zone);
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
