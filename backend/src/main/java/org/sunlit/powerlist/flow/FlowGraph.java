package org.sunlit.powerlist.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * The bare graph of a flow, also of a broken one: edges to nowhere are left out, and a cycle that
 * doesn't come from a {@code return} is cut where it closes, so every walk over it ends.
 */
final class FlowGraph {
  private final Map<String, FlowStep> steps = new LinkedHashMap<>();
  private final Map<String, List<FlowEdge>> all = new HashMap<>();
  private final Map<String, List<FlowEdge>> forward = new HashMap<>();
  private final List<FlowEdge> closingCycles = new ArrayList<>();
  private final List<String> inOrder = new ArrayList<>();

  FlowGraph(FlowDefinition flow) {
    for (FlowStep step : flow.steps()) {
      steps.putIfAbsent(step.id(), step);
    }
    for (FlowEdge edge : flow.edges()) {
      if (steps.containsKey(edge.from()) && steps.containsKey(edge.to())) {
        all.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge);
      }
    }
    cutCycles();
  }

  /** The steps by id, the first of duplicates. */
  Collection<FlowStep> steps() {
    return steps.values();
  }

  /** The edges that go on, without those that lead back and without what would close a cycle. */
  List<FlowEdge> forward(String stepId) {
    return forward.getOrDefault(stepId, List.of());
  }

  /**
   * Edges other than returns, repetitions and self loops that would lead a case round and round.
   */
  List<FlowEdge> closingCycles() {
    return List.copyOf(closingCycles);
  }

  /** Step ids such that every forward edge leads onward in the list. */
  List<String> inOrder() {
    return List.copyOf(inOrder);
  }

  /** Everything that can be reached from these steps by any edge, themselves included. */
  Set<String> reachableFrom(Collection<String> starts) {
    return walk(starts, all, true);
  }

  /** Every step from which one of these can be reached by any edge, themselves included. */
  Set<String> leadingTo(Collection<String> targets) {
    return walk(targets, reversed(all), false);
  }

  /** Every step from which this one can be reached without any return, itself included. */
  Set<String> before(String stepId) {
    return walk(List.of(stepId), reversed(forward), false);
  }

  /** The greatest sum of lengths along any one way forward from the start steps. */
  long longest(Collection<String> starts, ToLongFunction<FlowStep> length) {
    Map<String, Long> onward = new HashMap<>();
    for (int place = inOrder.size() - 1; place >= 0; place--) {
      String id = inOrder.get(place);
      long best = 0;
      for (FlowEdge edge : forward(id)) {
        best = Math.max(best, onward.get(edge.to()));
      }
      onward.put(id, best + length.applyAsLong(steps.get(id)));
    }
    return starts.stream().mapToLong(id -> onward.getOrDefault(id, 0L)).max().orElse(0);
  }

  private void cutCycles() {
    Set<String> done = new HashSet<>();
    Set<String> open = new HashSet<>();
    Deque<String> finished = new ArrayDeque<>();
    for (String id : startsFirst()) {
      visit(id, open, done, finished);
    }
    inOrder.addAll(finished);
  }

  /** Walking from the start first makes the edge that is cut the one that really leads back. */
  private List<String> startsFirst() {
    List<String> ids = new ArrayList<>();
    steps.values().stream()
        .filter(step -> step.kind() == StepKind.SUBMISSION)
        .forEach(step -> ids.add(step.id()));
    steps.keySet().stream().filter(id -> !ids.contains(id)).forEach(ids::add);
    return ids;
  }

  private void visit(String id, Set<String> open, Set<String> done, Deque<String> finished) {
    if (done.contains(id)) {
      return;
    }
    open.add(id);
    for (FlowEdge edge : all.getOrDefault(id, List.of())) {
      if (edge.isBackward() || edge.from().equals(edge.to())) {
        continue;
      }
      if (open.contains(edge.to())) {
        closingCycles.add(edge);
        continue;
      }
      forward.computeIfAbsent(id, from -> new ArrayList<>()).add(edge);
      visit(edge.to(), open, done, finished);
    }
    open.remove(id);
    done.add(id);
    finished.addFirst(id);
  }

  private static Map<String, List<FlowEdge>> reversed(Map<String, List<FlowEdge>> edges) {
    Map<String, List<FlowEdge>> into = new HashMap<>();
    edges.values().stream()
        .flatMap(List::stream)
        .forEach(edge -> into.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge));
    return into;
  }

  private static Set<String> walk(
      Collection<String> starts, Map<String, List<FlowEdge>> edges, boolean onward) {
    Set<String> seen = new LinkedHashSet<>(starts);
    Deque<String> waiting = new ArrayDeque<>(starts);
    while (!waiting.isEmpty()) {
      for (FlowEdge edge : edges.getOrDefault(waiting.poll(), List.of())) {
        String other = onward ? edge.to() : edge.from();
        if (seen.add(other)) {
          waiting.add(other);
        }
      }
    }
    return seen;
  }
}
