package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Where lines dock at their shapes: the main path in the middle, so that it runs as one straight
 * column, lines back to the left of it, everything else to the right. Seen along the direction of
 * the flow, that is; in a left-to-right chart left is above.
 */
final class Docks {
  /**
   * The same for every shape, whatever its width, so that a line between neighbours is straight.
   */
  private static final double ASIDE = 30;

  private static final double CORNER = 16;

  private final boolean down;
  private final Map<String, ElkPort> starts = new HashMap<>();
  private final Map<String, ElkPort> ends = new HashMap<>();

  Docks(
      List<Placement.Shape> shapes,
      List<Placement.Line> lines,
      Map<String, ElkNode> nodes,
      FlowLayout.Direction direction) {
    this.down = direction == FlowLayout.Direction.DOWN;
    for (Placement.Shape shape : shapes) {
      Side leaving = new Side();
      Side entering = new Side();
      for (Placement.Line line : lines) {
        if (line.from().equals(shape.id())) {
          // A line back leaves on the side the flow comes from.
          (line.back() ? entering : leaving).add(line, starts);
        }
        if (line.to().equals(shape.id())) {
          (line.back() ? leaving : entering).add(line, ends);
        }
      }
      ElkNode node = nodes.get(shape.id());
      node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
      leaving.dock(node, shape.diamond(), true);
      entering.dock(node, shape.diamond(), false);
    }
  }

  ElkPort start(Placement.Line line) {
    return starts.get(line.id());
  }

  ElkPort end(Placement.Line line) {
    return ends.get(line.id());
  }

  /** One end of a line, waiting for its place. */
  private record Dock(Placement.Line line, Map<String, ElkPort> ports) {}

  /** What docks where the flow leaves a shape, or where it enters it. */
  private final class Side {
    private final List<Dock> left = new ArrayList<>();
    private final List<Dock> middle = new ArrayList<>();
    private final List<Dock> right = new ArrayList<>();

    void add(Placement.Line line, Map<String, ElkPort> ports) {
      List<Dock> place = line.back() ? left : line.main() ? middle : right;
      place.add(new Dock(line, ports));
    }

    void dock(ElkNode node, boolean diamond, boolean leaving) {
      if (middle.isEmpty() && left.isEmpty() && right.size() == 1) {
        middle.addAll(right);
        right.clear();
      }
      for (Dock dock : middle) {
        port(node, dock, leaving, 0);
      }
      if (diamond) {
        left.forEach(dock -> point(node, dock, true));
        right.forEach(dock -> point(node, dock, false));
      } else {
        spread(node, left, leaving, -1);
        spread(node, right, leaving, 1);
      }
    }

    private void spread(ElkNode node, List<Dock> docks, boolean leaving, int toward) {
      double step = docks.size() == 1 ? ASIDE : ASIDE * 4 / 3 / docks.size();
      for (int place = 0; place < docks.size(); place++) {
        port(node, docks.get(place), leaving, toward * step * (place + 1));
      }
    }

    private void port(ElkNode node, Dock dock, boolean leaving, double aside) {
      double across = down ? node.getWidth() : node.getHeight();
      double widest = Math.max(0, across / 2 - (down ? CORNER : CORNER / 2));
      double place = Math.rint(across / 2 + Math.max(-widest, Math.min(widest, aside)));
      if (down) {
        put(node, dock, leaving ? PortSide.SOUTH : PortSide.NORTH, place);
      } else {
        put(node, dock, leaving ? PortSide.EAST : PortSide.WEST, place);
      }
    }

    /** A diamond's point to the left or right of the flow. */
    private void point(ElkNode node, Dock dock, boolean left) {
      if (down) {
        put(node, dock, left ? PortSide.WEST : PortSide.EAST, node.getHeight() / 2);
      } else {
        put(node, dock, left ? PortSide.NORTH : PortSide.SOUTH, node.getWidth() / 2);
      }
    }

    private void put(ElkNode node, Dock dock, PortSide side, double along) {
      ElkPort port = ElkGraphUtil.createPort(node);
      port.setProperty(LayeredOptions.PORT_SIDE, side);
      switch (side) {
        case NORTH -> port.setLocation(along, 0);
        case SOUTH -> port.setLocation(along, node.getHeight());
        case WEST -> port.setLocation(0, along);
        case EAST, UNDEFINED -> port.setLocation(node.getWidth(), along);
      }
      dock.ports().put(dock.line().id(), port);
    }
  }
}
