package org.sunlit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What counting a limit comes to.
 *
 * @param dueDate the last day; null when the clock stands still before it
 * @param dueAt the last moment; null when the clock stands still before it
 * @param unitsLeft while the clock stands still, how much of the limit is left
 * @param entries the days, in order
 */
record Counted(LocalDate dueDate, OffsetDateTime dueAt, int unitsLeft, List<DayEntry> entries) {
  boolean due() {
    return dueDate != null;
  }

  /** Whether the limit has run out by then. The last moment itself still belongs to it. */
  boolean runOutBy(Instant moment, LimitUnit unit) {
    if (!due()) {
      return false;
    }
    return switch (unit) {
      case WORKING_DAYS, CALENDAR_DAYS -> Days.dateOf(moment).isAfter(dueDate);
      case HOURS -> moment.isAfter(dueAt.toInstant());
    };
  }
}
