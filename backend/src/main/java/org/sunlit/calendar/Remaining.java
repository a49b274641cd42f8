package org.sunlit.calendar;

import java.util.Objects;

/**
 * What is left of a limit at some moment, for display.
 *
 * @param standing whether {@code amount} is left, left while the clock stands still, or overdue
 * @param amount units left after today (0: today is the last day), or units overdue, begun ones
 *     counted whole (so 1 on a weekend after a Friday)
 * @param unit what is counted
 */
public record Remaining(Standing standing, int amount, LimitUnit unit) {
  public Remaining {
    Objects.requireNonNull(standing, "standing");
    Objects.requireNonNull(unit, "unit");
  }

  /** How to read the amount. */
  public enum Standing {
    /** 剩余. */
    LEFT,
    /** 停止计时，剩余. */
    PAUSED,
    /** 逾期. */
    OVERDUE
  }
}
