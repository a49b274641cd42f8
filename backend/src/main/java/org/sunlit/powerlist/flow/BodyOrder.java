package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts calls among steps, which are written apart from them. */
final class BodyOrder {
  private BodyOrder() {}

  /** Ids of steps as written, each call behind the first that leads on to it. */
  static List<String> of(FlowBody body) {
    List<String> order = new ArrayList<>(body.stepIds().distinct().toList());
    List<String> waiting = new ArrayList<>(body.callIds().distinct().toList());
    waiting.removeAll(order);
    Set<String> behind = new HashSet<>();
    while (!waiting.isEmpty()) {
      Optional<String> next =
          waiting.stream().filter(call -> leading(body, call, order).isPresent()).findFirst();
      if (next.isEmpty()) {
        order.addAll(waiting);
        return order;
      }
      int place = order.indexOf(leading(body, next.get(), order).orElseThrow()) + 1;
      while (place < order.size() && behind.contains(order.get(place))) {
        place++;
      }
      order.add(place, next.get());
      behind.add(next.get());
      waiting.remove(next.get());
    }
    return order;
  }

  private static Optional<String> leading(FlowBody body, String call, List<String> order) {
    return order.stream()
        .filter(
            id ->
                body.edges().stream()
                    .anyMatch(
                        edge ->
                            !edge.isBackward() && edge.from().equals(id) && edge.to().equals(call)))
        .findFirst();
  }
}
