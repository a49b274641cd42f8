package org.sunlit.council.rules;

import org.sunlit.platform.Coded;

/** Whom the office has appointed 固定会员 (K7). */
public enum MemberKind implements Coded {
  /** 发展环境监督员 (I10) */
  SUPERVISOR("supervisor"),
  /** 重点企业 (K7) */
  ENTERPRISE("enterprise"),
  /** 项目负责人 (K7) */
  PROJECT_OWNER("projectOwner");

  private final String code;

  MemberKind(String code) {
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
  public static MemberKind of(String code) {
    return Coded.of(MemberKind.class, code);
  }
}
