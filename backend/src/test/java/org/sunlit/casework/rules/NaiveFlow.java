package org.sunlit.casework.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;

/** A flow as one walks it by hand: every step knows by which branches it was reached. */
final class NaiveFlow {
  private final FlowDefinition flow;

  /** For each step the branches around it, outermost first, such as {@code outer/1}. */
  private final Map<String, List<String>> branches = new HashMap<>();

  NaiveFlow(FlowDefinition flow) {
    this.flow = flow;
    spread(start(), List.of());
  }

  String start() {
    return flow.start().id();
  }

  FlowStep step(String step) {
    return flow.step(step);
  }

  String kind(String step) {
    return flow.step(step).kind().code();
  }

  List<FlowEdge> outgoing(String step) {
    return flow.outgoing(step);
  }

  List<String> forks() {
    return flow.steps().stream()
        .map(FlowStep::id)
        .filter(step -> kind(step).equals("fork"))
        .toList();
  }

  /** The branches around a step, outermost first; null for one that can't be reached. */
  List<String> around(String step) {
    return branches.get(step);
  }

  /** Every step that can be reached, with the branches around it. */
  Map<String, List<String>> branches() {
    return branches;
  }

  boolean worksIn(String step) {
    String kind = kind(step);
    return !Set.of("submission", "fork", "join", "termination").contains(kind)
        && (!kind.equals("closure") || flow.step(step).post() != null);
  }

  /** Whether a step of this kind is it or still to come. */
  boolean ahead(String step, String kind, Set<String> tried) {
    if (!tried.add(step)) {
      return false;
    }
    return kind(step).equals(kind)
        || flow.outgoing(step).stream()
            .filter(edge -> !Set.of("return", "repeat").contains(edge.outcome()))
            .anyMatch(edge -> ahead(edge.to(), kind, tried));
  }

  private void spread(String step, List<String> around) {
    if (branches.putIfAbsent(step, around) != null) {
      return;
    }
    int branch = 0;
    for (FlowEdge edge : flow.outgoing(step)) {
      if (edge.outcome().equals("return") || edge.outcome().equals("repeat")) {
        continue;
      }
      List<String> onward = new ArrayList<>(around);
      String kind = kind(edge.to());
      if (kind(step).equals("fork")) {
        onward.add(step + "/" + branch++);
      }
      if (kind.equals("join")) {
        onward.remove(onward.size() - 1);
      }
      spread(edge.to(), kind.equals("termination") ? List.of() : onward);
    }
  }

  List<String> ways(String step) {
    return flow.outgoing(step).stream()
        .map(FlowEdge::outcome)
        .filter(outcome -> !outcome.equals("return"))
        .toList();
  }

  String next(String step, String outcome) {
    return flow.outgoing(step).stream()
        .filter(edge -> edge.outcome().equals(outcome))
        .map(FlowEdge::to)
        .findFirst()
        .orElse(null);
  }

  String backTo(String step) {
    return next(step, "return");
  }

  boolean endsBadly(String step) {
    return step != null && kind(step).equals("termination");
  }

  /** Whether both may be at work at once: in branches of one fork that has been seen. */
  boolean apart(String one, String two, Set<String> seen) {
    List<String> first = branches.get(one);
    List<String> second = branches.get(two);
    for (int depth = 0; depth < Math.min(first.size(), second.size()); depth++) {
      String fork = first.get(depth).split("/")[0];
      if (second.get(depth).startsWith(fork + "/") && !second.get(depth).equals(first.get(depth))) {
        return seen.contains(fork);
      }
    }
    return false;
  }
}
