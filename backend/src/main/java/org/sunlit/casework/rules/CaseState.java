package org.sunlit.casework.rules;

import org.sunlit.platform.Coded;

/** Where a case stands as a whole (办件状态, C1). */
public enum CaseState implements Coded {
  /** 已提交: waits for acceptance (行政许可法第三十二条: five working days). */
  SUBMITTED("submitted", true, "已提交", "Submitted"),
  /** 补正中: the applicant has been told, once, what is missing (一次性告知, C6). */
  IN_CORRECTION("inCorrection", true, "补正中", "Awaiting correction"),
  /** 办理中: accepted; the promised limit runs. */
  IN_PROGRESS("inProgress", true, "办理中", "In progress"),
  /** 暂停计时: stands still on a lawful ground (行政许可法第四十五条). */
  PAUSED("paused", true, "暂停计时", "Paused"),
  /** 已办结（准予）. */
  GRANTED("granted", false, "已办结", "Closed: granted"),
  /** 不予许可. */
  REFUSED("refused", false, "不予许可", "Refused"),
  /** 不予受理. */
  NOT_ACCEPTED("notAccepted", false, "不予受理", "Not accepted"),
  /** 已撤回. */
  WITHDRAWN("withdrawn", false, "已撤回", "Withdrawn"),
  /** 已撤销: what was granted has been taken back. */
  REVOKED("revoked", false, "已撤销", "Revoked");

  private final String code;
  private final boolean open;
  private final String zh;
  private final String en;

  CaseState(String code, boolean open, String zh, String en) {
    this.code = code;
    this.open = open;
    this.zh = zh;
    this.en = en;
  }

  /** The name the API and the database use. */
  @Override
  public String code() {
    return code;
  }

  /** Whether anything can still happen to the case. */
  public boolean open() {
    return open;
  }

  /** The state in Chinese. */
  public String zh() {
    return zh;
  }

  /** The state in English. */
  public String en() {
    return en;
  }

  /**
   * The state with this API name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static CaseState of(String code) {
    return Coded.of(CaseState.class, code);
  }
}
