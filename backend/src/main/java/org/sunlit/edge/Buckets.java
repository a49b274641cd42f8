package org.sunlit.edge;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import org.sunlit.platform.HotCaches;

/**
 * An allowance of the same rate for each key. One that nobody has touched for a window is full
 * again and forgotten.
 *
 * @param <K> what has an allowance of its own
 */
final class Buckets<K> {
  private static final int MOST = 200_000;

  private final String policy;
  private final Rate rate;
  private final Cache<K, Allowance> allowances;

  /**
   * @param policy what the limit is called before clients
   */
  Buckets(String policy, Rate rate) {
    this.policy = policy;
    this.rate = rate;
    Duration kept = rate.window().plusSeconds(1);
    this.allowances = HotCaches.builder().maximumSize(MOST).expireAfterAccess(kept).build();
  }

  Verdict take(K key, long amount) {
    return of(key).take(amount);
  }

  void owe(K key) {
    of(key).owe();
  }

  /** How many are left; all of them where nothing was taken. */
  long left(K key) {
    Allowance allowance = allowances.getIfPresent(key);
    return allowance == null ? rate.amount() : allowance.left();
  }

  long secondsUntil(K key, long amount) {
    return of(key).secondsUntil(amount);
  }

  long capacity() {
    return rate.amount();
  }

  /** Whether nobody has taken any for a while; may say no for a little longer than it is so. */
  boolean quiet() {
    return allowances.estimatedSize() == 0;
  }

  private Allowance of(K key) {
    return allowances.get(key, ignored -> new Allowance(policy, rate));
  }
}
