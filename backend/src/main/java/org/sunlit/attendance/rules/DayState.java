package org.sunlit.attendance.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** What a day comes to for somebody who has a place at the window. */
public enum DayState implements Coded {
  /** 休息: not a working day, or nobody expected them. */
  FREE("free"),
  /** 待签到: there is still time to come. */
  PENDING("pending"),
  /** 到岗 */
  PRESENT("present"),
  /** 迟到 */
  LATE("late"),
  /** 早退: signed out before closing, or not at all. */
  LEFT_EARLY("leftEarly"),
  /** 请假: approved, the whole time the place was open. */
  LEAVE("leave"),
  /** 缺岗: expected, the time to come is over, and no sign. */
  MISSING("missing");

  private final String code;

  DayState(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /** Whether somebody can be blamed for it. */
  public boolean adverse() {
    return this == LATE || this == LEFT_EARLY || this == MISSING;
  }

  @JsonCreator
  public static DayState of(String code) {
    return Coded.of(DayState.class, code);
  }
}
