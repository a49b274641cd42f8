package org.sunlit.inforequest.rules;

import org.sunlit.platform.Coded;

/** Who is asked for their view 征求意见的对象 (arts. 32, 34). */
public enum ConsultedKind implements Coded {
  /** 第三方 whose lawful interests it touches (art. 32) */
  THIRD_PARTY("thirdParty"),
  /** 其他行政机关 (art. 34) */
  AUTHORITY("authority");

  private final String code;

  ConsultedKind(String code) {
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
  public static ConsultedKind of(String code) {
    return Coded.of(ConsultedKind.class, code);
  }
}
