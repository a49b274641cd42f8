package org.sunlit.inforequest.rules;

import org.sunlit.platform.Coded;

/** Why information isn't given 不予公开的理由 (政府信息公开条例第十四条至第十六条、第三十二条). */
public enum RefusalGround implements Coded {
  /** 国家秘密 */
  STATE_SECRET("stateSecret", "第十四条"),
  /** 法律、行政法规禁止公开 */
  FORBIDDEN_BY_LAW("forbiddenByLaw", "第十四条"),
  /** 公开后可能危及国家安全、公共安全、经济安全、社会稳定 */
  SAFETY("safety", "第十四条"),
  /** 商业秘密 */
  COMMERCIAL_SECRET("commercialSecret", "第十五条"),
  /** 个人隐私 */
  PERSONAL_PRIVACY("personalPrivacy", "第十五条"),
  /** 第三方不同意公开且有合理理由 */
  THIRD_PARTY_OBJECTS("thirdPartyObjects", "第三十二条"),
  /** 内部事务信息 */
  INTERNAL_AFFAIRS("internalAffairs", "第十六条第一款"),
  /** 过程性信息 */
  PROCESS_RECORDS("processRecords", "第十六条第二款"),
  /** 行政执法案卷信息 */
  ENFORCEMENT_FILES("enforcementFiles", "第十六条第二款");

  private final String code;
  private final String article;

  RefusalGround(String code, String article) {
    this.code = code;
    this.article = article;
  }

  @Override
  public String code() {
    return code;
  }

  /** The article of the regulation. */
  public String article() {
    return article;
  }

  /**
   * The value with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static RefusalGround of(String code) {
    return Coded.of(RefusalGround.class, code);
  }
}
