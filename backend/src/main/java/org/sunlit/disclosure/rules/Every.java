package org.sunlit.disclosure.rules;

import java.time.LocalDate;
import org.sunlit.platform.Coded;

/** How often a regular duty 定期公开 comes back: periods of the calendar year. */
public enum Every implements Coded {
  MONTH("month", 1),
  QUARTER("quarter", 3),
  HALF_YEAR("halfYear", 6),
  YEAR("year", 12);

  private final String code;
  private final int months;

  Every(String code, int months) {
    this.code = code;
    this.months = months;
  }

  @Override
  public String code() {
    return code;
  }

  /** The first day of the period a day lies in. */
  LocalDate begin(LocalDate day) {
    return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / months * months + 1);
  }

  /** The last day of the period that begins on a day. */
  LocalDate end(LocalDate begin) {
    return begin.plusMonths(months).minusDays(1);
  }

  /** What the period that begins on a day is called, such as {@code 2026-Q3}. */
  String name(LocalDate begin) {
    int nth = (begin.getMonthValue() - 1) / months + 1;
    return switch (this) {
      case MONTH -> "%d-%02d".formatted(begin.getYear(), nth);
      case QUARTER -> begin.getYear() + "-Q" + nth;
      case HALF_YEAR -> begin.getYear() + "-H" + nth;
      case YEAR -> String.valueOf(begin.getYear());
    };
  }
}
