package org.sunlit.document.rules;

import org.sunlit.platform.Coded;

/** The official documents of a case (文书种类), in the order in which one act gives them. */
public enum DocumentKind implements Coded {
  /** 收件凭证. */
  RECEIPT("receipt", "收", "收件凭证", "Receipt of application materials"),
  /** 补正告知书 (行政许可法第三十二条第一款第四项). */
  CORRECTION("correction", "补", "补正告知书", "Notice of correction"),
  /** 预审结果告知书: which originals make the application complete (行政许可法第三十二条第一款第四项). */
  ORIGINALS("originals", "预", "预审结果告知书", "Notice of the pre-review's result"),
  /** 受理通知书 (行政许可法第三十二条第二款). */
  ACCEPTANCE("acceptance", "受", "受理通知书", "Notice of acceptance"),
  /** 不予受理决定书 (行政许可法第三十二条第二款). */
  NON_ACCEPTANCE("nonAcceptance", "不受", "不予受理决定书", "Decision not to accept"),
  /** 暂停计时通知书 (行政许可法第四十五条). */
  PAUSE("pause", "停", "中止（暂停）计时通知书", "Notice that the clock stands still"),
  /** 恢复计时通知书. */
  RESUMPTION("resumption", "恢", "恢复计时通知书", "Notice that the clock runs again"),
  /** 延期通知书 (行政许可法第四十二条第一款). */
  EXTENSION("extension", "延", "延长办理期限通知书", "Notice of extension"),
  /** 听证告知书 (行政许可法第四十七条). */
  HEARING("hearing", "听", "听证告知书", "Notice of hearing"),
  /** 专家评审通知书 (行政许可法第四十五条). */
  EXPERT_REVIEW("expertReview", "评", "专家评审通知书", "Notice of expert review"),
  /** 公示通知书. */
  PUBLIC_NOTICE("publicNotice", "示", "公示通知书", "Notice of publication for comment"),
  /** 准予许可决定书 (行政许可法第三十八条第一款). */
  GRANT("grant", "准", "准予行政许可决定书", "Decision to grant the licence"),
  /** 不予许可决定书 (行政许可法第三十八条第二款). */
  REFUSAL("refusal", "不准", "不予行政许可决定书", "Decision not to grant the licence"),
  /** 重新办理通知书, after a decision of review, a judgment or the authority's own. */
  REOPENING("reopening", "重", "重新办理通知书", "Notice that the case is handled again"),
  /** 终止办理通知书, after the applicant has taken the application back. */
  TERMINATION("termination", "终", "终止办理通知书", "Notice that handling has ended"),
  /** 送达回证. */
  DELIVERY("delivery", "送", "送达回证", "Proof of delivery"),
  /** 撤销许可决定书 (行政许可法第六十九条第一款). */
  REVOCATION("revocation", "撤", "撤销行政许可决定书", "Decision to revoke the licence");

  private final String code;
  private final String mark;
  private final String title;
  private final String titleEn;

  DocumentKind(String code, String mark, String title, String titleEn) {
    this.code = code;
    this.mark = mark;
    this.title = title;
    this.titleEn = titleEn;
  }

  @Override
  public String code() {
    return code;
  }

  /** What stands for the kind in a document's number. */
  public String mark() {
    return mark;
  }

  /** Whether it decides on what was asked for, and so has to be delivered. */
  public boolean decision() {
    return this == GRANT || this == REFUSAL || this == NON_ACCEPTANCE || this == REVOCATION;
  }

  /** What it is called where the matter is dealt with by this law. */
  public String title(Procedure procedure) {
    if (procedure == Procedure.LICENCE) {
      return title;
    }
    return switch (this) {
      case GRANT -> procedure == Procedure.SERVICE ? "办结通知书" : "准予办理决定书";
      case REFUSAL -> "不予办理决定书";
      case REVOCATION -> "撤销决定书";
      case RECEIPT,
          CORRECTION,
          ORIGINALS,
          ACCEPTANCE,
          NON_ACCEPTANCE,
          PAUSE,
          RESUMPTION,
          EXTENSION,
          HEARING,
          EXPERT_REVIEW,
          PUBLIC_NOTICE,
          REOPENING,
          TERMINATION,
          DELIVERY ->
          title;
    };
  }

  /** The same in English. */
  public String titleEn(Procedure procedure) {
    if (procedure == Procedure.LICENCE) {
      return titleEn;
    }
    return switch (this) {
      case GRANT ->
          procedure == Procedure.SERVICE
              ? "Notice of completion"
              : "Decision to grant what was asked";
      case REFUSAL -> "Decision not to grant what was asked";
      case REVOCATION -> "Decision to revoke what was granted";
      case RECEIPT,
          CORRECTION,
          ORIGINALS,
          ACCEPTANCE,
          NON_ACCEPTANCE,
          PAUSE,
          RESUMPTION,
          EXTENSION,
          HEARING,
          EXPERT_REVIEW,
          PUBLIC_NOTICE,
          REOPENING,
          TERMINATION,
          DELIVERY ->
          titleEn;
    };
  }

  /**
   * The kind with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static DocumentKind of(String code) {
    return Coded.of(DocumentKind.class, code);
  }
}
