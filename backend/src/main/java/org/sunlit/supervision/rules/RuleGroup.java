package org.sunlit.supervision.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** What a rule watches. */
public enum RuleGroup implements Coded {
  /** 期限. */
  CLOCKS("clocks"),
  /** 告知与材料. */
  NOTICES("notices"),
  /** 环节与流程. */
  STEPS("steps"),
  /** 停表与延期. */
  PAUSES("pauses"),
  /** 收费. */
  CHARGES("charges"),
  /** 人员与权限. */
  PEOPLE("people"),
  /** 廉政风险: what shows only across cases (F3). */
  PATTERNS("patterns"),
  /** 文书与用印. */
  DOCUMENTS("documents"),
  /** 诉求与评价. */
  VOICES("voices"),
  /** 窗口值守. */
  WINDOWS("windows");

  private final String code;

  RuleGroup(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /** The group with this name. */
  @JsonCreator
  public static RuleGroup of(String code) {
    return Coded.of(RuleGroup.class, code);
  }
}
