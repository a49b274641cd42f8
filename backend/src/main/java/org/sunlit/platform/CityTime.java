package org.sunlit.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The time the city lives by: China Standard Time (北京时间), UTC+8 without summer time. */
public final class CityTime {
  /** Dates, working days and office hours are those of this zone. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private CityTime() {}

  /** Now, and never before what happened last: clocks of two nodes may differ. */
  public static Instant after(Instant last, Clock clock) {
    Instant now = clock.instant();
    return now.isBefore(last) ? last : now;
  }

  /**
   * The moment as the contract and the database are given it, with the city's offset; null stays
   * null.
   */
  public static OffsetDateTime offset(Instant moment) {
    return moment == null ? null : moment.atZone(ZONE).toOffsetDateTime();
  }

  /** When a day of the city begins; null stays null. */
  public static OffsetDateTime startOf(LocalDate day) {
    return day == null ? null : day.atStartOfDay(ZONE).toOffsetDateTime();
  }

  /** When a day of the city is over: as the next begins; null stays null. */
  public static OffsetDateTime endOf(LocalDate day) {
    return day == null ? null : startOf(day.plusDays(1));
  }
}
