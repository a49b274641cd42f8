package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A flow with its sub-processes closed: to be drawn, not to be run. */
final class ClosedFlow {
  private ClosedFlow() {}

  /** Each of the flow's own calls as one step by the call's id, ways inside left out. */
  static FlowDefinition of(FlowDefinition flow) {
    List<FlowGroup> outer =
        flow.groups().stream().filter(group -> !group.id().contains(FlowGroup.INSIDE)).toList();
    List<FlowStep> steps = new ArrayList<>();
    for (FlowStep step : flow.steps()) {
      Optional<FlowGroup> group = around(step.id(), outer);
      if (group.isEmpty()) {
        steps.add(step);
      } else if (steps.stream().noneMatch(other -> other.id().equals(group.get().id()))) {
        steps.add(closed(group.get()));
      }
    }
    Set<FlowEdge> edges = new LinkedHashSet<>();
    for (FlowEdge edge : flow.edges()) {
      FlowEdge outside =
          edge.between(
              around(edge.from(), outer).map(FlowGroup::id).orElse(edge.from()),
              around(edge.to(), outer).map(FlowGroup::id).orElse(edge.to()));
      if (!outside.from().equals(outside.to())) {
        edges.add(outside);
      }
    }
    return new FlowDefinition(
        flow.code(), flow.name(), flow.nameEn(), flow.origin(), steps, List.copyOf(edges));
  }

  private static Optional<FlowGroup> around(String stepId, List<FlowGroup> groups) {
    return groups.stream().filter(group -> group.holds(stepId)).findFirst();
  }

  private static FlowStep closed(FlowGroup group) {
    return new FlowStep(
        group.id(),
        StepKind.REVIEW,
        group.name(),
        group.nameEn(),
        null,
        0,
        group.limit(),
        true,
        null,
        List.of(),
        List.of());
  }
}
