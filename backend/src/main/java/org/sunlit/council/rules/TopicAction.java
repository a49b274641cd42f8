package org.sunlit.council.rules;

import org.sunlit.platform.Coded;

/** What the office, or a department that was asked, can do. */
public enum TopicAction implements Coded {
  /** 通过 */
  RELEASE("release"),
  /** 不予通过 */
  REFUSE("refuse"),
  /** 撤下 */
  TAKE_DOWN("takeDown"),
  /** 转部门答复 */
  ASK("ask"),
  /** 退回: it isn't the department's to answer */
  SEND_BACK("sendBack"),
  /** 答复 */
  ANSWER("answer"),
  /** 转为投诉 */
  MAKE_COMPLAINT("makeComplaint"),
  /** 结束 */
  CLOSE("close");

  private final String code;

  TopicAction(String code) {
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
  public static TopicAction of(String code) {
    return Coded.of(TopicAction.class, code);
  }
}
