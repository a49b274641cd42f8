package org.sunlit.statistics.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.calendar.CalendarFixtures;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.platform.CityTime;

class CaseClockTest {
  private static final CaseClock WORKING =
      new CaseClock(CalendarFixtures.SHIPPED, LimitUnit.WORKING_DAYS);
  private static final CaseClock EVERY_DAY =
      new CaseClock(CalendarFixtures.SHIPPED, LimitUnit.CALENDAR_DAYS);

  /** 2025-09-28 is a make-up working Sunday; 1 to 8 October are off. */
  @ParameterizedTest
  @CsvSource({
    "2025-09-24T09:00, 2025-09-24T11:30, 150, 0",
    "2025-09-24T09:00, 2025-09-25T09:00, 1440, 1",
    "2025-09-26T17:00, 2025-09-29T09:00, 2400, 2",
    "2025-09-30T23:00, 2025-10-09T01:00, 120, 1",
    "2025-10-03T10:00, 2025-10-05T10:00, 0, 0",
    "2025-09-27T10:00, 2025-09-28T01:00, 60, 1",
    "2025-09-24T09:00, 2025-09-24T09:00, 0, 0"
  })
  void countsWorkingDays(String from, String to, long minutes, int days) {
    assertEquals(minutes, WORKING.minutes(at(from), at(to), List.of()));
    assertEquals(days, WORKING.days(at(from), at(to), 0));
  }

  @Test
  void countsEveryDayWhereTheLimitDoes() {
    assertEquals(
        2 * 1440, EVERY_DAY.minutes(at("2025-10-03T10:00"), at("2025-10-05T10:00"), List.of()));
    assertEquals(2, EVERY_DAY.days(at("2025-10-03T23:00"), at("2025-10-05T01:00"), 0));
    assertEquals(LocalDate.of(2025, 10, 5), EVERY_DAY.after(LocalDate.of(2025, 10, 3), 2));
  }

  @Test
  void leavesOutWhatItStoodStill() {
    Still overTheHolidays = new Still(at("2025-09-30T12:00"), at("2025-10-09T12:00"));
    long minutes =
        WORKING.minutes(at("2025-09-29T00:00"), at("2025-10-10T00:00"), List.of(overTheHolidays));
    assertEquals(2 * 1440, minutes, "29 September, half of the 30th and half of 9 October");
    assertEquals(
        1440,
        WORKING.still(at("2025-09-29T00:00"), at("2025-10-10T00:00"), List.of(overTheHolidays)));
    assertEquals(2, WORKING.days(at("2025-09-29T00:00"), at("2025-10-10T00:00"), 1440));
    assertEquals(3, WORKING.days(at("2025-09-29T00:00"), at("2025-10-10T00:00"), 1439));
    Still stillStanding = new Still(at("2025-09-29T06:00"), null);
    assertEquals(
        360,
        WORKING.minutes(at("2025-09-29T00:00"), at("2025-10-10T00:00"), List.of(stillStanding)));
  }

  @Test
  void endsOnAWorkingDay() {
    assertEquals(LocalDate.of(2025, 10, 9), WORKING.after(LocalDate.of(2025, 9, 30), 1));
    assertEquals(LocalDate.of(2025, 9, 30), WORKING.after(LocalDate.of(2025, 9, 30), 0));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CityTime.ZONE).toInstant();
  }
}
