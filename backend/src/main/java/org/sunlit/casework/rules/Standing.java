package org.sunlit.casework.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sunlit.calendar.ClockEvent;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowStep;

/**
 * Where a case stands: the fold of its events over its own flow.
 *
 * @param flow the flow the case began on and stays on
 * @param state the state as a whole
 * @param visits the steps it has been in, in order; the last is the current one
 * @param pause why the clock stands still; null while it doesn't
 * @param submittedAt when it was handed in
 * @param acceptedAt when it was accepted; null before
 * @param acceptedBy the account that accepted it; null before, and where nothing has to be accepted
 * @param decided whether a decision has been made, after which nobody can take the application back
 * @param told everything the first correction notice said was missing; empty while there was none
 * @param lastAt when the last event happened
 * @param version how many events there are
 * @param acceptanceClock the clock of acceptance: from submission or the last supplement
 * @param decisionClock the clock of the promised limit: from acceptance
 */
public record Standing(
    FlowDefinition flow,
    CaseState state,
    List<StepVisit> visits,
    Pause pause,
    Instant submittedAt,
    Instant acceptedAt,
    String acceptedBy,
    boolean decided,
    List<MissingMaterial> told,
    Instant lastAt,
    int version,
    List<ClockEvent> acceptanceClock,
    List<ClockEvent> decisionClock) {
  public Standing {
    visits = List.copyOf(visits);
    told = List.copyOf(told);
    acceptanceClock = List.copyOf(acceptanceClock);
    decisionClock = List.copyOf(decisionClock);
  }

  /**
   * Where a case with these events stands.
   *
   * @param events in the order of their numbers; the first is the submission
   * @throws IllegalArgumentException when there are none
   */
  public static Standing of(FlowDefinition flow, List<CaseEvent> events) {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("A case begins with its submission");
    }
    StandingFold fold = new StandingFold(flow);
    events.forEach(fold::follow);
    return fold.standing();
  }

  /** The step the case is in. */
  public StepVisit currentVisit() {
    return visits.get(visits.size() - 1);
  }

  /** The step the case is in, as its flow draws it. */
  public FlowStep currentStep() {
    return flow.step(currentVisit().stepId());
  }

  /** Whether the clock of the promised limit has started. */
  public boolean accepted() {
    return acceptedAt != null;
  }

  /** Whether the case has been in this step before now. */
  public boolean hasVisited(String stepId) {
    return visits.stream().anyMatch(visit -> visit.stepId().equals(stepId));
  }

  /** Why the clock stands still, if it does. */
  public Optional<Pause> pausedOn() {
    return Optional.ofNullable(pause);
  }
}
