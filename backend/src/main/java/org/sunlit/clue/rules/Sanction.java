package org.sunlit.clue.rules;

import org.sunlit.platform.Coded;

/**
 * What may follow 处理措施, from the lightest to the gravest: the four of I6, then the 政务处分 that
 * 公职人员政务处分法第七条 names. The months are how long one counts (第八条); 0 where the law sets none.
 */
public enum Sanction implements Coded {
  /** 诫勉谈话 */
  ADMONITION("admonition", 0),
  /** 责令检查 */
  WRITTEN_REVIEW("writtenReview", 0),
  /** 通报批评 */
  CRITICISM("criticism", 0),
  /** 离岗培训 */
  OFF_POST_TRAINING("offPostTraining", 0),
  /** 警告 */
  WARNING("warning", 6),
  /** 记过 */
  DEMERIT("demerit", 12),
  /** 记大过 */
  MAJOR_DEMERIT("majorDemerit", 18),
  /** 降级 */
  DEMOTION("demotion", 24),
  /** 撤职 */
  REMOVAL("removal", 24),
  /** 开除: final */
  DISMISSAL("dismissal", 0);

  /** Months to ask the office that decided for review 复审 (公职人员政务处分法第五十五条). */
  public static final int REVIEW_MONTHS = 1;

  private final String code;
  private final int months;

  Sanction(String code, int months) {
    this.code = code;
    this.months = months;
  }

  @Override
  public String code() {
    return code;
  }

  public int months() {
    return months;
  }

  /** Whether it is a 政务处分, against which one can ask for review within a month (第五十五条). */
  public boolean administrative() {
    return compareTo(WARNING) >= 0;
  }

  /** Whether an office that may go as far as {@code gravest} can decide on it. */
  public boolean within(Sanction gravest) {
    return compareTo(gravest) <= 0;
  }

  /**
   * The value with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Sanction of(String code) {
    return Coded.of(Sanction.class, code);
  }
}
