package org.sunlit.casework.rules;

import java.util.Optional;
import org.sunlit.powerlist.flow.FlowEdge;

/**
 * Keeps duties apart (职责分离): who accepted a case doesn't decide it, supervision processes nothing,
 * nobody handles their own case, and stopping the clock by hand takes two persons. The database
 * holds the same by constraints and triggers (V13), so that neither a program nor a hand gets
 * around it.
 */
public final class Duties {
  private Duties() {}

  /**
   * What keeps somebody from an action.
   *
   * @param outcome the way wanted; null for the plain one
   */
  public static Optional<Bar> bar(Standing standing, CaseAction action, String outcome, Hand hand) {
    if (action.byApplicant()) {
      return Optional.empty();
    }
    Optional<Bar> barred = fromHandling(hand);
    return barred.isEmpty() && decides(action, outcome) && accepted(standing, hand)
        ? Optional.of(Bar.ACCEPTED_IT)
        : barred;
  }

  /** What keeps somebody from having any part in handling a case. */
  public static Optional<Bar> fromHandling(Hand hand) {
    if (hand.supervises()) {
      return Optional.of(Bar.SUPERVISES);
    }
    return hand.applicant() ? Optional.of(Bar.OWN_CASE) : Optional.empty();
  }

  /**
   * What keeps somebody from being the second person to what another asked for.
   *
   * @param asked who asked
   */
  public static Optional<Bar> fromConfirming(Hand hand, Handler asked) {
    return hand.handler().account() == null || hand.handler().account().equals(asked.account())
        ? Optional.of(Bar.ASKED_FOR_IT)
        : fromHandling(hand);
  }

  /** Granting and refusing: a decision, or being sent the way that refuses before there is one. */
  private static boolean decides(CaseAction action, String outcome) {
    return switch (action) {
      case DECIDE -> true;
      case ADVANCE -> FlowEdge.REJECT.equals(outcome);
      case ACCEPT,
          REFUSE,
          REQUEST_CORRECTION,
          REQUEST_ORIGINALS,
          RECEIVE_ORIGINALS,
          RETURN,
          PAUSE,
          RESUME,
          EXTEND,
          CLOSE,
          MARK_GREEN,
          REOPEN,
          SUPPLEMENT,
          WITHDRAW ->
          false;
    };
  }

  private static boolean accepted(Standing standing, Hand hand) {
    return hand.handler().account() != null
        && hand.handler().account().equals(standing.acceptedBy());
  }
}
