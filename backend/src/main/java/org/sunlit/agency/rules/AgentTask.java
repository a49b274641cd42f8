package org.sunlit.agency.rules;

import org.sunlit.platform.Coded;

/**
 * What an agent can be authorised to do (代理事项). Taking back an application, promising something and
 * giving up a right are never among it: those the applicant does alone.
 */
public enum AgentTask implements Coded {
  /** 提交申请 */
  APPLY("apply", "提交申请", "apply"),
  /** 补正材料 */
  SUPPLEMENT("supplement", "补正材料", "supplement applications"),
  /** 预约 */
  BOOK("book", "预约", "book appointments"),
  /** 领取结果 */
  COLLECT("collect", "领取办理结果", "collect results");

  private final String code;
  private final String zh;
  private final String en;

  AgentTask(String code, String zh, String en) {
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String code() {
    return code;
  }

  /** As a letter of mandate says it. */
  String zh() {
    return zh;
  }

  String en() {
    return en;
  }
}
