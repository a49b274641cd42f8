package org.sunlit.casework.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** What the city has already and can be taken over. */
public enum ReuseKind implements Coded {
  /** A decision of the city's that granted something (电子文书). */
  DOCUMENT("document"),
  /** A file that was handed in with an earlier application. */
  FILE("file");

  private final String code;

  ReuseKind(String code) {
    this.code = code;
  }

  /** The name the API and stored labels use. */
  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /**
   * The kind with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  public static ReuseKind of(String code) {
    return Coded.of(ReuseKind.class, code);
  }
}
