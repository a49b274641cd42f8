package org.sunlit.powerlist;

import java.util.List;
import org.sunlit.api.model.Diagram;
import org.sunlit.api.model.DiagramEdge;
import org.sunlit.api.model.DiagramEdgeLabel;
import org.sunlit.api.model.DiagramNode;
import org.sunlit.api.model.Flow;
import org.sunlit.api.model.FlowEdge;
import org.sunlit.api.model.FlowGroup;
import org.sunlit.api.model.FlowStep;
import org.sunlit.api.model.Point;
import org.sunlit.api.model.Post;
import org.sunlit.api.model.RiskPoint;
import org.sunlit.api.model.StepKind;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowDiagram;
import org.sunlit.powerlist.flow.FlowLayout;

/** From a flow and its diagram to the contract's. */
final class FlowMapper {
  private FlowMapper() {}

  static Flow flow(FlowDefinition flow, FlowOrigin origin, FlowDiagram diagram) {
    return new Flow()
        .code(flow.code())
        .name(flow.name())
        .nameEn(flow.nameEn())
        .origin(org.sunlit.api.model.FlowOrigin.fromValue(origin.code()))
        .steps(flow.steps().stream().map(FlowMapper::step).toList())
        .edges(flow.edges().stream().map(FlowMapper::edge).toList())
        .diagram(diagram(diagram))
        .groups(groups(flow))
        .overview(
            FlowLayout.overview(flow, FlowLayout.Direction.DOWN)
                .map(FlowMapper::diagram)
                .orElse(null));
  }

  private static Diagram diagram(FlowDiagram diagram) {
    return new Diagram()
        .width(number(diagram.width()))
        .height(number(diagram.height()))
        .nodes(diagram.nodes().stream().map(FlowMapper::node).toList())
        .edges(diagram.edges().stream().map(FlowMapper::edge).toList())
        .readingOrder(diagram.readingOrder())
        .groups(
            diagram.frames().isEmpty()
                ? null
                : diagram.frames().stream().map(FlowMapper::frame).toList());
  }

  /** Null without sub-processes. */
  private static List<FlowGroup> groups(FlowDefinition flow) {
    List<org.sunlit.powerlist.flow.FlowGroup> groups = flow.groups();
    return groups.isEmpty() ? null : groups.stream().map(group -> group(group, flow)).toList();
  }

  private static FlowGroup group(org.sunlit.powerlist.flow.FlowGroup group, FlowDefinition flow) {
    return new FlowGroup()
        .id(group.id())
        .subProcess(group.subProcess().code())
        .name(group.name())
        .nameEn(group.nameEn())
        .limit(PowerItemMapper.limit(group.limit()))
        .entry(group.entry())
        .exit(group.exit())
        .steps(
            flow.steps().stream()
                .map(org.sunlit.powerlist.flow.FlowStep::id)
                .filter(group::holds)
                .toList());
  }

  private static DiagramNode frame(FlowDiagram.Frame frame) {
    return new DiagramNode()
        .id(frame.id())
        .x(number(frame.box().x()))
        .y(number(frame.box().y()))
        .width(number(frame.box().width()))
        .height(number(frame.box().height()));
  }

  private static FlowStep step(org.sunlit.powerlist.flow.FlowStep step) {
    return new FlowStep()
        .id(step.id())
        .kind(StepKind.fromValue(step.kind().code()))
        .name(step.name())
        .nameEn(step.nameEn())
        .post(post(step.post()))
        .limit(PowerItemMapper.limit(step.limit()))
        .countsTowardLimit(step.countsTowardLimit())
        .excludedBy(step.excludedBy())
        .paidFirst(step.paidFirst() ? true : null)
        .materials(step.materials())
        .risks(step.risks().stream().map(FlowMapper::risk).toList());
  }

  static Post post(org.sunlit.powerlist.flow.Post post) {
    return post == null
        ? null
        : new Post().code(post.code()).name(post.name()).nameEn(post.nameEn());
  }

  static RiskPoint risk(org.sunlit.powerlist.flow.RiskPoint risk) {
    return new RiskPoint()
        .grade(RiskPoint.GradeEnum.fromValue(risk.grade().name()))
        .risk(risk.risk())
        .riskEn(risk.riskEn())
        .measure(risk.measure())
        .measureEn(risk.measureEn());
  }

  private static FlowEdge edge(org.sunlit.powerlist.flow.FlowEdge edge) {
    return new FlowEdge()
        .from(edge.from())
        .to(edge.to())
        .outcome(edge.outcome())
        .label(edge.label())
        .labelEn(edge.labelEn());
  }

  private static DiagramNode node(FlowDiagram.Node node) {
    return new DiagramNode()
        .id(node.id())
        .x(number(node.x()))
        .y(number(node.y()))
        .width(number(node.width()))
        .height(number(node.height()));
  }

  private static DiagramEdge edge(FlowDiagram.Edge edge) {
    FlowDiagram.Box label = edge.labelPosition();
    return new DiagramEdge()
        .from(edge.from())
        .to(edge.to())
        .outcome(edge.outcome())
        .points(
            edge.points().stream()
                .map(point -> new Point().x(number(point.x())).y(number(point.y())))
                .toList())
        .label(
            label == null
                ? null
                : new DiagramEdgeLabel()
                    .x(number(label.x()))
                    .y(number(label.y()))
                    .width(number(label.width()))
                    .height(number(label.height())));
  }

  /** A hundredth of a pixel is finer than any screen. */
  private static java.math.BigDecimal number(double value) {
    return java.math.BigDecimal.valueOf(Math.round(value * 100), 2).stripTrailingZeros();
  }
}
