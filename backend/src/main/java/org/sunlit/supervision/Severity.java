package org.sunlit.supervision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** How grave what was found is (情节轻重, E5). */
public enum Severity implements Coded {
  /** 提醒: something is about to be; it never leads to a card. */
  REMINDER("reminder"),
  /** 一般. */
  MINOR("minor"),
  /** 较重. */
  SERIOUS("serious"),
  /** 严重. */
  GRAVE("grave");

  private final String code;

  Severity(String code) {
    this.code = code;
  }

  /** The name the API and the database use. */
  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /**
   * The severity with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  public static Severity of(String code) {
    return Coded.of(Severity.class, code);
  }
}
