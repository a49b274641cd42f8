package org.sunlit.casework.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.calendar.ClockEvent;
import org.sunlit.calendar.PauseGround;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.StepKind;

/** Folds a case's events into where it stands. One use only. */
final class StandingFold {
  private final FlowDefinition flow;
  private final List<StepVisit> visits = new ArrayList<>();
  private final List<ClockEvent> acceptanceClock = new ArrayList<>();
  private final List<ClockEvent> decisionClock = new ArrayList<>();
  private CaseState state = CaseState.SUBMITTED;
  private Pause pause;
  private Instant submittedAt;
  private Instant acceptedAt;
  private String acceptedBy;
  private Instant lastAt = Instant.MIN;
  private boolean decided;
  private List<MissingMaterial> told = List.of();
  private int version;

  StandingFold(FlowDefinition flow) {
    this.flow = flow;
  }

  void follow(CaseEvent event) {
    // The writer sees to it that time never runs backwards; folding holds to it even so.
    lastAt = event.at().isAfter(lastAt) ? event.at() : lastAt;
    version = event.number();
    switch (event.kind()) {
      case SUBMITTED -> submit(event);
      case ACCEPTED -> {
        accept();
        acceptedBy = event.by().account();
        move(event);
      }
      case REFUSED, ADVANCED, RETURNED -> move(event);
      case DECIDED -> {
        decided = true;
        move(event);
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
      case CLOSED -> {
        leave(event);
        end(CaseState.GRANTED);
      }
      case WITHDRAWN -> {
        leave(event);
        end(CaseState.WITHDRAWN);
      }
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
        told,
        lastAt,
        version,
        acceptanceClock,
        decisionClock);
  }

  private void submit(CaseEvent event) {
    submittedAt = lastAt;
    visits.add(new StepVisit(event.stepId(), 1, lastAt, null, null, null, List.of()));
    if (flow.steps().stream().noneMatch(step -> step.kind() == StepKind.ACCEPTANCE)) {
      // Nothing to accept: what the authority itself sets going runs from the start (依职权).
      accept();
    }
    move(event);
  }

  private void accept() {
    acceptedAt = lastAt;
    state = CaseState.IN_PROGRESS;
    acceptanceClock.clear();
    decisionClock.add(ClockEvent.start(lastAt));
  }

  private void move(CaseEvent event) {
    leave(event);
    FlowStep to = flow.step(event.toStepId());
    int visit = 1 + (int) visits.stream().filter(v -> v.stepId().equals(to.id())).count();
    visits.add(
        new StepVisit(to.id(), visit, lastAt, null, null, null, List.of(ClockEvent.start(lastAt))));
    if (to.kind() == StepKind.TERMINATION) {
      leave(event);
      end(acceptedAt == null ? CaseState.NOT_ACCEPTED : CaseState.REFUSED);
    } else if (to.kind() == StepKind.CLOSURE && to.post() == null) {
      leave(event);
      end(CaseState.GRANTED);
    } else if (acceptedAt == null && to.kind() == StepKind.ACCEPTANCE) {
      restartAcceptance();
    } else if (acceptedAt != null && !to.countsTowardLimit() && to.excludedBy() != null) {
      pauseByStep(to);
    }
  }

  private void leave(CaseEvent event) {
    if (pause != null) {
      resume();
    }
    StepVisit here = current();
    List<ClockEvent> clock = new ArrayList<>(here.clock());
    clock.add(ClockEvent.stop(lastAt));
    boolean atEnd = flow.isEnd(here.stepId()) && event.toStepId() != null;
    replaceCurrent(
        new StepVisit(
            here.stepId(),
            here.visit(),
            here.enteredAt(),
            lastAt,
            atEnd ? null : event.outcome(),
            atEnd ? null : event.by(),
            clock));
  }

  private void end(CaseState endState) {
    state = endState;
    acceptanceClock.clear();
    decisionClock.add(ClockEvent.stop(lastAt));
  }

  private void restartAcceptance() {
    acceptanceClock.clear();
    acceptanceClock.add(ClockEvent.start(lastAt));
  }

  /** A step that doesn't count stands still by itself, on the article its flow names. */
  private void pauseByStep(FlowStep step) {
    pause = new Pause(step.name(), step.nameEn(), step.excludedBy(), lastAt);
    decisionClock.add(ClockEvent.pause(lastAt, groundOf(step.kind()), step.excludedBy()));
  }

  private void pauseByHand(CaseEvent event) {
    PauseGround ground = PauseGround.of(event.ground());
    pause = new Pause(ground.label(), ground.labelEn(), event.article(), lastAt);
    state = CaseState.PAUSED;
    ClockEvent paused = ClockEvent.pause(lastAt, ground, event.article());
    decisionClock.add(paused);
    addToStepClock(paused);
  }

  private void resume() {
    if (pause == null) {
      return;
    }
    pause = null;
    ClockEvent resumed = ClockEvent.resume(lastAt);
    decisionClock.add(resumed);
    // The step's own clock is deaf to this unless it was paused by hand: the fold sets it aside.
    addToStepClock(resumed);
  }

  private void addToStepClock(ClockEvent clockEvent) {
    StepVisit here = current();
    List<ClockEvent> clock = new ArrayList<>(here.clock());
    clock.add(clockEvent);
    replaceCurrent(
        new StepVisit(
            here.stepId(),
            here.visit(),
            here.enteredAt(),
            here.leftAt(),
            here.outcome(),
            here.by(),
            clock));
  }

  private StepVisit current() {
    return visits.get(visits.size() - 1);
  }

  private void replaceCurrent(StepVisit visit) {
    visits.set(visits.size() - 1, visit);
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
          CLOSURE,
          TERMINATION ->
          PauseGround.OTHER_STATUTE;
    };
  }
}
