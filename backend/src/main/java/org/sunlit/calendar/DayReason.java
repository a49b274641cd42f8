package org.sunlit.calendar;

/** Why a day counts toward a limit, or does not. */
public enum DayReason {
  /** 开始的当日不计入 (民法典第二百零一条). */
  EVENT_DAY("eventDay", "开始的当日不计入", "The day of the event does not count"),
  /** 工作日. */
  WORKING_DAY("workingDay", "工作日", "Working day"),
  /** 调休上班日. */
  MAKE_UP_DAY("makeUpDay", "调休上班日", "Make-up working day"),
  /** 自然日, of a limit in calendar days. */
  CALENDAR_DAY("calendarDay", "自然日", "Calendar day"),
  /** 按小时计算, of a limit in hours. */
  CLOCK_HOURS("clockHours", "按小时计算", "Counted in hours"),
  /** 周末休息日. */
  WEEKEND("weekend", "周末休息日", "Weekend"),
  /** 放假. */
  HOLIDAY("holiday", "放假", "Holiday"),
  /** 停止计时, for at least a full day. */
  PAUSED("paused", "停止计时", "The clock stands still"),
  /** 期限最后一日为休息日，顺延至此 (民法典第二百零三条). */
  MOVED_TO_WORKING_DAY(
      "movedToWorkingDay", "最后一日为休息日，顺延至本日", "The last day was a day of rest and moves here");

  private final String code;
  private final String label;
  private final String labelEn;

  DayReason(String code, String label, String labelEn) {
    this.code = code;
    this.label = label;
    this.labelEn = labelEn;
  }

  /** The name the API uses. */
  public String code() {
    return code;
  }

  /** The reason in Chinese. */
  public String label() {
    return label;
  }

  /** The reason in English. */
  public String labelEn() {
    return labelEn;
  }
}
