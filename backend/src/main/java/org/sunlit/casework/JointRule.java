package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.sunlit.casework.rules.CaseAction;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * What a case of a joint application can't do alone (并联审批, ADR 0035): the applicant gets one
 * combined notice and supplements once, and all cases are accepted together. What one case of it
 * may be granted can depend on another.
 */
@ApplicationScoped
class JointRule {
  private final Instance<GrantGuard> guards;

  JointRule(Instance<GrantGuard> guards) {
    this.guards = guards;
  }

  /** Whether this is done for all cases of a joint application together. */
  static boolean goesThroughIt(StoredCase stored, CaseAction action) {
    if (stored.jointNumber() == null) {
      return false;
    }
    return switch (action) {
      case ACCEPT, REQUEST_CORRECTION, REQUEST_ORIGINALS, RECEIVE_ORIGINALS, SUPPLEMENT -> true;
      case REFUSE,
          ADVANCE,
          DECIDE,
          RETURN,
          PAUSE,
          RESUME,
          EXTEND,
          CLOSE,
          MARK_GREEN,
          REOPEN,
          WITHDRAW ->
          false;
    };
  }

  /**
   * Keeps from being done alone what is done together.
   *
   * @throws Problem 409 naming the joint application
   */
  static void check(StoredCase stored, CaseAction action) {
    if (goesThroughIt(stored, action)) {
      throw Problem.of(ProblemType.CONFLICT).detail("joint.together", stored.jointNumber());
    }
  }

  /** Fails when the case is to be granted and has to wait for another. */
  Uni<Void> check(StoredCase stored, CaseCommand command) {
    boolean granting =
        stored.jointNumber() != null
            && command.action() == CaseAction.DECIDE
            && Boolean.TRUE.equals(command.grant());
    Uni<Void> asked = Uni.createFrom().voidItem();
    if (granting) {
      for (GrantGuard guard : guards) {
        asked = asked.chain(() -> guard.mayGrant(stored.jointNumber(), stored.caseNumber()));
      }
    }
    return asked;
  }
}
