package org.sunlit.powerlist.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.calendar.LimitUnit.CALENDAR_DAYS;
import static org.sunlit.calendar.LimitUnit.HOURS;
import static org.sunlit.calendar.LimitUnit.WORKING_DAYS;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sunlit.calendar.Limit;

class FlowCheckerTest {
  private static final FlowChecker.Against LICENCE =
      new FlowChecker.Against("licence", new Limit(7, WORKING_DAYS), new Limit(20, WORKING_DAYS));

  @Test
  void findsNothingInASoundFlow() {
    assertEquals(List.of(), FlowChecker.check(Flows.sound().build(), LICENCE));
  }

  static Stream<Arguments> brokenFlows() {
    return Stream.of(
        broken(
            FlowFindingCode.NO_START,
            Flows.sound().withoutStep("apply").edge("accept", "refused", "reject")),
        broken(
            FlowFindingCode.MANY_STARTS,
            Flows.sound().step("apply2", StepKind.SUBMISSION).edge("apply2", "accept", "pass")),
        broken(FlowFindingCode.START_ENTERED, Flows.sound().edge("accept", "apply", "return")),
        broken(FlowFindingCode.START_ENTERED, Flows.sound().edge("accept", "apply", "again")),
        broken(
            FlowFindingCode.NO_END,
            Flows.sound().withoutStep("closed").edge("approve", "refused", "pass")),
        broken(FlowFindingCode.END_LEFT, Flows.sound().edge("refused", "closed", "pass")),
        broken(FlowFindingCode.END_LEFT, Flows.sound().edge("refused", "review", "again")),
        broken(
            FlowFindingCode.UNREACHABLE_STEP,
            Flows.sound().step("island", StepKind.REVIEW).edge("island", "approve", "pass")),
        broken(
            FlowFindingCode.NO_WAY_TO_AN_END,
            Flows.sound().step("trap", StepKind.REVIEW).edge("review", "trap", "trap")),
        broken(
            FlowFindingCode.MAIN_PATH_BROKEN,
            Flows.sound().withoutEdge("review", "pass").edge("review", "approve", "yes")),
        broken(FlowFindingCode.DANGLING_EDGE, Flows.sound().edge("review", "nowhere", "nowhere")),
        broken(FlowFindingCode.DANGLING_EDGE, Flows.sound().edge("nowhere", "review", "pass")),
        broken(FlowFindingCode.SELF_LOOP, Flows.sound().edge("review", "review", "again")),
        broken(FlowFindingCode.SELF_LOOP, Flows.sound().edge("review", "review", "return")),
        broken(FlowFindingCode.CYCLE, Flows.sound().edge("approve", "accept", "again")),
        broken(
            FlowFindingCode.RETURN_NOT_BACKWARDS,
            Flows.sound().edge("accept", "approve", "return")),
        broken(FlowFindingCode.DUPLICATE_STEP, Flows.sound().step("review", StepKind.REVIEW)),
        broken(FlowFindingCode.DUPLICATE_OUTCOME, Flows.sound().edge("review", "refused", "pass")),
        broken(FlowFindingCode.MISSING_POST, Flows.sound().withoutPost("review")),
        broken(FlowFindingCode.UNLAWFUL_EXCLUSION, Flows.sound().notCounting("review", null)),
        broken(
            FlowFindingCode.STEPS_EXCEED_PROMISE,
            Flows.sound().limit("review", 4, WORKING_DAYS).limit("approve", 4, WORKING_DAYS)),
        broken(
            FlowFindingCode.STEPS_EXCEED_PROMISE, Flows.sound().limit("review", 10, CALENDAR_DAYS)),
        broken(FlowFindingCode.INCOMPLETE_DECISION, withoutRefusal()));
  }

  @ParameterizedTest
  @MethodSource("brokenFlows")
  void findsExactlyWhatIsBroken(FlowFindingCode expected, FlowDefinition flow) {
    List<FlowFinding> findings = FlowChecker.check(flow, LICENCE);
    assertEquals(
        List.of(expected),
        findings.stream().map(FlowFinding::code).toList(),
        () -> findings.toString());
    assertFalse(findings.get(0).text(FlowLanguage.ZH).isBlank());
    assertFalse(findings.get(0).text(FlowLanguage.EN).isBlank());
  }

  static Stream<Arguments> promises() {
    return Stream.of(
        Arguments.of(new Limit(20, WORKING_DAYS), new Limit(20, WORKING_DAYS), List.of()),
        Arguments.of(
            new Limit(21, WORKING_DAYS),
            new Limit(20, WORKING_DAYS),
            List.of(FlowFindingCode.PROMISE_EXCEEDS_STATUTE)),
        // Fifteen working days are three weeks: more than twenty days in any month.
        Arguments.of(
            new Limit(15, WORKING_DAYS),
            new Limit(20, CALENDAR_DAYS),
            List.of(FlowFindingCode.PROMISE_EXCEEDS_STATUTE)),
        // Twenty working days fit thirty days, unless a long holiday falls among them.
        Arguments.of(
            new Limit(20, WORKING_DAYS),
            new Limit(30, CALENDAR_DAYS),
            List.of(FlowFindingCode.PROMISE_MAY_EXCEED_STATUTE)),
        Arguments.of(new Limit(14, WORKING_DAYS), new Limit(30, CALENDAR_DAYS), List.of()),
        Arguments.of(new Limit(0, WORKING_DAYS), new Limit(1, CALENDAR_DAYS), List.of()),
        Arguments.of(new Limit(20, CALENDAR_DAYS), new Limit(20, WORKING_DAYS), List.of()),
        Arguments.of(
            new Limit(1, WORKING_DAYS),
            new Limit(24, HOURS),
            List.of(FlowFindingCode.PROMISE_EXCEEDS_STATUTE)),
        Arguments.of(new Limit(24, HOURS), new Limit(1, CALENDAR_DAYS), List.of()),
        Arguments.of(
            new Limit(25, HOURS),
            new Limit(1, CALENDAR_DAYS),
            List.of(FlowFindingCode.PROMISE_EXCEEDS_STATUTE)));
  }

  @ParameterizedTest
  @MethodSource("promises")
  void refusesAPromiseLongerThanTheStatute(
      Limit promised, Limit statutory, List<FlowFindingCode> expected) {
    FlowChecker.Against against = new FlowChecker.Against("licence", promised, statutory);
    assertEquals(
        expected,
        FlowChecker.check(Flows.sound().build(), against).stream().map(FlowFinding::code).toList());
  }

  @Test
  void letsAFlowWithWarningsRunAndRefusesErrors() {
    assertTrue(FlowChecker.mayRun(withoutRefusal().build(), LICENCE));
    assertFalse(FlowChecker.mayRun(Flows.sound().withoutPost("review").build(), LICENCE));
  }

  @Test
  void countsOnlyTheLongestWayAndOnlyTimeThatCounts() {
    Flows flow =
        Flows.sound()
            .step("short-cut", StepKind.REVIEW)
            .edge("accept", "short-cut", "simple")
            .edge("short-cut", "approve", "pass")
            .limit("review", 7, WORKING_DAYS)
            .limit("short-cut", 7, WORKING_DAYS);
    assertEquals(List.of(), FlowChecker.check(flow.build(), LICENCE));
    flow.limit("accept", 9, WORKING_DAYS).notCounting("accept", "行政许可法第四十五条");
    assertEquals(List.of(), FlowChecker.check(flow.build(), LICENCE));
  }

  @Test
  void acceptsAStepReachedOnlyByReturn() {
    FlowDefinition flow =
        Flows.sound()
            .step("correct", StepKind.REVIEW)
            .edge("correct", "review", "pass")
            .withoutEdge("approve", "return")
            .edge("approve", "correct", "return")
            .build();
    assertEquals(List.of(), FlowChecker.check(flow, LICENCE));
  }

  @Test
  void endsOnAnyGraph() {
    Random random = new Random(20261121);
    StepKind[] kinds = StepKind.values();
    String[] outcomes = {"pass", "reject", "return", "choice", "other"};
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int round = 0; round < 2000; round++) {
            int size = 1 + random.nextInt(30);
            Flows flow = Flows.flow();
            for (int place = 0; place < size; place++) {
              flow.step("s" + random.nextInt(size), kinds[random.nextInt(kinds.length)]);
            }
            for (int place = random.nextInt(3 * size); place > 0; place--) {
              flow.edge(
                  "s" + random.nextInt(size),
                  "s" + random.nextInt(size + 1),
                  outcomes[random.nextInt(outcomes.length)]);
            }
            FlowDefinition built = flow.build();
            FlowChecker.check(built, LICENCE).forEach(finding -> finding.text(FlowLanguage.EN));
            built.fittedTo(new Limit(7, WORKING_DAYS));
          }
        });
  }

  private static Flows withoutRefusal() {
    return Flows.sound().withoutStep("refused");
  }

  private static Arguments broken(FlowFindingCode code, Flows flow) {
    return Arguments.of(code, flow.build());
  }
}
