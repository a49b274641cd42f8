package org.sunlit.attendance.rules;

import org.sunlit.platform.Coded;

/**
 * What a line of an efficiency file 效能档案 that can be contested is about; cards have their own
 * appeal.
 */
public enum LineKind implements Coded {
  /** A day of attendance 考勤; the line is the day, such as {@code 2026-11-30}. */
  DAY("day"),
  /** A case in a work figure 工作数据; the line is both, such as {@code onTime/20260301-000123-7}. */
  WORK("work");

  private final String code;

  LineKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
