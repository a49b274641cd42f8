package org.sunlit.rating.rules;

import java.time.Instant;
import java.util.List;

/**
 * What is known of a rating when it is given.
 *
 * @param endedAt when its case ended
 * @param staffDevice whether it came from a browser that one of the staff signs in with
 * @param staffAddress whether it came from an address of the offices
 * @param atTerminal when the ratings before it at the same terminal were given
 * @param earlierAllBest of the latest ratings of the same person, the newest first, whether all of
 *     their grades were the best
 */
public record RatingFacts(
    Grades grades,
    Channel channel,
    Instant ratedAt,
    Instant endedAt,
    boolean staffDevice,
    boolean staffAddress,
    List<Instant> atTerminal,
    List<Boolean> earlierAllBest) {
  public RatingFacts {
    atTerminal = List.copyOf(atTerminal);
    earlierAllBest = List.copyOf(earlierAllBest);
  }
}
