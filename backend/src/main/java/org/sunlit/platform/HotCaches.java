package org.sunlit.platform;

import com.github.benmanes.caffeine.cache.Caffeine;

/** Caches that are read with nearly every request. */
public final class HotCaches {
  private HotCaches() {}

  /**
   * One that keeps its order where it is read. By itself Caffeine hands that to another thread, and
   * to wake one every few reads costs more than the reads and takes a processor from somebody else.
   */
  public static Caffeine<Object, Object> builder() {
    return Caffeine.newBuilder().executor(Runnable::run);
  }
}
