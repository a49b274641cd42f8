package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A flow as BPMN sees it: where a step has several outcomes, an exclusive gateway of its own stands
 * behind it; forks and joins are parallel gateways themselves. Also says where everything goes in
 * the diagram.
 */
final class BpmnPlan {
  private static final double EVENT = 36;
  private static final double GATEWAY = 50;
  private static final double TASK_WIDTH = 120;
  private static final double TASK_HEIGHT = 80;
  private static final double NAME_SIZE = 12;
  private static final double NAME_LINE = 15;
  private static final double EVENT_LABEL = 90;

  /** What a node is. */
  enum Type {
    START,
    TASK,
    GATEWAY,
    PARALLEL,
    END
  }

  /** A node with the step it stands for; a gateway stands for its step's outcomes. */
  record Node(String id, Type type, FlowStep step) {}

  /** A sequence flow; its edge is null between a step and its own gateway. */
  record Link(String id, String from, String to, FlowEdge edge, boolean conditional) {}

  private final List<Node> nodes = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final Placement placement;

  BpmnPlan(FlowDefinition flow, FlowLanguage language) {
    for (FlowStep step : ReadingOrder.of(flow)) {
      nodes.add(new Node(nodeId(step.id()), typeOf(step), step));
      List<FlowEdge> ways = flow.outgoing(step.id());
      boolean chooses = ways.size() > 1 && !step.kind().isGateway();
      if (chooses) {
        nodes.add(new Node(gatewayId(step.id()), Type.GATEWAY, step));
        link(nodeId(step.id()), gatewayId(step.id()), null, false);
      }
      for (FlowEdge edge : ways) {
        String from = chooses ? gatewayId(step.id()) : nodeId(step.id());
        link(from, nodeId(edge.to()), edge, chooses);
      }
    }
    this.placement = place(flow, language);
  }

  List<Node> nodes() {
    return nodes;
  }

  List<Link> links() {
    return links;
  }

  Placement.Placed placeOf(Node node) {
    return placement.shape(node.id());
  }

  Placement.Placed placeOf(Link link) {
    return placement.line(link.id());
  }

  static String nodeId(String stepId) {
    return "step-" + stepId;
  }

  static String gatewayId(String stepId) {
    return "after-" + stepId;
  }

  private void link(String from, String to, FlowEdge edge, boolean conditional) {
    String outcome = edge == null ? "" : "-" + edge.outcome();
    links.add(new Link("flow-" + from + outcome, from, to, edge, conditional));
  }

  private Placement place(FlowDefinition flow, FlowLanguage language) {
    Set<FlowEdge> main = FlowLayout.mainEdges(flow);
    List<Placement.Shape> shapes =
        nodes.stream()
            .map(
                node ->
                    new Placement.Shape(
                        node.id(),
                        sizeOf(node, language),
                        node.type() == Type.GATEWAY,
                        labelOf(node, language)))
            .toList();
    List<Placement.Line> lines =
        links.stream()
            .map(
                link ->
                    new Placement.Line(
                        link.id(),
                        link.from(),
                        link.to(),
                        link.edge() == null || main.contains(link.edge()),
                        link.edge() != null && link.edge().isBackward(),
                        labelOf(link, language)))
            .toList();
    return new Placement(shapes, lines, FlowLayout.Direction.RIGHT);
  }

  private static Placement.Size sizeOf(Node node, FlowLanguage language) {
    return switch (node.type()) {
      case START, END -> new Placement.Size(EVENT, EVENT);
      case GATEWAY, PARALLEL -> new Placement.Size(GATEWAY, GATEWAY);
      case TASK -> {
        int lines =
            TextMeasure.wrap(node.step().name(language), NAME_SIZE, false, TASK_WIDTH - 20).size();
        yield new Placement.Size(
            TASK_WIDTH, Math.max(TASK_HEIGHT, 20 + 2 * Math.ceil(lines * NAME_LINE / 2)));
      }
    };
  }

  private static Placement.Size labelOf(Node node, FlowLanguage language) {
    if (node.type() == Type.TASK || node.type() == Type.GATEWAY) {
      return null;
    }
    List<String> lines = TextMeasure.wrap(node.step().name(language), 11, false, EVENT_LABEL);
    double width =
        lines.stream().mapToDouble(line -> TextMeasure.width(line, 11, false)).max().orElse(0);
    return new Placement.Size(Math.ceil(width) + 4, lines.size() * 14.0);
  }

  private static Placement.Size labelOf(Link link, FlowLanguage language) {
    return link.edge() == null
        ? null
        : EdgeLabel.of(link.edge(), List.of(language))
            .map(label -> new Placement.Size(label.width(), label.height()))
            .orElse(null);
  }

  private static Type typeOf(FlowStep step) {
    if (step.kind() == StepKind.SUBMISSION) {
      return Type.START;
    }
    if (step.kind().isGateway()) {
      return Type.PARALLEL;
    }
    return step.kind().isEnd() ? Type.END : Type.TASK;
  }
}
