package org.sunlit.complaint.rules;

import org.sunlit.platform.Coded;

/** What the writer thinks of the answer 满意度. */
public enum Grade implements Coded {
  /** 满意 */
  SATISFIED("satisfied"),
  /** 基本满意 */
  BASICALLY_SATISFIED("basicallySatisfied"),
  /** 不满意 */
  NOT_SATISFIED("notSatisfied");

  private final String code;

  Grade(String code) {
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
  public static Grade of(String code) {
    return Coded.of(Grade.class, code);
  }
}
