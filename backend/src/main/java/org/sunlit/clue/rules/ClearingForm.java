package org.sunlit.clue.rules;

import org.sunlit.platform.Coded;

/** How somebody wants it said that they are cleared 澄清方式: theirs to choose, nobody else's. */
public enum ClearingForm implements Coded {
  /** 书面澄清: the letter is enough */
  LETTER("letter"),
  /** 在单位内澄清 */
  UNIT("unit"),
  /** 公开澄清 */
  PUBLIC("public");

  private final String code;

  ClearingForm(String code) {
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
  public static ClearingForm of(String code) {
    return Coded.of(ClearingForm.class, code);
  }
}
