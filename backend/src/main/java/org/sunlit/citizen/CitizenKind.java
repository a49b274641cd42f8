package org.sunlit.citizen;

import org.sunlit.identity.Role;
import org.sunlit.platform.Coded;

/** What an account of one who asks is of. */
public enum CitizenKind implements Coded {
  /** 个人 */
  PERSON("person", Role.CITIZEN),
  /** 企业 and other organisations */
  ORGANISATION("organisation", Role.ENTERPRISE);

  private final String code;
  private final Role role;

  CitizenKind(String code, Role role) {
    this.code = code;
    this.role = role;
  }

  @Override
  public String code() {
    return code;
  }

  Role role() {
    return role;
  }
}
