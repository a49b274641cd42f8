package org.sunlit.powerlist.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.PotentialOwner;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlowBpmnTest {
  /** Those with sub-processes are in {@link SubProcessDrawingTest}. */
  static Stream<FlowDefinition> flows() {
    return ShippedFlows.andAHardOne().stream().filter(flow -> flow.groups().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("flows")
  void keepsEveryStepAndEveryOutcome(FlowDefinition flow) {
    BpmnModelInstance model = read(FlowBpmn.write(flow, FlowLanguage.ZH));
    List<String> expected =
        flow.edges().stream()
            .map(e -> e.from() + " " + e.to() + conditionOf(flow, e))
            .sorted()
            .toList();
    List<String> written = new ArrayList<>();
    for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
      for (SequenceFlow way : node.getOutgoing()) {
        if (way.getTarget() instanceof ExclusiveGateway) {
          continue;
        }
        String condition =
            way.getConditionExpression() == null
                ? ""
                : " " + way.getConditionExpression().getTextContent();
        written.add(stepOf(node) + " " + stepOf(way.getTarget()) + condition);
      }
    }
    assertEquals(expected, written.stream().sorted().toList());
    assertEquals(1, model.getModelElementsByType(StartEvent.class).size());
    assertEquals(
        flow.steps().stream().filter(step -> step.kind().isEnd()).count(),
        model.getModelElementsByType(EndEvent.class).size());
    assertEquals(
        flow.steps().stream().filter(step -> step.kind().isActedOn()).count(),
        model.getModelElementsByType(UserTask.class).size());
  }

  @ParameterizedTest
  @MethodSource("flows")
  void givesEveryElementItsPlaceInTheDiagram(FlowDefinition flow) {
    BpmnModelInstance model = read(FlowBpmn.write(flow, FlowLanguage.EN));
    List<Bounds> shapes = new ArrayList<>();
    for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
      BpmnShape shape = (BpmnShape) node.getDiagramElement();
      assertNotNull(shape, node.getId());
      shapes.add(shape.getBounds());
      if (node instanceof StartEvent || node instanceof EndEvent) {
        shapes.add(shape.getBpmnLabel().getBounds());
      }
    }
    for (SequenceFlow way : model.getModelElementsByType(SequenceFlow.class)) {
      BpmnEdge line = way.getDiagramElement();
      assertNotNull(line, way.getId());
      List<Waypoint> points = new ArrayList<>(line.getWaypoints());
      assertTrue(points.size() >= 2);
      assertTouches(points.get(0), way.getSource());
      assertTouches(points.get(points.size() - 1), way.getTarget());
      if (way.getName() != null) {
        shapes.add(line.getBpmnLabel().getBounds());
      }
    }
    for (int one = 0; one < shapes.size(); one++) {
      for (int other = 0; other < one; other++) {
        assertFalse(overlap(shapes.get(one), shapes.get(other)), flow.code());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void namesThePostAndTheRisksOfEveryStep(FlowDefinition flow) {
    BpmnModelInstance model = read(FlowBpmn.write(flow, FlowLanguage.ZH));
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      FlowStep step = flow.step(stepOf(task));
      String about = task.getDocumentations().iterator().next().getTextContent();
      assertTrue(about.contains(step.post().name()) && about.contains(step.post().nameEn()));
      Collection<PotentialOwner> owners = task.getChildElementsByType(PotentialOwner.class);
      assertEquals(step.post().name(), owners.iterator().next().getResource().getName());
      for (RiskPoint risk : step.risks()) {
        assertTrue(about.contains(risk.risk()) && about.contains(risk.measureEn()), about);
      }
      if (!step.countsTowardLimit()) {
        assertTrue(about.contains(step.excludedBy()));
      }
    }
  }

  @Test
  void putsAGatewayOnlyWhereThereIsAChoice() {
    BpmnModelInstance model = read(FlowBpmn.write(Flows.sound().build(), FlowLanguage.ZH));
    assertEquals(
        Set.of("after-approve"),
        model.getModelElementsByType(ExclusiveGateway.class).stream()
            .map(BaseElement::getId)
            .collect(Collectors.toSet()));
  }

  @Test
  void refusesAFlowThatMayNotRun() {
    FlowDefinition broken = Flows.sound().withoutPost("review").build();
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> FlowBpmn.write(broken, FlowLanguage.ZH));
    assertTrue(refused.getMessage().contains("post"), refused.getMessage());
  }

  @Test
  void writesTheSameFlowTheSameEveryTime() {
    FlowDefinition flow = StandardFlows.of("penalty");
    assertEquals(
        FlowBpmn.write(flow, FlowLanguage.EN),
        FlowBpmn.write(FlowJson.read(FlowJson.write(flow)), FlowLanguage.EN));
  }

  private static BpmnModelInstance read(String xml) {
    BpmnModelInstance model =
        Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    Bpmn.validateModel(model);
    return model;
  }

  private static String conditionOf(FlowDefinition flow, FlowEdge edge) {
    boolean chooses =
        flow.outgoing(edge.from()).size() > 1 && flow.step(edge.from()).kind() != StepKind.FORK;
    return chooses ? " ${outcome == '" + edge.outcome() + "'}" : "";
  }

  private static String stepOf(FlowNode node) {
    return node.getId().substring(node.getId().indexOf('-') + 1);
  }

  private static void assertTouches(Waypoint point, FlowNode node) {
    Bounds bounds = ((BpmnShape) node.getDiagramElement()).getBounds();
    assertTrue(
        point.getX() >= bounds.getX() - 1
            && point.getX() <= bounds.getX() + bounds.getWidth() + 1
            && point.getY() >= bounds.getY() - 1
            && point.getY() <= bounds.getY() + bounds.getHeight() + 1,
        node.getId());
  }

  private static boolean overlap(Bounds one, Bounds two) {
    return one.getX() < two.getX() + two.getWidth()
        && two.getX() < one.getX() + one.getWidth()
        && one.getY() < two.getY() + two.getHeight()
        && two.getY() < one.getY() + one.getHeight();
  }
}
