package org.sunlit.casework;

import org.sunlit.platform.Coded;

/** On what ground a deletion of personal data can be refused (个人信息保护法第四十七条). */
enum DeletionGround implements Coded {
  /** A period of keeping set by law hasn't passed (法律、行政法规规定的保存期限未届满, second paragraph). */
  RETENTION_PERIOD("retentionPeriod"),
  /** It can't be done technically (删除个人信息从技术上难以实现, second paragraph). */
  TECHNICALLY_INFEASIBLE("technicallyInfeasible"),
  /**
   * What it is kept for has not been reached and needs it (处理目的尚未实现且仍属必要, first paragraph, item 1).
   */
  STILL_NECESSARY("stillNecessary");

  private final String code;

  DeletionGround(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  static DeletionGround of(String code) {
    return Coded.of(DeletionGround.class, code);
  }
}
