package org.sunlit.casework.rules;

import java.time.Instant;
import java.util.Optional;
import org.sunlit.calendar.Limit;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.StepKind;

/** What happens to a case without a command on it: by operation of law, or to all cases at once. */
public final class Occurrences {
  private Occurrences() {}

  /**
   * What happens when five working days have gone by without a word to the applicant: the case is
   * accepted, and was so from the day its materials were received (逾期不告知的，自收到申请材料之日起即为受理). Empty
   * where nothing waits for acceptance.
   */
  public static Optional<CaseEvent> deemedAcceptance(Standing standing, Instant now) {
    if (standing.state() != CaseState.SUBMITTED) {
      return Optional.empty();
    }
    FlowStep here = standing.currentStep();
    return acceptanceFrom(standing, here)
        .flatMap(acceptance -> standing.flow().next(acceptance.id(), FlowEdge.PASS))
        .map(
            to ->
                CaseEvent.of(
                        standing.version() + 1,
                        CaseEventKind.DEEMED_ACCEPTED,
                        now.isBefore(standing.lastAt()) ? standing.lastAt() : now,
                        here.id(),
                        to.id(),
                        FlowEdge.PASS)
                    .with(Handler.LAW, null, false));
  }

  /** The acceptance that waits: the step itself, or the one after a pre-review. */
  private static Optional<FlowStep> acceptanceFrom(Standing standing, FlowStep here) {
    Optional<FlowStep> step =
        here.kind() == StepKind.PRE_REVIEW
            ? standing.flow().next(here.id(), FlowEdge.PASS)
            : Optional.of(here);
    return step.filter(one -> one.kind() == StepKind.ACCEPTANCE);
  }

  /**
   * A case is moved to another version of its item, in which it stands where {@link MoveCheck} has
   * found that it may.
   *
   * @param move the two versions and the steps that stand for one another
   * @param limit how long a decision may take from here on
   */
  public static CaseEvent moved(
      Standing standing, DefinitionMove move, Limit limit, Instant now, Handler by, String reason) {
    return CaseEvent.of(
            standing.version() + 1,
            CaseEventKind.MIGRATED,
            now.isBefore(standing.lastAt()) ? standing.lastAt() : now,
            move.steps().get(standing.currentSteps().get(0).id()),
            null,
            null)
        .with(by, reason, false)
        .changing(CaseChange.moved(limit, move));
  }
}
