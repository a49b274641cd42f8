package org.sunlit.board.rules;

import org.sunlit.platform.Coded;

/** What can stand in a playlist. */
public enum ProgrammeKind implements Coded {
  /** 办件实时状态 (K3) */
  CASES("cases"),
  /** 公告 */
  NOTICES("notices"),
  /** 评议通报 (L3) */
  BULLETINS("bulletins"),
  /** 城市数字 */
  NUMBERS("numbers"),
  /** 信息公开 */
  PUBLICATIONS("publications"),
  /** 监察公开 */
  SUPERVISION("supervision");

  private final String code;

  ProgrammeKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
