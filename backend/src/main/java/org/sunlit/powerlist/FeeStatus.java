package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a listed fee is asked for today (收费状态, A15). */
public enum FeeStatus {
  /** 收取. */
  CHARGED("charged"),
  /** 免收. */
  WAIVED("waived"),
  /** 停征. */
  STOPPED("stopped"),
  /** 取消. */
  CANCELLED("cancelled");

  private final String code;

  FeeStatus(String code) {
    this.code = code;
  }

  /** The name the API and stored documents use. */
  @JsonValue
  public String code() {
    return code;
  }

  /**
   * The value with this API name.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  public static FeeStatus of(String code) {
    for (FeeStatus value : values()) {
      if (value.code.equals(code)) {
        return value;
      }
    }
    throw new IllegalArgumentException("No FeeStatus is called '" + code + "'");
  }
}
