package org.sunlit.board.rules;

import org.sunlit.platform.Coded;

/** On which days a part of a playlist is played, by the statutory calendar. */
public enum ProgrammeDays implements Coded {
  /** 每天 */
  ALL("all"),
  /** 工作日 */
  WORKING("working"),
  /** 休息日 */
  REST("rest");

  private final String code;

  ProgrammeDays(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  boolean plays(boolean workingDay) {
    return switch (this) {
      case ALL -> true;
      case WORKING -> workingDay;
      case REST -> !workingDay;
    };
  }

  boolean meets(ProgrammeDays other) {
    return this == ALL || other == ALL || this == other;
  }
}
