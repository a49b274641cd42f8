package org.sunlit.casework.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.sunlit.calendar.ClockEvent;
import org.sunlit.calendar.PauseGround;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.flow.FlowBlocks;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.StepKind;

/** Folds a case's events into where it stands. One use only. */
final class StandingFold {
  private FlowDefinition flow;
  private FlowBlocks blocks;
  private final Stays stays = new Stays();
  private final CaseClocks clocks = new CaseClocks();
  private CaseState state = CaseState.SUBMITTED;
  private Pause pause;
  private Instant submittedAt;
  private Instant acceptedAt;
  private String acceptedBy;
  private Instant lastAt = Instant.MIN;
  private boolean decided;
  private boolean extended;
  private List<MissingMaterial> told = List.of();
  private List<String> originals = List.of();
  private boolean originalsAsked;
  private GreenMark green;
  private int version;

  StandingFold(FlowDefinition flow, FlowBlocks blocks) {
    this.flow = flow;
    this.blocks = blocks;
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
        accept(clocks.acceptance().get(0).at());
        move(event);
      }
      case REFUSED, ADVANCED, RETURNED -> move(event);
      case DECIDED -> {
        decided = true;
        move(event);
        if (state.open()) {
          clocks.decide(lastAt);
        }
      }
      case CORRECTION_REQUESTED -> {
        state = CaseState.IN_CORRECTION;
        told = told.isEmpty() ? event.missing() : told;
        clocks.awaitNoAnswer();
      }
      case ORIGINALS_REQUESTED -> askForOriginals(event);
      case ORIGINALS_RECEIVED -> {
        state = CaseState.SUBMITTED;
        originals = List.of();
        clocks.awaitAnswer(lastAt);
      }
      case SUPPLEMENTED -> {
        state = CaseState.SUBMITTED;
        clocks.awaitAnswer(lastAt);
      }
      case PAUSED -> pauseByHand(event);
      case RESUMED -> {
        state = CaseState.IN_PROGRESS;
        resume();
        // It may have been moved, meanwhile, to a step that doesn't count.
        standStill();
      }
      case EXTENDED -> {
        extended = true;
        clocks.extend(lastAt, event.extendedBy());
      }
      case CLOSED -> {
        goOn();
        leave(event);
        end(CaseState.GRANTED);
      }
      case WITHDRAWN -> {
        goOn();
        stays.change(StepVisit::live, visit -> visit.leaving(lastAt, null, event.by()));
        end(CaseState.WITHDRAWN);
      }
      case LATE_MATERIALS -> {
        // What was promised comes; the case stays where it is.
      }
      case PROMISE_BROKEN -> endAll(event, accepted() ? CaseState.REFUSED : CaseState.NOT_ACCEPTED);
      case REVOKED -> endAll(event, CaseState.REVOKED);
      case GREEN_MARKED -> green = event.change().green();
      case REOPENED -> reopen(event);
      case MIGRATED -> throw new IllegalArgumentException("A move needs the flow it leads to");
    }
  }

  /**
   * From here on the case is on another flow. The stays it had are in the steps that stand for the
   * former ones, and their clocks run on: a move gives nobody more time. A former step without a
   * counterpart is in the events only.
   */
  void moveTo(FlowDefinition other, FlowBlocks otherBlocks, CaseEvent event) {
    lastAt = event.at().isAfter(lastAt) ? event.at() : lastAt;
    version = event.number();
    boolean byHand = state == CaseState.PAUSED;
    if (!byHand) {
      goOn();
    }
    stays.moveTo(event.change().move().steps());
    flow = other;
    blocks = otherBlocks;
    if (!byHand) {
      standStill();
    }
  }

  /** The one notice of 行政许可法第三十二条第一款第四项: the clock waits for the applicant. */
  private void askForOriginals(CaseEvent event) {
    move(event);
    state = CaseState.IN_CORRECTION;
    originals = event.missing().stream().map(MissingMaterial::materialCode).distinct().toList();
    originalsAsked = true;
    List<MissingMaterial> everything = new ArrayList<>(told);
    everything.addAll(event.missing());
    told = everything;
    clocks.awaitNoAnswer();
  }

  /** The clock begins again on the day that the reopening says. */
  private void reopen(CaseEvent event) {
    ReviewDecision review = event.change().review();
    decided = decided && !review.withdrawsFormer();
    extended = false;
    state = accepted() ? CaseState.IN_PROGRESS : CaseState.SUBMITTED;
    Instant from = review.clockFrom().atStartOfDay(CityTime.ZONE).toInstant();
    clocks.beginAgain(from, accepted(), decided);
    enter(flow.step(event.toStepId()));
    standStill();
  }

  Standing standing() {
    return new Standing(
        flow,
        blocks,
        state,
        stays.all(),
        pause,
        submittedAt,
        acceptedAt,
        acceptedBy,
        decided,
        extended,
        told,
        originals,
        originalsAsked,
        green,
        lastAt,
        version,
        clocks.acceptance(),
        clocks.decision(),
        clocks.issuance());
  }

  private void submit(CaseEvent event) {
    submittedAt = lastAt;
    stays.begin(event.stepId(), lastAt);
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
    clocks.accept(from);
  }

  private void move(CaseEvent event) {
    goOn();
    FlowStep to = flow.step(event.toStepId());
    Predicate<String> cutShort = Undoing.cutShort(blocks, event.stepId(), to);
    stays.change(
        visit ->
            visit.live() && !visit.stepId().equals(event.stepId()) && cutShort.test(visit.stepId()),
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
        stays.pass(to.id(), lastAt);
        flow.outgoing(to.id()).forEach(way -> enter(flow.step(way.to())));
      }
      case JOIN -> {
        if (allArrived(to)) {
          stays.pass(to.id(), lastAt);
          enter(flow.next(to.id(), FlowEdge.PASS).orElseThrow());
        }
      }
      case TERMINATION -> {
        stays.pass(to.id(), lastAt);
        end(accepted() ? CaseState.REFUSED : CaseState.NOT_ACCEPTED);
      }
      case CLOSURE -> {
        if (to.post() == null) {
          stays.pass(to.id(), lastAt);
          end(CaseState.GRANTED);
        } else {
          stays.arrive(to.id(), lastAt);
        }
      }
      case PRE_REVIEW, ACCEPTANCE -> {
        stays.arrive(to.id(), lastAt);
        // Going from one to the other, or back, is the authority's own time.
        if (!accepted() && clocks.acceptance().isEmpty()) {
          clocks.awaitAnswer(lastAt);
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
          stays.arrive(to.id(), lastAt);
    }
  }

  /** Blocks are well formed, so a join has nothing to wait for once nobody is at work before it. */
  private boolean allArrived(FlowStep join) {
    return blocks
        .endingIn(join.id())
        .map(block -> stays.live().stream().noneMatch(visit -> block.holds(visit.stepId())))
        .orElse(true);
  }

  private void leave(CaseEvent event) {
    boolean atEnd = flow.isEnd(event.stepId()) && event.toStepId() != null;
    stays.change(
        visit -> visit.live() && visit.stepId().equals(event.stepId()),
        visit -> visit.leaving(lastAt, atEnd ? null : event.outcome(), atEnd ? null : event.by()));
  }

  private void end(CaseState endState) {
    state = endState;
    clocks.end(lastAt);
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
    stays.change(StepVisit::live, visit -> visit.leaving(lastAt, null, event.by()));
    end(endState);
  }

  /**
   * A step that doesn't count stands still by itself, on the article its flow names. While work is
   * done in parallel the clock stands still only when no step that counts is at work: nobody hides
   * behind another's expert review.
   */
  private void standStill() {
    if (!accepted()) {
      return;
    }
    List<FlowStep> live = stays.live().stream().map(visit -> flow.step(visit.stepId())).toList();
    boolean all =
        live.stream().allMatch(step -> !step.countsTowardLimit() && step.excludedBy() != null);
    if (all && !live.isEmpty()) {
      FlowStep step = live.get(live.size() - 1);
      pause = Pause.in(flow, step, lastAt);
      clocks.tick(ClockEvent.pause(lastAt, Pause.groundIn(step.kind()), step.excludedBy()));
    }
  }

  private void pauseByHand(CaseEvent event) {
    PauseGround ground = PauseGround.of(event.ground());
    pause = Pause.on(ground, event.article(), lastAt);
    state = CaseState.PAUSED;
    ClockEvent paused = ClockEvent.pause(lastAt, ground, event.article());
    clocks.tick(paused);
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
    clocks.tick(resumed);
    // A step's own clock is deaf to this unless it was paused by hand: the fold sets it aside.
    tick(resumed);
  }

  private void tick(ClockEvent event) {
    stays.change(StepVisit::live, visit -> visit.ticking(event));
  }
}
