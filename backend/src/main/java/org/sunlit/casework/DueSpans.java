package org.sunlit.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.platform.CityTime;

/**
 * How pressing a case is, at a moment: late, due today, soon (within three working days), later, or
 * without a running clock.
 *
 * @param now the moment
 * @param tomorrow when today ends
 * @param afterSoon when the third working day from today ends
 */
record DueSpans(Instant now, Instant tomorrow, Instant afterSoon) {
  private static final int SOON = 3;

  static DueSpans at(Instant now, WorkingCalendar calendar) {
    LocalDate today = now.atZone(CityTime.ZONE).toLocalDate();
    return new DueSpans(
        now,
        startOf(today.plusDays(1)),
        startOf(calendar.plusWorkingDays(today, SOON).plusDays(1)));
  }

  /** The span, by its API name. */
  String of(Instant dueOrder) {
    if (dueOrder.equals(CaseRow.NEVER)) {
      return "none";
    }
    if (dueOrder.isBefore(now)) {
      return "late";
    }
    if (dueOrder.isBefore(tomorrow)) {
      return "today";
    }
    return dueOrder.isBefore(afterSoon) ? "soon" : "later";
  }

  /** Where a span begins, itself included. */
  Instant from(String span) {
    return switch (span) {
      case "late" -> Instant.EPOCH;
      case "today" -> now;
      case "soon" -> tomorrow;
      case "later" -> afterSoon;
      case "none" -> CaseRow.NEVER;
      default -> throw new IllegalArgumentException("No span is called '" + span + "'");
    };
  }

  /** Where a span ends, itself not included. */
  Instant to(String span) {
    return switch (span) {
      case "late" -> now;
      case "today" -> tomorrow;
      case "soon" -> afterSoon;
      case "later" -> CaseRow.NEVER;
      case "none" -> CaseRow.NEVER.plusSeconds(1);
      default -> throw new IllegalArgumentException("No span is called '" + span + "'");
    };
  }

  private static Instant startOf(LocalDate date) {
    return date.atStartOfDay(CityTime.ZONE).toInstant();
  }
}
