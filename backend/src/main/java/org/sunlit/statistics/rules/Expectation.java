package org.sunlit.statistics.rules;

import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * In how many days cases were closed, counted from when they came to a step; and within how many
 * the next will be, with {@link #PROBABILITY}.
 *
 * <p>Cases that are still under way count too: those that have waited long already are known to
 * take longer, and to look at closed ones alone would favour the quick (Kaplan and Meier's estimate
 * of what is left open). Where none are under way, n closed cases bound the next by the one at
 * place ⌈0.9 (n + 1)⌉ among them, whatever their distribution looks like. Nothing is claimed below
 * {@link #FEWEST}, nor where too many are open to say.
 */
public final class Expectation {
  /** In per cent. */
  public static final int PROBABILITY = 90;

  /** With fewer comparable cases nothing is predicted; nine are what the bound itself needs. */
  public static final int FEWEST = 10;

  private final TreeMap<Integer, Long> closed = new TreeMap<>();
  private final TreeMap<LocalDate, Long> underWay = new TreeMap<>();
  private long count;

  /** So many cases more that took so many days. */
  public void closed(int days, long more) {
    closed.merge(days, more, Long::sum);
    count += more;
  }

  /** So many cases more, or fewer, that came to the step on this day and aren't closed. */
  public void underWay(LocalDate since, long more) {
    underWay.merge(since, more, Long::sum);
  }

  /** How many closed cases it rests on. */
  public long count() {
    return count;
  }

  /**
   * Within how many days, counted from the step's beginning; empty when that can't be said.
   *
   * @param today by which those under way have waited
   */
  public OptionalInt days(LocalDate today, CaseClock clock) {
    if (count < FEWEST) {
      return OptionalInt.empty();
    }
    TreeMap<Integer, Long> waited = new TreeMap<>();
    underWay.forEach((since, cases) -> waited.merge(clock.days(since, today), cases, Long::sum));
    long open = sum(waited);
    long left = count;
    double stillOpen = 1;
    double wanted = 1 - PROBABILITY / 100.0 * (count + 1) / count;
    for (Map.Entry<Integer, Long> entry : closed.entrySet()) {
      // Who has waited for no more than this many days could still have been closed within them.
      long longer = open - sum(waited.headMap(entry.getKey(), true));
      stillOpen *= 1 - (double) entry.getValue() / (left + longer);
      left -= entry.getValue();
      if (stillOpen <= wanted + 1e-9) {
        return OptionalInt.of(entry.getKey());
      }
    }
    return OptionalInt.empty();
  }

  private static long sum(Map<Integer, Long> cases) {
    return cases.values().stream().mapToLong(Long::longValue).sum();
  }
}
