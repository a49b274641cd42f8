package org.sunlit.notice;

import java.time.Duration;
import java.util.Optional;

/**
 * When to try again after a failure: after 10 s, 20 s, 40 s … up to an hour, and twelve times in
 * all.
 */
final class RetryRule {

  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_ATTEMPTS = 12;

  private RetryRule() {}

  /**
   * How long to wait.
   *
   * @param attempts how many have failed so far, at least one
   * @return empty when it is time to give up
   */
  static Optional<Duration> waitAfter(int attempts) {
    if (attempts >= MOST_ATTEMPTS) {
      return Optional.empty();
    }
    Duration wait = FIRST.multipliedBy(1L << (attempts - 1));
    return Optional.of(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }
}
