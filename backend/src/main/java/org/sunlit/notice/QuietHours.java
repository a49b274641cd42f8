package org.sunlit.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.sunlit.platform.CityTime;

/**
 * When nobody's telephone rings for what can wait (免打扰时段), in the city's time. Pure.
 *
 * @param from when it begins
 * @param until when it ends; on the next day when that is earlier
 */
record QuietHours(LocalTime from, LocalTime until) {
  private static final String NONE = "none";

  /**
   * Reads {@code 21:00-08:00}; {@code none} for a city that never sleeps.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Optional<QuietHours> read(String text) {
    if (NONE.equals(text.strip())) {
      return Optional.empty();
    }
    String[] ends = text.split("-", -1);
    try {
      if (ends.length == 2) {
        QuietHours hours =
            new QuietHours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
        if (!hours.from.equals(hours.until)) {
          return Optional.of(hours);
        }
      }
    } catch (DateTimeParseException noTime) {
      throw unreadable(text);
    }
    throw unreadable(text);
  }

  /** The moment itself, or when the quiet ends that it falls into. */
  Instant after(Instant moment) {
    ZonedDateTime local = moment.atZone(CityTime.ZONE);
    if (!quiet(local.toLocalTime())) {
      return moment;
    }
    ZonedDateTime end = local.with(until);
    return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
  }

  boolean quietAt(Instant moment) {
    return quiet(moment.atZone(CityTime.ZONE).toLocalTime());
  }

  private boolean quiet(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(until);
    return from.isBefore(until) ? begun && !over : begun || !over;
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "sunlit.notice.quiet-hours is to be like 21:00-08:00, or none, and not " + text);
  }
}
