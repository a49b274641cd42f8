package org.sunlit.inforequest.rules;

/**
 * A decision on a request, without its words.
 *
 * @param ground why something is kept back; null where nothing is
 * @param authority the department that has it instead; null when unknown or ours
 * @param publicInterest that it is given although a third party objected, because keeping it back
 *     could gravely affect the public interest (art. 32)
 */
public record Decision(
    DecisionKind kind, RefusalGround ground, String authority, boolean publicInterest) {
  /** Days to apply for reconsideration (行政复议法第二十条第一款). */
  public static final int RECONSIDERATION_DAYS = 60;

  /** Months to sue without reconsideration before (行政诉讼法第四十六条第一款). */
  public static final int LAWSUIT_MONTHS = 6;

  /** Days to sue after a decision on reconsideration (行政诉讼法第四十五条). */
  public static final int LAWSUIT_DAYS_AFTER = 15;

  /** The articles it rests on, the ground's after the decision's. */
  public String articles() {
    return ground == null ? kind.article() : kind.article() + "、" + ground.article();
  }
}
