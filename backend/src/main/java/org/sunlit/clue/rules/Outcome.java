package org.sunlit.clue.rules;

import org.sunlit.platform.Coded;

/** What a clue comes to 处理结果. */
public enum Outcome implements Coded {
  /** 失实澄清: what was said of them is not true (I7) */
  CLEARED("cleared"),
  /** 查无实据，予以了结 */
  UNPROVEN("unproven"),
  /** 容错免责: an honest mistake (I7) */
  TOLERATED("tolerated"),
  /** 组织处理或者政务处分 (I6) */
  SANCTIONED("sanctioned"),
  /** 移送: others have to decide */
  HANDED_OVER("handedOver");

  private final String code;

  Outcome(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * The value with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Outcome of(String code) {
    return Coded.of(Outcome.class, code);
  }
}
