package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.NodeLabelPlacement;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkShape;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Finds places for shapes and lines by ELK's layered algorithm, the same ones every time. Knows
 * nothing of what the shapes mean.
 */
final class Placement {
  private static final double PADDING = 10;

  static {
    // ELK copies option values only of types it has been told of.
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  /** How large something is, in pixels. */
  record Size(double width, double height) {}

  /**
   * A shape to place, in the order given.
   *
   * @param diamond whether lines dock at its four points only
   * @param label the room for a text below it, or null
   */
  record Shape(String id, Size size, boolean diamond, Size label) {}

  /**
   * A line to draw.
   *
   * @param main whether it belongs to the straight line in the middle
   * @param back whether it leads back
   * @param label the room for a text on it, or null
   */
  record Line(String id, String from, String to, boolean main, boolean back, Size label) {}

  /** Where a shape or line has come to be, with its label. */
  record Placed(FlowDiagram.Box box, List<FlowDiagram.Point> points, FlowDiagram.Box label) {}

  private final FlowLayout.Direction direction;
  private final ElkNode graph = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> nodes = new HashMap<>();
  private final Map<String, ElkEdge> edges = new HashMap<>();

  Placement(List<Shape> shapes, List<Line> lines, FlowLayout.Direction direction) {
    this.direction = direction;
    configure();
    for (Shape shape : shapes) {
      ElkNode node = ElkGraphUtil.createNode(graph);
      node.setDimensions(shape.size().width(), shape.size().height());
      if (shape.label() != null) {
        ElkLabel label = ElkGraphUtil.createLabel("-", node);
        label.setDimensions(shape.label().width(), shape.label().height());
        node.setProperty(
            LayeredOptions.NODE_LABELS_PLACEMENT, NodeLabelPlacement.outsideBottomCenter());
      }
      nodes.put(shape.id(), node);
    }
    Docks docks = new Docks(shapes, lines, nodes, direction);
    for (Line line : lines) {
      edges.put(line.id(), edge(line, docks));
    }
    new LayeredLayoutProvider().layout(graph, new NullElkProgressMonitor());
  }

  double width() {
    return Math.ceil(graph.getWidth());
  }

  double height() {
    return Math.ceil(graph.getHeight());
  }

  Placed shape(String id) {
    ElkNode node = nodes.get(id);
    FlowDiagram.Box label = null;
    if (!node.getLabels().isEmpty()) {
      FlowDiagram.Box inside = box(node.getLabels().get(0));
      label =
          new FlowDiagram.Box(
              tidy(node.getX() + inside.x()),
              tidy(node.getY() + inside.y()),
              inside.width(),
              inside.height());
    }
    return new Placed(box(node), List.of(), label);
  }

  Placed line(String id) {
    ElkEdge edge = edges.get(id);
    ElkEdgeSection section = edge.getSections().get(0);
    List<FlowDiagram.Point> points = new ArrayList<>();
    points.add(point(section.getStartX(), section.getStartY()));
    for (ElkBendPoint bend : section.getBendPoints()) {
      points.add(point(bend.getX(), bend.getY()));
    }
    points.add(point(section.getEndX(), section.getEndY()));
    FlowDiagram.Box label = edge.getLabels().isEmpty() ? null : box(edge.getLabels().get(0));
    return new Placed(null, points, label);
  }

  private ElkEdge edge(Line line, Docks docks) {
    ElkEdge edge = ElkGraphUtil.createSimpleEdge(docks.start(line), docks.end(line));
    if (line.main()) {
      edge.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, 100);
    }
    if (line.label() != null) {
      ElkLabel label = ElkGraphUtil.createLabel("-", edge);
      label.setDimensions(line.label().width(), line.label().height());
      label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
    }
    return edge;
  }

  private void configure() {
    graph.setProperty(
        LayeredOptions.DIRECTION,
        direction == FlowLayout.Direction.DOWN ? Direction.DOWN : Direction.RIGHT);
    graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
    graph.setProperty(LayeredOptions.PADDING, new ElkPadding(PADDING));
    graph.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
    graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
    graph.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 16.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 26.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 10.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 10.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 10.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 10.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 3.0);
  }

  private static FlowDiagram.Box box(ElkShape shape) {
    return new FlowDiagram.Box(
        tidy(shape.getX()), tidy(shape.getY()), shape.getWidth(), shape.getHeight());
  }

  private static FlowDiagram.Point point(double x, double y) {
    return new FlowDiagram.Point(tidy(x), tidy(y));
  }

  private static double tidy(double coordinate) {
    return Math.round(coordinate * 10) / 10.0;
  }
}
