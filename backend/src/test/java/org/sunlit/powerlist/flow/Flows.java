package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;

/**
 * Flows for tests, written the short way: {@code flow().step("a", REVIEW).pass("a", "b").build()}.
 */
final class Flows {
  static final Post POST = new Post("reviewer", "审核岗", "Reviewer");

  private final List<FlowStep> steps = new ArrayList<>();
  private final List<FlowEdge> edges = new ArrayList<>();

  static Flows flow() {
    return new Flows();
  }

  /** 受理—审核—审批—办结 with both refusals and a return: a flow with nothing wrong. */
  static Flows sound() {
    return flow()
        .step("apply", StepKind.SUBMISSION)
        .step("accept", StepKind.ACCEPTANCE)
        .step("review", StepKind.REVIEW)
        .step("approve", StepKind.APPROVAL)
        .step("closed", StepKind.CLOSURE)
        .step("refused", StepKind.TERMINATION)
        .edge("apply", "accept", "pass")
        .edge("accept", "review", "pass")
        .edge("review", "approve", "pass")
        .edge("approve", "closed", "pass")
        .edge("approve", "refused", "reject")
        .edge("approve", "review", "return");
  }

  Flows step(String id, StepKind kind) {
    return add(
        new FlowStep(
            id,
            kind,
            id,
            id,
            kind.isActedOn() ? POST : null,
            kind.isActedOn() ? 1 : 0,
            null,
            true,
            null,
            List.of(),
            List.of()));
  }

  Flows step(String id, StepKind kind, int weight) {
    return step(id, kind).change(id, step -> weighted(step, weight));
  }

  Flows add(FlowStep step) {
    steps.add(step);
    return this;
  }

  Flows edge(String from, String to, String outcome) {
    edges.add(new FlowEdge(from, to, outcome, null, null));
    return this;
  }

  Flows withoutEdge(String from, String outcome) {
    edges.removeIf(edge -> edge.from().equals(from) && edge.outcome().equals(outcome));
    return this;
  }

  Flows withoutStep(String id) {
    steps.removeIf(step -> step.id().equals(id));
    edges.removeIf(edge -> edge.from().equals(id) || edge.to().equals(id));
    return this;
  }

  Flows limit(String id, int amount, LimitUnit unit) {
    return change(id, step -> step.withLimit(new Limit(amount, unit)));
  }

  Flows notCounting(String id, String law) {
    return change(
        id,
        step ->
            new FlowStep(
                step.id(),
                step.kind(),
                step.name(),
                step.nameEn(),
                step.post(),
                step.weight(),
                step.limit(),
                false,
                law,
                step.materials(),
                step.risks()));
  }

  Flows withoutPost(String id) {
    return change(
        id,
        step ->
            new FlowStep(
                step.id(),
                step.kind(),
                step.name(),
                step.nameEn(),
                null,
                step.weight(),
                step.limit(),
                step.countsTowardLimit(),
                step.excludedBy(),
                step.materials(),
                step.risks()));
  }

  Flows named(String id, String zh, String en) {
    return change(
        id,
        step ->
            new FlowStep(
                step.id(),
                step.kind(),
                zh,
                en,
                step.post(),
                step.weight(),
                step.limit(),
                step.countsTowardLimit(),
                step.excludedBy(),
                step.materials(),
                step.risks()));
  }

  Flows change(String id, UnaryOperator<FlowStep> change) {
    steps.replaceAll(step -> step.id().equals(id) ? change.apply(step) : step);
    return this;
  }

  FlowDefinition build() {
    return new FlowDefinition("test-flow", "测试流程", "Test flow", null, steps, edges);
  }

  private static FlowStep weighted(FlowStep step, int weight) {
    return new FlowStep(
        step.id(),
        step.kind(),
        step.name(),
        step.nameEn(),
        step.post(),
        weight,
        step.limit(),
        step.countsTowardLimit(),
        step.excludedBy(),
        step.materials(),
        step.risks());
  }
}
