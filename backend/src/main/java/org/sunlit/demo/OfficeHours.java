package org.sunlit.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.platform.CityTime;

/** When the city's staff work: 09:00 to 17:00 on working days. */
record OfficeHours(WorkingCalendar calendar) {

  static final Duration DAY = Duration.ofHours(8);

  private static final LocalTime OPEN = LocalTime.of(9, 0);
  private static final LocalTime CLOSED = OPEN.plus(DAY);

  /** The moment at which that much working time has passed. */
  Instant after(Instant start, Duration work) {
    ZonedDateTime at = opening(start.atZone(CityTime.ZONE));
    Duration rest = work;
    while (true) {
      Duration untilClosed = Duration.between(at.toLocalTime(), CLOSED);
      if (rest.compareTo(untilClosed) < 0) {
        return at.plus(rest).toInstant();
      }
      rest = rest.minus(untilClosed);
      at = nextOpening(at.toLocalDate());
    }
  }

  private ZonedDateTime opening(ZonedDateTime at) {
    LocalDate date = at.toLocalDate();
    if (!calendar.isWorkingDay(date) || !at.toLocalTime().isBefore(CLOSED)) {
      return nextOpening(date);
    }
    return at.toLocalTime().isBefore(OPEN) ? at.with(OPEN) : at;
  }

  private ZonedDateTime nextOpening(LocalDate date) {
    return calendar.onOrAfter(date.plusDays(1)).atTime(OPEN).atZone(CityTime.ZONE);
  }
}
