package org.sunlit.inspection.rules;

import org.sunlit.platform.Coded;

/** Where an inspection stands. */
public enum InspectionState implements Coded {
  /** Only supervisors see it. */
  RECORDED("recorded"),
  /** The department sees it, and has nothing to put right. */
  RELEASED("released"),
  /** 整改: the department has to put something right, and to say so. */
  RECTIFYING("rectifying"),
  /** It has said so. */
  ANSWERED("answered"),
  /** It is right now. */
  ACCEPTED("accepted");

  private final String code;

  InspectionState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
