package org.sunlit.inforequest.rules;

import org.sunlit.platform.Coded;

/** How it came 申请渠道 (arts. 29, 31). */
public enum RequestChannel implements Coded {
  /** 互联网 */
  WEB("web"),
  /** 信件 */
  LETTER("letter"),
  /** 当面提交 */
  VISIT("visit"),
  /** 电子邮件 */
  EMAIL("email"),
  /** 传真 */
  FAX("fax"),
  /** 口头提出，代为填写 (art. 29) */
  ORAL("oral");

  private final String code;

  RequestChannel(String code) {
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
  public static RequestChannel of(String code) {
    return Coded.of(RequestChannel.class, code);
  }
}
