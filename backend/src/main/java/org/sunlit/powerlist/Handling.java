package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** How an item is handled (办件类型, C5). */
public enum Handling implements Coded {
  /** 即办件: decided while the applicant waits. */
  INSTANT("instant"),
  /** 承诺件: decided within a promised limit. */
  PROMISED("promised");

  private final String code;

  Handling(String code) {
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
  public static Handling of(String code) {
    return Coded.of(Handling.class, code);
  }
}
