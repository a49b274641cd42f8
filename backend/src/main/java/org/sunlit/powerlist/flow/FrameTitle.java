package org.sunlit.powerlist.flow;

import java.util.Collection;

/** What stands on a sub-process's frame: its name, and how long it may take as a whole. */
final class FrameTitle {
  static final double SIZE = 12;

  /** How high the line with the title is, in pixels. */
  static final double LINE = 20;

  private static final double SIDES = 8;

  private FrameTitle() {}

  static String of(FlowGroup group, FlowLanguage language) {
    return group.limit() == null
        ? group.name(language)
        : group.name(language)
            + language.pick("（", " (")
            + LimitWords.text(group.limit(), language)
            + language.pick("）", ")");
  }

  static Placement.Size sizeOf(FlowGroup group, Collection<FlowLanguage> languages) {
    double widest =
        languages.stream()
            .mapToDouble(language -> TextMeasure.width(of(group, language), SIZE, true))
            .max()
            .orElse(0);
    return new Placement.Size(Math.ceil(widest) + SIDES, LINE);
  }
}
