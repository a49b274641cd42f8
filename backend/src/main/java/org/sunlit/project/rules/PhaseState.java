package org.sunlit.project.rules;

import org.sunlit.platform.Coded;

/** Where a phase of a project stands. */
public enum PhaseState implements Coded {
  /** 等待: something of an earlier phase has to be granted first. */
  WAITING("waiting"),
  /** 可以申请: nothing was applied for yet, and nothing keeps it from being. */
  READY("ready"),
  /** 办理中: cases are open. */
  RUNNING("running"),
  /** 已办结: everything that is still asked for is granted. */
  DECIDED("decided"),
  /** 未获全部准予: something was refused, not accepted or revoked, or all was withdrawn. */
  FAILED("failed");

  private final String code;

  PhaseState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
