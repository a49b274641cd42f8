package org.sunlit.clue.rules;

import org.sunlit.platform.Coded;

/** Where a clue stands 线索状态. */
public enum ClueState implements Coded {
  /** 待分办 */
  POOLED("pooled"),
  /** 待提处置意见 */
  DISPATCHED("dispatched"),
  /** 处置意见待批 */
  PROPOSED("proposed"),
  /** 核查中 */
  HANDLING("handling"),
  /** 暂存待查 */
  SHELVED("shelved"),
  /** 审理中 */
  REVIEWING("reviewing"),
  /** 待决定 */
  REVIEWED("reviewed"),
  /** 待澄清 */
  CLEARING("clearing"),
  /** 待回访 */
  FOLLOWING("following"),
  /** 办结 */
  CLOSED("closed");

  private final String code;

  ClueState(String code) {
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
  public static ClueState of(String code) {
    return Coded.of(ClueState.class, code);
  }
}
