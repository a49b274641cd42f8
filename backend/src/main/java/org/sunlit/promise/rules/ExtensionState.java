package org.sunlit.promise.rules;

import org.sunlit.platform.Coded;

/** Whether more time was asked for, which happens once at most. */
public enum ExtensionState implements Coded {
  NONE("none"),
  ASKED("asked"),
  GRANTED("granted"),
  DECLINED("declined");

  private final String code;

  ExtensionState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
