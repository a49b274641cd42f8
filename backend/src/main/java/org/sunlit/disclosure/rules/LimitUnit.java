package org.sunlit.disclosure.rules;

import org.sunlit.platform.Coded;

/** What the time to publish is counted in. */
public enum LimitUnit implements Coded {
  /** 工作日; the day of the event doesn't count. */
  WORKING_DAYS("workingDays"),
  /** Days of the calendar 自然日. */
  DAYS("days"),
  /** Hours by the clock 小时. */
  HOURS("hours");

  private final String code;

  LimitUnit(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
