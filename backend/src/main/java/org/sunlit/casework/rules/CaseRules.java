package org.sunlit.casework.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.StepKind;

/**
 * What can be done to a case as it stands (状态机). The published flow is the enforced one (A11): a
 * case goes along an edge of its own flow or not at all, so a return needs a drawn {@code return}
 * edge and a refusal a drawn {@code reject} edge. The only things no flow draws are the applicant's
 * withdrawal and the standing still of the clock, which are the law's to give.
 */
public final class CaseRules {
  private CaseRules() {}

  /** Everything that can be done now, by the staff first, then by the applicant. */
  public static List<Possible> possible(Standing standing) {
    List<Possible> possible = new ArrayList<>();
    switch (standing.state()) {
      case SUBMITTED -> beforeAcceptance(standing, possible);
      case IN_CORRECTION -> possible.add(Possible.staying(CaseAction.SUPPLEMENT, false));
      case IN_PROGRESS -> inProgress(standing, possible);
      case PAUSED -> possible.add(Possible.staying(CaseAction.RESUME, false));
      case GRANTED, REFUSED, NOT_ACCEPTED, WITHDRAWN -> {
        // An ended case stays as it ended.
      }
    }
    if (standing.state().open() && !standing.decided()) {
      possible.add(Possible.staying(CaseAction.WITHDRAW, false));
    }
    return List.copyOf(possible);
  }

  /** The same, one action, if it is possible. */
  public static Optional<Possible> possible(Standing standing, CaseAction action) {
    return possible(standing).stream().filter(each -> each.action() == action).findFirst();
  }

  private static void beforeAcceptance(Standing standing, List<Possible> possible) {
    FlowStep step = standing.currentStep();
    if (step.kind() != StepKind.ACCEPTANCE) {
      // Some flows do something before acceptance, such as announcing a call (指南发布, A16).
      onward(standing, possible);
      return;
    }
    List<FlowEdge> ways = ways(standing);
    addIfAny(possible, CaseAction.ACCEPT, ways.stream().filter(CaseRules::goesOn).toList(), false);
    addIfAny(possible, CaseAction.REFUSE, ways.stream().filter(CaseRules::rejects).toList(), true);
    possible.add(Possible.staying(CaseAction.REQUEST_CORRECTION, false));
  }

  private static void inProgress(Standing standing, List<Possible> possible) {
    onward(standing, possible);
    FlowStep step = standing.currentStep();
    if (step.kind() != StepKind.CLOSURE && standing.pause() == null) {
      possible.add(Possible.staying(CaseAction.PAUSE, true));
    }
  }

  private static void onward(Standing standing, List<Possible> possible) {
    switch (standing.currentStep().kind()) {
      case APPROVAL -> addIfAny(possible, CaseAction.DECIDE, ways(standing), false);
      case CLOSURE -> possible.add(Possible.staying(CaseAction.CLOSE, false));
      case SUBMISSION,
          ACCEPTANCE,
          REVIEW,
          FORMAL_REVIEW,
          EXPERT_REVIEW,
          INSPECTION,
          HEARING,
          PUBLIC_NOTICE,
          COMMITTEE_REVIEW,
          CONTRACT,
          EXECUTION,
          EVALUATION,
          ANNOUNCEMENT,
          ISSUANCE,
          DELIVERY,
          TERMINATION ->
          addIfAny(possible, CaseAction.ADVANCE, ways(standing), false);
    }
    List<String> earlier = returnTargets(standing);
    if (!earlier.isEmpty()) {
      possible.add(new Possible(CaseAction.RETURN, List.of(), earlier, true));
    }
  }

  /** Drawn returns to steps the case has really been in, the one it was in last first. */
  private static List<String> returnTargets(Standing standing) {
    List<String> targets =
        standing.flow().returnTargets(standing.currentStep().id()).stream()
            .map(FlowStep::id)
            .toList();
    List<String> latestFirst = new ArrayList<>();
    for (int place = standing.visits().size() - 1; place >= 0; place--) {
      String visited = standing.visits().get(place).stepId();
      if (targets.contains(visited) && !latestFirst.contains(visited)) {
        latestFirst.add(visited);
      }
    }
    return latestFirst;
  }

  private static List<FlowEdge> ways(Standing standing) {
    FlowDefinition flow = standing.flow();
    return flow.outgoing(standing.currentStep().id()).stream()
        .filter(edge -> !edge.isReturn())
        .toList();
  }

  static boolean rejects(FlowEdge edge) {
    return edge.outcome().equals(FlowEdge.REJECT);
  }

  static boolean goesOn(FlowEdge edge) {
    return !rejects(edge);
  }

  private static void addIfAny(
      List<Possible> possible, CaseAction action, List<FlowEdge> ways, boolean needsReason) {
    if (!ways.isEmpty()) {
      possible.add(Possible.going(action, ways, needsReason));
    }
  }
}
