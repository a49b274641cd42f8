package org.sunlit.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import org.jboss.logging.Logger;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Keeps codes from being guessed, without keeping anybody from what is theirs. Only wrong codes
 * count, and they count for an address and a thing together: whoever shares the address, or whose
 * case is being guessed at from elsewhere, still has a first try of their own, and a right code is
 * never counted. Where nobody has sent a wrong code lately, asking costs nothing (ADR 0061).
 */
@Singleton
public class Guesses {
  private static final Logger LOG = Logger.getLogger(Guesses.class);

  private record Pair(Address from, String thing) {}

  private final Buckets<Pair> pairs;
  private final Buckets<Address> addresses;
  private final Buckets<String> things;
  private final Counter wrong;
  private final Counter refused;
  private final Counter failed;

  Guesses(EdgeSettings settings, MeterRegistry meters) {
    pairs = new Buckets<>("codes", settings.guesses().pair());
    addresses = new Buckets<>("codes", settings.guesses().address());
    things = new Buckets<>("codes", settings.guesses().thing());
    wrong = counter(meters, "sunlit.edge.codes.wrong", "Wrong codes");
    refused = counter(meters, "sunlit.edge.codes.refused", "Codes not looked at");
    failed = counter(meters, Limiter.FAILURES, Limiter.FAILURES_MEAN);
  }

  private static Counter counter(MeterRegistry meters, String name, String means) {
    return Counter.builder(name).description(means).register(meters);
  }

  /** Whether nobody has sent a wrong code for a while: then nobody must wait. */
  public boolean quiet() {
    return pairs.quiet();
  }

  /**
   * Before a code is looked at.
   *
   * @return how many seconds to wait, or nothing when it may be looked at
   */
  public OptionalLong mustWait(Address from, String thing) {
    try {
      if (pairs.quiet()) {
        return OptionalLong.empty();
      }
      Pair pair = new Pair(from, thing);
      long left = pairs.left(pair);
      if (left == pairs.capacity()) {
        return OptionalLong.empty();
      }
      long needed = underAttack(from, thing) ? pairs.capacity() : 1;
      if (left >= needed) {
        return OptionalLong.empty();
      }
      refused.increment();
      return OptionalLong.of(pairs.secondsUntil(pair, needed));
    } catch (RuntimeException broken) {
      failedOpen(broken);
      return OptionalLong.empty();
    }
  }

  /** The code was wrong, or there is no such thing: both count alike. */
  public void wrong(Address from, String thing) {
    try {
      wrong.increment();
      pairs.owe(new Pair(from, thing));
      addresses.owe(from);
      things.owe(thing);
    } catch (RuntimeException broken) {
      failedOpen(broken);
    }
  }

  /** What to answer whoever has to wait. */
  public static Problem mustWaitProblem(long seconds) {
    return Problem.of(ProblemType.TOO_MANY_REQUESTS, seconds)
        .detail("edge.codes", seconds)
        .header("Retry-After", Long.toString(seconds));
  }

  private boolean underAttack(Address from, String thing) {
    return addresses.left(from) < 1 || things.left(thing) < 1;
  }

  private void failedOpen(RuntimeException broken) {
    failed.increment();
    LOG.warn("Wrong codes can't be counted; letting them through", broken);
  }
}
