package org.sunlit.inspection.rules;

import org.sunlit.platform.Coded;

/** What a check came to. */
public enum CheckResult implements Coded {
  MET("met"),
  NOT_MET("notMet"),
  NOT_APPLICABLE("notApplicable");

  private final String code;

  CheckResult(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
