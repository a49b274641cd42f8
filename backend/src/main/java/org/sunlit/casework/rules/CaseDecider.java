package org.sunlit.casework.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.RiskGrade;
import org.sunlit.powerlist.flow.StepKind;

/**
 * Rules on one command: either it becomes an event, or the ruling says what is possible instead.
 * The event's time is the clock's, but never before the case's last event: a clock that jumps back
 * neither shortens nor reorders anything.
 */
public final class CaseDecider {
  private final Wanted wanted;

  private CaseDecider(Wanted wanted) {
    this.wanted = wanted;
  }

  /** The first event of a case: it is handed in and goes to the step after the submission. */
  public static CaseEvent submission(
      FlowDefinition flow, Instant now, Handler by, List<String> materials) {
    FlowStep start = flow.start();
    FlowStep first =
        flow.next(start.id(), FlowEdge.PASS)
            .orElseThrow(
                () -> new IllegalArgumentException("Flow " + flow.code() + " leads nowhere"));
    return CaseEvent.of(1, CaseEventKind.SUBMITTED, now, start.id(), first.id(), FlowEdge.PASS)
        .with(by, null, false)
        .bringing(materials);
  }

  /**
   * Rules on a command.
   *
   * @param standing where the case stands
   * @param command what is wanted
   * @param now the clock's time
   * @param hand who wants it
   * @param matter what the case is about
   */
  public static Ruling decide(
      Standing standing, CaseCommand command, Instant now, Hand hand, Matter matter) {
    List<String> steps = stepsToChooseFrom(standing, command);
    if (steps.size() > 1) {
      return new Ruling.Unacceptable(
          List.of(Lack.of("/step", Lack.Code.STEP_NEEDED, String.join(", ", steps))));
    }
    Optional<Possible> possible = CaseRules.possible(standing, command.action(), command.step());
    if (possible.isEmpty()) {
      return new Ruling.Impossible(
          CaseRules.possible(standing).stream().map(Possible::action).toList());
    }
    Optional<Bar> bar = Duties.bar(standing, command.action(), command.outcome(), hand);
    if (bar.isPresent()) {
      return new Ruling.Barred(bar.get());
    }
    Instant at = now.isBefore(standing.lastAt()) ? standing.lastAt() : now;
    FlowStep step = standing.flow().step(possible.get().stepId());
    Wanted wanted =
        new Wanted(standing, command, possible.get(), at, matter, step, new ArrayList<>());
    return new CaseDecider(wanted).rule(hand.handler());
  }

  /** While work is done in several steps, the command says which one it means. */
  private static List<String> stepsToChooseFrom(Standing standing, CaseCommand command) {
    return command.step() != null || command.action().ofWholeCase()
        ? List.of()
        : CaseRules.possible(standing).stream()
            .filter(possible -> possible.action() == command.action())
            .map(Possible::stepId)
            .distinct()
            .toList();
  }

  private Ruling rule(Handler by) {
    CaseEvent event =
        switch (wanted.command().action()) {
          case ACCEPT -> along(CaseEventKind.ACCEPTED, wanted.command().outcome(), true);
          case REFUSE -> along(CaseEventKind.REFUSED, FlowEdge.REJECT, true);
          case ADVANCE -> along(CaseEventKind.ADVANCED, wanted.command().outcome(), false);
          case DECIDE -> decision();
          case RETURN ->
              wanted.going(CaseEventKind.RETURNED, wanted.earlierStep(), FlowEdge.RETURN);
          case REQUEST_CORRECTION -> missing().correction();
          case REQUEST_ORIGINALS -> missing().askingForOriginals();
          case RECEIVE_ORIGINALS -> missing().originals();
          case MARK_GREEN -> terms().green();
          case REOPEN -> terms().reopening();
          case SUPPLEMENT ->
              wanted.staying(CaseEventKind.SUPPLEMENTED).bringing(wanted.command().materials());
          case PAUSE -> terms().pause();
          case RESUME -> wanted.staying(CaseEventKind.RESUMED);
          case EXTEND -> terms().extension();
          case CLOSE -> wanted.staying(CaseEventKind.CLOSED);
          case WITHDRAW ->
              wanted
                  .staying(CaseEventKind.WITHDRAWN)
                  .undoing(Undoing.byEnding(wanted.standing(), null));
        };
    needReason(wanted.possible().needsReason());
    needRiskConfirmed();
    return wanted.lacks().isEmpty()
        ? new Ruling.Done(
            event.with(by, wanted.command().reason(), wanted.command().riskConfirmed()))
        : new Ruling.Unacceptable(wanted.lacks());
  }

  private MissingRulings missing() {
    return new MissingRulings(wanted);
  }

  private TermRulings terms() {
    return new TermRulings(wanted);
  }

  private CaseEvent along(CaseEventKind kind, String named, boolean onlyListed) {
    String outcome = named == null ? FlowEdge.PASS : named;
    Optional<FlowEdge> way =
        wanted.possible().ways().stream()
            .filter(edge -> edge.outcome().equals(outcome))
            .findFirst();
    if (way.isEmpty()) {
      wanted.lack(Lack.of("/outcome", Lack.Code.OUTCOME_UNKNOWN, outcomes()));
      return wanted.staying(kind);
    }
    needReason(!onlyListed && ends(way.get()));
    return wanted.going(kind, way.get().to(), outcome);
  }

  private CaseEvent decision() {
    if (wanted.command().grant() == null) {
      wanted.lack(Lack.of("/decision", Lack.Code.DECISION_NEEDED));
      return wanted.staying(CaseEventKind.DECIDED);
    }
    if (wanted.command().grant()) {
      if (FlowEdge.REJECT.equals(wanted.command().outcome())) {
        wanted.lack(Lack.of("/outcome", Lack.Code.OUTCOME_UNKNOWN, outcomes()));
      }
      return along(CaseEventKind.DECIDED, wanted.command().outcome(), false);
    }
    return along(CaseEventKind.DECIDED, FlowEdge.REJECT, false);
  }

  private boolean ends(FlowEdge way) {
    return wanted.standing().flow().step(way.to()).kind() == StepKind.TERMINATION;
  }

  private void needReason(boolean needed) {
    Lack lack = Lack.of("/reason", Lack.Code.REASON_NEEDED);
    if (needed && wanted.command().reason() == null && !wanted.lacks().contains(lack)) {
      wanted.lack(lack);
    }
  }

  /**
   * Going on after a pause judges nothing, so it needs no confirmation; neither does an applicant.
   */
  private void needRiskConfirmed() {
    boolean judges =
        !wanted.command().action().byApplicant() && wanted.command().action() != CaseAction.RESUME;
    boolean grave = wanted.step().risks().stream().anyMatch(risk -> risk.grade() == RiskGrade.A);
    if (judges && grave && !wanted.command().riskConfirmed()) {
      wanted.lack(Lack.of("/confirmedRisk", Lack.Code.RISK_NOT_CONFIRMED));
    }
  }

  private String outcomes() {
    return String.join(", ", wanted.possible().ways().stream().map(FlowEdge::outcome).toList());
  }
}
