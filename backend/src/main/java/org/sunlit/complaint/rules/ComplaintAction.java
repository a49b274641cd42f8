package org.sunlit.complaint.rules;

import org.sunlit.platform.Coded;

/** What somebody can do about a complaint. */
public enum ComplaintAction implements Coded {
  /** 甄别: say what it is and what it is about */
  SCREEN("screen"),
  /** 交办: give it to a lead department and joint ones */
  ASSIGN("assign"),
  /** 并案: the same matter as another one */
  GROUP("group"),
  /** 受理: one handles it oneself */
  TAKE_UP("takeUp"),
  /** 协办意见: a joint department says its part */
  CONTRIBUTE("contribute"),
  /** 转办: straight to another department */
  TRANSFER("transfer"),
  /** 退回: back to those who assign */
  RETURN("return"),
  /** 申请延期 */
  ASK_EXTENSION("askExtension"),
  /** 同意延期 */
  GRANT_EXTENSION("grantExtension"),
  /** 不同意延期 */
  REFUSE_EXTENSION("refuseExtension"),
  /** 催办 by a supervisor */
  URGE("urge"),
  /** 挂牌督办 */
  SUPERVISE("supervise"),
  /** 答复 */
  REPLY("reply"),
  /** 回访: is it really fixed? */
  CALL_BACK("callBack");

  private final String code;

  ComplaintAction(String code) {
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
  public static ComplaintAction of(String code) {
    return Coded.of(ComplaintAction.class, code);
  }
}
