package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives every step and every way of a flow its place. The same flow gives the same picture every
 * time, on every node.
 */
public final class FlowLayout {
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
    List<FlowEdge> edges = drawable(flow, order);
    Map<String, StepCard> cards = new HashMap<>();
    List<Placement.Shape> shapes = new ArrayList<>();
    for (FlowStep step : order) {
      StepCard card =
          languages.stream()
              .map(language -> StepCard.of(step, language))
              .reduce(StepCard::orLarger)
              .orElseThrow();
      cards.put(step.id(), card);
      Placement.Size size = new Placement.Size(card.width(), card.height());
      shapes.add(new Placement.Shape(step.id(), size, false, null));
    }
    Set<FlowEdge> main = mainEdges(flow);
    List<Placement.Line> lines = new ArrayList<>();
    for (FlowEdge edge : edges) {
      Placement.Size label =
          EdgeLabel.of(edge, languages)
              .map(text -> new Placement.Size(text.width(), text.height()))
              .orElse(null);
      lines.add(
          new Placement.Line(
              Integer.toString(lines.size()),
              edge.from(),
              edge.to(),
              main.contains(edge),
              edge.isBackward(),
              label));
    }
    List<Placement.Frame> frames =
        flow.groups().stream()
            .map(group -> new Placement.Frame(group.id(), FrameTitle.sizeOf(group, languages)))
            .toList();
    Placement placement = new Placement(shapes, lines, frames, direction);
    List<FlowDiagram.Edge> ways = new ArrayList<>();
    for (FlowEdge edge : edges) {
      ways.add(way(edge, placement.line(Integer.toString(ways.size())), languages));
    }
    return new FlowDiagram(
        placement.width(),
        placement.height(),
        nodes(flow, order, cards, placement),
        ways,
        order.stream().map(FlowStep::id).toList(),
        flow.groups().stream()
            .map(
                group ->
                    new FlowDiagram.Frame(
                        group.id(),
                        placement.frameOf(group.id()),
                        FrameTitle.of(group, languages.iterator().next())))
            .toList());
  }

  /**
   * The diagram with every sub-process closed to one box, which has the id of its group; empty
   * without sub-processes.
   */
  public static Optional<FlowDiagram> overview(FlowDefinition flow, Direction direction) {
    return flow.groups().isEmpty()
        ? Optional.empty()
        : Optional.of(lay(ClosedFlow.of(flow), direction));
  }

  /** The edges of the happy path, which run straight. */
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

  private static List<FlowDiagram.Node> nodes(
      FlowDefinition flow, List<FlowStep> order, Map<String, StepCard> cards, Placement placement) {
    Map<String, Integer> numbers = ReadingOrder.numbers(flow, order);
    List<FlowDiagram.Node> nodes = new ArrayList<>();
    for (FlowStep step : order) {
      FlowDiagram.Box box = placement.shape(step.id()).box();
      StepCard card = cards.get(step.id());
      nodes.add(
          new FlowDiagram.Node(
              step.id(),
              box.x(),
              box.y(),
              box.width(),
              box.height(),
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
    return nodes;
  }

  private static FlowDiagram.Edge way(
      FlowEdge edge, Placement.Placed placed, Set<FlowLanguage> languages) {
    Optional<EdgeLabel> label = EdgeLabel.of(edge, languages);
    return new FlowDiagram.Edge(
        edge.from(),
        edge.to(),
        edge.outcome(),
        edge.label(FlowLanguage.ZH),
        edge.label(FlowLanguage.EN),
        placed.points(),
        placed.label(),
        label.map(EdgeLabel::lines).orElse(List.of()));
  }
}
