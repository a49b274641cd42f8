package org.sunlit.council.rules;

import org.sunlit.platform.Coded;

/** What has become of a contribution 审核. Nothing is deleted. */
public enum Moderation implements Coded {
  /** 待审核 */
  WAITING("waiting"),
  /** 已发布 */
  SHOWN("shown"),
  /** 未通过, with a reason */
  REFUSED("refused"),
  /** 由办公室撤下, with a reason */
  TAKEN_DOWN("takenDown"),
  /** 由作者撤回 */
  WITHDRAWN("withdrawn");

  private final String code;

  Moderation(String code) {
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
  public static Moderation of(String code) {
    return Coded.of(Moderation.class, code);
  }
}
