package org.sunlit.administration;

import org.sunlit.platform.Coded;

/** What kinds of things are changed. */
public enum ChangeKind implements Coded {
  /** 事项 */
  ITEM("item"),
  /** 流程 */
  FLOW("flow"),
  /** 部门 */
  DEPARTMENT("department"),
  /** 工作日历 */
  CALENDAR("calendar");

  private final String code;

  ChangeKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
