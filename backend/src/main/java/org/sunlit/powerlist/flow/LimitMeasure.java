package org.sunlit.powerlist.flow;

import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;

/**
 * Compares time limits (期限), also of different units.
 *
 * <p>The rule: limits in the same unit compare by amount, exactly. Across units an ordinary week
 * decides: five working days (工作日) are seven calendar days (自然日), a calendar day is 24 hours. So 5
 * working days equal 7 calendar days, and 15 working days exceed a statute of 20 calendar days. A
 * public holiday can stretch working days further than that: {@link #mayExceed} adds the weekend
 * that may come at once and the longest holiday block, so that a promise safe only in ordinary
 * weeks can be warned about. None of this sets a due date; due dates come from the real calendar.
 */
final class LimitMeasure {
  private static final long HOURS_PER_DAY = 24;

  /**
   * Spring Festival or National Day with Mid-Autumn: eight days off without a make-up day between.
   */
  private static final long LONGEST_HOLIDAY_DAYS = 8;

  private static final long WEEKEND_DAYS = 2;

  private LimitMeasure() {}

  /** How long in an ordinary week, in fifths of an hour so that 7/5 of a day stays whole. */
  static long measure(Limit limit) {
    return Math.multiplyExact((long) limit.amount(), measure(limit.unit()));
  }

  private static long measure(LimitUnit unit) {
    return switch (unit) {
      case WORKING_DAYS -> HOURS_PER_DAY * 7;
      case CALENDAR_DAYS -> HOURS_PER_DAY * 5;
      case HOURS -> 5;
    };
  }

  /** Whether one limit is longer than another in an ordinary week. */
  static boolean exceeds(Limit limit, Limit bound) {
    return measure(limit) > measure(bound);
  }

  /**
   * Whether working days within a bound in another unit would break it at the worst time of year.
   */
  static boolean mayExceed(Limit limit, Limit bound) {
    if (limit.amount() == 0
        || limit.unit() != LimitUnit.WORKING_DAYS
        || bound.unit() == LimitUnit.WORKING_DAYS) {
      return false;
    }
    long worst = (LONGEST_HOLIDAY_DAYS + WEEKEND_DAYS) * measure(LimitUnit.CALENDAR_DAYS);
    return measure(limit) + worst > measure(bound);
  }

  /** An amount of whole units no shorter than the limit. */
  static int roundedUpTo(LimitUnit unit, Limit limit) {
    if (limit.unit() == unit) {
      return limit.amount();
    }
    long size = measure(unit);
    return Math.toIntExact((measure(limit) + size - 1) / size);
  }
}
