package org.sunlit.casework.rules;

import org.sunlit.platform.Coded;

/** What can be done to a case (办件操作). */
public enum CaseAction implements Coded {
  /** 受理. */
  ACCEPT("accept", false),
  /** 不予受理. */
  REFUSE("refuse", false),
  /** 一次性告知补正 (C6). */
  REQUEST_CORRECTION("request-correction", false),
  /** 预审通过，告知携带原件到窗口核验 (B8). */
  REQUEST_ORIGINALS("request-originals", false),
  /** 收验原件 (B8). */
  RECEIVE_ORIGINALS("receive-originals", false),
  /** 办理完本环节，转下一环节. */
  ADVANCE("advance", false),
  /** 退回在前的环节. */
  RETURN("return", false),
  /** 停止计时 (行政许可法第四十五条). */
  PAUSE("pause", false),
  /** 恢复计时. */
  RESUME("resume", false),
  /** 延长期限, 一次, 经负责人批准 (行政许可法第四十二条). */
  EXTEND("extend", false),
  /** 作出决定: 准予或者不予. */
  DECIDE("decide", false),
  /** 办结. */
  CLOSE("close", false),
  /** 列入绿色通道 (B11). */
  MARK_GREEN("mark-green", false),
  /** 依复议决定、判决等重新办理已结的办件. */
  REOPEN("reopen", false),
  /** 申请人补正. */
  SUPPLEMENT("supplement", true),
  /** 申请人撤回. */
  WITHDRAW("withdraw", true);

  private final String code;
  private final boolean byApplicant;

  CaseAction(String code, boolean byApplicant) {
    this.code = code;
    this.byApplicant = byApplicant;
  }

  /** The name the API uses. */
  @Override
  public String code() {
    return code;
  }

  /** Whether it is the applicant's to do. */
  public boolean byApplicant() {
    return byApplicant;
  }

  /** Whether it concerns the whole case, in however many steps it is. */
  public boolean ofWholeCase() {
    return switch (this) {
      case PAUSE, RESUME, EXTEND, MARK_GREEN, REOPEN, SUPPLEMENT, WITHDRAW -> true;
      case ACCEPT,
          REFUSE,
          REQUEST_CORRECTION,
          REQUEST_ORIGINALS,
          RECEIVE_ORIGINALS,
          ADVANCE,
          RETURN,
          DECIDE,
          CLOSE ->
          false;
    };
  }

  /** Whether it is done only when a second person has agreed, because it moves the clock (双人复核). */
  public boolean needsTwo() {
    return switch (this) {
      case PAUSE, EXTEND, MARK_GREEN, REOPEN -> true;
      case ACCEPT,
          REFUSE,
          REQUEST_CORRECTION,
          REQUEST_ORIGINALS,
          RECEIVE_ORIGINALS,
          ADVANCE,
          RETURN,
          RESUME,
          DECIDE,
          CLOSE,
          SUPPLEMENT,
          WITHDRAW ->
          false;
    };
  }

  /**
   * The action with this API name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static CaseAction of(String code) {
    return Coded.of(CaseAction.class, code);
  }
}
