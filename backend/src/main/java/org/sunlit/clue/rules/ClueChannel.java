package org.sunlit.clue.rules;

import org.sunlit.platform.Coded;

/** How a clue came 线索来源 (I5): 信、访、网、电, and what supervision itself has seen. */
public enum ClueChannel implements Coded {
  /** 来信 */
  LETTER("letter"),
  /** 来访 */
  VISIT("visit"),
  /** 网上: a sealed report or a complaint */
  WEB("web"),
  /** 来电 */
  PHONE("phone"),
  /** 电子监察: a finding or a card */
  SUPERVISION("supervision"),
  /** 纠风、执法督查 */
  INSPECTION("inspection");

  private final String code;

  ClueChannel(String code) {
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
  public static ClueChannel of(String code) {
    return Coded.of(ClueChannel.class, code);
  }
}
