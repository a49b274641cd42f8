package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** The four levels of regions (市、县、乡、村). */
public enum RegionLevel implements Coded {
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
  public static RegionLevel of(String code) {
    return Coded.of(RegionLevel.class, code);
  }
}
