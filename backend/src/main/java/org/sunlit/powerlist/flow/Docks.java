package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Where ways dock at their steps: the main path in the middle, so that it runs as one straight
 * column, returns to the left of it, everything else to the right. Seen along the direction of the
 * flow, that is; in a left-to-right chart left is above.
 */
final class Docks {
  /**
   * The same for every step, whatever its width, so that a way between neighbours stays straight.
   */
  private static final double ASIDE = 30;

  private static final double CORNER = 16;

  private final FlowLayout.Direction direction;
  private final Map<FlowEdge, ElkPort> starts = new HashMap<>();
  private final Map<FlowEdge, ElkPort> ends = new HashMap<>();

  Docks(
      FlowDefinition flow,
      List<FlowEdge> edges,
      Map<String, ElkNode> shapes,
      FlowLayout.Direction direction) {
    this.direction = direction;
    Set<FlowEdge> main = mainEdges(flow);
    for (FlowStep step : flow.steps()) {
      ElkNode shape = shapes.get(step.id());
      Side leaving = new Side();
      Side entering = new Side();
      for (FlowEdge edge : edges) {
        if (edge.from().equals(step.id())) {
          // A return leaves upward, where the flow comes from.
          (edge.isReturn() ? entering : leaving).add(edge, starts, main);
        }
        if (edge.to().equals(step.id())) {
          (edge.isReturn() ? leaving : entering).add(edge, ends, main);
        }
      }
      shape.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
      leaving.dock(shape, true);
      entering.dock(shape, false);
    }
  }

  ElkPort start(FlowEdge edge) {
    return starts.get(edge);
  }

  ElkPort end(FlowEdge edge) {
    return ends.get(edge);
  }

  static Set<FlowEdge> mainEdges(FlowDefinition flow) {
    Set<FlowEdge> main = new HashSet<>();
    if (flow.steps().stream().anyMatch(step -> step.kind() == StepKind.SUBMISSION)) {
      for (FlowStep step : flow.mainPath()) {
        flow.outgoing(step.id()).stream()
            .filter(edge -> edge.outcome().equals(FlowEdge.PASS))
            .findFirst()
            .ifPresent(main::add);
      }
    }
    return main;
  }

  /** One end of a way, waiting for its place. */
  private record Dock(FlowEdge edge, Map<FlowEdge, ElkPort> ports) {}

  private final class Side {
    private final List<Dock> left = new ArrayList<>();
    private final List<Dock> middle = new ArrayList<>();
    private final List<Dock> right = new ArrayList<>();

    void add(FlowEdge edge, Map<FlowEdge, ElkPort> ports, Set<FlowEdge> main) {
      List<Dock> place = edge.isReturn() ? left : main.contains(edge) ? middle : right;
      place.add(new Dock(edge, ports));
    }

    void dock(ElkNode shape, boolean leaving) {
      if (middle.isEmpty() && left.isEmpty() && right.size() == 1) {
        middle.addAll(right);
        right.clear();
      }
      for (Dock dock : middle) {
        port(shape, dock, leaving, 0);
      }
      spread(shape, left, leaving, -1);
      spread(shape, right, leaving, 1);
    }

    private void spread(ElkNode shape, List<Dock> docks, boolean leaving, int toward) {
      double step = docks.size() == 1 ? ASIDE : ASIDE * 4 / 3 / docks.size();
      for (int place = 0; place < docks.size(); place++) {
        port(shape, docks.get(place), leaving, toward * step * (place + 1));
      }
    }

    private void port(ElkNode shape, Dock dock, boolean leaving, double aside) {
      boolean down = direction == FlowLayout.Direction.DOWN;
      double across = down ? shape.getWidth() : shape.getHeight();
      double widest = across / 2 - (down ? CORNER : CORNER / 2);
      double place = Math.rint(across / 2 + Math.max(-widest, Math.min(widest, aside)));
      ElkPort port = ElkGraphUtil.createPort(shape);
      if (down) {
        port.setProperty(LayeredOptions.PORT_SIDE, leaving ? PortSide.SOUTH : PortSide.NORTH);
        port.setLocation(place, leaving ? shape.getHeight() : 0);
      } else {
        port.setProperty(LayeredOptions.PORT_SIDE, leaving ? PortSide.EAST : PortSide.WEST);
        port.setLocation(leaving ? shape.getWidth() : 0, place);
      }
      dock.ports().put(dock.edge(), port);
    }
  }
}
