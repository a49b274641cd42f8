package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class ReadingOrder {
  private ReadingOrder() {}

  /**
   * The steps such that none comes before a step it follows from; where that leaves a choice, as
   * the flow was written, the side ends after everything else.
   */
  static List<FlowStep> of(FlowDefinition flow) {
    FlowGraph graph = new FlowGraph(flow);
    Map<String, Integer> open = new HashMap<>();
    graph.steps().forEach(step -> open.put(step.id(), 0));
    graph
        .steps()
        .forEach(
            step ->
                graph.forward(step.id()).forEach(edge -> open.merge(edge.to(), 1, Integer::sum)));
    List<FlowStep> waiting = new ArrayList<>(graph.steps());
    List<FlowStep> order = new ArrayList<>();
    while (!waiting.isEmpty()) {
      FlowStep next =
          waiting.stream()
              .filter(step -> open.get(step.id()) == 0)
              .filter(step -> step.kind() != StepKind.TERMINATION)
              .findFirst()
              .orElseGet(
                  () -> waiting.stream().filter(s -> open.get(s.id()) == 0).findFirst().get());
      waiting.remove(next);
      order.add(next);
      graph.forward(next.id()).forEach(edge -> open.merge(edge.to(), -1, Integer::sum));
    }
    return order;
  }

  /** Numbers from 1 for whatever a post acts in, and for the closure the main path ends in. */
  static Map<String, Integer> numbers(FlowDefinition flow, List<FlowStep> order) {
    Set<String> counted = new HashSet<>();
    order.stream().filter(s -> s.kind().isActedOn()).forEach(s -> counted.add(s.id()));
    if (order.stream().anyMatch(step -> step.kind() == StepKind.SUBMISSION)) {
      List<FlowStep> main = flow.mainPath();
      FlowStep last = main.get(main.size() - 1);
      if (last.kind() == StepKind.CLOSURE) {
        counted.add(last.id());
      }
    }
    Map<String, Integer> numbers = new HashMap<>();
    for (FlowStep step : order) {
      if (counted.contains(step.id())) {
        numbers.put(step.id(), numbers.size() + 1);
      }
    }
    return numbers;
  }
}
