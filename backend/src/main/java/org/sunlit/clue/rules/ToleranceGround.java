package org.sunlit.clue.rules;

import org.sunlit.platform.Coded;

/** Why a mistake is tolerated 容错情形: the three distinctions (三个区分开来) and what seed 004 adds. */
public enum ToleranceGround implements Coded {
  /** 缺乏经验、先行先试中的失误 */
  FIRST_TRIAL("firstTrial"),
  /** 上级尚无明确限制的探索性试验中的失误 */
  NO_RULE_YET("noRuleYet"),
  /** 为推动发展的无意过失 */
  UNINTENDED("unintended"),
  /** 容缺审批审查中的探索性失误 */
  TOLERANT_ACCEPTANCE("tolerantAcceptance");

  private final String code;

  ToleranceGround(String code) {
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
  public static ToleranceGround of(String code) {
    return Coded.of(ToleranceGround.class, code);
  }
}
