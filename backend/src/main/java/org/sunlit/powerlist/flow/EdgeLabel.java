package org.sunlit.powerlist.flow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is written on a way between steps, and the room it takes in pixels. */
record EdgeLabel(List<String> lines, double width, double height) {
  static final double SIZE = 11;
  static final double LINE = 14;
  private static final double WIDEST = 68;

  /**
   * The label with room for each of the languages, its lines in the first; empty without a text.
   */
  static Optional<EdgeLabel> of(FlowEdge edge, Collection<FlowLanguage> languages) {
    return languages.stream()
        .map(edge::label)
        .filter(text -> !text.isEmpty())
        .map(EdgeLabel::of)
        .reduce(
            (first, other) ->
                new EdgeLabel(
                    first.lines,
                    Math.max(first.width, other.width),
                    Math.max(first.height, other.height)));
  }

  private static EdgeLabel of(String text) {
    List<String> lines = TextMeasure.wrap(text, SIZE, false, WIDEST);
    double width =
        lines.stream().mapToDouble(line -> TextMeasure.width(line, SIZE, false)).max().orElse(0);
    return new EdgeLabel(lines, Math.ceil(width) + 2, lines.size() * LINE + 1);
  }
}
