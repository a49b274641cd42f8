package org.sunlit.casework.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.StepKind;

/**
 * What can be done to a case as it stands (状态机). The published flow is the enforced one (A11): a
 * case goes along an edge of its own flow or not at all, so a return needs a drawn {@code return}
 * edge and a refusal a drawn {@code reject} edge. The only things no flow draws are the applicant's
 * withdrawal and the standing still of the clock, which are the law's to give. While work is done
 * in parallel, each step has its own list.
 */
public final class CaseRules {
  private final Standing standing;
  private final List<Possible> possible = new ArrayList<>();

  private CaseRules(Standing standing) {
    this.standing = standing;
  }

  /** Everything that can be done now, by the staff first, then by the applicant. */
  public static List<Possible> possible(Standing standing) {
    return new CaseRules(standing).all();
  }

  /**
   * The same, one action in one step, if it is possible there.
   *
   * @param stepId null for the first step in which it is possible
   */
  public static Optional<Possible> possible(Standing standing, CaseAction action, String stepId) {
    return possible(standing).stream()
        .filter(each -> each.action() == action)
        .filter(each -> stepId == null || each.stepId().equals(stepId) || action.ofWholeCase())
        .findFirst();
  }

  private List<Possible> all() {
    List<FlowStep> steps = standing.currentSteps();
    String whole = standing.currentStep().id();
    switch (standing.state()) {
      case SUBMITTED -> steps.forEach(this::beforeAcceptance);
      case IN_CORRECTION ->
          possible.add(
              Possible.staying(
                  whole,
                  standing.originals().isEmpty()
                      ? CaseAction.SUPPLEMENT
                      : CaseAction.RECEIVE_ORIGINALS,
                  false));
      case IN_PROGRESS -> {
        steps.forEach(this::onward);
        if (standing.pause() == null && steps.get(0).kind() != StepKind.CLOSURE) {
          possible.add(Possible.staying(whole, CaseAction.PAUSE, true));
        }
        if (!standing.decided() && !standing.extended()) {
          possible.add(Possible.staying(whole, CaseAction.EXTEND, true));
        }
      }
      case PAUSED -> possible.add(Possible.staying(whole, CaseAction.RESUME, false));
      case GRANTED, REFUSED, NOT_ACCEPTED, REVOKED -> reopening();
      case WITHDRAWN -> {
        // What the applicant took back is theirs to hand in again.
      }
    }
    if (standing.state().open() && !standing.decided()) {
      if (standing.green() == null) {
        possible.add(Possible.staying(whole, CaseAction.MARK_GREEN, true));
      }
      possible.add(Possible.staying(whole, CaseAction.WITHDRAW, false));
    }
    return List.copyOf(possible);
  }

  /**
   * Where a decision of review, a judgment or the authority itself orders it, an ended case is
   * taken up again in a step it has been in. Where a revocation is annulled the decision that was
   * revoked can be kept: it stands again, and the case goes on after it. What was done in parallel
   * begins again before its fork: in one of the branches alone the others would be passed over.
   */
  private void reopening() {
    List<FlowStep> visited = visitedLastFirst();
    List<String> targets =
        visited.stream()
            .filter(step -> standing.accepted() || answers(step))
            .map(FlowStep::id)
            .filter(id -> standing.blocks().around(id).isEmpty())
            .toList();
    if (!targets.isEmpty()) {
      possible.add(Possible.reopening(deciding(visited).id(), targets));
    }
  }

  /** Where it is said whether an application is accepted. */
  private static boolean answers(FlowStep step) {
    return step.kind() == StepKind.ACCEPTANCE || step.kind() == StepKind.PRE_REVIEW;
  }

  /** The step whose post answers for how the case ended: where it was decided, else the last. */
  private static FlowStep deciding(List<FlowStep> visitedLastFirst) {
    return visitedLastFirst.stream()
        .filter(step -> step.kind() == StepKind.APPROVAL)
        .findFirst()
        .orElse(visitedLastFirst.get(0));
  }

  private List<FlowStep> visitedLastFirst() {
    List<FlowStep> visited = new ArrayList<>();
    for (int place = standing.visits().size() - 1; place >= 0; place--) {
      FlowStep step = standing.flow().step(standing.visits().get(place).stepId());
      if (step.kind().isActedOn() && !visited.contains(step)) {
        visited.add(step);
      }
    }
    return visited;
  }

  /**
   * Pre-review (预审, B8) looks at an online application before the originals are brought. Handing in
   * online is applying (行政许可法第二十九条第三款), so the five working days of 第三十二条 run from then on and
   * through it. They stop only as they do at the window: when the applicant has been told, once and
   * of everything, what is missing or which originals make it complete in due form.
   */
  private void preReview(FlowStep step) {
    List<FlowEdge> ways = ways(step);
    List<FlowEdge> onward = ways.stream().filter(CaseRules::goesOn).toList();
    if (!standing.originalsAsked() && !onward.isEmpty()) {
      possible.add(Possible.staying(step.id(), CaseAction.REQUEST_ORIGINALS, false));
    }
    addIfAny(step, CaseAction.ADVANCE, onward, false);
    addIfAny(step, CaseAction.REFUSE, ways.stream().filter(CaseRules::rejects).toList(), true);
    possible.add(Possible.staying(step.id(), CaseAction.REQUEST_CORRECTION, false));
  }

  private void beforeAcceptance(FlowStep step) {
    if (step.kind() == StepKind.PRE_REVIEW) {
      preReview(step);
      return;
    }
    if (step.kind() != StepKind.ACCEPTANCE) {
      // Some flows do something before acceptance, such as announcing a call (指南发布, A16).
      onward(step);
      return;
    }
    List<FlowEdge> ways = ways(step);
    addIfAny(step, CaseAction.ACCEPT, ways.stream().filter(CaseRules::goesOn).toList(), false);
    addIfAny(step, CaseAction.REFUSE, ways.stream().filter(CaseRules::rejects).toList(), true);
    possible.add(Possible.staying(step.id(), CaseAction.REQUEST_CORRECTION, false));
  }

  private void onward(FlowStep step) {
    switch (step.kind()) {
      case APPROVAL -> addIfAny(step, CaseAction.DECIDE, ways(step), false);
      case CLOSURE -> possible.add(Possible.staying(step.id(), CaseAction.CLOSE, false));
      case SUBMISSION,
          PRE_REVIEW,
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
          addIfAny(step, CaseAction.ADVANCE, ways(step), false);
      case FORK, JOIN -> {
        // A case passes there by itself.
      }
    }
    List<String> earlier = returnTargets(step);
    if (!earlier.isEmpty()) {
      possible.add(Possible.back(step.id(), earlier));
    }
  }

  /** Drawn returns to steps the case has really been in, the one it was in last first. */
  private List<String> returnTargets(FlowStep step) {
    List<String> targets =
        standing.flow().returnTargets(step.id()).stream().map(FlowStep::id).toList();
    List<String> latestFirst = new ArrayList<>();
    for (int place = standing.visits().size() - 1; place >= 0; place--) {
      String visited = standing.visits().get(place).stepId();
      if (targets.contains(visited) && !latestFirst.contains(visited)) {
        latestFirst.add(visited);
      }
    }
    return latestFirst;
  }

  private List<FlowEdge> ways(FlowStep step) {
    return standing.flow().outgoing(step.id()).stream().filter(edge -> !edge.isReturn()).toList();
  }

  static boolean rejects(FlowEdge edge) {
    return edge.outcome().equals(FlowEdge.REJECT);
  }

  static boolean goesOn(FlowEdge edge) {
    return !rejects(edge);
  }

  private void addIfAny(
      FlowStep step, CaseAction action, List<FlowEdge> ways, boolean needsReason) {
    if (!ways.isEmpty()) {
      possible.add(Possible.going(step.id(), action, ways, needsReason));
    }
  }
}
