package org.sunlit.casework.rules;

import org.sunlit.platform.Coded;

/** Why a running case can't be moved to another version of its item. */
public enum MoveObstacle implements Coded {
  /** The step it is in has no counterpart in the new flow. */
  STEP_WITHOUT_COUNTERPART("stepWithoutCounterpart"),
  /** Nobody can be at work in the step that is to stand for the one it is in. */
  NOT_A_WORKING_STEP("notAWorkingStep"),
  /** What is done in parallel would come together in one step. */
  STEPS_BECOME_ONE("stepsBecomeOne"),
  /** What is done in parallel has no place in the new flow's branches, or would pass one over. */
  BRANCHES_DIFFER("branchesDiffer"),
  /** It hasn't been accepted and would stand after acceptance. */
  ACCEPTANCE_SKIPPED("acceptanceSkipped"),
  /** It hasn't been decided and would stand after the decision. */
  DECISION_SKIPPED("decisionSkipped"),
  /** It has been decided and would be decided again. */
  DECIDED_AGAIN("decidedAgain"),
  /** It belongs to a joint application, whose cases keep to one theme (ADR 0035). */
  JOINT("joint"),
  /** It has ended or runs on another version. */
  NOT_ON_THIS_VERSION("notOnThisVersion"),
  /** It is the own case of one of the two persons. */
  OWN_CASE("ownCase");

  private final String code;

  MoveObstacle(String code) {
    this.code = code;
  }

  /** The name the API and the database use. */
  @Override
  public String code() {
    return code;
  }

  /**
   * The obstacle with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static MoveObstacle of(String code) {
    return Coded.of(MoveObstacle.class, code);
  }
}
