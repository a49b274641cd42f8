package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the checker finds about sub-processes (子流程): each is called, leads back into itself nowhere,
 * is entered at one step and left from one, and holds nothing that is the whole case's.
 */
final class SubProcessFindings {
  private final FlowDefinition flow;
  private final FlowGraph graph;
  private final Map<String, SubProcess> library = new HashMap<>();
  private final List<FlowFinding> findings = new ArrayList<>();

  private SubProcessFindings(FlowDefinition flow, FlowGraph graph) {
    this.flow = flow;
    this.graph = graph;
    flow.subProcesses().forEach(each -> library.putIfAbsent(each.code(), each));
  }

  static List<FlowFinding> of(FlowDefinition flow, FlowGraph graph) {
    return flow.calls().isEmpty() && flow.subProcesses().isEmpty()
        ? List.of()
        : new SubProcessFindings(flow, graph).check();
  }

  private List<FlowFinding> check() {
    checkCalls("", flow.calls());
    Set<String> codes = new HashSet<>();
    Set<String> called = new HashSet<>();
    follow(flow.calls(), called);
    for (int place = 0; place < flow.subProcesses().size(); place++) {
      SubProcess each = flow.subProcesses().get(place);
      String at = "/subProcesses/" + place;
      if (!codes.add(each.code())) {
        found(FlowFindingCode.SUB_PROCESS_TWICE, each, at, "的编号重复", "has a code already in use");
      }
      if (!called.contains(each.code())) {
        found(FlowFindingCode.SUB_PROCESS_NEVER_CALLED, each, at, "没有被调用", "is never called");
      }
      checkCalls(at, each.calls());
      checkShape(each, at);
    }
    flow.groups().forEach(this::checkGroup);
    WrittenFlow written = WrittenFlow.of(flow);
    if (Expansion.isTooLarge(written)) {
      findings.add(
          FlowFinding.ofFlow(
              FlowFindingCode.FLOW_TOO_LARGE,
              "展开子流程后，流程超过" + FlowDefinition.MOST_STEPS + "个环节",
              "With its sub-processes the flow has more than "
                  + FlowDefinition.MOST_STEPS
                  + " steps"));
    } else if (findings.stream().noneMatch(FlowFinding::isError) && !runsAsWritten(written)) {
      findings.add(
          FlowFinding.ofFlow(
              FlowFindingCode.NOT_AS_WRITTEN,
              "运行的环节与子流程的定义不一致",
              "What runs isn't what its sub-processes say"));
    }
    return List.copyOf(findings);
  }

  private void checkCalls(String around, List<FlowCall> calls) {
    for (int place = 0; place < calls.size(); place++) {
      FlowCall call = calls.get(place);
      String at = around + "/calls/" + place + "/subProcess";
      SubProcess called = library.get(call.subProcess());
      if (called == null) {
        findings.add(
            new FlowFinding(
                FlowFindingCode.UNKNOWN_SUB_PROCESS,
                List.of(call.id()),
                List.of(),
                "调用的子流程“" + call.subProcess() + "”不存在",
                "There is no sub-process '" + call.subProcess() + "' to call",
                at));
      }
    }
  }

  /** Everything that is gone through, directly or within another. */
  private void follow(List<FlowCall> calls, Set<String> called) {
    for (FlowCall call : calls) {
      if (library.containsKey(call.subProcess()) && called.add(call.subProcess())) {
        follow(library.get(call.subProcess()).calls(), called);
      }
    }
  }

  private void checkShape(SubProcess each, String at) {
    if (each.ids().isEmpty()) {
      found(FlowFindingCode.SUB_PROCESS_EMPTY, each, at, "没有环节", "has no steps");
      return;
    }
    Set<String> within = new HashSet<>();
    follow(each.calls(), within);
    if (within.contains(each.code())) {
      found(FlowFindingCode.SUB_PROCESS_RECURSION, each, at, "调用了自己", "calls itself");
    }
    if (each.entries().size() != 1) {
      found(
          FlowFindingCode.SUB_PROCESS_ENTRIES,
          each,
          at,
          "须有且只有一个入口，现有" + names(each, each.entries(), FlowLanguage.ZH),
          "needs one step to enter at, but has " + names(each, each.entries(), FlowLanguage.EN));
    }
    if (each.exits().size() != 1) {
      found(
          FlowFindingCode.SUB_PROCESS_EXITS,
          each,
          at,
          "须有且只有一个出口，现有" + names(each, each.exits(), FlowLanguage.ZH),
          "needs one step to leave from, but has " + names(each, each.exits(), FlowLanguage.EN));
    }
    for (int place = 0; place < each.steps().size(); place++) {
      checkStep(each, each.steps().get(place), at + "/steps/" + place + "/kind");
    }
  }

  private void checkStep(SubProcess each, FlowStep step, String at) {
    boolean door = step.id().equals(each.entry()) || step.id().equals(each.exit());
    if (door && step.kind().isGateway()) {
      step(
          FlowFindingCode.SUB_PROCESS_GATEWAY,
          step,
          at,
          "是子流程的入口或者出口，须有人办理",
          "is where a sub-process is entered or left; somebody has to act there");
    }
    boolean whole =
        switch (step.kind()) {
          case SUBMISSION, PRE_REVIEW, ACCEPTANCE, APPROVAL, CLOSURE, TERMINATION -> true;
          case REVIEW,
              FORMAL_REVIEW,
              EXPERT_REVIEW,
              INSPECTION,
              HEARING,
              PUBLIC_NOTICE,
              COMMITTEE_REVIEW,
              CONTRACT,
              EXECUTION,
              EVALUATION,
              ANNOUNCEMENT,
              ISSUANCE,
              DELIVERY,
              FORK,
              JOIN ->
              false;
        };
    if (whole) {
      step(
          FlowFindingCode.WHOLE_CASE_IN_SUB_PROCESS,
          step,
          at,
          "关系整个办件，不能放在子流程中",
          "concerns the whole case and can't stand in a sub-process");
    }
  }

  private void checkGroup(FlowGroup group) {
    FlowBlocks blocks = FlowBlocks.of(flow);
    for (FlowBlocks.Block block : blocks.all()) {
      boolean begins = group.holds(block.fork());
      if (begins && block.join() != null && !group.holds(block.join())) {
        FlowStep fork = flow.step(block.fork());
        findings.add(
            FlowFinding.ofStep(
                FlowFindingCode.FORK_LEAVES_SUB_PROCESS,
                fork,
                "在子流程中分出的各路须在同一子流程中汇合",
                "forks inside a sub-process, so its branches have to join there"));
      }
    }
    if (group.limit() == null) {
      return;
    }
    long takes =
        graph.longest(
            List.of(group.entry()),
            step ->
                group.holds(step.id()) && step.limit() != null
                    ? LimitMeasure.measure(step.limit())
                    : 0);
    if (takes > LimitMeasure.measure(group.limit())) {
      findings.add(
          new FlowFinding(
              FlowFindingCode.SUB_PROCESS_TOO_LONG,
              List.of(),
              List.of(),
              "子流程“"
                  + group.name()
                  + "”各环节时限之和超过子流程时限"
                  + LimitWords.text(group.limit(), FlowLanguage.ZH),
              "The steps of sub-process '"
                  + group.nameEn()
                  + "' add up to more than its "
                  + LimitWords.text(group.limit(), FlowLanguage.EN),
              "/subProcesses/" + flow.subProcesses().indexOf(group.subProcess()) + "/limit"));
    }
  }

  private boolean runsAsWritten(WrittenFlow written) {
    FlowDefinition again = written.running();
    return again.edges().equals(flow.edges())
        && again.steps().stream()
            .map(FlowStep::id)
            .toList()
            .equals(flow.steps().stream().map(FlowStep::id).toList());
  }

  private static String names(SubProcess each, List<String> ids, FlowLanguage language) {
    if (ids.isEmpty()) {
      return language.pick("无", "none");
    }
    Map<String, String> names = new HashMap<>();
    each.steps().forEach(step -> names.put(step.id(), step.name(language)));
    return String.join(
        language.pick("、", ", "), ids.stream().map(id -> names.getOrDefault(id, id)).toList());
  }

  private void found(FlowFindingCode code, SubProcess each, String at, String zh, String en) {
    findings.add(
        new FlowFinding(
            code,
            List.of(),
            List.of(),
            "子流程“" + each.name() + "”" + zh,
            "Sub-process '" + each.nameEn() + "' " + en,
            at));
  }

  private void step(FlowFindingCode code, FlowStep step, String at, String zh, String en) {
    FlowFinding plain = FlowFinding.ofStep(code, step, zh, en);
    findings.add(new FlowFinding(code, List.of(), List.of(), plain.zh(), plain.en(), at));
  }
}
