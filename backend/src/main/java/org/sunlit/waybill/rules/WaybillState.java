package org.sunlit.waybill.rules;

import org.sunlit.platform.Coded;

/** How far paper has come, on a day. */
public enum WaybillState implements Coded {
  /** 在途 */
  ON_THE_WAY("onTheWay"),
  /** 逾期未到: the day it was expected on is over. */
  LATE("late"),
  /** 未收到: somebody has said that it is lost. */
  MISSING("missing"),
  /** 已签收 */
  RECEIVED("received");

  private final String code;

  WaybillState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
