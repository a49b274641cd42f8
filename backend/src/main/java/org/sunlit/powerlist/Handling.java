package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How an item is handled (办件类型, C5). */
public enum Handling {
  /** 即办件: decided while the applicant waits. */
  INSTANT("instant"),
  /** 承诺件: decided within a promised limit. */
  PROMISED("promised");

  private final String code;

  Handling(String code) {
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
  public static Handling of(String code) {
    for (Handling value : values()) {
      if (value.code.equals(code)) {
        return value;
      }
    }
    throw new IllegalArgumentException("No Handling is called '" + code + "'");
  }
}
