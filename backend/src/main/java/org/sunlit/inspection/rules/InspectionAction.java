package org.sunlit.inspection.rules;

import org.sunlit.platform.Coded;

/** What can be done about an inspection. */
public enum InspectionAction implements Coded {
  /** 下达: the department sees it from now on. */
  RELEASE("release", Part.SUPERVISOR),
  /** The department says what it has put right. */
  ANSWER("answer", Part.LEADER),
  /** It isn't enough. */
  RETURN("return", Part.SUPERVISOR),
  /** It is. */
  ACCEPT("accept", Part.SUPERVISOR);

  /** Whose it is to do. */
  public enum Part {
    SUPERVISOR,
    /** Whoever leads the inspected department. */
    LEADER
  }

  private final String code;
  private final Part part;

  InspectionAction(String code, Part part) {
    this.code = code;
    this.part = part;
  }

  @Override
  public String code() {
    return code;
  }

  Part part() {
    return part;
  }
}
