package org.sunlit.rating.rules;

import org.sunlit.platform.Coded;

/** How satisfied somebody is (满意、基本满意、不满意, G1). */
public enum Satisfaction implements Coded {
  /** 满意 */
  SATISFIED("satisfied"),
  /** 基本满意 */
  BASICALLY_SATISFIED("basicallySatisfied"),
  /** 不满意: opens a rectification. */
  NOT_SATISFIED("notSatisfied");

  private final String code;

  Satisfaction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
