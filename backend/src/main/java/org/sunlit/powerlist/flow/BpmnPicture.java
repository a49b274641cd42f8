package org.sunlit.powerlist.flow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Definitions;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** The diagram half of a BPMN document: a shape or line for every element, with its label. */
final class BpmnPicture {
  private final BpmnModelInstance model;

  private BpmnPicture(BpmnModelInstance model) {
    this.model = model;
  }

  static void draw(
      BpmnModelInstance model,
      Definitions definitions,
      Process process,
      BpmnPlan plan,
      Map<String, FlowNode> nodes,
      Map<String, SequenceFlow> flows) {
    BpmnPicture picture = new BpmnPicture(model);
    BpmnDiagram diagram = model.newInstance(BpmnDiagram.class, "diagram");
    BpmnPlane plane = model.newInstance(BpmnPlane.class, "plane");
    plane.setBpmnElement(process);
    diagram.setBpmnPlane(plane);
    definitions.addChildElement(diagram);
    for (BpmnPlan.Node node : plan.nodes()) {
      Placement.Placed placed =
          node.group() == null
              ? plan.placeOf(node)
              : new Placement.Placed(plan.frameOf(node), List.of(), null);
      plane.addChildElement(picture.shape(node, placed, nodes.get(node.id())));
    }
    for (BpmnPlan.Link link : plan.links()) {
      plane.addChildElement(picture.line(plan.placeOf(link), flows.get(link.id())));
    }
  }

  private BpmnShape shape(BpmnPlan.Node node, Placement.Placed placed, FlowNode element) {
    BpmnShape shape = model.newInstance(BpmnShape.class, "shape-of-" + node.id());
    shape.setBpmnElement(element);
    if (node.type() == BpmnPlan.Type.GATEWAY) {
      shape.setMarkerVisible(true);
    }
    if (node.group() != null) {
      shape.setExpanded(true);
    }
    shape.setBounds(bounds(placed.box()));
    if (placed.label() != null) {
      shape.setBpmnLabel(label(placed.label(), "label-of-" + node.id()));
    }
    return shape;
  }

  private BpmnEdge line(Placement.Placed placed, SequenceFlow element) {
    BpmnEdge line = model.newInstance(BpmnEdge.class, "line-of-" + element.getId());
    line.setBpmnElement(element);
    for (FlowDiagram.Point point : placed.points()) {
      Waypoint waypoint = model.newInstance(Waypoint.class);
      waypoint.setX(point.x());
      waypoint.setY(point.y());
      line.addChildElement(waypoint);
    }
    if (placed.label() != null) {
      line.setBpmnLabel(label(placed.label(), "label-of-" + element.getId()));
    }
    return line;
  }

  private BpmnLabel label(FlowDiagram.Box box, String id) {
    // Ids made up by the library would make the same flow another document every time.
    BpmnLabel label = model.newInstance(BpmnLabel.class, id);
    label.setBounds(bounds(box));
    return label;
  }

  private Bounds bounds(FlowDiagram.Box box) {
    Bounds bounds = model.newInstance(Bounds.class);
    bounds.setX(box.x());
    bounds.setY(box.y());
    bounds.setWidth(box.width());
    bounds.setHeight(box.height());
    return bounds;
  }
}
