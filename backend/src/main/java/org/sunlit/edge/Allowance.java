package org.sunlit.edge;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.util.concurrent.TimeUnit;

/** What one caller may have of something, in this node's memory. */
public final class Allowance {
  private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

  private final String policy;
  private final Rate rate;
  private final Bucket bucket;

  /**
   * @param policy what the limit is called before clients
   */
  public Allowance(String policy, Rate rate) {
    this.policy = policy;
    this.rate = rate;
    this.bucket = Bucket.builder().addLimit(rate.bandwidth()).withNanosecondPrecision().build();
  }

  /** Takes so many, or none when there aren't as many. */
  public Verdict take(long amount) {
    // More than a whole window is never there at once: what large thing there is takes it all.
    long asked = Math.min(amount, rate.amount());
    ConsumptionProbe taken = bucket.tryConsumeAndReturnRemaining(asked);
    long seconds =
        taken.isConsumed()
            ? secondsBegun(taken.getNanosToWaitForReset())
            : Math.max(1, secondsBegun(taken.getNanosToWaitForRefill()));
    return new Verdict(
        taken.isConsumed(),
        policy,
        rate.amount(),
        rate.window().toSeconds(),
        taken.getRemainingTokens(),
        seconds);
  }

  /** Takes one even if there is none: the next have to wait the longer. */
  void owe() {
    bucket.consumeIgnoringRateLimits(1);
  }

  long left() {
    return bucket.getAvailableTokens();
  }

  /** How long until there are so many, in seconds begun. */
  long secondsUntil(long amount) {
    long nanos = bucket.estimateAbilityToConsume(amount).getNanosToWaitForRefill();
    return Math.max(1, secondsBegun(nanos));
  }

  private static long secondsBegun(long nanos) {
    return (nanos + NANOS - 1) / NANOS;
  }
}
