package org.sunlit.council.rules;

import org.sunlit.platform.Coded;

/** What a topic is for. */
public enum TopicKind implements Coded {
  /** 咨询提问 to a department */
  QUESTION("question"),
  /** 监督意见 */
  OBSERVATION("observation"),
  /** 交流讨论 */
  DISCUSSION("discussion");

  private final String code;

  TopicKind(String code) {
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
  public static TopicKind of(String code) {
    return Coded.of(TopicKind.class, code);
  }
}
