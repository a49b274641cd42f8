package org.sunlit.complaint.rules;

import org.sunlit.platform.Coded;

/** Why a department doesn't handle what it was given 退转理由. */
public enum HandOnGround implements Coded {
  /** 不属于本部门职责 */
  NOT_OURS("notOurs"),
  /** 不属于本辖区 */
  NOT_HERE("notHere"),
  /** 须由其他部门主办 */
  SEVERAL("several"),
  /** 依法应当通过诉讼、仲裁、行政复议解决 (信访工作条例第三十一条) */
  IN_COURT("inCourt");

  private final String code;

  HandOnGround(String code) {
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
  public static HandOnGround of(String code) {
    return Coded.of(HandOnGround.class, code);
  }
}
