package org.sunlit.disclosure.rules;

import org.sunlit.platform.Coded;

/** The timing classes of what is published (K6). */
public enum Timing implements Coded {
  /** 定期公开: what comes back by the calendar. */
  REGULAR("regular"),
  /** 分段公开: what goes through stages. */
  PHASED("phased"),
  /** 即时公开: what happens. */
  IMMEDIATE("immediate");

  private final String code;

  Timing(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
