package org.sunlit.powerlist.flow;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A flow as people write it: a sub-process stands in it once, and calls where it is gone through.
 * {@link #running()} is what is published and runs cases; {@link #of} gives back what was written.
 *
 * @param code the flow's code
 * @param name its Chinese name
 * @param nameEn its English name
 * @param origin {@code standard} for the flows shipped per category, else null
 * @param steps its own steps
 * @param calls where it goes through a sub-process
 * @param edges the ways between steps and calls
 * @param subProcesses what is called
 */
public record WrittenFlow(
    @JsonProperty(required = true) String code,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String nameEn,
    String origin,
    @JsonProperty(required = true) List<FlowStep> steps,
    List<FlowCall> calls,
    @JsonProperty(required = true) List<FlowEdge> edges,
    List<SubProcess> subProcesses)
    implements FlowBody {
  public WrittenFlow {
    Texts.require(steps, "steps");
    Texts.require(edges, "edges");
    steps = List.copyOf(steps);
    calls = calls == null ? List.of() : List.copyOf(calls);
    edges = List.copyOf(edges);
    subProcesses = subProcesses == null ? List.of() : List.copyOf(subProcesses);
    requirePlainIds(steps, edges);
  }

  /** What is written names what stands beside it; only what runs has ids that lead inside. */
  static void requirePlainIds(List<FlowStep> steps, List<FlowEdge> edges) {
    steps.forEach(step -> Texts.requireCode(step.id(), "id"));
    for (FlowEdge edge : edges) {
      Texts.requireCode(edge.from(), "from");
      Texts.requireCode(edge.to(), "to");
    }
  }

  /** The flow with the steps of its sub-processes in place of the calls. */
  public FlowDefinition running() {
    return Expansion.of(this);
  }

  /** How a flow that runs was written; limits it was fitted to stay on its own steps. */
  public static WrittenFlow of(FlowDefinition flow) {
    Set<FlowEdge> inner = new HashSet<>(Expansion.innerEdges(flow.groups()));
    Set<String> called = new HashSet<>(flow.calls().stream().map(FlowCall::id).toList());
    return new WrittenFlow(
        flow.code(),
        flow.name(),
        flow.nameEn(),
        flow.origin(),
        flow.steps().stream()
            .filter(step -> outermost(step.id()).equals(step.id()) && !called.contains(step.id()))
            .toList(),
        flow.calls(),
        flow.edges().stream()
            .filter(edge -> !inner.contains(edge))
            .map(edge -> edge.between(outermost(edge.from()), outermost(edge.to())))
            .toList(),
        flow.subProcesses());
  }

  private static String outermost(String stepId) {
    int inside = stepId.indexOf(FlowGroup.INSIDE);
    return inside < 0 ? stepId : stepId.substring(0, inside);
  }
}
