package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.NodeLabelPlacement;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkConnectableShape;
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
  private static final double FRAME = 12;

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

  /**
   * A frame around shapes.
   *
   * @param id what the ids of shapes and frames inside it begin with, before a full stop
   * @param title the room for its name at the top
   */
  record Frame(String id, Size title) {
    boolean holds(String shapeId) {
      return shapeId.startsWith(id + FlowGroup.INSIDE);
    }
  }

  private final FlowLayout.Direction direction;
  private final ElkNode graph = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> nodes = new HashMap<>();
  private final Map<String, ElkEdge> edges = new HashMap<>();
  private final Set<String> backward = new HashSet<>();
  private final Map<String, ElkNode> framed = new LinkedHashMap<>();

  /**
   * Whether lines back are laid out the other way round: inside frames ELK doesn't know the order
   * of the shapes, by which it would find them itself.
   */
  private final boolean turned;

  Placement(List<Shape> shapes, List<Line> lines, FlowLayout.Direction direction) {
    this(shapes, lines, List.of(), direction);
  }

  /**
   * @param frames outer ones before those inside them
   */
  Placement(
      List<Shape> shapes, List<Line> lines, List<Frame> frames, FlowLayout.Direction direction) {
    this.direction = direction;
    this.turned = !frames.isEmpty();
    configure(graph);
    if (turned) {
      graph.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    }
    for (Shape shape : shapes) {
      // A frame comes where its first shape does, so that the order of equals stays.
      frames.stream().filter(frame -> frame.holds(shape.id())).forEach(this::frame);
      ElkNode node = ElkGraphUtil.createNode(around(shape.id()));
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

  private void frame(Frame frame) {
    if (framed.containsKey(frame.id())) {
      return;
    }
    ElkNode node = ElkGraphUtil.createNode(around(frame.id()));
    configure(node);
    node.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    node.setProperty(
        LayeredOptions.PADDING,
        new ElkPadding(FRAME + frame.title().height(), FRAME, FRAME, FRAME));
    node.setProperty(LayeredOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.MINIMUM_SIZE));
    node.setProperty(
        LayeredOptions.NODE_SIZE_MINIMUM, new KVector(frame.title().width() + 2 * FRAME, 0));
    framed.put(frame.id(), node);
  }

  /** The innermost frame around a shape or frame, or the whole picture. */
  private ElkNode around(String id) {
    ElkNode innermost = graph;
    for (Map.Entry<String, ElkNode> each : framed.entrySet()) {
      innermost = id.startsWith(each.getKey() + FlowGroup.INSIDE) ? each.getValue() : innermost;
    }
    return innermost;
  }

  FlowDiagram.Box frameOf(String id) {
    ElkNode node = framed.get(id);
    FlowDiagram.Point corner = corner(node.getParent());
    return box(node, corner);
  }

  /** Where a node's top left corner is in the whole picture: ELK counts from the one around. */
  private static FlowDiagram.Point corner(ElkNode node) {
    double x = 0;
    double y = 0;
    for (ElkNode each = node; each != null; each = each.getParent()) {
      x += each.getX();
      y += each.getY();
    }
    return new FlowDiagram.Point(x, y);
  }

  double width() {
    return Math.ceil(graph.getWidth());
  }

  double height() {
    return Math.ceil(graph.getHeight());
  }

  Placed shape(String id) {
    ElkNode node = nodes.get(id);
    FlowDiagram.Box label =
        node.getLabels().isEmpty() ? null : box(node.getLabels().get(0), corner(node));
    return new Placed(box(node, corner(node.getParent())), List.of(), label);
  }

  Placed line(String id) {
    ElkEdge edge = edges.get(id);
    ElkEdgeSection section = edge.getSections().get(0);
    FlowDiagram.Point corner = corner(edge.getContainingNode());
    List<FlowDiagram.Point> points = new ArrayList<>();
    points.add(point(section.getStartX(), section.getStartY(), corner));
    for (ElkBendPoint bend : section.getBendPoints()) {
      points.add(point(bend.getX(), bend.getY(), corner));
    }
    points.add(point(section.getEndX(), section.getEndY(), corner));
    if (backward.contains(id)) {
      Collections.reverse(points);
    }
    FlowDiagram.Box label =
        edge.getLabels().isEmpty() ? null : box(edge.getLabels().get(0), corner);
    return new Placed(null, points, label);
  }

  private ElkEdge edge(Line line, Docks docks) {
    boolean back = turned && line.back();
    ElkEdge edge =
        back
            ? ElkGraphUtil.createSimpleEdge(end(line, docks), start(line, docks))
            : ElkGraphUtil.createSimpleEdge(start(line, docks), end(line, docks));
    if (back) {
      backward.add(line.id());
    }
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

  /** Lines dock at shapes in places of their own, at a frame wherever they meet it. */
  private ElkConnectableShape start(Line line, Docks docks) {
    ElkNode frame = framed.get(line.from());
    return frame == null ? docks.start(line) : frame;
  }

  private ElkConnectableShape end(Line line, Docks docks) {
    ElkNode frame = framed.get(line.to());
    return frame == null ? docks.end(line) : frame;
  }

  private void configure(ElkNode graph) {
    graph.setProperty(
        LayeredOptions.DIRECTION,
        direction == FlowLayout.Direction.DOWN ? Direction.DOWN : Direction.RIGHT);
    graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
    graph.setProperty(LayeredOptions.PADDING, new ElkPadding(PADDING));
    graph.setProperty(
        LayeredOptions.CYCLE_BREAKING_STRATEGY,
        turned ? CycleBreakingStrategy.GREEDY : CycleBreakingStrategy.MODEL_ORDER);
    graph.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY,
        turned ? OrderingStrategy.NONE : OrderingStrategy.PREFER_NODES);
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

  private static FlowDiagram.Box box(ElkShape shape, FlowDiagram.Point corner) {
    return new FlowDiagram.Box(
        tidy(corner.x() + shape.getX()),
        tidy(corner.y() + shape.getY()),
        shape.getWidth(),
        shape.getHeight());
  }

  private static FlowDiagram.Point point(double x, double y, FlowDiagram.Point corner) {
    return new FlowDiagram.Point(tidy(corner.x() + x), tidy(corner.y() + y));
  }

  private static double tidy(double coordinate) {
    return Math.round(coordinate * 10) / 10.0;
  }
}
