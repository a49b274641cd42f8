package org.sunlit.clue.rules;

import org.sunlit.platform.Coded;

/** What somebody of the office can do about a clue. */
public enum ClueAction implements Coded {
  /** 分办: to one who investigates and another who reviews */
  DISPATCH("dispatch", Part.HEAD),
  /** 移送 to whoever is competent, as when nobody here may handle it */
  HAND_OVER("handOver", Part.HEAD),
  /** 提出处置意见 */
  PROPOSE("propose", Part.INVESTIGATOR),
  /** 批准处置意见 */
  APPROVE("approve", Part.HEAD),
  /** 退回处置意见 */
  RETURN_PROPOSAL("returnProposal", Part.HEAD),
  /** 谈话结束或者收到函询回复 */
  ENTER_REPLY("enterReply", Part.INVESTIGATOR),
  /** 启用: what lay shelved is looked at again */
  TAKE_UP("takeUp", Part.HEAD),
  /** 提交情况报告 */
  REPORT("report", Part.INVESTIGATOR),
  /** 审理通过 */
  AGREE("agree", Part.REVIEWER),
  /** 审理退回 */
  OBJECT("object", Part.REVIEWER),
  /** 决定 */
  DECIDE("decide", Part.HEAD),
  /** 退回补充核查 */
  RETURN_REPORT("returnReport", Part.HEAD),
  /** 登记本人意愿: somebody without an account said how they want to be cleared */
  ENTER_WISH("enterWish", Part.INVESTIGATOR),
  /** 已在单位内澄清 */
  CLEAR("clear", Part.HEAD),
  /** 回访教育 */
  VISIT("visit", Part.INVESTIGATOR);

  private final String code;
  private final Part part;

  ClueAction(String code, Part part) {
    this.code = code;
    this.part = part;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whose it is to do. */
  public enum Part {
    /** 负责人 */
    HEAD,
    /** 承办人 */
    INVESTIGATOR,
    /** 审理人 */
    REVIEWER
  }

  public Part part() {
    return part;
  }

  /**
   * The value with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static ClueAction of(String code) {
    return Coded.of(ClueAction.class, code);
  }
}
