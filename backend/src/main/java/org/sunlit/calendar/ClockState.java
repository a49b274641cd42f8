package org.sunlit.calendar;

/** What a clock is doing. */
public enum ClockState {
  /** 未起算. */
  NOT_STARTED("notStarted"),
  /** 计时中. */
  RUNNING("running"),
  /** 停止计时. */
  PAUSED("paused"),
  /** 已办结. */
  STOPPED("stopped");

  private final String code;

  ClockState(String code) {
    this.code = code;
  }

  /** The name the API uses. */
  public String code() {
    return code;
  }
}
