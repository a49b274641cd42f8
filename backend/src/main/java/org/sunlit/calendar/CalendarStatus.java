package org.sunlit.calendar;

import org.sunlit.platform.Coded;

/** How firm a year of the calendar is. */
public enum CalendarStatus implements Coded {
  /** 已公布: the State Council's General Office has announced the year. */
  ANNOUNCED("announced"),
  /** 暂定: not announced yet; only weekends and holidays fixed by law are known. */
  PROVISIONAL("provisional");

  private final String code;

  CalendarStatus(String code) {
    this.code = code;
  }

  /** The name the API and the data files use. */
  @Override
  public String code() {
    return code;
  }

  /**
   * The status with this name.
   *
   * @throws IllegalArgumentException when no status has it
   */
  public static CalendarStatus of(String code) {
    return Coded.of(CalendarStatus.class, code);
  }
}
