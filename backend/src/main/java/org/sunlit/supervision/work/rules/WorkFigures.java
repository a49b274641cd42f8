package org.sunlit.supervision.work.rules;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All figures of a party in a period. */
public record WorkFigures(List<Value> values) {
  /**
   * A figure.
   *
   * @param numerator so many cases
   * @param denominator of so many
   * @param minutes of working time in all of the numerator together; 0 for other figures
   */
  public record Value(Figure figure, int numerator, int denominator, long minutes) {}

  /**
   * Counts.
   *
   * @param leftOut lines, such as {@code onTime/20260301-000123-7}, that don't count because a
   *     contest 异议 against them was upheld
   */
  public static WorkFigures of(Collection<Share> shares, Set<String> leftOut) {
    return new WorkFigures(
        Arrays.stream(Figure.values()).map(figure -> value(figure, shares, leftOut)).toList());
  }

  /** One of them. */
  public static Value value(Figure figure, Collection<Share> shares, Set<String> leftOut) {
    List<Share> counted =
        behind(figure, shares)
            .filter(share -> !leftOut.contains(line(figure, share.caseNumber())))
            .toList();
    List<Share> numerator = counted.stream().filter(figure::counts).toList();
    return new Value(
        figure,
        numerator.size(),
        counted.size(),
        figure == Figure.WORKING_TIME ? numerator.stream().mapToLong(Share::minutes).sum() : 0);
  }

  /** The cases behind a figure. */
  public static Stream<Share> behind(Figure figure, Collection<Share> shares) {
    return shares.stream().filter(figure::includes);
  }

  /** A case in a figure, as a contest names it. */
  public static String line(Figure figure, String caseNumber) {
    return figure.code() + '/' + caseNumber;
  }
}
