package org.sunlit.inforequest.rules;

import org.sunlit.platform.Coded;

/** What they said 反馈意见. */
public enum Opinion implements Coded {
  /** 同意公开 */
  AGREES("agrees"),
  /** 不同意公开 */
  OBJECTS("objects"),
  /** 逾期未提出意见 */
  NONE("none");

  private final String code;

  Opinion(String code) {
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
  public static Opinion of(String code) {
    return Coded.of(Opinion.class, code);
  }
}
