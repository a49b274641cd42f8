package org.sunlit.place.rules;

import org.sunlit.platform.Coded;

/** What a department lets a township do of an item (部门授权、远程审批、乡镇代发证件, D2). */
public enum DelegatedPower implements Coded {
  /** 受理: it decides on acceptance. */
  ACCEPT("accept"),
  /** 收件转报: it takes in, and the department decides on acceptance. */
  FORWARD("forward"),
  /** 代发证件: it prints and hands over what the department has approved. */
  ISSUE("issue");

  private final String code;

  DelegatedPower(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
