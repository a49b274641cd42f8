package org.sunlit.powerlist.flow;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a flow as it is written and a sub-process have in common: steps, calls, ways between. */
interface FlowBody {
  List<FlowStep> steps();

  List<FlowCall> calls();

  List<FlowEdge> edges();

  /** Ids of its steps and calls, in the order they are gone through as far as calls go. */
  default List<String> ids() {
    return BodyOrder.of(this);
  }

  /** Where it is entered: what no way inside leads on to. */
  default List<String> entries() {
    return ids().stream().filter(id -> within(edge -> edge.to().equals(id)).isEmpty()).toList();
  }

  /** Where it is left: what no way inside leads on from. */
  default List<String> exits() {
    return ids().stream().filter(id -> within(edge -> edge.from().equals(id)).isEmpty()).toList();
  }

  /** The one step or call it is entered at, as far as there is one. */
  default String entry() {
    return entries().isEmpty() ? ids().get(0) : entries().get(0);
  }

  /** The one step or call it is left from, as far as there is one. */
  default String exit() {
    List<String> exits = exits();
    return exits.isEmpty() ? ids().get(ids().size() - 1) : exits.get(exits.size() - 1);
  }

  private List<FlowEdge> within(Predicate<FlowEdge> which) {
    List<String> ids = Stream.concat(stepIds(), callIds()).toList();
    return edges().stream()
        .filter(edge -> !edge.isBackward() && !edge.from().equals(edge.to()))
        .filter(edge -> ids.contains(edge.from()) && ids.contains(edge.to()))
        .filter(which)
        .toList();
  }

  /** Ids of its own steps. */
  default Stream<String> stepIds() {
    return steps().stream().map(FlowStep::id);
  }

  /** Ids of its calls. */
  default Stream<String> callIds() {
    return calls().stream().map(FlowCall::id);
  }
}
