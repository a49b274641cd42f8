package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** Where an item's flow comes from. */
public enum FlowOrigin implements Coded {
  /** The department drew it. */
  OWN("own"),
  /** The standard flow of the category, because the department has published none (A12). */
  STANDARD("standard");

  private final String code;

  FlowOrigin(String code) {
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
  public static FlowOrigin of(String code) {
    return Coded.of(FlowOrigin.class, code);
  }
}
