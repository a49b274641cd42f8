package org.sunlit.council.rules;

import org.sunlit.platform.Coded;

/** Where a topic stands. */
public enum TopicState implements Coded {
  /** 待审核: nobody but its author and the office has seen it */
  PENDING("pending"),
  /** 交流中 */
  OPEN("open"),
  /** 待部门答复 */
  ASKED("asked"),
  /** 已答复 */
  ANSWERED("answered"),
  /** 已结束 */
  CLOSED("closed"),
  /** 审核未通过 */
  REFUSED("refused"),
  /** 已撤下 */
  WITHDRAWN("withdrawn");

  private final String code;

  TopicState(String code) {
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
  public static TopicState of(String code) {
    return Coded.of(TopicState.class, code);
  }
}
