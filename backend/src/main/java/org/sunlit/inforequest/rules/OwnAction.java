package org.sunlit.inforequest.rules;

import org.sunlit.platform.Coded;

/** What the applicant can do about their request. */
public enum OwnAction implements Coded {
  /** 补正 (art. 30) */
  SUPPLEMENT("supplement"),
  /** 说明理由 (art. 35) */
  GIVE_REASONS("giveReasons"),
  /** 申请复核, once */
  ASK_REVIEW("askReview"),
  /** 撤回申请 */
  WITHDRAW("withdraw");

  private final String code;

  OwnAction(String code) {
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
  public static OwnAction of(String code) {
    return Coded.of(OwnAction.class, code);
  }
}
