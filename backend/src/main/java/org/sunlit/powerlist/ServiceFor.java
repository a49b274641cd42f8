package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** Whom an item serves (服务对象). */
public enum ServiceFor implements Coded {
  /** 自然人. */
  PERSON("person"),
  /** 法人和其他组织. */
  ORGANISATION("organisation"),
  /** 自然人和法人. */
  BOTH("both");

  private final String code;

  ServiceFor(String code) {
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
  public static ServiceFor of(String code) {
    return Coded.of(ServiceFor.class, code);
  }
}
