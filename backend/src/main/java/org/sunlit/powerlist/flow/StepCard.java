package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * What is written on a step in the diagram, in lines, and how much room that takes, in pixels.
 * Cards stay narrow enough for two to stand side by side on a phone of 360 pixels.
 *
 * @param nameLines the step's name
 * @param detailLines its post and limit
 * @param width the card's width
 * @param height the card's height
 */
record StepCard(List<String> nameLines, List<String> detailLines, double width, double height) {
  static final double NAME_SIZE = 14;
  static final double NAME_LINE = 19;
  static final double DETAIL_SIZE = 11;
  static final double DETAIL_LINE = 15;

  /** How far a decision's points reach beyond its text. */
  static final double POINT = 14;

  private static final double TEXT_WIDEST = 140;
  private static final double TEXT_NARROWEST = 84;
  private static final double END_WIDEST = 92;
  private static final double END_NARROWEST = 48;
  private static final double SIDE = 12;
  private static final double ABOVE = 9;
  private static final double BETWEEN = 2;

  static StepCard of(FlowStep step, FlowLanguage language) {
    boolean end = step.kind().isEnd() || step.kind() == StepKind.SUBMISSION;
    // Side ends stand beside a step, the start never does.
    double widest = step.kind().isEnd() ? END_WIDEST : TEXT_WIDEST;
    List<String> name = TextMeasure.wrap(step.name(language), NAME_SIZE, true, widest);
    List<String> details =
        details(step, language).stream()
            .flatMap(line -> TextMeasure.wrap(line, DETAIL_SIZE, false, widest).stream())
            .toList();
    double text = end ? END_NARROWEST : TEXT_NARROWEST;
    for (String line : name) {
      text = Math.max(text, TextMeasure.width(line, NAME_SIZE, true));
    }
    for (String line : details) {
      text = Math.max(text, TextMeasure.width(line, DETAIL_SIZE, false));
    }
    double sides = step.kind() == StepKind.APPROVAL ? 2 * POINT : 2 * SIDE;
    double height =
        2 * ABOVE
            + name.size() * NAME_LINE
            + (details.isEmpty() ? 0 : BETWEEN)
            + details.size() * DETAIL_LINE;
    return new StepCard(name, details, even(text + sides), even(height));
  }

  /** Who acts in a step and how long that may take, as far as either is known. */
  static List<String> details(FlowStep step, FlowLanguage language) {
    List<String> details = new ArrayList<>();
    if (step.post() != null) {
      details.add(step.post().name(language));
    }
    String time = step.kind().isEnd() ? "" : time(step, language);
    if (!time.isEmpty()) {
      details.add(time);
    }
    return details;
  }

  /** Room enough for either language, lines in the first. */
  StepCard orLarger(StepCard other) {
    return new StepCard(
        nameLines, detailLines, Math.max(width, other.width), Math.max(height, other.height));
  }

  /** An even size has its middle on a whole pixel, so that cards of any width line up. */
  private static double even(double size) {
    return Math.ceil(size / 2) * 2;
  }

  private static String time(FlowStep step, FlowLanguage language) {
    String limit = step.limit() == null ? "" : LimitWords.text(step.limit(), language);
    if (!step.countsTowardLimit()) {
      String stopped = language.pick("不计入时限", "not counted");
      return limit.isEmpty()
          ? stopped
          : limit + language.pick("（", " (") + stopped + language.pick("）", ")");
    }
    return limit;
  }
}
