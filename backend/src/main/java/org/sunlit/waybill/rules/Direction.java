package org.sunlit.waybill.rules;

import org.sunlit.platform.Coded;

/** Which way paper goes. */
public enum Direction implements Coded {
  /** 申请材料: from the counter that took them in to who decides. */
  MATERIALS("materials"),
  /** 办理结果: from who decided to the counter where it is collected. */
  RESULT("result");

  private final String code;

  Direction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Who sends it. */
  public Side from() {
    return this == MATERIALS ? Side.COUNTER : Side.HOME;
  }

  /** Who receives it. */
  public Side to() {
    return this == MATERIALS ? Side.HOME : Side.COUNTER;
  }
}
