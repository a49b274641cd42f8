package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** Whether a listed fee is asked for today (收费状态, A15). */
public enum FeeStatus implements Coded {
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
  @Override
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
    return Coded.of(FeeStatus.class, code);
  }
}
