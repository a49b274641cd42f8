package org.sunlit.supervision.work.rules;

import java.time.Instant;
import java.time.LocalDate;
import org.sunlit.platform.CityTime;

/** A period: from its first moment up to the first moment after it. */
public record Within(Instant from, Instant until) {
  /** All that ever happened. */
  public static final Within EVER = new Within(Instant.EPOCH, Instant.MAX);

  /** Whole days, both of them counted. */
  public static Within days(LocalDate first, LocalDate last) {
    return new Within(begin(first), begin(last.plusDays(1)));
  }

  /** Whether it happened, and in the period. */
  public boolean covers(Instant moment) {
    return moment != null && !moment.isBefore(from) && moment.isBefore(until);
  }

  boolean covers(CaseFacts.Deed deed) {
    return deed != null && covers(deed.at());
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(CityTime.ZONE).toInstant();
  }
}
