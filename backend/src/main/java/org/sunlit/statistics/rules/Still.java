package org.sunlit.statistics.rules;

import java.time.Instant;

/**
 * A stretch in which a clock stands still.
 *
 * @param to null while it still does
 */
public record Still(Instant from, Instant to) {
  Instant endOr(Instant now) {
    return to == null ? now : to;
  }
}
