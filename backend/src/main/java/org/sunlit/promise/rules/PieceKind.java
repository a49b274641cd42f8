package org.sunlit.promise.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** What is promised. */
public enum PieceKind implements Coded {
  /** A material that comes late 容缺后补. */
  LATE("late"),
  /** That conditions are met, without proof 告知承诺. */
  CONDITIONS("conditions");

  private final String code;

  PieceKind(String code) {
    this.code = code;
  }

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
  public static PieceKind of(String code) {
    return Coded.of(PieceKind.class, code);
  }
}
