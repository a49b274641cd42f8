package org.sunlit.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.platform.CityTime;

/**
 * How pressing a case is, at a moment: late, due today, soon (within three working days), later, or
 * without a running clock.
 *
 * @param now the moment
 * @param tomorrow when today ends
 * @param afterSoon when the third working day from today ends
 * @param calendar what counts as a working day
 */
record DueSpans(Instant now, Instant tomorrow, Instant afterSoon, WorkingCalendar calendar) {
  private static final int SOON = 3;

  static DueSpans at(Instant now, WorkingCalendar calendar) {
    LocalDate today = now.atZone(CityTime.ZONE).toLocalDate();
    return new DueSpans(
        now,
        startOf(today.plusDays(1)),
        startOf(calendar.plusWorkingDays(today, SOON).plusDays(1)),
        calendar);
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

  /** Working days after today up to the day it is due; none when it is late or no clock runs. */
  Optional<Integer> workingDaysLeft(Instant dueOrder) {
    if (dueOrder.equals(CaseRow.NEVER) || dueOrder.isBefore(now)) {
      return Optional.empty();
    }
    return Optional.of(calendar.workingDaysBetween(day(now), day(dueOrder)));
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

  private static LocalDate day(Instant moment) {
    return moment.atZone(CityTime.ZONE).toLocalDate();
  }

  private static Instant startOf(LocalDate date) {
    return date.atStartOfDay(CityTime.ZONE).toInstant();
  }
}
