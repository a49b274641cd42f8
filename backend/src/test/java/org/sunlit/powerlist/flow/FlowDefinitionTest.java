package org.sunlit.powerlist.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.calendar.LimitUnit.CALENDAR_DAYS;
import static org.sunlit.calendar.LimitUnit.HOURS;
import static org.sunlit.calendar.LimitUnit.WORKING_DAYS;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sunlit.calendar.Limit;

class FlowDefinitionTest {
  private final FlowDefinition flow = Flows.sound().build();

  @Test
  void leadsACaseAlongItsOutcomes() {
    assertEquals("apply", flow.start().id());
    assertEquals("review", flow.next("accept", "pass").orElseThrow().id());
    assertEquals("refused", flow.next("approve", "reject").orElseThrow().id());
    assertEquals(Optional.empty(), flow.next("accept", "reject"));
    assertEquals(List.of("pass", "reject", "return"), flow.outcomes("approve"));
    assertTrue(flow.isEnd("refused"));
    assertFalse(flow.isEnd("approve"));
  }

  @Test
  void followsTheHappyPath() {
    assertEquals(List.of("apply", "accept", "review", "approve", "closed"), ids(flow.mainPath()));
  }

  @Test
  void endsTheHappyPathEvenInACircle() {
    FlowDefinition circle =
        Flows.flow()
            .step("a", StepKind.SUBMISSION)
            .step("b", StepKind.REVIEW)
            .edge("a", "b", "pass")
            .edge("b", "a", "pass")
            .build();
    assertEquals(List.of("a", "b"), ids(circle.mainPath()));
  }

  @Test
  void sendsBackOnlyWhereTheFlowSays() {
    assertEquals(List.of("review"), ids(flow.returnTargets("approve")));
    assertEquals(List.of(), flow.returnTargets("review"));
  }

  @Test
  void refusesAStepItDoesNotHave() {
    assertThrows(NoSuchElementException.class, () -> flow.step("nowhere"));
    assertThrows(NoSuchElementException.class, () -> flow.isEnd("nowhere"));
  }

  static Stream<Arguments> spreads() {
    return Stream.of(
        // weights accept 1, review 3, approve 2
        Arguments.of(6, List.of(1, 3, 2)),
        Arguments.of(7, List.of(1, 4, 2)),
        Arguments.of(20, List.of(3, 10, 7)),
        Arguments.of(5, List.of(1, 2, 2)),
        Arguments.of(3, List.of(1, 1, 1)),
        Arguments.of(1, List.of(0, 1, 0)),
        Arguments.of(0, List.of(0, 0, 0)));
  }

  @ParameterizedTest
  @MethodSource("spreads")
  void spreadsThePromiseByWeight(int promised, List<Integer> expected) {
    FlowDefinition fitted = weighted().build().fittedTo(new Limit(promised, WORKING_DAYS));
    assertEquals(
        expected,
        Stream.of("accept", "review", "approve")
            .map(id -> fitted.step(id).limit().amount())
            .toList());
    assertEquals(null, fitted.step("closed").limit());
    assertEquals(null, fitted.step("apply").limit());
  }

  @Test
  void keepsAStepsOwnLimitAndSharesTheRest() {
    FlowDefinition fitted =
        weighted().limit("review", 48, HOURS).build().fittedTo(new Limit(7, WORKING_DAYS));
    assertEquals(new Limit(48, HOURS), fitted.step("review").limit());
    // 48 hours are charged as two working days; five are left for weights 1 and 2.
    assertEquals(new Limit(2, WORKING_DAYS), fitted.step("accept").limit());
    assertEquals(new Limit(3, WORKING_DAYS), fitted.step("approve").limit());
  }

  @Test
  void leavesStepsWhoseTimeDoesNotCountAlone() {
    FlowDefinition fitted =
        weighted().notCounting("review", "行政许可法第四十五条").build().fittedTo(new Limit(6, WORKING_DAYS));
    assertEquals(null, fitted.step("review").limit());
    assertEquals(4, fitted.step("approve").limit().amount());
  }

  @Test
  void givesBothBranchesOfAChoiceWithinThePromise() {
    FlowDefinition fitted =
        weighted()
            .step("hearing", StepKind.HEARING, 4)
            .edge("review", "hearing", "hearing")
            .edge("hearing", "approve", "pass")
            .build()
            .fittedTo(new Limit(10, CALENDAR_DAYS));
    int longest =
        Stream.of("accept", "review", "hearing", "approve")
            .mapToInt(id -> fitted.step(id).limit().amount())
            .sum();
    assertEquals(10, longest);
  }

  @Test
  void neverSpreadsMoreThanPromised() {
    for (FlowDefinition standard : StandardFlows.all().values()) {
      for (int promised = 0; promised <= 60; promised++) {
        Limit promise = new Limit(promised, WORKING_DAYS);
        FlowDefinition fitted = standard.fittedTo(promise);
        FlowChecker.Against against = new FlowChecker.Against(null, promise, null);
        assertEquals(List.of(), FlowChecker.check(fitted, against), standard.code());
      }
    }
  }

  private static Flows weighted() {
    Flows flow = Flows.flow().step("apply", StepKind.SUBMISSION);
    flow.step("accept", StepKind.ACCEPTANCE, 1).step("review", StepKind.REVIEW, 3);
    return flow.step("approve", StepKind.APPROVAL, 2)
        .step("closed", StepKind.CLOSURE)
        .edge("apply", "accept", "pass")
        .edge("accept", "review", "pass")
        .edge("review", "approve", "pass")
        .edge("approve", "closed", "pass");
  }

  private static List<String> ids(List<FlowStep> steps) {
    return steps.stream().map(FlowStep::id).toList();
  }
}
