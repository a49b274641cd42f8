package org.sunlit.complaint.rules;

import org.sunlit.platform.Coded;

/**
 * What somebody wants with what they say 诉求类型. Reports of misconduct 举报 have a sealed door of their
 * own.
 */
public enum ComplaintKind implements Coded {
  /** 咨询 */
  ENQUIRY("enquiry"),
  /** 建议 */
  SUGGESTION("suggestion"),
  /** 投诉 */
  COMPLAINT("complaint"),
  /** 求助 */
  HELP("help");

  private final String code;

  ComplaintKind(String code) {
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
  public static ComplaintKind of(String code) {
    return Coded.of(ComplaintKind.class, code);
  }
}
