package org.sunlit.calendar;

/** What the statutory calendar says of a day. */
public enum DayKind {
  /** 工作日, Monday to Friday with nothing declared. */
  WORKING_DAY(true),
  /** 调休上班日, a weekend day declared a working day in exchange for a day off. */
  MAKE_UP_DAY(true),
  /** 周末休息日, Saturday or Sunday with nothing declared (职工工作时间的规定第七条). */
  WEEKEND(false),
  /** 放假, a declared day off: a statutory holiday or the days moved next to it. */
  HOLIDAY(false);

  private final boolean working;

  DayKind(boolean working) {
    this.working = working;
  }

  /** Whether offices work, so whether the day counts toward a limit in working days. */
  public boolean working() {
    return working;
  }
}
