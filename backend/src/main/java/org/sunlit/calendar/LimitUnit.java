package org.sunlit.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/**
 * The unit a time limit (期限) is counted in. The law counts administrative licence limits in working
 * days (行政许可法第八十二条); some statutes count calendar days or hours, so all three are kept apart and
 * never converted silently.
 */
public enum LimitUnit implements Coded {
  /** 工作日, statutory holidays left out. */
  WORKING_DAYS("workingDays"),
  /** 日（自然日）, holidays counted. */
  CALENDAR_DAYS("calendarDays"),
  /** 小时, clock hours. */
  HOURS("hours");

  private final String code;

  LimitUnit(String code) {
    this.code = code;
  }

  /** The name the API and stored documents use. */
  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /**
   * The unit with this API name.
   *
   * @throws IllegalArgumentException when no unit has it
   */
  @JsonCreator
  public static LimitUnit of(String code) {
    return Coded.of(LimitUnit.class, code);
  }
}
