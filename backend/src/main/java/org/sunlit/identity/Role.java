package org.sunlit.identity;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part somebody plays (N6). What a role may do is data ({@link Rights}); which cases it may act
 * on is decided by posts. An A/B handler is not a role but the part held in a post, an anonymous
 * reporter has no account.
 */
public enum Role {
  /** 窗口受理人员 */
  WINDOW_CLERK("windowClerk"),
  /** 审核人员 */
  REVIEWER("reviewer"),
  /** 审批人, a leader who decides */
  APPROVER("approver"),
  /** 乡镇便民服务中心人员 (D2) */
  TOWNSHIP_CLERK("townshipClerk"),
  /** 村级代办员 (D3) */
  VILLAGE_AGENT("villageAgent"),
  /** 全程代办员 of the city's agency service, who acts for applicants and handles no case (B21) */
  FULL_PROCESS_AGENT("fullProcessAgent"),
  /** 监察人员: sees all, processes nothing */
  SUPERVISOR("supervisor"),
  /** 清单管理员, who keeps the power list */
  CATALOGUE_EDITOR("catalogueEditor"),
  /** 系统管理员 */
  ADMINISTRATOR("administrator"),
  /** 首席代表, who decides in the window what a letter of authority names (B27) */
  CHIEF_REPRESENTATIVE("chiefRepresentative"),
  /** 信访甄别人员, who sorts what citizens send in */
  PETITION_SCREENER("petitionScreener"),
  /** 值班委员, a committee member on duty */
  COMMITTEE_MEMBER("committeeMember"),
  /** 调查人员 */
  INVESTIGATOR("investigator"),
  /** 纪检监察负责人, who dispatches clues and decides on them (I5, I6) */
  DISCIPLINE_HEAD("disciplineHead"),
  /** 社会监督员 */
  PUBLIC_SUPERVISOR("publicSupervisor"),
  /** 项目负责人 */
  PROJECT_OWNER("projectOwner"),
  /** 个人申请人, with an account of their own */
  CITIZEN("citizen"),
  /** 企业和其他组织 */
  ENTERPRISE("enterprise");

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
