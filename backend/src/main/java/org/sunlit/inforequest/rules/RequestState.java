package org.sunlit.inforequest.rules;

import org.sunlit.platform.Coded;

/** Where a request for information stands 办理状态. */
public enum RequestState implements Coded {
  /** 已收到 */
  RECEIVED("received"),
  /** 已登记，办理中 */
  IN_HAND("inHand"),
  /** 待补正: the applicant has been told what to supplement (art. 30) */
  CLARIFYING("clarifying"),
  /** 答复已拟，待审: another person releases or returns it */
  DRAFTED("drafted"),
  /** 已答复 */
  ANSWERED("answered"),
  /** 复核中: the applicant asked for the answer to be looked at again */
  REVIEWING("reviewing"),
  /** 申请人撤回 */
  WITHDRAWN("withdrawn"),
  /** 视为放弃: not supplemented in time without good reason (art. 30) */
  LAPSED("lapsed");

  private final String code;

  RequestState(String code) {
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
  public static RequestState of(String code) {
    return Coded.of(RequestState.class, code);
  }

  /** Whether the applicant still waits for the first answer. */
  public boolean over() {
    return this == ANSWERED || this == WITHDRAWN || this == LAPSED;
  }
}
