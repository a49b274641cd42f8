package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** In which form a material is handed in (材料形式). */
public enum MaterialForm implements Coded {
  /** 原件. */
  ORIGINAL("original"),
  /** 复印件. */
  COPY("copy"),
  /** 原件和复印件. */
  ORIGINAL_AND_COPY("originalAndCopy"),
  /** 电子件. */
  ELECTRONIC("electronic");

  private final String code;

  MaterialForm(String code) {
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
  public static MaterialForm of(String code) {
    return Coded.of(MaterialForm.class, code);
  }
}
