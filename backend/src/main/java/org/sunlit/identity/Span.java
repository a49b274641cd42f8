package org.sunlit.identity;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A stretch of time.
 *
 * @param from its first moment; null for one without a beginning
 * @param until the first moment after it; null for one without an end
 */
public record Span(Instant from, Instant until) {

  /** Whether this moment lies in it. */
  public boolean covers(Instant moment) {
    return (from == null || !moment.isBefore(from)) && (until == null || moment.isBefore(until));
  }

  /** Where it begins and where it ends, as far as it does. */
  Stream<Instant> bounds() {
    return Stream.of(from, until).filter(Objects::nonNull);
  }

  /** Whether the two have a moment in common. */
  public boolean overlaps(Span other) {
    return begins(other) && other.begins(this) && !empty() && !other.empty();
  }

  private boolean begins(Span other) {
    return from == null || other.until == null || from.isBefore(other.until);
  }

  private boolean empty() {
    return from != null && until != null && !from.isBefore(until);
  }
}
