package org.sunlit.supervision.report.rules;

import java.time.Instant;
import java.time.LocalDate;
import org.sunlit.platform.CityTime;

/**
 * What a report is about.
 *
 * @param last the last day that counts
 */
public record Period(ReportKind kind, LocalDate first, LocalDate last) {
  /** When it begins. */
  public Instant from() {
    return first.atStartOfDay(CityTime.ZONE).toInstant();
  }

  /** When it is over; this moment doesn't count any more. */
  public Instant until() {
    return last.plusDays(1).atStartOfDay(CityTime.ZONE).toInstant();
  }

  /** The one before it. */
  public Period before() {
    return kind.around(first.minusDays(1));
  }
}
