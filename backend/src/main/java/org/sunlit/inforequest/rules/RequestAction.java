package org.sunlit.inforequest.rules;

import org.sunlit.platform.Coded;

/** What somebody of the office can do about a request. */
public enum RequestAction implements Coded {
  /** 登记: takes it on and tells the applicant by when they are answered (art. 45) */
  ACKNOWLEDGE("acknowledge"),
  /** 一次性告知补正 (art. 30) */
  ASK_CLARIFICATION("askClarification"),
  /** 收到补正: it came otherwise than online */
  ENTER_SUPPLEMENT("enterSupplement"),
  /** 视为放弃 (art. 30) */
  LAPSE("lapse"),
  /** 要求说明理由: number or frequency are beyond reason (art. 35) */
  ASK_REASONS("askReasons"),
  /** 收到理由说明: it came otherwise than online */
  ENTER_REASONS("enterReasons"),
  /** 征求意见 (arts. 32, 34) */
  CONSULT("consult"),
  /** 收到意见: what the one consulted said, or that they said nothing in time */
  ENTER_OPINION("enterOpinion"),
  /** 申请延长答复期限 (art. 33) */
  ASK_EXTENSION("askExtension"),
  /** 同意延长, by the head of the office */
  GRANT_EXTENSION("grantExtension"),
  /** 不同意延长 */
  REFUSE_EXTENSION("refuseExtension"),
  /** 拟稿: the answer as it is to be released */
  DRAFT("draft"),
  /** 退回修改 */
  RETURN_DRAFT("returnDraft"),
  /** 审核签发: another person than who drafted it */
  RELEASE("release"),
  /** 复核维持: looked at again by another person, the answer stands */
  CONFIRM("confirm"),
  /** 收到撤回: the applicant takes it back otherwise than online */
  ENTER_WITHDRAWAL("enterWithdrawal");

  private final String code;

  RequestAction(String code) {
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
  public static RequestAction of(String code) {
    return Coded.of(RequestAction.class, code);
  }
}
