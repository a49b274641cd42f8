package org.sunlit.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.platform.CityTime;

class OfficeHoursTest {

  // Without declared days a calendar knows weekends only; 2026-11-20 is a Friday.
  private final OfficeHours officeHours = new OfficeHours(WorkingCalendar.of(List.of(), List.of()));

  @ParameterizedTest
  @CsvSource({
    // start, work, end
    "2026-11-19T10:00, PT1H,   2026-11-19T11:00",
    "2026-11-19T07:30, PT1H,   2026-11-19T10:00",
    "2026-11-19T16:30, PT1H,   2026-11-20T09:30",
    "2026-11-20T16:30, PT1H,   2026-11-23T09:30",
    "2026-11-21T12:00, PT8H,   2026-11-24T09:00",
    "2026-11-19T23:00, PT10M,  2026-11-20T09:10",
    "2026-11-19T09:00, PT20H,  2026-11-23T13:00",
  })
  void countsOnlyTheHoursInWhichTheOfficeIsOpen(
      LocalDateTime start, Duration work, LocalDateTime end) {
    assertEquals(
        end.atZone(CityTime.ZONE).toInstant(),
        officeHours.after(start.atZone(CityTime.ZONE).toInstant(), work));
  }
}
