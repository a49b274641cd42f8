package org.sunlit.attendance.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.calendar.CalendarStatus;
import org.sunlit.calendar.CalendarYear;
import org.sunlit.calendar.DeclaredDay;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.identity.Span;
import org.sunlit.place.rules.Hours;
import org.sunlit.platform.CityTime;

class AttendanceDayTest {
  /** A Monday. */
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

  private static final Hours HOURS =
      new Hours(
          List.of(
              new Hours.Span(LocalTime.of(8, 30), LocalTime.of(12, 0)),
              new Hours.Span(LocalTime.of(13, 30), LocalTime.of(17, 30))));

  /**
   * Opening 08:30–12:00 and 13:30–17:30, ten minutes of grace; signs as {@code in 08:30}, a leave
   * as {@code 08:00-13:00}; {@code 24:00} is the first moment after the day.
   */
  @ParameterizedTest(name = "{0} leave {1} at {2}: {3}")
  @CsvSource({
    "'',                       '',          08:00, pending,   0, 0",
    "'',                       '',          08:40, pending,   0, 0",
    "'',                       '',          08:41, missing,   0, 0",
    "'',                       '',          24:00, missing,   0, 0",
    "in 08:25,                 '',          09:00, present,   0, 0",
    "in 08:40,                 '',          09:00, present,   0, 0",
    "in 08:41,                 '',          09:00, late,     11, 0",
    "in 11:00,                 '',          12:00, late,    150, 0",
    "in 08:30;out 12:00,       '',          12:30, present,   0, 0",
    "in 08:30;out 12:00,       '',          17:29, present,   0, 0",
    "in 08:30;out 12:00,       '',          17:30, leftEarly, 0, 330",
    "in 08:30;out 17:20,       '',          18:00, present,   0, 0",
    "in 08:30;out 17:19,       '',          18:00, leftEarly, 0, 11",
    "in 08:30;out 12:00;in 13:30;out 17:30, '', 18:00, present, 0, 0",
    "in 08:30,                 '',          23:59, present,   0, 0",
    "in 08:30,                 '',          24:00, leftEarly, 0, 0",
    "in 09:00;out 16:00,       '',          18:00, late,     30, 90",
    "'',                       08:00-18:00, 09:00, leave,     0, 0",
    "in 09:00,                 08:00-18:00, 10:00, leave,     0, 0",
    "'',                       08:00-13:00, 13:00, pending,   0, 0",
    "in 13:40,                 08:00-13:00, 14:00, present,   0, 0",
    "in 13:41,                 08:00-13:00, 14:00, late,     11, 0",
    "in 08:30;out 12:00,       12:00-18:00, 18:00, present,   0, 0",
    "in 08:30;out 11:00,       12:00-18:00, 18:00, leftEarly, 0, 60",
    "in 08:30;out 17:30,       10:00-11:00, 18:00, present,   0, 0",
  })
  void aDayIsJudged(
      String signs, String leave, String now, String state, int lateMinutes, int earlyMinutes) {
    AttendanceDay day = AttendanceDay.judge(wanted(true, leave), signs(signs), at(now));
    assertEquals(state, day.state().code());
    assertEquals(lateMinutes, day.lateMinutes());
    assertEquals(earlyMinutes, day.earlyMinutes());
  }

  @Test
  void whoeverIsNotWantedIsFreeWhateverTheySign() {
    assertEquals(
        DayState.FREE,
        AttendanceDay.judge(wanted(false, ""), signs("in 11:00"), at("24:00")).state());
    Wanted closed = new Wanted(DAY, true, new Hours(List.of()), List.of(), Duration.ZERO);
    assertEquals(DayState.FREE, AttendanceDay.judge(closed, List.of(), at("24:00")).state());
  }

  @Test
  void aLeaveWithoutAnEndIsOneToo() {
    Wanted wanted =
        new Wanted(DAY, true, HOURS, List.of(new Span(at("00:00"), null)), Duration.ofMinutes(10));
    assertEquals(DayState.LEAVE, AttendanceDay.judge(wanted, List.of(), at("18:00")).state());
  }

  /** 调休: a Saturday that is declared a working day is one, and a holiday on a Monday is none. */
  @Test
  void makeUpDaysAreWorkingDays() {
    LocalDate saturday = LocalDate.of(2026, 10, 10);
    LocalDate holiday = LocalDate.of(2026, 10, 5);
    WorkingCalendar calendar =
        WorkingCalendar.of(
            List.of(new CalendarYear(2026, CalendarStatus.ANNOUNCED, "国办发明电")),
            List.of(
                new DeclaredDay(saturday, true, "国庆节", "National Day"),
                new DeclaredDay(holiday, false, "国庆节", "National Day")));
    assertEquals(DayState.MISSING, withoutSigns(calendar, saturday));
    assertEquals(DayState.FREE, withoutSigns(calendar, saturday.plusDays(1)));
    assertEquals(DayState.FREE, withoutSigns(calendar, holiday));
  }

  @Test
  void anUpheldContestPutsADayRight() {
    AttendanceDay late = AttendanceDay.judge(wanted(true, ""), signs("in 09:00"), at("10:00"));
    AttendanceDay right = late.corrected(DayState.PRESENT);
    assertEquals(DayState.PRESENT, right.state());
    assertEquals(0, right.lateMinutes());
    assertEquals(late.firstIn(), right.firstIn());
  }

  @Test
  void inAndOutTakeTurnsAndEachDayBeginsAnew() {
    assertEquals(SignKind.IN, Sign.next(List.of(), DAY));
    assertEquals(SignKind.OUT, Sign.next(signs("in 08:30"), DAY));
    assertEquals(SignKind.IN, Sign.next(signs("in 08:30;out 12:00"), DAY));
    assertEquals(SignKind.IN, Sign.next(signs("in 08:30"), DAY.plusDays(1)));
  }

  @Test
  void whatIsNotJudgedIsNotExpected() {
    AttendanceTally tally =
        AttendanceTally.of(
            List.of(
                new AttendanceTally.Counted(DayState.FREE, false, true),
                new AttendanceTally.Counted(DayState.PENDING, false, false),
                new AttendanceTally.Counted(DayState.LEAVE, true, false),
                new AttendanceTally.Counted(DayState.LEAVE, false, false),
                new AttendanceTally.Counted(DayState.PRESENT, true, false),
                new AttendanceTally.Counted(DayState.MISSING, false, false)));
    assertEquals(new AttendanceTally(4, 1, 0, 0, 2, 1, 1, 1), tally);
  }

  @Test
  void onlyWhatIsToSomebodysDisadvantageIsAdverse() {
    assertEquals(
        Set.of(DayState.LATE, DayState.LEFT_EARLY, DayState.MISSING),
        Set.copyOf(List.of(DayState.values()).stream().filter(DayState::adverse).toList()));
  }

  private static DayState withoutSigns(WorkingCalendar calendar, LocalDate day) {
    Wanted wanted =
        new Wanted(day, calendar.isWorkingDay(day), HOURS, List.of(), Duration.ofMinutes(10));
    Instant evening = day.atTime(18, 0).atZone(CityTime.ZONE).toInstant();
    return AttendanceDay.judge(wanted, List.of(), evening).state();
  }

  private static Wanted wanted(boolean working, String leave) {
    List<Span> leaves = new ArrayList<>();
    if (!leave.isEmpty()) {
      String[] parts = leave.split("-");
      leaves.add(new Span(at(parts[0]), at(parts[1])));
    }
    return new Wanted(DAY, working, HOURS, leaves, Duration.ofMinutes(10));
  }

  private static List<Sign> signs(String text) {
    List<Sign> signs = new ArrayList<>();
    for (String each : text.isEmpty() ? new String[0] : text.split(";")) {
      String[] parts = each.split(" ");
      signs.add(new Sign(SignKind.of(parts[0]), at(parts[1])));
    }
    return signs;
  }

  private static Instant at(String time) {
    return time.equals("24:00")
        ? DAY.plusDays(1).atStartOfDay(CityTime.ZONE).toInstant()
        : DAY.atTime(LocalTime.parse(time)).atZone(CityTime.ZONE).toInstant();
  }
}
