package org.sunlit.powerlist.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;

/** Sub-processes in pictures and in BPMN. */
class SubProcessDrawingTest {
  private static final String HEARING = "/demo/flows/licence-public-hearing.json";
  private static final String SUB_PROCESSES = "/flows/sub-processes.json";

  static Stream<FlowDefinition> flows() {
    return Stream.of(HEARING, SUB_PROCESSES).map(SubProcessDrawingTest::flow);
  }

  private static FlowDefinition flow(String place) {
    return SubProcessTest.read(place).running().fittedTo(new Limit(20, LimitUnit.WORKING_DAYS));
  }

  @ParameterizedTest
  @MethodSource("flows")
  void framesTheStepsOfASubProcessAndNoOthers(FlowDefinition flow) {
    for (FlowLayout.Direction direction : FlowLayout.Direction.values()) {
      FlowDiagram diagram = FlowLayout.lay(flow, direction);
      assertEquals(
          flow.groups().stream().map(FlowGroup::id).toList(),
          diagram.frames().stream().map(FlowDiagram.Frame::id).toList());
      for (FlowDiagram.Frame frame : diagram.frames()) {
        String inside = frame.id() + ".";
        for (FlowDiagram.Node node : diagram.nodes()) {
          assertEquals(node.id().startsWith(inside), holds(frame.box(), node), node.id());
          assertEquals(node.id().startsWith(inside), touches(frame.box(), node), node.id());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void startsAndEndsEveryWayAtItsSteps(FlowDefinition flow) {
    FlowDiagram diagram = FlowLayout.lay(flow, FlowLayout.Direction.DOWN);
    assertEquals(flow.edges().size(), diagram.edges().size());
    for (FlowDiagram.Edge edge : diagram.edges()) {
      FlowDiagram.Point start = edge.points().get(0);
      FlowDiagram.Point end = edge.points().get(edge.points().size() - 1);
      assertTrue(meets(start, diagram.node(edge.from())), edge.toString());
      assertTrue(meets(end, diagram.node(edge.to())), edge.toString());
    }
  }

  @Test
  void closesASubProcessToOneBox() {
    FlowDefinition flow = flow(SUB_PROCESSES);
    FlowDiagram overview = FlowLayout.overview(flow, FlowLayout.Direction.DOWN).orElseThrow();
    assertEquals(
        Set.of(
            "submit",
            "accept",
            "both",
            "plans",
            "safety",
            "met",
            "hearing",
            "approve",
            "close",
            "not-accepted",
            "refused"),
        Set.copyOf(overview.readingOrder()));
    assertTrue(
        overview.edges().stream()
            .anyMatch(
                way ->
                    way.from().equals("approve") && way.to().equals("hearing") && way.isReturn()));
    assertTrue(FlowLayout.overview(Flows.sound().build(), FlowLayout.Direction.DOWN).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("flows")
  void drawsTheSameFlowTheSameEveryTime(FlowDefinition flow) {
    FlowDefinition again = FlowJson.read(FlowJson.write(flow));
    assertEquals(
        FlowSvg.draw(flow, FlowSvg.Heading.NONE, FlowLanguage.ZH),
        FlowSvg.draw(again, FlowSvg.Heading.NONE, FlowLanguage.ZH));
    assertEquals(FlowBpmn.write(flow, FlowLanguage.EN), FlowBpmn.write(again, FlowLanguage.EN));
  }

  @ParameterizedTest
  @MethodSource("flows")
  void canBeReadBackFromBpmnWayByWay(FlowDefinition flow) {
    BpmnModelInstance model = read(flow);
    assertEquals(
        flow.groups().stream().map(group -> "step-" + group.id()).collect(Collectors.toSet()),
        model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.SubProcess.class).stream()
            .map(each -> each.getId())
            .collect(Collectors.toSet()));
    for (SequenceFlow way : model.getModelElementsByType(SequenceFlow.class)) {
      assertEquals(
          way.getSource().getParentElement(), way.getTarget().getParentElement(), way.getId());
    }
    Set<String> read = new TreeSet<>();
    for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
      if (isStep(node, model)) {
        node.getOutgoing().forEach(way -> follow(way, stepOf(node), "pass", model, read));
      }
    }
    Set<String> expected =
        flow.edges().stream()
            .map(edge -> edge.from() + " > " + edge.to() + " " + told(edge))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, read);
  }

  @ParameterizedTest
  @MethodSource("flows")
  void drawsWhatIsInASubProcessInsideIt(FlowDefinition flow) {
    BpmnModelInstance model = read(flow);
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      for (FlowGroup group : flow.groups()) {
        FlowNode frame = model.getModelElementById("step-" + group.id());
        assertEquals(
            group.holds(stepOf(task)),
            inside(bounds(task), bounds(frame)),
            task.getId() + " in " + frame.getId());
      }
    }
  }

  /** The outcome, where there is more than one way and so a condition; branches have none. */
  private static String told(FlowEdge edge) {
    return edge.outcome().startsWith(FlowEdge.BRANCH) ? "pass" : edge.outcome();
  }

  private static void follow(
      SequenceFlow way, String from, String outcome, BpmnModelInstance model, Set<String> read) {
    String taken =
        way.getConditionExpression() == null
            ? outcome
            : way.getConditionExpression().getTextContent().replaceAll(".*'(.*)'.*", "$1");
    FlowNode next = way.getTarget();
    if (next instanceof ExclusiveGateway) {
      next.getOutgoing().forEach(each -> follow(each, from, taken, model, read));
    } else if (next instanceof org.camunda.bpm.model.bpmn.instance.SubProcess called) {
      called
          .getChildElementsByType(StartEvent.class)
          .iterator()
          .next()
          .getOutgoing()
          .forEach(each -> follow(each, from, taken, model, read));
    } else if (next instanceof EndEvent && !isStep(next, model)) {
      ((FlowNode) next.getParentElement())
          .getOutgoing()
          .forEach(each -> follow(each, from, taken, model, read));
    } else {
      read.add(from + " > " + stepOf(next) + " " + taken);
    }
  }

  private static boolean isStep(FlowNode node, BpmnModelInstance model) {
    return !(node instanceof ExclusiveGateway)
        && !(node instanceof org.camunda.bpm.model.bpmn.instance.SubProcess)
        && !node.getId().contains("_");
  }

  private static String stepOf(FlowNode node) {
    return node.getId().substring(node.getId().indexOf('-') + 1);
  }

  private static BpmnModelInstance read(FlowDefinition flow) {
    String xml = FlowBpmn.write(flow, FlowLanguage.EN);
    BpmnModelInstance model =
        Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    Bpmn.validateModel(model);
    return model;
  }

  private static Bounds bounds(FlowNode node) {
    return ((BpmnShape) node.getDiagramElement()).getBounds();
  }

  private static boolean inside(Bounds inner, Bounds outer) {
    return inner.getX() > outer.getX()
        && inner.getY() > outer.getY()
        && inner.getX() + inner.getWidth() < outer.getX() + outer.getWidth()
        && inner.getY() + inner.getHeight() < outer.getY() + outer.getHeight();
  }

  private static boolean holds(FlowDiagram.Box frame, FlowDiagram.Node node) {
    return node.x() > frame.x()
        && node.y() > frame.y()
        && node.x() + node.width() < frame.x() + frame.width()
        && node.y() + node.height() < frame.y() + frame.height();
  }

  private static boolean touches(FlowDiagram.Box frame, FlowDiagram.Node node) {
    return node.x() < frame.x() + frame.width()
        && frame.x() < node.x() + node.width()
        && node.y() < frame.y() + frame.height()
        && frame.y() < node.y() + node.height();
  }

  private static boolean meets(FlowDiagram.Point point, FlowDiagram.Node node) {
    return point.x() >= node.x() - 1
        && point.x() <= node.x() + node.width() + 1
        && point.y() >= node.y() - 1
        && point.y() <= node.y() + node.height() + 1;
  }
}
