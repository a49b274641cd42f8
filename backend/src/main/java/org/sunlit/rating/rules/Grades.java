package org.sunlit.rating.rules;

import static java.util.Objects.requireNonNull;

import java.util.stream.Stream;

/**
 * What somebody says of how their case was handled (G2).
 *
 * @param efficiency 效率; null when nothing was said of it, as the other two
 * @param attitude 态度
 * @param quality 质量
 */
public record Grades(
    Satisfaction overall, Satisfaction efficiency, Satisfaction attitude, Satisfaction quality) {
  public Grades {
    requireNonNull(overall, "overall");
  }

  /** A bad rating 差评: not satisfied as a whole. */
  public boolean bad() {
    return overall == Satisfaction.NOT_SATISFIED;
  }

  /** Whether every one of the four is the best there is. */
  public boolean allBest() {
    return Stream.of(overall, efficiency, attitude, quality)
        .allMatch(grade -> grade == Satisfaction.SATISFIED);
  }
}
