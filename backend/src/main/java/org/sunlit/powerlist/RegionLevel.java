package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The four levels of regions (市、县、乡、村). */
public enum RegionLevel {
  /** 市. */
  CITY("city"),
  /** 县、区. */
  COUNTY("county"),
  /** 乡、镇、街道. */
  TOWNSHIP("township"),
  /** 村、社区. */
  VILLAGE("village");

  private final String code;

  RegionLevel(String code) {
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
  public static RegionLevel of(String code) {
    for (RegionLevel value : values()) {
      if (value.code.equals(code)) {
        return value;
      }
    }
    throw new IllegalArgumentException("No RegionLevel is called '" + code + "'");
  }
}
