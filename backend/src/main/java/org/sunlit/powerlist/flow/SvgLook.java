package org.sunlit.powerlist.flow;

/**
 * The colours and fonts of flowcharts: calm blues whose lightness alone tells things apart, so that
 * a black-and-white printout loses nothing.
 */
final class SvgLook {
  static final String FONTS =
      "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','Source Han Sans CN',"
          + "'PingFang SC','Microsoft YaHei','Hiragino Sans GB',sans-serif";

  static final String INK = "#12304f";
  static final String TEXT = "#3f5468";
  static final String QUIET = "#66788a";
  static final String LINE = "#2f6496";
  static final String SIDE_LINE = "#73879b";
  static final String DEEP = "#1d4e80";
  static final String CARD = "#f4f8fc";
  static final String DECISION = "#e2eefa";
  static final String DONE = "#d3e2f0";
  static final String HAIR = "#c9d6e3";
  static final String WHITE = "#fff";

  private SvgLook() {}

  /** Dark for A, middling for B, white for C. */
  static String gradeFill(RiskGrade grade) {
    return switch (grade) {
      case A -> "#a33a32";
      case B -> "#f0c27a";
      case C -> WHITE;
    };
  }

  static String gradeText(RiskGrade grade) {
    return grade == RiskGrade.A ? WHITE : "#4a2c10";
  }

  static String gradeLine(RiskGrade grade) {
    return grade == RiskGrade.A ? "#7d2620" : "#8a5a1c";
  }
}
