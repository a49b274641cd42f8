package org.sunlit.complaint.rules;

import org.sunlit.platform.Coded;

/** Where a complaint stands 办理状态 (I8). */
public enum ComplaintState implements Coded {
  /** 已收件 */
  RECEIVED("received"),
  /** 已甄别, waits for a department */
  SCREENED("screened"),
  /** 已并案: answered together with the one it is grouped under */
  GROUPED("grouped"),
  /** 已交办 */
  ASSIGNED("assigned"),
  /** 办理中: somebody of the department has it */
  IN_HAND("inHand"),
  /** 已答复, waits for the writer */
  REPLIED("replied"),
  /** 已办结 */
  CLOSED("closed");

  private final String code;

  ComplaintState(String code) {
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
  public static ComplaintState of(String code) {
    return Coded.of(ComplaintState.class, code);
  }

  /** Whether the city still owes an answer. */
  public boolean owesAnAnswer() {
    return this != REPLIED && this != CLOSED;
  }
}
