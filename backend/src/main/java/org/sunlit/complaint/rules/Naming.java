package org.sunlit.complaint.rules;

import org.sunlit.platform.Coded;

/** Who gets to know who wrote 署名方式 (I1). */
public enum Naming implements Coded {
  /** 实名: whoever handles it */
  NAMED("named"),
  /** 隐名: those who screen, and never the department */
  WITHHELD("withheld"),
  /** 匿名: nobody; no name is kept */
  ANONYMOUS("anonymous");

  private final String code;

  Naming(String code) {
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
  public static Naming of(String code) {
    return Coded.of(Naming.class, code);
  }
}
