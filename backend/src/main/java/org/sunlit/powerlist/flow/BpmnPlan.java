package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A flow as BPMN sees it: where a step has several outcomes, an exclusive gateway of its own stands
 * behind it; forks and joins are parallel gateways themselves; what a call stands for is an
 * embedded sub-process with a beginning and an end. Also says where everything goes in the diagram.
 */
final class BpmnPlan {
  private static final double EVENT = 36;
  private static final double GATEWAY = 50;
  private static final double TASK_WIDTH = 120;
  private static final double TASK_HEIGHT = 80;
  private static final double NAME_SIZE = 12;
  private static final double NAME_LINE = 15;
  private static final double EVENT_LABEL = 90;
  private static final String BEGINNING = "._start";
  private static final String ENDING = "._end";

  /** What a node is. */
  enum Type {
    START,
    TASK,
    GATEWAY,
    PARALLEL,
    END,
    SUB_PROCESS
  }

  /**
   * A node.
   *
   * @param step the step it stands for; a gateway stands for its step's outcomes. Null of a
   *     sub-process, its gateway and where it begins and ends
   * @param group the sub-process it stands for; null of others
   * @param parent id of the sub-process's node it is in; null outside
   */
  record Node(String id, Type type, FlowStep step, FlowGroup group, String parent) {}

  /**
   * A sequence flow; its edge is null between a step and its own gateway, and where a sub-process
   * begins and ends.
   *
   * @param otherwise whether it is taken when no condition holds
   */
  record Link(
      String id,
      String from,
      String to,
      FlowEdge edge,
      boolean conditional,
      boolean otherwise,
      boolean main,
      String parent) {}

  private final FlowDefinition flow;
  private final Map<String, FlowGroup> groups;
  private final List<String> order;
  private final Set<FlowEdge> mainEdges;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final Placement placement;

  BpmnPlan(FlowDefinition flow, FlowLanguage language) {
    this.flow = flow;
    this.groups = Expansion.byId(flow.groups());
    this.order = ReadingOrder.of(flow).stream().map(FlowStep::id).toList();
    this.mainEdges = FlowLayout.mainEdges(flow);
    body(WrittenFlow.of(flow), "", null);
    this.placement = place(language);
  }

  /** Everything in a flow or in a sub-process, as it is written. */
  private void body(FlowBody body, String around, FlowGroup inside) {
    String parent = inside == null ? null : nodeId(inside.id());
    if (inside != null) {
      nodes.add(new Node(parent + BEGINNING, Type.START, null, null, parent));
      link(parent + BEGINNING, nodeId(around + body.entry()), null, Taken.ALWAYS, parent);
    }
    for (String id : inOrder(body, around)) {
      String full = around + id;
      FlowGroup group = groups.get(full);
      FlowStep step = group == null ? flow.step(full) : null;
      nodes.add(
          new Node(
              nodeId(full), step == null ? Type.SUB_PROCESS : typeOf(step), step, group, parent));
      if (group != null) {
        body(group.subProcess(), full + FlowGroup.INSIDE, group);
      }
      List<FlowEdge> ways = body.edges().stream().filter(edge -> edge.from().equals(id)).toList();
      boolean ends = inside != null && id.equals(body.exit());
      int outs = ways.size() + (ends ? 1 : 0);
      boolean chooses = outs > 1 && (step == null || !step.kind().isGateway());
      String from = chooses ? gatewayId(full, inside) : nodeId(full);
      if (chooses) {
        nodes.add(new Node(from, Type.GATEWAY, step, null, parent));
        link(nodeId(full), from, null, Taken.ALWAYS, parent);
      }
      for (FlowEdge edge : ways) {
        FlowEdge running = Expansion.between(around, edge, groups);
        Taken taken = chooses ? Taken.BY_OUTCOME : Taken.ALWAYS;
        link(from, nodeId(around + edge.to()), running, taken, parent);
      }
      if (ends) {
        nodes.add(new Node(parent + ENDING, Type.END, null, null, parent));
        link(from, parent + ENDING, null, chooses ? Taken.OTHERWISE : Taken.ALWAYS, parent);
      }
    }
  }

  private List<String> inOrder(FlowBody body, String around) {
    return body.ids().stream()
        .sorted(
            Comparator.comparingInt(
                id -> {
                  FlowGroup group = groups.get(around + id);
                  return order.indexOf(group == null ? around + id : group.entry());
                }))
        .toList();
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

  /** Inside a sub-process by the same beginning as everything in it. */
  private static String gatewayId(String stepId, FlowGroup inside) {
    return inside == null ? "after-" + stepId : nodeId(stepId) + "._after";
  }

  /** When a sequence flow is taken. */
  private enum Taken {
    ALWAYS,
    BY_OUTCOME,
    OTHERWISE
  }

  private void link(String from, String to, FlowEdge edge, Taken taken, String parent) {
    String outcome = edge == null ? "" : "-" + edge.outcome();
    links.add(
        new Link(
            "flow-" + from + outcome,
            from,
            to,
            edge,
            taken == Taken.BY_OUTCOME,
            taken == Taken.OTHERWISE,
            edge == null || mainEdges.contains(edge),
            parent));
  }

  /** Where a sub-process's frame is. */
  FlowDiagram.Box frameOf(Node node) {
    return placement.frameOf(node.id());
  }

  private Placement place(FlowLanguage language) {
    List<Placement.Shape> shapes =
        nodes.stream()
            .filter(node -> node.type() != Type.SUB_PROCESS)
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
                        link.main(),
                        link.edge() != null && link.edge().isBackward(),
                        labelOf(link, language)))
            .toList();
    List<Placement.Frame> frames =
        nodes.stream()
            .filter(node -> node.type() == Type.SUB_PROCESS)
            .map(
                node ->
                    new Placement.Frame(
                        node.id(), FrameTitle.sizeOf(node.group(), List.of(language))))
            .toList();
    return new Placement(shapes, lines, frames, FlowLayout.Direction.RIGHT);
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
      case SUB_PROCESS -> throw new IllegalArgumentException("A frame is as large as it has to be");
    };
  }

  private static Placement.Size labelOf(Node node, FlowLanguage language) {
    if (node.step() == null || node.type() == Type.TASK || node.type() == Type.GATEWAY) {
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
