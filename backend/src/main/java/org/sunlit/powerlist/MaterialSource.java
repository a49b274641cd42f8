package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a material comes from (材料来源). */
public enum MaterialSource {
  /** 申请人自备. */
  APPLICANT("applicant"),
  /** 政府部门核发. */
  GOVERNMENT("government"),
  /** 中介机构或其他. */
  INTERMEDIARY("intermediary");

  private final String code;

  MaterialSource(String code) {
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
  public static MaterialSource of(String code) {
    for (MaterialSource value : values()) {
      if (value.code.equals(code)) {
        return value;
      }
    }
    throw new IllegalArgumentException("No MaterialSource is called '" + code + "'");
  }
}
