package org.sunlit.clue.rules;

import org.sunlit.platform.Coded;

/** What of another room a clue was handed over from. */
public enum ClueSource implements Coded {
  /** 举报: what its investigator chose to write down of a sealed report */
  REPORT("report"),
  /** 诉求 */
  COMPLAINT("complaint"),
  /** 红黄牌 */
  CARD("card"),
  /** 电子监察发现 */
  FINDING("finding"),
  /** 督查 */
  INSPECTION("inspection");

  private final String code;

  ClueSource(String code) {
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
  public static ClueSource of(String code) {
    return Coded.of(ClueSource.class, code);
  }
}
