package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts the steps of sub-processes where they are called. What leads to a call leads to the step it
 * is entered at, what leads from it leaves the step it is left from; everything inside is copied by
 * ids of its own. Pure: the same text gives the same flow. A call that can't be expanded stands
 * there as one step, so that a flow which is being written can be drawn with its findings.
 */
final class Expansion {
  private final Map<String, FlowGroup> groups;
  private final List<FlowStep> steps = new ArrayList<>();
  private final List<FlowEdge> edges = new ArrayList<>();

  private Expansion(WrittenFlow written, List<FlowGroup> groups) {
    this.groups = byId(groups);
    stepsOf("", written);
    written.edges().forEach(edge -> edges.add(between("", edge, this.groups)));
    edges.addAll(innerEdges(groups));
  }

  static FlowDefinition of(WrittenFlow written) {
    Expansion whole = new Expansion(written, groupsOf(written));
    Expansion drawn = whole.tooLarge() ? new Expansion(written, List.of()) : whole;
    return new FlowDefinition(
        written.code(),
        written.name(),
        written.nameEn(),
        written.origin(),
        drawn.steps,
        drawn.edges,
        written.calls(),
        written.subProcesses());
  }

  /** Whether what is called makes a flow larger than any that may run. */
  static boolean isTooLarge(WrittenFlow written) {
    return !written.calls().isEmpty() && new Expansion(written, groupsOf(written)).tooLarge();
  }

  /** The ways inside the groups, as they run. */
  static List<FlowEdge> innerEdges(List<FlowGroup> groups) {
    Map<String, FlowGroup> byId = byId(groups);
    return groups.stream()
        .flatMap(
            group ->
                group.subProcess().edges().stream()
                    .map(edge -> between(group.id() + FlowGroup.INSIDE, edge, byId)))
        .toList();
  }

  private static List<FlowGroup> groupsOf(WrittenFlow written) {
    return FlowGroup.of(written.calls(), written.subProcesses());
  }

  static Map<String, FlowGroup> byId(List<FlowGroup> groups) {
    return groups.stream().collect(Collectors.toMap(FlowGroup::id, Function.identity()));
  }

  private boolean tooLarge() {
    return steps.size() > FlowDefinition.MOST_STEPS || edges.size() > FlowDefinition.MOST_EDGES;
  }

  private void stepsOf(String around, FlowBody body) {
    Map<String, FlowCall> calls = new HashMap<>();
    body.calls().forEach(call -> calls.putIfAbsent(call.id(), call));
    for (String id : body.ids()) {
      List<FlowStep> own = body.steps().stream().filter(step -> step.id().equals(id)).toList();
      if (!own.isEmpty()) {
        // Of two by one id both are there, so that the checker can say so.
        own.forEach(step -> steps.add(step.as(around + id)));
      } else if (groups.containsKey(around + id)) {
        FlowGroup group = groups.get(around + id);
        stepsOf(group.id() + FlowGroup.INSIDE, group.subProcess());
      } else {
        steps.add(standIn(around + id, calls.get(id)));
      }
    }
  }

  /** A way as it is written, between the steps it leads from and to in the flow that runs. */
  static FlowEdge between(String around, FlowEdge edge, Map<String, FlowGroup> groups) {
    FlowGroup from = groups.get(around + edge.from());
    FlowGroup to = groups.get(around + edge.to());
    return edge.between(
        from == null ? around + edge.from() : from.exit(),
        to == null ? around + edge.to() : to.entry());
  }

  private static FlowStep standIn(String id, FlowCall call) {
    String name = call.name() == null ? call.subProcess() : call.name();
    String nameEn = call.nameEn() == null ? call.subProcess() : call.nameEn();
    return new FlowStep(
        id,
        StepKind.REVIEW,
        name,
        nameEn,
        new Post("nobody", "—", "—"),
        0,
        null,
        true,
        null,
        List.of(),
        List.of());
  }
}
