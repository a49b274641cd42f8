package org.sunlit.statistics.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.platform.CityTime;

/**
 * Time as it passes for a case: on the days that count toward its limit, and only while its clock
 * runs. A limit in working days counts working days, one in calendar days or hours every day
 * (民法典第二百 零一条).
 */
public record CaseClock(WorkingCalendar calendar, LimitUnit unit) {
  /** A whole counting day; an unbroken stand of this length leaves one out (ADR 0010). */
  private static final long DAY = Duration.ofDays(1).toMinutes();

  /** Whole minutes of counting days in a stretch of time, without those in which it stood still. */
  public long minutes(Instant from, Instant to, List<Still> stills) {
    long ran = minutes(from, to);
    for (Still still : stills) {
      Instant first = later(still.from(), from);
      Instant last = earlier(still.endOr(to), to);
      ran -= first.isBefore(last) ? minutes(first, last) : 0;
    }
    return Math.max(0, ran);
  }

  /** Whole minutes of counting days in which it stood still. */
  public long still(Instant from, Instant to, List<Still> stills) {
    return minutes(from, to) - minutes(from, to, stills);
  }

  /**
   * Counting days after the day of one moment, up to the day of another, without those it stood
   * still on as a whole.
   *
   * @param still minutes in which it stood still
   */
  public int days(Instant from, Instant to, long still) {
    return Math.max(0, days(date(from), date(to)) - stillDays(still));
  }

  /** Whole days left out for so many minutes of standing still. */
  public static int stillDays(long minutes) {
    return (int) (minutes / DAY);
  }

  /** The day that so many counting days after a day end on; the day itself for none. */
  public LocalDate after(LocalDate day, int days) {
    if (days == 0) {
      return day;
    }
    return unit == LimitUnit.WORKING_DAYS
        ? calendar.plusWorkingDays(day, days)
        : day.plusDays(days);
  }

  /** Counting days after a day, up to another. */
  public int days(LocalDate from, LocalDate to) {
    return unit == LimitUnit.WORKING_DAYS
        ? calendar.workingDaysBetween(from, to)
        : (int) ChronoUnit.DAYS.between(from, to);
  }

  private long minutes(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return 0;
    }
    LocalDate first = date(from);
    LocalDate last = date(to);
    if (first.equals(last)) {
      return counts(first) ? Duration.between(from, to).toMinutes() : 0;
    }
    Duration ends = Duration.ZERO;
    if (counts(first)) {
      ends = ends.plus(Duration.between(from, start(first.plusDays(1))));
    }
    if (counts(last)) {
      ends = ends.plus(Duration.between(start(last), to));
    }
    return ends.toMinutes() + days(first, last.minusDays(1)) * DAY;
  }

  /** Whether this day counts toward the limit. */
  public boolean counts(LocalDate day) {
    return unit != LimitUnit.WORKING_DAYS || calendar.isWorkingDay(day);
  }

  /** The city's day of a moment. */
  public static LocalDate date(Instant moment) {
    return moment.atZone(CityTime.ZONE).toLocalDate();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(CityTime.ZONE).toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
