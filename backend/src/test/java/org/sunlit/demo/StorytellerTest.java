package org.sunlit.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.rules.CaseAction;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.StandardFlows;
import org.sunlit.powerlist.flow.StepKind;

class StorytellerTest {

  private static final Story PLAIN =
      new Story(Pace.TYPICAL, false, false, false, false, false, false);

  private final DemoHabits habits = DemoFiles.read("habits.json", new TypeReference<>() {});
  private final Storyteller teller = new Storyteller(habits, new Dice(new Random(1)));
  private final FlowDefinition flow = StandardFlows.of("licence");

  @Test
  void acceptsDecidesAndClosesAlongTheMainPath() {
    for (FlowStep step : flow.mainPath()) {
      CaseState state =
          step.kind() == StepKind.ACCEPTANCE ? CaseState.SUBMITTED : CaseState.IN_PROGRESS;
      if (step.kind() == StepKind.SUBMISSION) {
        continue;
      }
      assertEquals(expected(step), action(PLAIN, state, step, 3), step::id);
    }
  }

  @Test
  void asksForACorrectionOnce() {
    Story story = new Story(Pace.TYPICAL, true, false, false, false, false, false);
    FlowStep acceptance = step(StepKind.ACCEPTANCE);

    assertEquals(CaseAction.REQUEST_CORRECTION, action(story, CaseState.SUBMITTED, acceptance, 0));
    assertEquals(CaseAction.SUPPLEMENT, action(story, CaseState.IN_CORRECTION, acceptance, 1));
    assertEquals(CaseAction.ACCEPT, action(story, CaseState.SUBMITTED, acceptance, 2));
  }

  @Test
  void givesAReasonWithEveryRefusal() {
    Story story = new Story(Pace.TYPICAL, false, false, true, false, false, false);

    CaseCommand decision =
        teller
            .next(story, flow, CaseState.IN_PROGRESS, step(StepKind.APPROVAL).id(), 3)
            .orElseThrow();

    assertEquals(false, decision.grant());
    assertTrue(decision.reason().length() > 5);
  }

  @Test
  void leavesACaseThatHasEndedAlone() {
    assertEquals(
        Optional.empty(),
        teller.next(PLAIN, flow, CaseState.GRANTED, step(StepKind.CLOSURE).id(), 5));
  }

  private static CaseAction expected(FlowStep step) {
    if (step.kind() == StepKind.ACCEPTANCE) {
      return CaseAction.ACCEPT;
    }
    if (step.kind() == StepKind.APPROVAL) {
      return CaseAction.DECIDE;
    }
    return step.kind() == StepKind.CLOSURE ? CaseAction.CLOSE : CaseAction.ADVANCE;
  }

  private CaseAction action(Story story, CaseState state, FlowStep step, int acts) {
    return teller.next(story, flow, state, step.id(), acts).orElseThrow().action();
  }

  private FlowStep step(StepKind kind) {
    return flow.steps().stream().filter(step -> step.kind() == kind).findFirst().orElseThrow();
  }
}
