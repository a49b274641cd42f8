package org.sunlit.powerlist;

import org.sunlit.api.model.Diagram;
import org.sunlit.api.model.DiagramEdge;
import org.sunlit.api.model.DiagramEdgeLabel;
import org.sunlit.api.model.DiagramNode;
import org.sunlit.api.model.Flow;
import org.sunlit.api.model.FlowEdge;
import org.sunlit.api.model.FlowStep;
import org.sunlit.api.model.Point;
import org.sunlit.api.model.Post;
import org.sunlit.api.model.RiskPoint;
import org.sunlit.api.model.StepKind;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowDiagram;

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
        .diagram(
            new Diagram()
                .width(number(diagram.width()))
                .height(number(diagram.height()))
                .nodes(diagram.nodes().stream().map(FlowMapper::node).toList())
                .edges(diagram.edges().stream().map(FlowMapper::edge).toList())
                .readingOrder(diagram.readingOrder()));
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
