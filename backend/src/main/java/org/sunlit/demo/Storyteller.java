package org.sunlit.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sunlit.calendar.Limit;
import org.sunlit.casework.rules.CaseAction;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.casework.rules.MissingMaterial;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.StepKind;

/**
 * Decides what happens next to a case of the demonstration city, and how long it takes: pure, but
 * for the dice.
 */
record Storyteller(DemoHabits habits, Dice dice) {

  /**
   * The next move; empty when the case has ended or waits for a person.
   *
   * @param acts how often something was done to the case so far
   */
  Optional<CaseCommand> next(
      Story story, FlowDefinition flow, CaseState state, String stepId, int acts) {
    return switch (state) {
      case SUBMITTED -> Optional.of(submitted(story, flow.step(stepId), acts));
      case IN_CORRECTION -> Optional.of(CaseCommand.plain(CaseAction.SUPPLEMENT));
      case IN_PROGRESS -> Optional.of(inProgress(story, flow, flow.step(stepId), acts));
      case PAUSED -> Optional.of(CaseCommand.plain(CaseAction.RESUME));
      case GRANTED, REFUSED, NOT_ACCEPTED, WITHDRAWN, REVOKED -> Optional.empty();
    };
  }

  /** How much working time passes before the move after this one. */
  Duration workBefore(Story story, FlowStep step, boolean instant) {
    if (instant) {
      return Duration.ofMinutes(Math.round(dice.about(15)));
    }
    double share =
        story.late() && step.kind() == StepKind.REVIEW
            ? 2.5
            : habits.shareOfLimit(step.kind(), story.pace());
    long minutes = Math.round(dice.about(share * workOf(step.limit()).toMinutes()));
    return Duration.ofMinutes(Math.max(5, minutes));
  }

  private CaseCommand submitted(Story story, FlowStep step, int acts) {
    if (step.kind() != StepKind.ACCEPTANCE) {
      return CaseCommand.plain(CaseAction.ADVANCE).confirmingRisk();
    }
    if (story.withdrawn()) {
      return withReason(CaseAction.WITHDRAW, dice.any(habits.texts().withdrawals()));
    }
    if (story.notAccepted()) {
      return withReason(CaseAction.REFUSE, dice.any(habits.texts().notAccepted()));
    }
    if (story.correction() && acts == 0) {
      return command(
          CaseAction.REQUEST_CORRECTION,
          null,
          null,
          null,
          List.of(new MissingMaterial(null, dice.any(habits.texts().corrections()))));
    }
    return CaseCommand.plain(CaseAction.ACCEPT).confirmingRisk();
  }

  private CaseCommand inProgress(Story story, FlowDefinition flow, FlowStep step, int acts) {
    if (step.kind() == StepKind.CLOSURE) {
      return CaseCommand.plain(CaseAction.CLOSE).confirmingRisk();
    }
    if (step.kind() == StepKind.APPROVAL) {
      return story.refused()
          ? command(CaseAction.DECIDE, null, false, dice.any(habits.texts().refusals()), List.of())
          : command(CaseAction.DECIDE, null, true, null, List.of());
    }
    if (story.returned() && acts < 4 && !flow.returnTargets(step.id()).isEmpty()) {
      return withReason(CaseAction.RETURN, dice.any(habits.texts().returns()));
    }
    return command(CaseAction.ADVANCE, outcome(flow, step), null, null, List.of());
  }

  /** A choice of the flow's own when the dice say so, else the plain way on. */
  private String outcome(FlowDefinition flow, FlowStep step) {
    List<String> ways =
        flow.outgoing(step.id()).stream()
            .filter(edge -> !edge.isBackward() && !edge.outcome().equals(FlowEdge.REJECT))
            .map(FlowEdge::outcome)
            .toList();
    for (String way : ways) {
      Double chance = habits.chances().choices().get(way);
      if (chance != null && dice.happens(chance)) {
        return way;
      }
    }
    return ways.contains(FlowEdge.PASS) ? FlowEdge.PASS : ways.get(0);
  }

  private static CaseCommand withReason(CaseAction action, String reason) {
    return command(action, null, null, reason, List.of());
  }

  private static CaseCommand command(
      CaseAction action,
      String outcome,
      Boolean grant,
      String reason,
      List<MissingMaterial> missing) {
    return CaseCommand.plain(action)
        .by(outcome)
        .granting(grant)
        .saying(reason)
        .asking(missing)
        .confirmingRisk();
  }

  private static Duration workOf(Limit limit) {
    if (limit == null) {
      return OfficeHours.DAY;
    }
    return switch (limit.unit()) {
      case WORKING_DAYS -> OfficeHours.DAY.multipliedBy(limit.amount());
      case CALENDAR_DAYS ->
          OfficeHours.DAY.multipliedBy(limit.amount()).multipliedBy(5).dividedBy(7);
      case HOURS -> Duration.ofHours(limit.amount());
    };
  }
}
