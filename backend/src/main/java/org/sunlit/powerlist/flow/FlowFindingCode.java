package org.sunlit.powerlist.flow;

import com.fasterxml.jackson.annotation.JsonValue;

/** Everything the checker can find in a flow, and how much it matters. */
public enum FlowFindingCode {
  NO_START("noStart", Severity.ERROR),
  MANY_STARTS("manyStarts", Severity.ERROR),
  START_ENTERED("startEntered", Severity.ERROR),
  NO_END("noEnd", Severity.ERROR),
  END_LEFT("endLeft", Severity.ERROR),
  UNREACHABLE_STEP("unreachableStep", Severity.ERROR),
  NO_WAY_TO_AN_END("noWayToAnEnd", Severity.ERROR),
  MAIN_PATH_BROKEN("mainPathBroken", Severity.ERROR),
  DANGLING_EDGE("danglingEdge", Severity.ERROR),
  SELF_LOOP("selfLoop", Severity.ERROR),
  CYCLE("cycle", Severity.ERROR),
  RETURN_NOT_BACKWARDS("returnNotBackwards", Severity.ERROR),
  DUPLICATE_STEP("duplicateStep", Severity.ERROR),
  DUPLICATE_OUTCOME("duplicateOutcome", Severity.ERROR),
  FORK_WITHOUT_BRANCHES("forkWithoutBranches", Severity.ERROR),
  FORK_WITHOUT_JOIN("forkWithoutJoin", Severity.ERROR),
  JOIN_WITHOUT_FORK("joinWithoutFork", Severity.ERROR),
  JOIN_NEEDS_ONE_WAY("joinNeedsOneWay", Severity.ERROR),
  BRANCHES_TOUCH("branchesTouch", Severity.ERROR),
  BRANCH_LEFT("branchLeft", Severity.ERROR),
  BRANCH_ENTERED("branchEntered", Severity.ERROR),
  RETURN_ACROSS_BRANCHES("returnAcrossBranches", Severity.ERROR),
  RETURN_TO_GATEWAY("returnToGateway", Severity.ERROR),
  WHOLE_CASE_IN_BRANCH("wholeCaseInBranch", Severity.ERROR),
  PRE_REVIEW_NOT_BEFORE_ACCEPTANCE("preReviewNotBeforeAcceptance", Severity.ERROR),
  PRE_REVIEW_TOO_LONG("preReviewTooLong", Severity.ERROR),
  UNKNOWN_SUB_PROCESS("unknownSubProcess", Severity.ERROR),
  SUB_PROCESS_RECURSION("subProcessRecursion", Severity.ERROR),
  SUB_PROCESS_EMPTY("subProcessEmpty", Severity.ERROR),
  SUB_PROCESS_ENTRIES("subProcessEntries", Severity.ERROR),
  SUB_PROCESS_EXITS("subProcessExits", Severity.ERROR),
  SUB_PROCESS_GATEWAY("subProcessGateway", Severity.ERROR),
  SUB_PROCESS_TWICE("subProcessTwice", Severity.ERROR),
  WHOLE_CASE_IN_SUB_PROCESS("wholeCaseInSubProcess", Severity.ERROR),
  FORK_LEAVES_SUB_PROCESS("forkLeavesSubProcess", Severity.ERROR),
  SUB_PROCESS_TOO_LONG("subProcessTooLong", Severity.ERROR),
  SUB_PROCESS_NEVER_CALLED("subProcessNeverCalled", Severity.WARNING),
  FLOW_TOO_LARGE("flowTooLarge", Severity.ERROR),
  NOT_AS_WRITTEN("notAsWritten", Severity.ERROR),
  MISSING_POST("missingPost", Severity.ERROR),
  UNLAWFUL_EXCLUSION("unlawfulExclusion", Severity.ERROR),
  STEPS_EXCEED_PROMISE("stepsExceedPromise", Severity.ERROR),
  PROMISE_EXCEEDS_STATUTE("promiseExceedsStatute", Severity.ERROR),
  PROMISE_MAY_EXCEED_STATUTE("promiseMayExceedStatute", Severity.WARNING),
  INCOMPLETE_DECISION("incompleteDecision", Severity.WARNING);

  /** Errors keep a flow from running cases; warnings want a look. */
  public enum Severity {
    ERROR("error"),
    WARNING("warning");

    private final String code;

    Severity(String code) {
      this.code = code;
    }

    /** The name the API uses. */
    @JsonValue
    public String code() {
      return code;
    }
  }

  private final String code;
  private final Severity severity;

  FlowFindingCode(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  /** The name the API uses. */
  @JsonValue
  public String code() {
    return code;
  }

  /** How much it matters. */
  public Severity severity() {
    return severity;
  }
}
