package org.sunlit.disclosure.rules;

import java.time.Instant;
import org.sunlit.platform.Coded;

/** Whether something was published in time. */
public enum DutyState implements Coded {
  /** 逾期未公开. */
  LATE("late"),
  /** 待公开: there is time left. */
  DUE("due"),
  /** 逾期后公开: done, but late; that stays. */
  DONE_LATE("doneLate"),
  /** 按期公开. */
  DONE("done");

  private final String code;

  DutyState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * The state now.
   *
   * @param dueAt the last moment
   * @param doneAt null while nothing is published
   */
  public static DutyState of(Instant dueAt, Instant doneAt, Instant now) {
    if (doneAt == null) {
      return now.isAfter(dueAt) ? LATE : DUE;
    }
    return doneAt.isAfter(dueAt) ? DONE_LATE : DONE;
  }
}
