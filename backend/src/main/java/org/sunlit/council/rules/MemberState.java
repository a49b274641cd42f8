package org.sunlit.council.rules;

import org.sunlit.platform.Coded;

/** Where an appointment stands 聘任状态; only who is serving sees and does anything. */
public enum MemberState implements Coded {
  /** 已聘任，未加入: the invitation waits for its account */
  INVITED("invited"),
  /** 聘期未到 */
  AHEAD("ahead"),
  /** 在聘 */
  SERVING("serving"),
  /** 聘期届满 */
  EXPIRED("expired"),
  /** 已解聘 */
  ENDED("ended");

  private final String code;

  MemberState(String code) {
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
  public static MemberState of(String code) {
    return Coded.of(MemberState.class, code);
  }
}
