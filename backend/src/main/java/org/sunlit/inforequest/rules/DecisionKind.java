package org.sunlit.inforequest.rules;

import org.sunlit.platform.Coded;

/** What is decided on a request 答复类型 (政府信息公开条例第三十五条至第三十九条). */
public enum DecisionKind implements Coded {
  /** 已主动公开: how and where to get it */
  ALREADY_PUBLIC("alreadyPublic", "第三十六条第一项"),
  /** 予以公开 */
  PROVIDED("provided", "第三十六条第二项"),
  /** 部分公开: what may be given is separated from what may not */
  PARTLY_PROVIDED("partlyProvided", "第三十七条"),
  /** 不予公开 */
  REFUSED("refused", "第三十六条第三项"),
  /** 政府信息不存在 */
  NOT_EXISTING("notExisting", "第三十六条第四项"),
  /** 不属于本机关负责公开 */
  NOT_OURS("notOurs", "第三十六条第五项"),
  /** 重复申请，不予重复处理 */
  REPEATED("repeated", "第三十六条第六项"),
  /** 工商、不动产登记资料等，依照特别规定办理 */
  SPECIAL_RULES("specialRules", "第三十六条第七项"),
  /** 需要加工、分析，不予提供 */
  NEEDS_PROCESSING("needsProcessing", "第三十八条"),
  /** 数量、频次明显超过合理范围且理由不合理，不予处理 */
  UNREASONABLE("unreasonable", "第三十五条"),
  /** 信访、投诉、举报等活动，不作为政府信息公开申请处理 */
  NOT_A_REQUEST("notARequest", "第三十九条第一款"),
  /** 公开出版物，告知获取途径 */
  PUBLISHED_WORK("publishedWork", "第三十九条第二款");

  private final String code;
  private final String article;

  DecisionKind(String code, String article) {
    this.code = code;
    this.article = article;
  }

  @Override
  public String code() {
    return code;
  }

  /** The article of the regulation it rests on. */
  public String article() {
    return article;
  }

  /** Whether something is kept back, so that it needs a {@link RefusalGround}. */
  public boolean keepsBack() {
    return this == REFUSED || this == PARTLY_PROVIDED;
  }

  /** Whether the applicant gets the information, or is told where it is. */
  public boolean opens() {
    return this == ALREADY_PUBLIC || this == PROVIDED || this == PARTLY_PROVIDED;
  }

  /** Whether what a third party objected to is given all the same; in part it may be kept back. */
  boolean givesAll() {
    return this == PROVIDED;
  }

  /**
   * Whether one has to apply for reconsideration before one can sue: 申请政府信息公开，行政机关不予公开
   * (行政复议法第二十三条第一款第四项).
   */
  public boolean reconsiderationFirst() {
    return keepsBack();
  }

  /**
   * The value with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static DecisionKind of(String code) {
    return Coded.of(DecisionKind.class, code);
  }
}
