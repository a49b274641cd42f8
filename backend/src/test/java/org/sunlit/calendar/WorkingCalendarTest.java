package org.sunlit.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
  private static final WorkingCalendar CALENDAR = CalendarFixtures.SHIPPED;

  @ParameterizedTest
  @CsvSource({
    "2026-02-13, WORKING_DAY, ''",
    "2026-02-14, MAKE_UP_DAY, 春节",
    "2026-02-15, HOLIDAY, 春节",
    "2026-02-28, MAKE_UP_DAY, 春节",
    "2026-03-01, WEEKEND, ''",
    "2025-09-28, MAKE_UP_DAY, 国庆节、中秋节",
    "2025-10-08, HOLIDAY, 国庆节、中秋节",
    "2020-02-01, HOLIDAY, 春节",
    "2020-02-03, WORKING_DAY, ''",
    "2015-09-03, HOLIDAY, 中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日",
    "2006-12-30, MAKE_UP_DAY, 元旦",
    "2007-12-31, HOLIDAY, 元旦",
  })
  void saysWhatADayIsAndWhy(LocalDate date, DayKind kind, String name) {
    StatutoryDay day = CALENDAR.day(date);
    assertEquals(kind, day.kind());
    assertEquals(name, day.declared().map(DeclaredDay::name).orElse(""));
    assertEquals(kind.working(), CALENDAR.isWorkingDay(date));
  }

  @ParameterizedTest
  @CsvSource({
    // Spring Festival 2026: 14 and 28 February are worked, 15 to 23 are off.
    "2026-02-09, 5, 2026-02-14",
    "2026-02-09, 6, 2026-02-24",
    "2026-02-09, 10, 2026-02-28",
    "2026-02-14, 1, 2026-02-24",
    "2026-01-27, 20, 2026-03-02",
    // National Day 2025: Sunday 28 September and Saturday 11 October are worked.
    "2025-09-26, 1, 2025-09-28",
    "2025-09-26, 3, 2025-09-30",
    "2025-09-26, 4, 2025-10-09",
    "2025-09-26, 6, 2025-10-11",
    "2025-09-26, 7, 2025-10-13",
    // The turn of the year: Sunday 4 January 2026 is worked.
    "2025-12-30, 2, 2026-01-04",
    "2025-12-30, 3, 2026-01-05",
    "2018-12-28, 1, 2018-12-29",
    "2018-12-28, 2, 2019-01-02",
    // 2007, when three long holidays were worked for on whole weekends.
    "2007-02-16, 2, 2007-02-25",
    "2007-04-27, 3, 2007-04-30",
    "2007-04-27, 4, 2007-05-08",
    "2007-12-28, 2, 2008-01-02",
    // 2020, when the Spring Festival was prolonged to 2 February.
    "2020-01-17, 5, 2020-01-23",
    "2020-01-17, 6, 2020-02-03",
    // 2010, four make-up days within three weeks.
    "2010-09-17, 5, 2010-09-26",
    "2010-09-17, 11, 2010-10-09",
    "2010-09-17, 12, 2010-10-11",
    "2012-03-30, 3, 2012-04-05",
    "2015-09-02, 1, 2015-09-06",
    // The leap day counts like any other.
    "2024-02-28, 1, 2024-02-29",
    "2024-02-28, 2, 2024-03-01",
    "2023-02-28, 1, 2023-03-01",
    // Zero is the day itself, or the next working day.
    "2026-02-13, 0, 2026-02-13",
    "2026-02-14, 0, 2026-02-14",
    "2026-02-15, 0, 2026-02-24",
  })
  void findsTheNthWorkingDay(LocalDate from, int amount, LocalDate expected) {
    assertEquals(expected, CALENDAR.plusWorkingDays(from, amount));
  }

  @Test
  void agreesWithWalkingDayByDay() {
    for (LocalDate from = LocalDate.of(2006, 12, 1);
        from.isBefore(LocalDate.of(2028, 3, 1));
        from = from.plusDays(1)) {
      LocalDate walked = from;
      for (int amount = 1; amount <= 25; amount++) {
        do {
          walked = walked.plusDays(1);
        } while (!CALENDAR.day(walked).working());
        assertEquals(walked, CALENDAR.plusWorkingDays(from, amount), from + " plus " + amount);
        assertEquals(amount, CALENDAR.workingDaysBetween(from, walked));
      }
    }
  }

  @Test
  void refusesWhatItCannotKnow() {
    LocalDate day = LocalDate.of(2026, 1, 5);
    assertThrows(IllegalArgumentException.class, () -> CALENDAR.plusWorkingDays(day, -1));
    assertThrows(
        IllegalArgumentException.class, () -> CALENDAR.plusWorkingDays(day, Integer.MAX_VALUE));
    assertThrows(IllegalArgumentException.class, () -> CALENDAR.day(LocalDate.of(1999, 12, 31)));
    assertThrows(IllegalArgumentException.class, () -> CALENDAR.day(LocalDate.of(2120, 1, 1)));
  }

  @Test
  void worksWithoutAnyYearByWeekendsOnly() {
    WorkingCalendar bare = WorkingCalendar.of(List.of(), List.of());
    assertEquals(LocalDate.of(2026, 10, 1), bare.plusWorkingDays(LocalDate.of(2026, 9, 30), 1));
    assertTrue(bare.day(LocalDate.of(2026, 10, 1)).provisional());
  }

  @Test
  void knowsItselfFromAnother() {
    WorkingCalendar bare = WorkingCalendar.of(List.of(), List.of());
    assertTrue(CALENDAR.sameAs(CalendarFile.calendar(CalendarFile.shipped())));
    assertFalse(CALENDAR.sameAs(bare));
    assertFalse(CALENDAR.sameAs(WorkingCalendar.of(CALENDAR.years(), List.of())));
    assertEquals(21, CALENDAR.years().size());
  }
}
