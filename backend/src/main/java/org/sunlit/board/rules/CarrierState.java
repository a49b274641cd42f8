package org.sunlit.board.rules;

import org.sunlit.platform.Coded;

/** How a carrier is now. */
public enum CarrierState implements Coded {
  /** Nothing has been heard of its device yet. */
  UNPAIRED("unpaired"),
  /** 在线 */
  ONLINE("online"),
  /** Alive, and what it shows is old. */
  STALE("stale"),
  /** 失联 */
  OFFLINE("offline"),
  /** Changed within its interval. */
  POSTED("posted"),
  /** 逾期未更新 */
  OVERDUE("overdue"),
  /** A board or wall that is changed when there is something to change. */
  KEPT("kept"),
  /** 已拆除 */
  CLOSED("closed");

  private final String code;

  CarrierState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
