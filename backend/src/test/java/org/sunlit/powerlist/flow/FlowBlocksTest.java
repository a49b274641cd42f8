package org.sunlit.powerlist.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.powerlist.flow.StepKind.ACCEPTANCE;
import static org.sunlit.powerlist.flow.StepKind.APPROVAL;
import static org.sunlit.powerlist.flow.StepKind.FORK;
import static org.sunlit.powerlist.flow.StepKind.JOIN;
import static org.sunlit.powerlist.flow.StepKind.REVIEW;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What may be done in parallel, and what the checker says of what may not. */
class FlowBlocksTest {
  /** 受理—(消防 ∥ 环保)—审批—办结. */
  private static Flows parallel() {
    return Flows.sound()
        .withoutEdge("accept", "pass")
        .withoutEdge("approve", "return")
        .withoutStep("review")
        .step("together", FORK)
        .step("fire", REVIEW)
        .step("water", REVIEW)
        .step("all", JOIN)
        .edge("accept", "together", "pass")
        .edge("together", "fire", "branch-fire")
        .edge("together", "water", "branch-water")
        .edge("fire", "all", "pass")
        .edge("water", "all", "pass")
        .edge("all", "approve", "pass");
  }

  @Test
  void findsNothingWrongInASoundBlock() {
    FlowDefinition flow = parallel().edge("fire", "accept", "return").build();
    assertEquals(List.of(), FlowChecker.check(flow, FlowChecker.Against.NOTHING));
    FlowBlocks.Block block = FlowBlocks.of(flow).all().get(0);
    assertEquals("together", block.fork());
    assertEquals("all", block.join());
    assertEquals(List.of(Set.of("fire"), Set.of("water")), block.branches());
  }

  @Test
  void promisesNoLongerThanItsLongestBranch() {
    FlowDefinition flow =
        parallel()
            .build()
            .fittedTo(new org.sunlit.calendar.Limit(6, org.sunlit.calendar.LimitUnit.WORKING_DAYS));
    int fire = flow.step("fire").limit().amount();
    assertEquals(fire, flow.step("water").limit().amount());
    assertEquals(
        6, flow.step("accept").limit().amount() + fire + flow.step("approve").limit().amount());
  }

  private record Broken(FlowFindingCode code, Flows flow) {}

  @TestFactory
  Stream<DynamicTest> saysWhatIsWrongWithABlock() {
    return Stream.of(
            new Broken(
                FlowFindingCode.FORK_WITHOUT_BRANCHES,
                parallel().withoutEdge("together", "branch-water").withoutStep("water")),
            new Broken(
                FlowFindingCode.FORK_WITHOUT_BRANCHES,
                parallel().edge("together", "accept", "return")),
            new Broken(
                FlowFindingCode.FORK_WITHOUT_JOIN,
                parallel()
                    .withoutStep("all")
                    .edge("fire", "approve", "pass")
                    .edge("water", "approve", "pass")),
            new Broken(
                FlowFindingCode.JOIN_WITHOUT_FORK,
                parallel()
                    .step("lonely", JOIN)
                    .withoutEdge("approve", "pass")
                    .edge("approve", "lonely", "pass")
                    .edge("lonely", "closed", "pass")),
            new Broken(
                FlowFindingCode.JOIN_NEEDS_ONE_WAY, parallel().edge("all", "refused", "reject")),
            new Broken(FlowFindingCode.BRANCHES_TOUCH, parallel().edge("fire", "water", "more")),
            new Broken(
                FlowFindingCode.BRANCHES_TOUCH,
                parallel().edge("together", "all", "branch-nothing")),
            new Broken(FlowFindingCode.BRANCH_LEFT, parallel().edge("fire", "closed", "done")),
            new Broken(FlowFindingCode.BRANCH_ENTERED, parallel().edge("accept", "fire", "fast")),
            new Broken(FlowFindingCode.BRANCH_ENTERED, parallel().edge("accept", "all", "fast")),
            new Broken(
                FlowFindingCode.RETURN_ACROSS_BRANCHES,
                parallel()
                    .step("air", REVIEW)
                    .withoutEdge("water", "pass")
                    .edge("water", "air", "pass")
                    .edge("air", "all", "pass")
                    .edge("air", "fire", "return")),
            new Broken(
                FlowFindingCode.RETURN_TO_GATEWAY,
                parallel().edge("approve", "together", "return")),
            new Broken(
                FlowFindingCode.WHOLE_CASE_IN_BRANCH,
                parallel()
                    .step("decide", APPROVAL)
                    .withoutEdge("fire", "pass")
                    .edge("fire", "decide", "pass")
                    .edge("decide", "all", "pass")),
            new Broken(
                FlowFindingCode.WHOLE_CASE_IN_BRANCH,
                parallel()
                    .step("again", ACCEPTANCE)
                    .withoutEdge("all", "pass")
                    .edge("all", "again", "pass")
                    .edge("again", "approve", "pass")))
        .map(
            broken ->
                DynamicTest.dynamicTest(
                    broken.code().code(),
                    () -> {
                      Set<FlowFindingCode> found =
                          FlowChecker.check(broken.flow().build(), FlowChecker.Against.NOTHING)
                              .stream()
                              .map(FlowFinding::code)
                              .collect(Collectors.toSet());
                      assertTrue(found.contains(broken.code()), found.toString());
                    }));
  }
}
