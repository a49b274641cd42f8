package org.sunlit.identity;

import java.util.Optional;
import java.util.stream.Stream;

/** What an account may do in general (N6); which cases it may act on is decided by its posts. */
public enum Role {
  /** 窗口受理人员 */
  WINDOW_CLERK(Role.Codes.WINDOW_CLERK),
  /** 审核人员 */
  REVIEWER(Role.Codes.REVIEWER),
  /** 审批人, a leader who decides */
  APPROVER(Role.Codes.APPROVER),
  /** 乡镇便民服务中心人员 (D2) */
  TOWNSHIP_CLERK(Role.Codes.TOWNSHIP_CLERK),
  /** 村级代办员 (D3) */
  VILLAGE_AGENT(Role.Codes.VILLAGE_AGENT),
  /** 监察人员: sees all, processes nothing */
  SUPERVISOR(Role.Codes.SUPERVISOR),
  /** 清单管理员, who keeps the power list */
  CATALOGUE_EDITOR(Role.Codes.CATALOGUE_EDITOR),
  /** 系统管理员 */
  ADMINISTRATOR(Role.Codes.ADMINISTRATOR);

  /** The words of the contract, as constants for security annotations. */
  public static final class Codes {
    public static final String WINDOW_CLERK = "windowClerk";
    public static final String REVIEWER = "reviewer";
    public static final String APPROVER = "approver";
    public static final String TOWNSHIP_CLERK = "townshipClerk";
    public static final String VILLAGE_AGENT = "villageAgent";
    public static final String SUPERVISOR = "supervisor";
    public static final String CATALOGUE_EDITOR = "catalogueEditor";
    public static final String ADMINISTRATOR = "administrator";

    private Codes() {}
  }

  private final String code;

  Role(String code) {
    this.code = code;
  }

  /** The word of the contract. */
  public String code() {
    return code;
  }

  /** The role of that word, if there is one. */
  public static Optional<Role> of(String code) {
    return Stream.of(values()).filter(role -> role.code.equals(code)).findFirst();
  }
}
