package org.sunlit.clue.rules;

import org.sunlit.platform.Coded;

/**
 * The ways a clue may be disposed of 处置方式: one of four and no other (中国共产党纪律检查机关监督执纪工作规则第二十一条,
 * 纪检监察机关处理检举控告工作规则第十七条).
 */
public enum Disposal implements Coded {
  /** 谈话函询 */
  INQUIRY("inquiry"),
  /** 初步核实 */
  VERIFICATION("verification"),
  /** 暂存待查 */
  SHELVED("shelved"),
  /** 予以了结 */
  DISMISSAL("dismissal");

  private final String code;

  Disposal(String code) {
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
  public static Disposal of(String code) {
    return Coded.of(Disposal.class, code);
  }
}
