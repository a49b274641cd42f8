package org.sunlit.complaint.rules;

import org.sunlit.platform.Coded;

/** How it came 来源渠道 (I2, I3, I12). */
public enum ComplaintChannel implements Coded {
  /** 网站 */
  WEB("web"),
  /** 政务服务便民热线 */
  HOTLINE_12345("hotline12345"),
  /** 发展环境投诉热线 (I3) */
  HOTLINE_12346("hotline12346"),
  /** 来信 */
  LETTER("letter"),
  /** 来访 */
  VISIT("visit"),
  /** 电子邮件 */
  EMAIL("email"),
  /** 微博等新媒体 */
  MICROBLOG("microblog"),
  /** 书记直通车: the committee member on duty that day answers (I2) */
  DIRECT_LINE("directLine");

  private final String code;

  ComplaintChannel(String code) {
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
  public static ComplaintChannel of(String code) {
    return Coded.of(ComplaintChannel.class, code);
  }
}
