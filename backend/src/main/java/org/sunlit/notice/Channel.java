package org.sunlit.notice;

import org.sunlit.platform.Coded;

/** A way by which somebody is told. */
public enum Channel implements Coded {
  /** 短信 */
  SMS("sms"),
  /** 电子邮件 */
  EMAIL("email"),
  /** 站内消息: with the case, and in the inbox of whoever has an account. */
  IN_APP("inApp");

  private final String code;

  Channel(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
