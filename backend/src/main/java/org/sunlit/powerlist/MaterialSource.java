package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** Where a material comes from (材料来源). */
public enum MaterialSource implements Coded {
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
  public static MaterialSource of(String code) {
    return Coded.of(MaterialSource.class, code);
  }
}
