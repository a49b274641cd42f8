package org.sunlit.rating.rules;

import java.time.Duration;

/**
 * From where on something is a sign.
 *
 * @param burst so many ratings at one terminal
 * @param burstWithin in so short a time
 * @param tooSoon at a terminal, less than this after the case's end
 * @param streak so many in a row with all the best for one person
 */
public record SignLimits(int burst, Duration burstWithin, Duration tooSoon, int streak) {
  public SignLimits {
    if (burst < 2 || streak < 2) {
      throw new IllegalArgumentException("One alone is neither a burst nor a streak");
    }
  }
}
