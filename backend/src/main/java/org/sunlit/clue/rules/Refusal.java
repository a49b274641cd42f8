package org.sunlit.clue.rules;

import org.sunlit.platform.Coded;

/** Why somebody can't do something about a clue. */
public enum Refusal implements Coded {
  /** not as it stands */
  NOT_NOW("notNow"),
  /** 由负责人办理 */
  FOR_THE_HEAD("forTheHead"),
  /** 由承办人办理 */
  FOR_THE_INVESTIGATOR("forTheInvestigator"),
  /** 由审理人办理 */
  FOR_THE_REVIEWER("forTheReviewer"),
  /** 由本人表示: who has an account says themselves how they want to be cleared */
  FOR_THE_PERSON("forThePerson"),
  /** 回避: it is about their own department */
  CONCERNED("concerned"),
  /** investigating, reviewing and deciding are three persons' work */
  TOOK_PART("tookPart");

  private final String code;

  Refusal(String code) {
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
  public static Refusal of(String code) {
    return Coded.of(Refusal.class, code);
  }
}
