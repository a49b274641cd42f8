package org.sunlit.casework.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.calendar.ClockEvent;
import org.sunlit.powerlist.flow.FlowBlocks;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowLanguage;
import org.sunlit.powerlist.flow.FlowStep;

/**
 * Where a case stands: the fold of its events over its own flow.
 *
 * @param flow the flow the case is on: the one it began on, until it was moved to another
 * @param blocks what that flow does in parallel
 * @param state the state as a whole
 * @param visits the steps it has been in, in the order it came to them
 * @param pause why the clock stands still; null while it doesn't
 * @param submittedAt when it was handed in
 * @param acceptedAt when it was accepted; null before
 * @param acceptedBy the account that accepted it; null before, and where nothing has to be accepted
 * @param decided whether a decision has been made, after which nobody can take the application back
 * @param extended whether its limit has been extended, which happens once at most
 * @param told everything the first correction notice said was missing; empty while there was none
 * @param originals codes of the materials whose originals have been asked for and not yet seen
 * @param originalsAsked whether originals have been asked for, which happens once at most
 * @param green on what ground it is in the green channel; null when it isn't
 * @param lastAt when the last event happened
 * @param version how many events there are
 * @param acceptanceClock the clock of acceptance: from submission or the last supplement
 * @param decisionClock the clock of the promised limit: from acceptance
 * @param issuanceClock the clock of issuing what was granted: from the decision
 */
public record Standing(
    FlowDefinition flow,
    FlowBlocks blocks,
    CaseState state,
    List<StepVisit> visits,
    Pause pause,
    Instant submittedAt,
    Instant acceptedAt,
    String acceptedBy,
    boolean decided,
    boolean extended,
    List<MissingMaterial> told,
    List<String> originals,
    boolean originalsAsked,
    GreenMark green,
    Instant lastAt,
    int version,
    List<ClockEvent> acceptanceClock,
    List<ClockEvent> decisionClock,
    List<ClockEvent> issuanceClock) {
  public Standing {
    visits = List.copyOf(visits);
    told = List.copyOf(told);
    originals = List.copyOf(originals);
    acceptanceClock = List.copyOf(acceptanceClock);
    decisionClock = List.copyOf(decisionClock);
    issuanceClock = List.copyOf(issuanceClock);
  }

  /**
   * Where a case with these events stands.
   *
   * @param events in the order of their numbers; the first is the submission
   * @throws IllegalArgumentException when there are none
   */
  public static Standing of(FlowDefinition flow, List<CaseEvent> events) {
    return of(flow, Map.of(), events);
  }

  /**
   * The same of a case that may have been moved: what happened before a move is read by the flow it
   * happened on.
   *
   * @param flow the flow it is on now
   * @param former the flows it was on before, by the version of its item
   */
  public static Standing of(
      FlowDefinition flow, Map<UUID, FlowDefinition> former, List<CaseEvent> events) {
    return of(flow, FlowBlocks.of(flow), former, events);
  }

  /** The same of a case on these terms, which know what their flow does in parallel. */
  public static Standing of(
      CaseTerms terms, Map<UUID, FlowDefinition> former, List<CaseEvent> events) {
    return of(terms.flow(), terms.blocks(), former, events);
  }

  private static Standing of(
      FlowDefinition flow,
      FlowBlocks blocks,
      Map<UUID, FlowDefinition> former,
      List<CaseEvent> events) {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("A case begins with its submission");
    }
    List<DefinitionMove> moves =
        events.stream()
            .filter(event -> event.kind() == CaseEventKind.MIGRATED)
            .map(event -> event.change().move())
            .toList();
    StandingFold fold =
        moves.isEmpty() ? new StandingFold(flow, blocks) : begun(former.get(moves.get(0).from()));
    int moved = 0;
    for (CaseEvent event : events) {
      if (event.kind() == CaseEventKind.MIGRATED) {
        if (++moved == moves.size()) {
          fold.moveTo(flow, blocks, event);
        } else {
          FlowDefinition next = former.get(moves.get(moved).from());
          fold.moveTo(next, FlowBlocks.of(next), event);
        }
      } else {
        fold.follow(event);
      }
    }
    return fold.standing();
  }

  private static StandingFold begun(FlowDefinition flow) {
    return new StandingFold(flow, FlowBlocks.of(flow));
  }

  /** The stays that haven't ended: one, several while work is done in parallel, none at the end. */
  public List<StepVisit> live() {
    return visits.stream().filter(StepVisit::live).toList();
  }

  /**
   * The steps somebody can act in now, as the flow draws them; the last one when the case ended.
   */
  public List<FlowStep> currentSteps() {
    List<FlowStep> steps = live().stream().map(visit -> flow.step(visit.stepId())).toList();
    return steps.isEmpty() ? List.of(flow.step(visits.get(visits.size() - 1).stepId())) : steps;
  }

  /**
   * The one step that says where the case is: the step it is in, and while work is done in parallel
   * the fork where that began.
   */
  public FlowStep currentStep() {
    List<FlowStep> steps = currentSteps();
    if (steps.size() == 1) {
      return steps.get(0);
    }
    return blocks
        .around(steps.stream().map(FlowStep::id).toList())
        .map(block -> flow.step(block.fork()))
        .orElse(steps.get(0));
  }

  /** The name of {@link #currentStep()}, behind those of the sub-processes it is in. */
  public String currentStepName(FlowLanguage language) {
    return flow.fullName(currentStep(), language);
  }

  /** The latest stay in {@link #currentStep()}. */
  public StepVisit currentVisit() {
    return latestIn(currentStep().id());
  }

  /** The latest stay in a step the case has been in. */
  StepVisit latestIn(String stepId) {
    StepVisit latest = null;
    for (StepVisit visit : visits) {
      latest = visit.stepId().equals(stepId) ? visit : latest;
    }
    if (latest == null) {
      throw new IllegalArgumentException("The case has never been in " + stepId);
    }
    return latest;
  }

  /** Whether somebody can act in this step now. */
  public boolean isLiveIn(String stepId) {
    return live().stream().anyMatch(visit -> visit.stepId().equals(stepId));
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
