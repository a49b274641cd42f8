package org.sunlit.camera.rules;

import org.sunlit.platform.Coded;

/** Why somebody looks at a recording 调阅事由. Without one of these nobody does. */
public enum ViewingReason implements Coded {
  /** 诉求核查: somebody has complained. */
  COMPLAINT("complaint"),
  /** 监察发现: something was found. */
  FINDING("finding"),
  /** 考勤核查: somebody seems to have been absent. */
  ATTENDANCE("attendance"),
  /** 督查 */
  INSPECTION("inspection"),
  /** 线索核查: the discipline office follows a lead. */
  LEAD("lead");

  private final String code;

  ViewingReason(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
