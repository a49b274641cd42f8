package org.sunlit.inforequest.rules;

import org.sunlit.platform.Coded;

/** Who asks 申请人 (art. 27). */
public enum ApplicantKind implements Coded {
  /** 公民 */
  PERSON("person"),
  /** 法人或者其他组织 */
  ORGANISATION("organisation");

  private final String code;

  ApplicantKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * The value with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static ApplicantKind of(String code) {
    return Coded.of(ApplicantKind.class, code);
  }
}
