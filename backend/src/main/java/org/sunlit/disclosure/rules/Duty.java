package org.sunlit.disclosure.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.platform.CityTime;

/**
 * When something has to be published.
 *
 * @param every how often; only for regular duties
 * @param amount how long after the end of the period, the stage or the event. What is formed has to
 *     be public within 20 working days where nothing else is said (政府信息公开条例第二十六条)
 * @param fromOn no period begins before
 * @param untilOn no period begins after; null when it goes on
 */
public record Duty(
    Timing timing, Every every, int amount, LimitUnit unit, LocalDate fromOn, LocalDate untilOn) {
  /** The last moment of a day. */
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  /**
   * A period of a regular duty.
   *
   * @param name such as {@code 2026-Q3}
   */
  public record Period(String name, LocalDate begin, LocalDate end) {}

  public Duty {
    if ((timing == Timing.REGULAR) != (every != null)) {
      throw new IllegalArgumentException("Regular duties come back, others don't");
    }
  }

  /** The periods that have begun by a day and ended on or after another, the oldest first. */
  public List<Period> periods(LocalDate since, LocalDate today) {
    List<Period> periods = new ArrayList<>();
    if (every == null) {
      return periods;
    }
    LocalDate begin = every.begin(fromOn.isAfter(since) ? fromOn : since);
    if (begin.isBefore(fromOn)) {
      begin = every.end(begin).plusDays(1);
    }
    LocalDate last = untilOn != null && untilOn.isBefore(today) ? untilOn : today;
    while (!begin.isAfter(last)) {
      periods.add(new Period(every.name(begin), begin, every.end(begin)));
      begin = every.end(begin).plusDays(1);
    }
    return periods;
  }

  /** The last moment to publish what a period holds. */
  public Instant dueAfter(Period period, WorkingCalendar calendar) {
    return due(period.end().atTime(END_OF_DAY).atZone(CityTime.ZONE).toInstant(), calendar);
  }

  /** The last moment to publish what has happened. */
  public Instant due(Instant happened, WorkingCalendar calendar) {
    LocalDate day = LocalDate.ofInstant(happened, CityTime.ZONE);
    return switch (unit) {
      case HOURS -> happened.plus(Duration.ofHours(amount));
      case DAYS -> endOf(day.plusDays(amount));
      case WORKING_DAYS -> endOf(calendar.plusWorkingDays(day, amount));
    };
  }

  private static Instant endOf(LocalDate day) {
    return day.atTime(END_OF_DAY).atZone(CityTime.ZONE).toInstant();
  }
}
