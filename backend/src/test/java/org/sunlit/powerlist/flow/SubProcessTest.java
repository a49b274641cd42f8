package org.sunlit.powerlist.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;

class SubProcessTest {
  private static final Limit PROMISE = new Limit(20, LimitUnit.WORKING_DAYS);

  static WrittenFlow written() {
    return read("/flows/sub-processes.json");
  }

  static WrittenFlow read(String place) {
    try (InputStream in = SubProcessTest.class.getResourceAsStream(place)) {
      return FlowJson.readWritten(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  @Test
  void runsTheStepsOfASubProcessWhereverItIsCalled() {
    FlowDefinition flow = written().running();
    assertEquals("plans.invite", flow.next("both", "branch-1").orElseThrow().id());
    assertEquals("safety.invite", flow.next("both", "branch-2").orElseThrow().id());
    assertEquals("met", flow.next("plans.opinion", "pass").orElseThrow().id());
    assertEquals("plans.invite", flow.next("plans.opinion", "repeat").orElseThrow().id());
    assertEquals("hearing.told.write", flow.next("hearing.prepare", "pass").orElseThrow().id());
    assertEquals("hearing.split", flow.next("hearing.told.serve", "pass").orElseThrow().id());
    assertEquals("hearing.prepare", flow.next("hearing.record", "repeat").orElseThrow().id());
    assertEquals("hearing.prepare", flow.next("approve", "return").orElseThrow().id());
    assertEquals(
        List.of("plans", "safety", "hearing", "hearing.told"),
        flow.groups().stream().map(FlowGroup::id).toList());
    assertEquals(List.of(), FlowChecker.check(flow, FlowChecker.Against.NOTHING));
  }

  @Test
  void givesBackWhatWasWrittenAlsoFromWhatIsStored() {
    WrittenFlow written = written();
    FlowDefinition stored = FlowJson.read(FlowJson.write(written.running().fittedTo(PROMISE)));
    WrittenFlow back = WrittenFlow.of(stored);
    assertEquals(written.edges(), back.edges());
    assertEquals(written.calls(), back.calls());
    assertEquals(written.subProcesses(), back.subProcesses());
    assertEquals(written.stepIds().toList(), back.stepIds().toList());
    assertEquals(written, WrittenFlow.of(written.running()));
  }

  @Test
  void leavesFlowsWithoutSubProcessesAsTheyWere() {
    for (FlowDefinition flow : StandardFlows.all().values()) {
      String json = FlowJson.write(flow);
      assertFalse(json.contains("calls") || json.contains("subProcesses"), json);
      assertEquals(json, FlowJson.write(WrittenFlow.of(FlowJson.read(json)).running()));
    }
  }

  @Test
  void sharesThePromiseOverWhatReallyRuns() {
    FlowDefinition flow = written().running().fittedTo(PROMISE);
    assertTrue(flow.step("hearing.told.write").limit() != null);
    assertEquals(new Limit(10, LimitUnit.WORKING_DAYS), flow.step("hearing.hold").limit());
    List<FlowFinding> findings =
        FlowChecker.check(flow, new FlowChecker.Against("licence", PROMISE, PROMISE));
    assertEquals(List.of(), findings);
  }

  @Test
  void namesAStepBehindWhatItIsIn() {
    FlowDefinition flow = written().running();
    FlowStep step = flow.step("hearing.told.serve");
    assertEquals("听证 › 告知 › 送达告知书", flow.fullName(step, FlowLanguage.ZH));
    assertEquals("Hearing › Telling › Serving", flow.fullName(step, FlowLanguage.EN));
    assertEquals("受理", flow.fullName(flow.step("accept"), FlowLanguage.ZH));
  }

  record Broken(String what, WrittenFlow flow, List<FlowFindingCode> found, String place) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Broken> broken() {
    return Stream.of(
        new Broken(
            "a call of nothing",
            calling(new FlowCall("hearing", "nothing", null, null), hearing()),
            List.of(FlowFindingCode.UNKNOWN_SUB_PROCESS, FlowFindingCode.SUB_PROCESS_NEVER_CALLED),
            "/calls/0/subProcess"),
        new Broken(
            "recursion",
            calling(
                call(),
                new SubProcess(
                    "hearing",
                    "听证",
                    "Hearing",
                    null,
                    hearing().steps(),
                    List.of(new FlowCall("again", "hearing", null, null)),
                    List.of(
                        edge("prepare", "hold"), edge("hold", "record"), edge("record", "again")))),
            List.of(FlowFindingCode.SUB_PROCESS_RECURSION),
            "/subProcesses/0"),
        new Broken(
            "two entries",
            calling(
                call(),
                shaped(hearing().steps(), edge("prepare", "record"), edge("hold", "record"))),
            List.of(FlowFindingCode.UNREACHABLE_STEP, FlowFindingCode.SUB_PROCESS_ENTRIES),
            "/subProcesses/0"),
        new Broken(
            "two exits",
            calling(
                call(),
                shaped(
                    hearing().steps(),
                    edge("prepare", "hold"),
                    edge("prepare", "record", "settled"))),
            List.of(FlowFindingCode.NO_WAY_TO_AN_END, FlowFindingCode.SUB_PROCESS_EXITS),
            "/subProcesses/0"),
        new Broken(
            "nothing in it",
            calling(call(), shaped(List.of())),
            List.of(FlowFindingCode.SUB_PROCESS_EMPTY),
            "/subProcesses/0"),
        new Broken(
            "a decision in it",
            calling(
                call(),
                shaped(
                    Stream.concat(
                            hearing().steps().stream(),
                            Stream.of(step("decide", StepKind.APPROVAL)))
                        .toList(),
                    edge("prepare", "hold"),
                    edge("hold", "record"),
                    edge("record", "decide"))),
            List.of(FlowFindingCode.WHOLE_CASE_IN_SUB_PROCESS),
            "/subProcesses/0/steps/3/kind"),
        new Broken(
            "a fork whose branches join outside",
            new WrittenFlow(
                "f",
                "流程",
                "Flow",
                null,
                Flows.sound()
                    .step("water", StepKind.REVIEW)
                    .step("met", StepKind.JOIN)
                    .build()
                    .steps(),
                List.of(call()),
                List.of(
                    edge("apply", "accept"),
                    edge("accept", "hearing"),
                    edge("hearing", "review", "branch-1"),
                    edge("hearing", "water", "branch-2"),
                    edge("review", "met"),
                    edge("water", "met"),
                    edge("met", "approve"),
                    edge("approve", "closed"),
                    edge("approve", "refused", "reject")),
                List.of(
                    shaped(
                        List.of(step("hold", StepKind.HEARING), step("split", StepKind.FORK)),
                        edge("hold", "split")))),
            List.of(FlowFindingCode.SUB_PROCESS_GATEWAY, FlowFindingCode.FORK_LEAVES_SUB_PROCESS),
            "/subProcesses/0/steps/1/kind"),
        new Broken(
            "steps longer than the whole",
            calling(
                call(),
                new SubProcess(
                    "hearing",
                    "听证",
                    "Hearing",
                    new Limit(7, LimitUnit.WORKING_DAYS),
                    hearing().steps().stream()
                        .map(step -> step.withLimit(new Limit(3, LimitUnit.WORKING_DAYS)))
                        .toList(),
                    List.of(),
                    hearing().edges())),
            List.of(FlowFindingCode.SUB_PROCESS_TOO_LONG),
            "/subProcesses/0/limit"),
        new Broken(
            "never called",
            new WrittenFlow(
                "f",
                "流程",
                "Flow",
                null,
                Flows.sound().build().steps(),
                List.of(),
                Flows.sound().build().edges(),
                List.of(hearing())),
            List.of(FlowFindingCode.SUB_PROCESS_NEVER_CALLED),
            "/subProcesses/0"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void findsWhatIsWrongAndWhere(Broken broken) {
    List<FlowFinding> findings =
        FlowChecker.check(broken.flow().running(), FlowChecker.Against.NOTHING);
    assertEquals(broken.found(), findings.stream().map(FlowFinding::code).distinct().toList());
    assertTrue(
        findings.stream().anyMatch(finding -> broken.place().equals(finding.place())),
        findings.toString());
  }

  @Test
  void refusesAFlowThatCallsMakeTooLarge() {
    List<SubProcess> doubling = new ArrayList<>();
    for (int level = 0; level < 19; level++) {
      doubling.add(
          new SubProcess(
              "level-" + level,
              "层",
              "Level",
              null,
              List.of(step("one", StepKind.REVIEW)),
              level == 18
                  ? List.of()
                  : List.of(
                      new FlowCall("a", "level-" + (level + 1), null, null),
                      new FlowCall("b", "level-" + (level + 1), null, null)),
              List.of(edge("one", "a"), edge("a", "b"))));
    }
    WrittenFlow written =
        new WrittenFlow(
            "f",
            "流程",
            "Flow",
            null,
            Flows.sound().build().steps(),
            List.of(new FlowCall("deep", "level-0", null, null)),
            Flows.sound().build().edges(),
            doubling);
    List<FlowFindingCode> found =
        FlowChecker.check(written.running(), FlowChecker.Against.NOTHING).stream()
            .map(FlowFinding::code)
            .toList();
    assertTrue(found.contains(FlowFindingCode.FLOW_TOO_LARGE), found.toString());
  }

  @Test
  void refusesWhatRunsOtherwiseThanItIsWritten() {
    FlowDefinition flow = written().running();
    List<FlowEdge> edges = new ArrayList<>(flow.edges());
    edges.add(edge("accept", "hearing.hold", "hearing"));
    FlowDefinition altered =
        new FlowDefinition(
            flow.code(),
            flow.name(),
            flow.nameEn(),
            null,
            flow.steps(),
            edges,
            flow.calls(),
            flow.subProcesses());
    assertTrue(
        FlowChecker.check(altered, FlowChecker.Against.NOTHING).stream()
            .anyMatch(finding -> finding.code() == FlowFindingCode.NOT_AS_WRITTEN));
  }

  private static WrittenFlow calling(FlowCall call, SubProcess called) {
    FlowDefinition sound =
        Flows.sound()
            .withoutEdge("review", "pass")
            .edge("review", "hearing", "pass")
            .edge("hearing", "approve", "pass")
            .build();
    return new WrittenFlow(
        "f", "流程", "Flow", null, sound.steps(), List.of(call), sound.edges(), List.of(called));
  }

  private static FlowCall call() {
    return new FlowCall("hearing", "hearing", null, null);
  }

  private static SubProcess hearing() {
    return shaped(
        List.of(
            step("prepare", StepKind.REVIEW),
            step("hold", StepKind.HEARING),
            step("record", StepKind.REVIEW)),
        edge("prepare", "hold"),
        edge("hold", "record"));
  }

  private static SubProcess shaped(List<FlowStep> steps, FlowEdge... edges) {
    return new SubProcess("hearing", "听证", "Hearing", null, steps, List.of(), List.of(edges));
  }

  private static FlowStep step(String id, StepKind kind) {
    return Flows.flow().step(id, kind).build().steps().get(0);
  }

  private static FlowEdge edge(String from, String to) {
    return edge(from, to, "pass");
  }

  private static FlowEdge edge(String from, String to, String outcome) {
    return new FlowEdge(from, to, outcome, null, null);
  }
}
