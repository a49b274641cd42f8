package org.sunlit.identity.attempt;

import java.time.Duration;

/**
 * What can be guessed, and how slowly. The first few tries are free; from then on the wait doubles
 * with each from two seconds to the longest. Whoever gets it right begins anew; so does everybody
 * after a day without a try.
 */
public enum AttemptKind {
  /** A password, for one account from one network or from one of its own browsers. */
  PASSWORD(10, Duration.ofMinutes(15)),
  /**
   * A code after the right password: counted over all networks together, for only somebody who has
   * the password can be shut out or shut out others, and one in 333,333 guesses is right.
   */
  CODE(5, Duration.ofHours(4)),
  /** A code for a forgotten password, for one account from one network. */
  PASSWORD_CODE(5, Duration.ofHours(1));

  /** Without a try for so long, the failures are forgotten. */
  static final Duration REMEMBERED = Duration.ofDays(1);

  private static final int MOST_DOUBLINGS = 20;

  private final int free;
  private final Duration longest;

  AttemptKind(int free, Duration longest) {
    this.free = free;
    this.longest = longest;
  }

  /** How many tries nobody has to wait for. */
  int free() {
    return free;
  }

  /** The longest wait. */
  Duration longest() {
    return longest;
  }

  /** How long the next try has to wait after so many failures. */
  public Duration waitAfter(int failures) {
    if (failures < free) {
      return Duration.ZERO;
    }
    long seconds = 1L << Math.min(failures - free + 1, MOST_DOUBLINGS);
    return seconds < longest.toSeconds() ? Duration.ofSeconds(seconds) : longest;
  }

  /** How many guesses somebody has in that time who never stops, from one place. */
  public long guessesWithin(Duration time) {
    long guesses = 0;
    Duration spent = Duration.ZERO;
    while (spent.compareTo(time) < 0) {
      guesses++;
      spent = spent.plus(waitAfter((int) Math.min(guesses, Integer.MAX_VALUE)));
      if (spent.isZero() && guesses > free) {
        throw new IllegalStateException("No end to free guesses");
      }
    }
    return guesses;
  }
}
