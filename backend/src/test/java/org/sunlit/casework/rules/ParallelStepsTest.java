package org.sunlit.casework.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.casework.rules.CaseAction.ACCEPT;
import static org.sunlit.casework.rules.CaseAction.ADVANCE;
import static org.sunlit.casework.rules.CaseAction.PAUSE;
import static org.sunlit.casework.rules.CaseAction.RESUME;
import static org.sunlit.casework.rules.CaseAction.RETURN;
import static org.sunlit.casework.rules.CaseAction.WITHDRAW;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.ClockEvent;
import org.sunlit.powerlist.flow.FlowDefinition;

/** Work done in parallel: begun at once, each branch for itself, joined when all have arrived. */
class ParallelStepsTest {
  private static final FlowDefinition JOINT = Story.demoFlow("licence-joint");
  private static final FlowDefinition NESTED = Story.testFlow("nested-parallel");
  private static final String DAY = "2026-03-02T09:00:00";
  private static final String LATER = "2026-03-03T09:00:00";

  private static Story inReview() {
    return Story.submitted(JOINT, DAY).does(ACCEPT, DAY);
  }

  private static Story inNestedReview() {
    return Story.submitted(NESTED, DAY).does(ACCEPT, DAY);
  }

  private static Set<String> live(Story story) {
    return story.standing().live().stream().map(StepVisit::stepId).collect(Collectors.toSet());
  }

  private static CaseCommand in(String step, CaseAction action) {
    return Story.plain(action).in(step);
  }

  @Test
  void startsEveryBranchAtOnce() {
    Story story = inReview();
    assertEquals(Set.of("plans", "safety"), live(story));
    assertEquals("joint", story.standing().currentStep().id());
    assertEquals(
        Set.of(Story.time(DAY)),
        story.standing().live().stream().map(StepVisit::enteredAt).collect(Collectors.toSet()));
  }

  @Test
  void goesOnOnlyWhenEveryBranchHasArrived() {
    Story story = inReview().does(in("safety", ADVANCE), DAY);
    assertEquals(Set.of("plans"), live(story));
    story.does(in("plans", ADVANCE), DAY);
    assertEquals(Set.of("approve"), live(story));
  }

  @Test
  void asksWhichStepIsMeantWhileThereAreSeveral() {
    Ruling ruling = inReview().rule(Story.plain(ADVANCE), DAY);
    assertEquals(
        List.of(Lack.of("/step", Lack.Code.STEP_NEEDED, "plans, safety")),
        ((Ruling.Unacceptable) ruling).lacks());
    assertTrue(inReview().rule(in("approve", ADVANCE), DAY) instanceof Ruling.Impossible);
  }

  @Test
  void undoesEveryBranchWhenOneSendsTheCaseBackToBeforeTheFork() {
    Story story = inReview().does(in("safety", ADVANCE), DAY).does(in("plans", RETURN), LATER);
    assertEquals(Set.of("accept"), live(story));
    assertEquals(List.of("safety"), last(story).undone());
    story.does(in("accept", ADVANCE), LATER);
    assertEquals(Set.of("plans", "safety"), live(story));
    assertEquals(2, story.standing().latestIn("safety").visit());
  }

  @Test
  void cutsShortWhatIsStillBeingDoneWhenTheCaseGoesBack() {
    Story story = inReview().does(in("plans", RETURN), LATER);
    assertEquals(List.of("safety"), last(story).undone());
    StepVisit safety = story.standing().latestIn("safety");
    assertEquals(StepVisit.UNDONE, safety.outcome());
    assertEquals(Story.time(LATER), safety.leftAt());
  }

  @Test
  void sendsBackIntoOneBranchWithoutDoingTheOtherAgain() {
    Story story =
        inReview()
            .does(in("safety", ADVANCE), DAY)
            .does(in("plans", ADVANCE), DAY)
            .does(RETURN, DAY);
    assertEquals(Set.of("plans"), live(story));
    assertEquals(List.of(), last(story).undone());
    story.does(ADVANCE, DAY);
    assertEquals(Set.of("approve"), live(story));
  }

  @Test
  void withdrawsFromEveryBranchAndSaysSo() {
    Story story = inReview().does(WITHDRAW, LATER);
    assertEquals(CaseState.WITHDRAWN, story.standing().state());
    assertEquals(Set.of(), live(story));
    assertEquals(List.of("plans", "safety"), last(story).undone());
  }

  @Test
  void pausesAndResumesAllBranchesTogether() {
    Story story = inReview().does(PAUSE, DAY);
    assertEquals(CaseState.PAUSED, story.standing().state());
    assertFalse(
        CaseRules.possible(story.standing()).stream().anyMatch(each -> each.action() == ADVANCE));
    story.does(RESUME, LATER);
    for (StepVisit visit : story.standing().live()) {
      assertTrue(visit.clock().stream().anyMatch(each -> each instanceof ClockEvent.Pause));
      assertTrue(visit.clock().stream().anyMatch(each -> each instanceof ClockEvent.Resume));
    }
  }

  @Test
  void joinsBlocksInsideBlocks() {
    Story story = inNestedReview();
    assertEquals(Set.of("fire", "water", "air"), live(story));
    assertEquals("outer", story.standing().currentStep().id());
    story.does(in("fire", ADVANCE), DAY);
    assertEquals("inner", story.standing().currentStep().id());
    story.does(in("water", ADVANCE), DAY).does(in("air", ADVANCE), DAY);
    assertEquals(Set.of("panel"), live(story));
    story.does(in("panel", ADVANCE), DAY);
    assertEquals(Set.of("approve"), live(story));
  }

  @Test
  void undoesOnlyTheInnerBlockWhenItsBranchGoesBackToBeforeIt() {
    Story story = inNestedReview();
    story
        .does(in("water", ADVANCE), DAY)
        .does(in("air", ADVANCE), DAY)
        .does(in("panel", RETURN), DAY);
    assertEquals(Set.of("fire", "water"), live(story));
    story.does(in("water", ADVANCE), DAY);
    assertEquals(Set.of("fire", "panel"), live(story));
  }

  @Test
  void endsTheWholeCaseWhenOneBranchRefuses() {
    Story story =
        inNestedReview()
            .by(Hand.of(Story.LEADER))
            .does(Story.by(ADVANCE, "reject").in("fire").saying("不符合消防技术标准"), LATER);
    assertEquals(CaseState.REFUSED, story.standing().state());
    assertEquals(Set.of(), live(story));
    assertEquals(List.of("water", "air"), last(story).undone());
    assertEquals(StepVisit.UNDONE, story.standing().latestIn("air").outcome());
  }

  @Test
  void standsStillOnlyWhenNoStepThatCountsIsAtWork() {
    Story story = inNestedReview();
    story.does(in("water", ADVANCE), DAY).does(in("air", ADVANCE), DAY);
    assertEquals(null, story.standing().pause(), "fire still counts while the panel sits");
    story.does(in("fire", ADVANCE), LATER);
    assertEquals("行政许可法第四十五条", story.standing().pause().article());
    assertEquals(Story.time(LATER), story.standing().pause().since());
    story.does(in("panel", ADVANCE), LATER);
    assertEquals(null, story.standing().pause());
  }

  private static CaseEvent last(Story story) {
    return story.events().get(story.events().size() - 1);
  }
}
