package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
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
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Gives every step and every way of a flow its place, by ELK's layered algorithm. The same flow
 * gives the same picture every time, on every node.
 */
public final class FlowLayout {
  private static final double PADDING = 10;

  static {
    // ELK copies option values only of types it has been told of.
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  /** Which way the main path runs. */
  public enum Direction {
    /** Top-down, for paper and phones. */
    DOWN,
    /** Left to right, for wide screens and BPMN. */
    RIGHT
  }

  private FlowLayout() {}

  /** The diagram with room for the texts of one language. */
  public static FlowDiagram lay(FlowDefinition flow, Direction direction, FlowLanguage language) {
    return lay(flow, direction, EnumSet.of(language));
  }

  /** The diagram with room for the texts of both languages, for readers who may switch. */
  public static FlowDiagram lay(FlowDefinition flow, Direction direction) {
    return lay(flow, direction, EnumSet.allOf(FlowLanguage.class));
  }

  private static FlowDiagram lay(
      FlowDefinition flow, Direction direction, Set<FlowLanguage> languages) {
    List<FlowStep> order = ReadingOrder.of(flow);
    Map<String, StepCard> cards = new HashMap<>();
    Map<String, ElkNode> shapes = new HashMap<>();
    ElkNode graph = ElkGraphUtil.createGraph();
    configure(graph, direction);
    for (FlowStep step : order) {
      StepCard card =
          languages.stream()
              .map(language -> StepCard.of(step, language))
              .reduce(StepCard::orLarger)
              .orElseThrow();
      ElkNode shape = ElkGraphUtil.createNode(graph);
      shape.setDimensions(card.width(), card.height());
      cards.put(step.id(), card);
      shapes.put(step.id(), shape);
    }
    List<FlowEdge> edges = drawable(flow, order);
    Docks docks = new Docks(flow, edges, shapes, direction);
    Set<FlowEdge> main = Docks.mainEdges(flow);
    Map<FlowEdge, ElkEdge> lines = new HashMap<>();
    for (FlowEdge edge : edges) {
      lines.put(edge, line(edge, docks, main.contains(edge), languages));
    }
    new LayeredLayoutProvider().layout(graph, new NullElkProgressMonitor());
    return read(flow, order, cards, shapes, edges, lines, graph, languages);
  }

  private static void configure(ElkNode graph, Direction direction) {
    graph.setProperty(
        LayeredOptions.DIRECTION,
        direction == Direction.DOWN
            ? org.eclipse.elk.core.options.Direction.DOWN
            : org.eclipse.elk.core.options.Direction.RIGHT);
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

  private static ElkEdge line(
      FlowEdge edge, Docks docks, boolean main, Set<FlowLanguage> languages) {
    ElkEdge line = ElkGraphUtil.createSimpleEdge(docks.start(edge), docks.end(edge));
    if (main) {
      line.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, 100);
    }
    EdgeLabel.of(edge, languages)
        .ifPresent(
            text -> {
              ElkLabel label = ElkGraphUtil.createLabel(edge.label(FlowLanguage.ZH), line);
              label.setDimensions(text.width(), text.height());
              label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
            });
    return line;
  }

  private static List<FlowEdge> drawable(FlowDefinition flow, List<FlowStep> order) {
    Map<String, Integer> places = new HashMap<>();
    order.forEach(step -> places.put(step.id(), places.size()));
    return flow.edges().stream()
        .filter(edge -> places.containsKey(edge.from()) && places.containsKey(edge.to()))
        .distinct()
        .sorted(
            Comparator.comparing((FlowEdge edge) -> places.get(edge.from()))
                .thenComparing(edge -> places.get(edge.to())))
        .toList();
  }

  private static FlowDiagram read(
      FlowDefinition flow,
      List<FlowStep> order,
      Map<String, StepCard> cards,
      Map<String, ElkNode> shapes,
      List<FlowEdge> edges,
      Map<FlowEdge, ElkEdge> lines,
      ElkNode graph,
      Set<FlowLanguage> languages) {
    Map<String, Integer> numbers = ReadingOrder.numbers(flow, order);
    List<FlowDiagram.Node> nodes = new ArrayList<>();
    for (FlowStep step : order) {
      ElkNode shape = shapes.get(step.id());
      StepCard card = cards.get(step.id());
      nodes.add(
          new FlowDiagram.Node(
              step.id(),
              tidy(shape.getX()),
              tidy(shape.getY()),
              card.width(),
              card.height(),
              step.kind(),
              step.name(),
              step.nameEn(),
              numbers.getOrDefault(step.id(), 0),
              step.post(),
              step.limit(),
              step.risks().stream().map(RiskPoint::grade).min(RiskGrade::compareTo).orElse(null),
              card.nameLines(),
              card.detailLines()));
    }
    List<FlowDiagram.Edge> ways =
        edges.stream().map(edge -> way(edge, lines.get(edge), languages)).toList();
    return new FlowDiagram(
        Math.ceil(graph.getWidth()),
        Math.ceil(graph.getHeight()),
        nodes,
        ways,
        order.stream().map(FlowStep::id).toList());
  }

  private static FlowDiagram.Edge way(FlowEdge edge, ElkEdge line, Set<FlowLanguage> languages) {
    ElkEdgeSection section = line.getSections().get(0);
    List<FlowDiagram.Point> points = new ArrayList<>();
    points.add(new FlowDiagram.Point(tidy(section.getStartX()), tidy(section.getStartY())));
    for (ElkBendPoint bend : section.getBendPoints()) {
      points.add(new FlowDiagram.Point(tidy(bend.getX()), tidy(bend.getY())));
    }
    points.add(new FlowDiagram.Point(tidy(section.getEndX()), tidy(section.getEndY())));
    FlowDiagram.Box box = null;
    if (!line.getLabels().isEmpty()) {
      ElkLabel label = line.getLabels().get(0);
      box =
          new FlowDiagram.Box(
              tidy(label.getX()), tidy(label.getY()), label.getWidth(), label.getHeight());
    }
    return new FlowDiagram.Edge(
        edge.from(),
        edge.to(),
        edge.outcome(),
        edge.label(FlowLanguage.ZH),
        edge.label(FlowLanguage.EN),
        points,
        box,
        EdgeLabel.of(edge, languages).map(EdgeLabel::lines).orElse(List.of()));
  }

  private static double tidy(double coordinate) {
    return Math.round(coordinate * 10) / 10.0;
  }
}
