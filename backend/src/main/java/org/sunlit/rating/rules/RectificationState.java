package org.sunlit.rating.rules;

import org.sunlit.platform.Coded;

/** Where a rectification 整改 stands. */
public enum RectificationState implements Coded {
  /** The supervisor has not given it to the department. */
  OPENED("opened"),
  /** The department has to put it right. */
  ASSIGNED("assigned"),
  /** The department says it has; the citizen is asked. */
  ANSWERED("answered"),
  /** The citizen says it hasn't; the department has to go on. */
  RETURNED("returned"),
  /** The citizen has said so again; the supervisor decides. */
  WITH_SUPERVISOR("withSupervisor"),
  /** The citizen says it is mended. */
  MENDED("mended"),
  /** Closed by the supervisor, who says why. */
  CLOSED("closed");

  private final String code;

  RectificationState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether the department has something to do. */
  public boolean withDepartment() {
    return this == ASSIGNED || this == RETURNED;
  }
}
