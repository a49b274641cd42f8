package org.sunlit.powerlist.flow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlit.calendar.Limit;

/**
 * A power item's procedure (职权运行流程, A3/A11): a directed graph of steps. The same value runs the
 * cases, draws the public diagram and is exported as BPMN. Any graph can be held, so that a broken
 * one can be shown with its findings; {@link FlowChecker} says whether it may run cases.
 *
 * @param code the flow's code
 * @param name its Chinese name
 * @param nameEn its English name
 * @param origin {@code standard} for the flows shipped per category, else null
 * @param steps in the order they were written, which is also the order of equals in the diagram
 *     Those of sub-processes are among them, by ids of their own for every call
 * @param edges the ways between them
 * @param calls where it goes through a sub-process
 * @param subProcesses as they are written; what runs is in {@code steps} and {@code edges}
 */
public record FlowDefinition(
    @JsonProperty(required = true) String code,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String nameEn,
    String origin,
    @JsonProperty(required = true) List<FlowStep> steps,
    @JsonProperty(required = true) List<FlowEdge> edges,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FlowCall> calls,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SubProcess> subProcesses) {
  /** The {@link #origin} of the flows shipped for each category of powers. */
  public static final String STANDARD = "standard";

  static final int MOST_STEPS = 200;
  static final int MOST_EDGES = 1000;

  @JsonCreator
  public FlowDefinition {
    Texts.requireCode(code, "code");
    Texts.requireText(name, "name");
    Texts.requireText(nameEn, "nameEn");
    Texts.requireTextOrNull(origin, "origin");
    Texts.require(steps, "steps");
    Texts.require(edges, "edges");
    if (steps.size() > MOST_STEPS || edges.size() > MOST_EDGES) {
      throw new IllegalArgumentException(
          "A flow has at most " + MOST_STEPS + " steps and " + MOST_EDGES + " edges");
    }
    steps = List.copyOf(steps);
    edges = List.copyOf(edges);
    calls = calls == null ? List.of() : List.copyOf(calls);
    subProcesses = subProcesses == null ? List.of() : List.copyOf(subProcesses);
  }

  /** A flow without sub-processes. */
  public FlowDefinition(
      String code,
      String name,
      String nameEn,
      String origin,
      List<FlowStep> steps,
      List<FlowEdge> edges) {
    this(code, name, nameEn, origin, steps, edges, List.of(), List.of());
  }

  /** The name in the reader's language. */
  public String name(FlowLanguage language) {
    return language.pick(name, nameEn);
  }

  /**
   * The step where every case begins.
   *
   * @throws NoSuchElementException when the flow has none; the checker refuses such a flow
   */
  public FlowStep start() {
    return steps.stream()
        .filter(step -> step.kind() == StepKind.SUBMISSION)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("Flow " + code + " has no start"));
  }

  /** The step with this id, if the flow has it. */
  public Optional<FlowStep> find(String stepId) {
    return steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
  }

  /**
   * The step with this id.
   *
   * @throws NoSuchElementException when the flow has no such step
   */
  public FlowStep step(String stepId) {
    return find(stepId)
        .orElseThrow(
            () -> new NoSuchElementException("Flow " + code + " has no step '" + stepId + "'"));
  }

  /** The steps each call stands for, the outer calls before those inside them. */
  public List<FlowGroup> groups() {
    return FlowGroup.of(calls, subProcesses).stream()
        .filter(group -> find(group.entry()).isPresent())
        .toList();
  }

  /** The groups a step is in, the outermost first. */
  public List<FlowGroup> groupsAround(String stepId) {
    // Most steps are in none, and every case asks.
    return calls.isEmpty() || !stepId.contains(FlowGroup.INSIDE)
        ? List.of()
        : groups().stream().filter(group -> group.holds(stepId)).toList();
  }

  /** A step's name where it stands alone, behind those of the sub-processes it is in: 听证 › 听证通知. */
  public String fullName(FlowStep step, FlowLanguage language) {
    return Stream.concat(
            groupsAround(step.id()).stream().map(group -> group.name(language)),
            Stream.of(step.name(language)))
        .collect(Collectors.joining(" › "));
  }

  /** The ways out of a step, as written. */
  public List<FlowEdge> outgoing(String stepId) {
    return edges.stream().filter(edge -> edge.from().equals(stepId)).toList();
  }

  /** The outcomes possible in a step, as written. */
  public List<String> outcomes(String stepId) {
    return outgoing(stepId).stream().map(FlowEdge::outcome).distinct().toList();
  }

  /** Where an outcome leads, or nothing when the step doesn't have that outcome. */
  public Optional<FlowStep> next(String stepId, String outcome) {
    return outgoing(stepId).stream()
        .filter(edge -> edge.outcome().equals(outcome))
        .findFirst()
        .flatMap(edge -> find(edge.to()));
  }

  /** Whether a case stops in this step. */
  public boolean isEnd(String stepId) {
    return step(stepId).kind().isEnd();
  }

  /**
   * The happy path: from the start along {@code pass} as far as it goes; of what is done in
   * parallel, the first branch.
   */
  public List<FlowStep> mainPath() {
    List<FlowStep> path = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Optional<FlowStep> current = Optional.of(start());
    while (current.isPresent() && seen.add(current.get().id())) {
      path.add(current.get());
      current = onward(current.get());
    }
    return List.copyOf(path);
  }

  /** The step after this one on the happy path. */
  private Optional<FlowStep> onward(FlowStep step) {
    return step.kind() == StepKind.FORK
        ? outgoing(step.id()).stream().findFirst().flatMap(edge -> find(edge.to()))
        : next(step.id(), FlowEdge.PASS);
  }

  /** The earlier steps a case in this step may be sent back to. */
  public List<FlowStep> returnTargets(String stepId) {
    return outgoing(stepId).stream()
        .filter(FlowEdge::isReturn)
        .flatMap(edge -> find(edge.to()).stream())
        .toList();
  }

  /** Whether a step of this kind is it, or lies ahead of it without going back. */
  public boolean leadsTo(String stepId, StepKind kind) {
    FlowGraph graph = new FlowGraph(this);
    return steps.stream()
        .filter(step -> step.kind() == kind)
        .anyMatch(step -> graph.before(step.id()).contains(stepId));
  }

  /**
   * This flow with the promised limit (承诺时限) spread over its steps. Steps with their own limit keep
   * it; the other counting steps share what is left by weight, in whole units of the promise, so
   * that no way through the flow takes longer than promised. A step that gets 0 is done the same
   * day. Steps whose time doesn't count stay as they are, and so do the start and the ends.
   */
  public FlowDefinition fittedTo(Limit promised) {
    return new LimitSpread(this, promised).spread();
  }

  FlowDefinition withSteps(List<FlowStep> changed) {
    return new FlowDefinition(code, name, nameEn, origin, changed, edges, calls, subProcesses);
  }
}
