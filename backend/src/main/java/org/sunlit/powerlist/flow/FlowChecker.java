package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;

/**
 * Says whether a flow may run cases. A published flowchart binds the authority (A11), so a flow
 * that strands a case, acts without a post, stops the clock without a law or breaks its own promise
 * is refused before it is ever published.
 */
public final class FlowChecker {
  /** Categories whose decision must be able to go either way (准予与不予). */
  private static final Set<String> DECIDED_EITHER_WAY =
      Set.of(
          "licence",
          "confirmation",
          "payment",
          "reward",
          "adjudication",
          "penalty",
          "coercion",
          "levy");

  /**
   * What a flow is checked against; whatever is null isn't checked.
   *
   * @param category the item's category, by its API code
   * @param promised the promised limit (承诺时限)
   * @param statutory the statutory limit (法定时限)
   */
  public record Against(String category, Limit promised, Limit statutory) {
    /** The shape alone, for a flow without an item. */
    public static final Against NOTHING = new Against(null, null, null);
  }

  private static final Limit ANSWERED_WITHIN = new Limit(5, LimitUnit.WORKING_DAYS);

  private final FlowDefinition flow;
  private final Against against;
  private final FlowGraph graph;
  private final List<FlowFinding> findings = new ArrayList<>();

  private FlowChecker(FlowDefinition flow, Against against) {
    this.flow = flow;
    this.against = against;
    this.graph = new FlowGraph(flow);
  }

  /** All findings in a flow, in a stable order; none means the flow may run cases. */
  public static List<FlowFinding> check(FlowDefinition flow, Against against) {
    return new FlowChecker(flow, against).check();
  }

  /** Whether a flow may run cases: it may have warnings, but no error. */
  public static boolean mayRun(FlowDefinition flow, Against against) {
    return check(flow, against).stream().noneMatch(FlowFinding::isError);
  }

  private List<FlowFinding> check() {
    checkIdentity();
    checkEdges();
    checkStartAndEnds();
    checkWays();
    checkSteps();
    if (wellFormed()) {
      findings.addAll(BlockFindings.of(flow));
    }
    findings.addAll(SubProcessFindings.of(flow, graph));
    findings.addAll(LimitFindings.of(flow, graph, against));
    return List.copyOf(findings);
  }

  private void checkIdentity() {
    Set<String> ids = new HashSet<>();
    for (FlowStep step : flow.steps()) {
      if (!ids.add(step.id())) {
        step(FlowFindingCode.DUPLICATE_STEP, step, "的编号重复", "has an id already in use");
      }
    }
    Set<String> outcomes = new HashSet<>();
    for (FlowEdge edge : flow.edges()) {
      if (!outcomes.add(edge.from() + " " + edge.outcome())) {
        edge(
            FlowFindingCode.DUPLICATE_OUTCOME,
            edge,
            "：同一环节的同一结果有两个去向",
            ": the step already leads elsewhere by this outcome");
      }
    }
  }

  private void checkEdges() {
    for (FlowEdge edge : flow.edges()) {
      Optional<FlowStep> from = flow.find(edge.from());
      Optional<FlowStep> to = flow.find(edge.to());
      if (from.isEmpty() || to.isEmpty()) {
        edge(FlowFindingCode.DANGLING_EDGE, edge, "的一端不存在", " has an end that doesn't exist");
      } else if (edge.from().equals(edge.to())) {
        edge(FlowFindingCode.SELF_LOOP, edge, "回到自身", " leads to itself");
      } else if (from.get().kind().isEnd()) {
        edge(FlowFindingCode.END_LEFT, edge, "从结束环节流出", " leaves an end");
      } else if (to.get().kind() == StepKind.SUBMISSION) {
        edge(FlowFindingCode.START_ENTERED, edge, "流入申请环节", " leads into the start");
      } else if (edge.isBackward() && !graph.before(edge.from()).contains(edge.to())) {
        edge(
            FlowFindingCode.RETURN_NOT_BACKWARDS,
            edge,
            "标为退回或再次办理，但没有回到在前的环节",
            " is a return or a repetition, but doesn't lead to an earlier step");
      }
    }
    for (FlowEdge edge : graph.closingCycles()) {
      if (flow.step(edge.to()).kind() != StepKind.SUBMISSION
          && !flow.step(edge.from()).kind().isEnd()) {
        edge(
            FlowFindingCode.CYCLE,
            edge,
            "使流程循环，只有退回和再次办理可以倒流",
            " closes a cycle; only a return or a repetition may lead back");
      }
    }
  }

  /**
   * What is done in parallel can only be judged where every way leads somewhere and none in
   * circles.
   */
  private boolean wellFormed() {
    return findings.stream()
        .map(FlowFinding::code)
        .noneMatch(
            code ->
                code == FlowFindingCode.DUPLICATE_STEP
                    || code == FlowFindingCode.DANGLING_EDGE
                    || code == FlowFindingCode.SELF_LOOP
                    || code == FlowFindingCode.CYCLE);
  }

  private void checkStartAndEnds() {
    List<FlowStep> starts = starts();
    if (starts.isEmpty()) {
      flow(FlowFindingCode.NO_START, "流程没有申请环节", "The flow has no submission to start from");
    }
    if (starts.size() > 1) {
      findings.add(
          new FlowFinding(
              FlowFindingCode.MANY_STARTS,
              starts.stream().map(FlowStep::id).toList(),
              List.of(),
              "流程有不止一个申请环节",
              "The flow has more than one submission to start from"));
    }
    if (flow.steps().stream().noneMatch(step -> step.kind() == StepKind.CLOSURE)) {
      flow(FlowFindingCode.NO_END, "流程没有办结环节", "The flow has no closure to end in");
    }
  }

  private void checkWays() {
    List<String> starts = starts().stream().map(FlowStep::id).toList();
    List<String> ends =
        graph.steps().stream().filter(s -> s.kind().isEnd()).map(FlowStep::id).toList();
    boolean closes = graph.steps().stream().anyMatch(step -> step.kind() == StepKind.CLOSURE);
    Set<String> reachable = graph.reachableFrom(starts);
    Set<String> leading = graph.leadingTo(ends);
    boolean stranded = false;
    for (FlowStep step : graph.steps()) {
      if (!starts.isEmpty() && !reachable.contains(step.id())) {
        step(FlowFindingCode.UNREACHABLE_STEP, step, "无法到达", "can't be reached");
        stranded |= step.kind() == StepKind.CLOSURE;
      }
      if (!ends.isEmpty() && !leading.contains(step.id())) {
        step(FlowFindingCode.NO_WAY_TO_AN_END, step, "之后无法结束", "leads to no end");
        stranded = true;
      }
    }
    // A stranded step already says why the main path fails; saying it twice helps nobody.
    if (starts.size() == 1 && closes && !stranded) {
      FlowStep last = flow.mainPath().get(flow.mainPath().size() - 1);
      if (last.kind() != StepKind.CLOSURE) {
        step(
            FlowFindingCode.MAIN_PATH_BROKEN,
            last,
            "是“通过”走到的最后一步，但不是办结",
            "is as far as 'pass' leads, but it isn't a closure");
      }
    }
  }

  private void checkSteps() {
    for (FlowStep step : flow.steps()) {
      if (step.kind().isActedOn() && step.post() == null) {
        step(FlowFindingCode.MISSING_POST, step, "没有岗位", "has no post to act in it");
      }
      if (step.kind() == StepKind.PRE_REVIEW) {
        checkPreReview(step);
      }
      if (!step.countsTowardLimit() && step.excludedBy() == null) {
        step(
            FlowFindingCode.UNLAWFUL_EXCLUSION,
            step,
            "不计入时限，但没有法律依据",
            "doesn't count toward the limit, but names no law for it");
      }
      if (step.kind() == StepKind.APPROVAL
          && against.category() != null
          && DECIDED_EITHER_WAY.contains(against.category())
          && !flow.outcomes(step.id()).containsAll(List.of(FlowEdge.PASS, FlowEdge.REJECT))) {
        step(
            FlowFindingCode.INCOMPLETE_DECISION,
            step,
            "作出决定，但缺少准予或不予的去向",
            "decides, but can't decide both ways");
      }
    }
  }

  /**
   * A pre-review is the first half of the five working days in which an application is answered
   * (行政许可法第三十二条第一款第四项), so it ends before they do and leads to acceptance.
   */
  private void checkPreReview(FlowStep step) {
    boolean leads =
        flow.next(step.id(), FlowEdge.PASS)
            .filter(next -> next.kind() == StepKind.ACCEPTANCE)
            .isPresent();
    if (!leads) {
      step(
          FlowFindingCode.PRE_REVIEW_NOT_BEFORE_ACCEPTANCE,
          step,
          "通过后须直接到受理环节",
          "has to lead to acceptance by 'pass'");
    }
    if (step.limit() == null || LimitMeasure.exceeds(step.limit(), ANSWERED_WITHIN)) {
      step(
          FlowFindingCode.PRE_REVIEW_TOO_LONG,
          step,
          "须有自己的时限，且不超过五个工作日：受理期限在预审期间照常计算",
          "needs a limit of its own of five working days at most: the time for acceptance runs"
              + " through it");
    }
  }

  private List<FlowStep> starts() {
    return graph.steps().stream().filter(step -> step.kind() == StepKind.SUBMISSION).toList();
  }

  private void flow(FlowFindingCode code, String zh, String en) {
    findings.add(FlowFinding.ofFlow(code, zh, en));
  }

  private void step(FlowFindingCode code, FlowStep step, String zh, String en) {
    findings.add(FlowFinding.ofStep(code, step, zh, en));
  }

  private void edge(FlowFindingCode code, FlowEdge edge, String zh, String en) {
    findings.add(FlowFinding.ofEdge(code, edge, zh, en));
  }
}
