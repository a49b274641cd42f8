package org.sunlit.calendar;

import java.util.Objects;

/**
 * A time limit (期限): so many units, counted from the day after the event that starts it. Zero means
 * "the same day" (当日).
 *
 * @param amount how many units, never negative
 * @param unit what is counted
 */
public record Limit(int amount, LimitUnit unit) {
  public Limit {
    Objects.requireNonNull(unit, "unit");
    if (amount < 0) {
      throw new IllegalArgumentException("A limit cannot be negative: " + amount);
    }
  }
}
