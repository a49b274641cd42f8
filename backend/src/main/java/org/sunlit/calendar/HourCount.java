package org.sunlit.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.platform.CityTime;

/**
 * Counts a limit in clock hours (以小时计算的期限, 民法典第二百零一条第二款): from its moment on, through nights and
 * days of rest, less exactly the time the clock stood still.
 */
final class HourCount {
  private HourCount() {}

  static Counted count(Instant start, Limit limit, List<Stand> stands) {
    Instant end = start.plus(limit.amount(), ChronoUnit.HOURS);
    for (Stand stand : stands) {
      if (!stand.from().isBefore(end)) {
        break;
      }
      if (stand.open()) {
        Duration left = Duration.between(stand.from(), end);
        return new Counted(null, null, wholeHours(left), entries(start, stand.from(), stands));
      }
      end = end.plus(Duration.between(stand.from(), stand.to()));
    }
    if (Days.dateOf(end).isAfter(WorkingCalendar.LAST)) {
      throw new IllegalArgumentException("The calendar ends on " + WorkingCalendar.LAST);
    }
    OffsetDateTime dueAt = end.atZone(CityTime.ZONE).toOffsetDateTime();
    return new Counted(dueAt.toLocalDate(), dueAt, 0, entries(start, end, stands));
  }

  /** Hours, begun ones counted whole. */
  static int wholeHours(Duration duration) {
    return Math.toIntExact(duration.plusHours(1).minusNanos(1).toHours());
  }

  private static List<DayEntry> entries(Instant start, Instant end, List<Stand> stands) {
    List<DayEntry> entries = new ArrayList<>();
    Duration run = Duration.ZERO;
    LocalDate last = Days.dateOf(end);
    for (LocalDate date = Days.dateOf(start); !date.isAfter(last); date = date.plusDays(1)) {
      Instant from = later(start, Days.startOf(date));
      Instant to = earlier(end, Days.startOf(date.plusDays(1)));
      Duration today = Duration.between(from, to);
      Stand stood = null;
      for (Stand stand : stands) {
        Duration still = stand.within(from, to);
        today = today.minus(still);
        stood = stood == null && !still.isZero() ? stand : stood;
      }
      run = run.plus(today);
      boolean counted = !today.isZero();
      entries.add(
          new DayEntry(
              date,
              counted,
              counted ? Math.toIntExact(run.toHours()) : 0,
              counted || stood == null ? DayReason.CLOCK_HOURS : DayReason.PAUSED,
              stood == null ? "" : stood.note(),
              stood == null ? "" : stood.noteEn(),
              false));
    }
    return List.copyOf(entries);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
