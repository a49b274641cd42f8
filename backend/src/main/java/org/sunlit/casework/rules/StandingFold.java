package org.sunlit.casework.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.sunlit.calendar.ClockEvent;
import org.sunlit.calendar.PauseGround;
import org.sunlit.powerlist.flow.FlowBlocks;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.StepKind;

/** Folds a case's events into where it stands. One use only. */
final class StandingFold {
  private final FlowDefinition flow;
  private final FlowBlocks blocks;
  private final List<StepVisit> visits = new ArrayList<>();
  private final List<ClockEvent> acceptanceClock = new ArrayList<>();
  private final List<ClockEvent> decisionClock = new ArrayList<>();
  private final List<ClockEvent> issuanceClock = new ArrayList<>();
  private CaseState state = CaseState.SUBMITTED;
  private Pause pause;
  private Instant submittedAt;
  private Instant acceptedAt;
  private String acceptedBy;
  private Instant lastAt = Instant.MIN;
  private boolean decided;
  private boolean extended;
  private List<MissingMaterial> told = List.of();
  private int version;

  StandingFold(FlowDefinition flow) {
    this.flow = flow;
    this.blocks = FlowBlocks.of(flow);
  }

  void follow(CaseEvent event) {
    // The writer sees to it that time never runs backwards; folding holds to it even so.
    lastAt = event.at().isAfter(lastAt) ? event.at() : lastAt;
    version = event.number();
    switch (event.kind()) {
      case SUBMITTED -> submit(event);
      case ACCEPTED -> {
        accept(lastAt);
        acceptedBy = event.by().account();
        move(event);
      }
      case DEEMED_ACCEPTED -> {
        accept(acceptanceClock.get(0).at());
        move(event);
      }
      case REFUSED, ADVANCED, RETURNED -> move(event);
      case DECIDED -> {
        decided = true;
        move(event);
        if (state.open()) {
          issuanceClock.add(ClockEvent.start(lastAt));
        }
      }
      case CORRECTION_REQUESTED -> {
        state = CaseState.IN_CORRECTION;
        told = told.isEmpty() ? event.missing() : told;
        acceptanceClock.clear();
      }
      case SUPPLEMENTED -> {
        state = CaseState.SUBMITTED;
        restartAcceptance();
      }
      case PAUSED -> pauseByHand(event);
      case RESUMED -> {
        state = CaseState.IN_PROGRESS;
        resume();
      }
      case EXTENDED -> {
        extended = true;
        decisionClock.add(ClockEvent.extend(lastAt, event.extendedBy()));
      }
      case CLOSED -> {
        goOn();
        leave(event);
        end(CaseState.GRANTED);
      }
      case WITHDRAWN -> {
        goOn();
        change(StepVisit::live, visit -> visit.leaving(lastAt, null, event.by()));
        end(CaseState.WITHDRAWN);
      }
      case LATE_MATERIALS -> {
        // What was promised comes; the case stays where it is.
      }
      case PROMISE_BROKEN -> endAll(event, accepted() ? CaseState.REFUSED : CaseState.NOT_ACCEPTED);
      case REVOKED -> endAll(event, CaseState.REVOKED);
    }
  }

  Standing standing() {
    return new Standing(
        flow,
        state,
        visits,
        pause,
        submittedAt,
        acceptedAt,
        acceptedBy,
        decided,
        extended,
        told,
        lastAt,
        version,
        acceptanceClock,
        decisionClock,
        issuanceClock);
  }

  private void submit(CaseEvent event) {
    submittedAt = lastAt;
    visits.add(new StepVisit(event.stepId(), 1, lastAt, null, null, null, List.of()));
    if (flow.steps().stream().noneMatch(step -> step.kind() == StepKind.ACCEPTANCE)) {
      // Nothing to accept: what the authority itself sets going runs from the start (依职权).
      accept(lastAt);
    }
    move(event);
  }

  /**
   * @param from when the promised limit begins to run
   */
  private void accept(Instant from) {
    acceptedAt = from;
    state = CaseState.IN_PROGRESS;
    acceptanceClock.clear();
    decisionClock.add(ClockEvent.start(from));
  }

  private void move(CaseEvent event) {
    goOn();
    FlowStep to = flow.step(event.toStepId());
    change(
        visit ->
            visit.live()
                && !visit.stepId().equals(event.stepId())
                && Undoing.cutsShort(flow, event.stepId(), to.id(), visit.stepId()),
        visit -> visit.leaving(lastAt, StepVisit.UNDONE, event.by()));
    leave(event);
    enter(to);
    if (state.open()) {
      standStill();
    }
  }

  /** Comes to a step, and through it where nobody acts. */
  private void enter(FlowStep to) {
    switch (to.kind()) {
      case FORK -> {
        pass(to);
        flow.outgoing(to.id()).forEach(way -> enter(flow.step(way.to())));
      }
      case JOIN -> {
        if (allArrived(to)) {
          pass(to);
          enter(flow.next(to.id(), FlowEdge.PASS).orElseThrow());
        }
      }
      case TERMINATION -> {
        pass(to);
        end(acceptedAt == null ? CaseState.NOT_ACCEPTED : CaseState.REFUSED);
      }
      case CLOSURE -> {
        if (to.post() == null) {
          pass(to);
          end(CaseState.GRANTED);
        } else {
          arrive(to);
        }
      }
      case ACCEPTANCE -> {
        arrive(to);
        if (acceptedAt == null) {
          restartAcceptance();
        }
      }
      case SUBMISSION,
          REVIEW,
          FORMAL_REVIEW,
          EXPERT_REVIEW,
          INSPECTION,
          HEARING,
          PUBLIC_NOTICE,
          COMMITTEE_REVIEW,
          APPROVAL,
          CONTRACT,
          EXECUTION,
          EVALUATION,
          ANNOUNCEMENT,
          ISSUANCE,
          DELIVERY ->
          arrive(to);
    }
  }

  /** Blocks are well formed, so a join has nothing to wait for once nobody is at work before it. */
  private boolean allArrived(FlowStep join) {
    return blocks
        .endingIn(join.id())
        .map(
            block ->
                visits.stream().noneMatch(visit -> visit.live() && block.holds(visit.stepId())))
        .orElse(true);
  }

  private void arrive(FlowStep to) {
    int visit = 1 + (int) visits.stream().filter(v -> v.stepId().equals(to.id())).count();
    visits.add(
        new StepVisit(to.id(), visit, lastAt, null, null, null, List.of(ClockEvent.start(lastAt))));
  }

  private void pass(FlowStep to) {
    arrive(to);
    int last = visits.size() - 1;
    visits.set(last, visits.get(last).leaving(lastAt, null, null));
  }

  private void leave(CaseEvent event) {
    boolean atEnd = flow.isEnd(event.stepId()) && event.toStepId() != null;
    change(
        visit -> visit.live() && visit.stepId().equals(event.stepId()),
        visit -> visit.leaving(lastAt, atEnd ? null : event.outcome(), atEnd ? null : event.by()));
  }

  private void change(Predicate<StepVisit> which, UnaryOperator<StepVisit> change) {
    visits.replaceAll(visit -> which.test(visit) ? change.apply(visit) : visit);
  }

  private void end(CaseState endState) {
    state = endState;
    acceptanceClock.clear();
    decisionClock.add(ClockEvent.stop(lastAt));
    if (!issuanceClock.isEmpty()) {
      issuanceClock.add(ClockEvent.stop(lastAt));
    }
  }

  private boolean accepted() {
    return acceptedAt != null;
  }

  /** Ends the case wherever it is; one that has ended only changes how. */
  private void endAll(CaseEvent event, CaseState endState) {
    if (!state.open()) {
      state = endState;
      return;
    }
    goOn();
    change(StepVisit::live, visit -> visit.leaving(lastAt, null, event.by()));
    end(endState);
  }

  private void restartAcceptance() {
    acceptanceClock.clear();
    acceptanceClock.add(ClockEvent.start(lastAt));
  }

  /**
   * A step that doesn't count stands still by itself, on the article its flow names. While work is
   * done in parallel the clock stands still only when no step that counts is at work: nobody hides
   * behind another's expert review.
   */
  private void standStill() {
    if (acceptedAt == null) {
      return;
    }
    List<FlowStep> live =
        visits.stream().filter(StepVisit::live).map(visit -> flow.step(visit.stepId())).toList();
    boolean all =
        live.stream().allMatch(step -> !step.countsTowardLimit() && step.excludedBy() != null);
    if (all && !live.isEmpty()) {
      FlowStep step = live.get(live.size() - 1);
      pause = new Pause(step.name(), step.nameEn(), step.excludedBy(), lastAt);
      decisionClock.add(ClockEvent.pause(lastAt, groundOf(step.kind()), step.excludedBy()));
    }
  }

  private void pauseByHand(CaseEvent event) {
    PauseGround ground = PauseGround.of(event.ground());
    pause = new Pause(ground.label(), ground.labelEn(), event.article(), lastAt);
    state = CaseState.PAUSED;
    ClockEvent paused = ClockEvent.pause(lastAt, ground, event.article());
    decisionClock.add(paused);
    tick(paused);
  }

  private void goOn() {
    if (pause != null) {
      resume();
    }
  }

  private void resume() {
    pause = null;
    ClockEvent resumed = ClockEvent.resume(lastAt);
    decisionClock.add(resumed);
    // A step's own clock is deaf to this unless it was paused by hand: the fold sets it aside.
    tick(resumed);
  }

  private void tick(ClockEvent event) {
    change(StepVisit::live, visit -> visit.ticking(event));
  }

  private static PauseGround groundOf(StepKind kind) {
    return switch (kind) {
      case HEARING -> PauseGround.HEARING;
      case EXPERT_REVIEW -> PauseGround.EXPERT_REVIEW;
      case PUBLIC_NOTICE -> PauseGround.PUBLIC_NOTICE;
      case SUBMISSION,
          ACCEPTANCE,
          REVIEW,
          FORMAL_REVIEW,
          INSPECTION,
          COMMITTEE_REVIEW,
          APPROVAL,
          CONTRACT,
          EXECUTION,
          EVALUATION,
          ANNOUNCEMENT,
          ISSUANCE,
          DELIVERY,
          FORK,
          JOIN,
          CLOSURE,
          TERMINATION ->
          PauseGround.OTHER_STATUTE;
    };
  }
}
