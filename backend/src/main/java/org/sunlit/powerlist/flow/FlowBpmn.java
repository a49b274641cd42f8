package org.sunlit.powerlist.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Definitions;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.PotentialOwner;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Resource;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Writes a flow as BPMN 2.0 (ISO/IEC 19510) with diagram interchange, for anyone's modelling tool:
 * steps are user tasks owned by their posts, outcomes are conditional flows out of exclusive
 * gateways, what is done in parallel lies between parallel gateways, a sub-process is one, limits,
 * excluded time and integrity risks stand in the documentation, in both languages.
 */
public final class FlowBpmn {
  private static final String NAMESPACE = "urn:sunlit:flow";

  private final FlowDefinition flow;
  private final FlowLanguage language;
  private final BpmnModelInstance model = Bpmn.createEmptyModel();
  private final Definitions definitions = model.newInstance(Definitions.class, "definitions");
  private final Process process;
  private final Map<String, FlowNode> nodes = new HashMap<>();
  private final Map<String, SequenceFlow> flows = new HashMap<>();
  private final Map<String, Resource> posts = new HashMap<>();

  private FlowBpmn(FlowDefinition flow, FlowLanguage language) {
    this.flow = flow;
    this.language = language;
    this.process = model.newInstance(Process.class, "process-" + flow.code());
  }

  /**
   * The flow as a BPMN document, names in the language asked for, checked against the schemas of
   * the standard. That takes tens of milliseconds, the first time some seconds: keep the result.
   *
   * @throws IllegalArgumentException when the flow may not run cases; a broken flow has no meaning
   *     in BPMN either
   */
  public static String write(FlowDefinition flow, FlowLanguage language) {
    List<FlowFinding> errors =
        FlowChecker.check(flow, FlowChecker.Against.NOTHING).stream()
            .filter(FlowFinding::isError)
            .toList();
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(
          "Flow " + flow.code() + " can't be exported: " + errors.get(0).en());
    }
    return new FlowBpmn(flow, language).write();
  }

  private String write() {
    definitions.setTargetNamespace(NAMESPACE);
    definitions.setName(flow.name(language));
    definitions.setExporter("Sunlit");
    model.setDefinitions(definitions);
    process.setName(flow.name(language));
    // The cases run here; elsewhere the document is for reading.
    process.setExecutable(false);
    document(process, flow.name() + "\n" + flow.nameEn());
    definitions.addChildElement(process);
    BpmnPlan plan = new BpmnPlan(flow, language);
    for (BpmnPlan.Node node : plan.nodes()) {
      FlowNode made = node(node);
      around(node.parent()).addChildElement(made);
      nodes.put(node.id(), made);
      if (node.type() == BpmnPlan.Type.TASK && node.step().post() != null) {
        own(made, node.step().post());
      }
    }
    for (BpmnPlan.Link link : plan.links()) {
      flows.put(link.id(), sequence(link));
    }
    BpmnPicture.draw(model, definitions, process, plan, nodes, flows);
    // Checks the document against the standard's schemas before it gives it away.
    return Bpmn.convertToString(model);
  }

  /** The sub-process with this id, or the whole process. */
  private ModelElementInstance around(String parent) {
    return parent == null ? process : nodes.get(parent);
  }

  private FlowNode node(BpmnPlan.Node node) {
    FlowNode made =
        switch (node.type()) {
          case START -> model.newInstance(StartEvent.class, node.id());
          case END -> model.newInstance(EndEvent.class, node.id());
          case TASK -> model.newInstance(UserTask.class, node.id());
          case GATEWAY -> model.newInstance(ExclusiveGateway.class, node.id());
          case PARALLEL -> model.newInstance(ParallelGateway.class, node.id());
          case SUB_PROCESS ->
              model.newInstance(org.camunda.bpm.model.bpmn.instance.SubProcess.class, node.id());
        };
    if (node.group() != null) {
      made.setName(FrameTitle.of(node.group(), language));
    } else if (node.step() != null && node.type() != BpmnPlan.Type.GATEWAY) {
      made.setName(node.step().name(language));
      String about = about(node.step());
      if (!about.isEmpty()) {
        document(made, about);
      }
    }
    return made;
  }

  private SequenceFlow sequence(BpmnPlan.Link link) {
    SequenceFlow sequence = model.newInstance(SequenceFlow.class, link.id());
    around(link.parent()).addChildElement(sequence);
    FlowNode source = nodes.get(link.from());
    FlowNode target = nodes.get(link.to());
    sequence.setSource(source);
    source.getOutgoing().add(sequence);
    sequence.setTarget(target);
    target.getIncoming().add(sequence);
    if (link.edge() != null && !link.edge().label(language).isEmpty()) {
      sequence.setName(link.edge().label(language));
    }
    if (link.otherwise()) {
      ((ExclusiveGateway) source).setDefault(sequence);
    }
    if (link.conditional()) {
      ConditionExpression condition =
          model.newInstance(ConditionExpression.class, "condition-of-" + link.id());
      condition.setTextContent("${outcome == '" + link.edge().outcome() + "'}");
      sequence.setConditionExpression(condition);
    }
    return sequence;
  }

  private void own(FlowNode task, Post post) {
    // The same post may go by another name in another step, and is then another resource.
    Resource resource =
        posts.computeIfAbsent(
            post.code() + " " + post.name(),
            key -> {
              String id = "post-" + post.code();
              Resource made =
                  model.newInstance(
                      Resource.class,
                      model.getModelElementById(id) == null ? id : id + "-" + posts.size());
              made.setName(post.name(language));
              definitions.insertElementAfter(made, process);
              return made;
            });
    PotentialOwner owner = model.newInstance(PotentialOwner.class, "owner-of-" + task.getId());
    owner.setResource(resource);
    task.addChildElement(owner);
  }

  private void document(org.camunda.bpm.model.bpmn.instance.BaseElement element, String text) {
    Documentation documentation =
        model.newInstance(Documentation.class, "about-" + element.getId());
    documentation.setTextContent(text);
    element.addChildElement(documentation);
  }

  private static String about(FlowStep step) {
    return List.of(FlowLanguage.values()).stream()
        .map(language -> about(step, language))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private static String about(FlowStep step, FlowLanguage language) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        language.pick("岗位：", "Post: "),
        step.post() == null ? null : step.post().name(language));
    line(
        text,
        language.pick("时限：", "Limit: "),
        step.limit() == null ? null : LimitWords.text(step.limit(), language));
    line(
        text,
        language.pick("不计入时限，依据：", "Not counted toward the limit, by: "),
        step.countsTowardLimit() ? null : step.excludedBy());
    line(
        text,
        language.pick("材料：", "Materials: "),
        step.materials().isEmpty() ? null : String.join(", ", step.materials()));
    for (RiskPoint risk : step.risks()) {
      line(
          text,
          language.pick("廉政风险", "Integrity risk ") + risk.grade() + language.pick("级：", ": "),
          risk.risk(language));
      line(text, language.pick("防控措施：", "Safeguard: "), risk.measure(language));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String head, String body) {
    if (body != null) {
      text.append(text.isEmpty() ? "" : "\n").append(head).append(body);
    }
  }
}
