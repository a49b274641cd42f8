package org.sunlit.calendar;

import java.util.Objects;

/**
 * One year of the statutory calendar and where it comes from.
 *
 * @param year the Gregorian year
 * @param status announced or provisional
 * @param source the notice (国务院办公厅通知), with its document number where it is known for sure; for a
 *     provisional year, what is known without one
 */
public record CalendarYear(int year, CalendarStatus status, String source) {
  public CalendarYear {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(source, "source");
  }
}
