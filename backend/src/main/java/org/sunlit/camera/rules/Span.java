package org.sunlit.camera.rules;

import java.time.Duration;
import java.time.Instant;

/** A time from one moment to another, the second not in it. */
public record Span(Instant from, Instant until) {
  public Span {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("A span ends after it begins");
    }
  }

  /** Whether the other lies in it altogether. */
  public boolean contains(Span other) {
    return !other.from.isBefore(from) && !other.until.isAfter(until);
  }

  /** Whether they have a moment in common. */
  public boolean overlaps(Span other) {
    return from.isBefore(other.until) && other.from.isBefore(until);
  }

  /** What of this lies in the other, which it overlaps. */
  public Span within(Span other) {
    return new Span(
        from.isBefore(other.from) ? other.from : from,
        until.isAfter(other.until) ? other.until : until);
  }

  public Duration length() {
    return Duration.between(from, until);
  }
}
