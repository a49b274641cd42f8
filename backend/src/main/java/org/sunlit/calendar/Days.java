package org.sunlit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.sunlit.platform.CityTime;

/** Days and moments in the zone the law counts in. */
final class Days {
  private Days() {}

  static LocalDate dateOf(Instant moment) {
    return LocalDate.ofInstant(moment, CityTime.ZONE);
  }

  static Instant startOf(LocalDate date) {
    return date.atStartOfDay(CityTime.ZONE).toInstant();
  }

  /** The last second of a day: 24:00 as it is shown, so that the date stays the day's own. */
  static OffsetDateTime endOf(LocalDate date) {
    return date.atTime(23, 59, 59).atZone(CityTime.ZONE).toOffsetDateTime();
  }
}
