package org.sunlit.supervision.rules;

/** What a clock of a case counts. */
public enum ClockKind {
  /** Whether it is accepted (受理答复). */
  ANSWER,
  /** The decision (办理期限). */
  DECISION,
  /** Issuing what was granted (颁发、送达). */
  ISSUANCE,
  /** One step (环节时限). */
  STEP,
  /** How long the clock stands still (暂停). */
  PAUSE,
  /** The answer to somebody who contests a credit entry or asks for its repair (异议、信用修复). */
  OBJECTION,
  /** What somebody said is screened 甄别. */
  SCREENING,
  /** What somebody said is answered 答复. */
  REPLY;

  /** Whether it is a limit of a case, in days that the calendar counts. */
  boolean limitsCase() {
    return this == STEP || ofCase();
  }

  /** Whether it is one of the case as a whole, of which one runs at a time. */
  boolean ofCase() {
    return switch (this) {
      case ANSWER, DECISION, ISSUANCE -> true;
      case STEP, PAUSE, OBJECTION, SCREENING, REPLY -> false;
    };
  }
}
