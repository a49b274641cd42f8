package org.sunlit.casework.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.casework.rules.CaseAction.ACCEPT;
import static org.sunlit.casework.rules.CaseAction.ADVANCE;
import static org.sunlit.casework.rules.CaseAction.CLOSE;
import static org.sunlit.casework.rules.CaseAction.DECIDE;
import static org.sunlit.casework.rules.CaseAction.MARK_GREEN;
import static org.sunlit.casework.rules.CaseAction.PAUSE;
import static org.sunlit.casework.rules.CaseAction.RECEIVE_ORIGINALS;
import static org.sunlit.casework.rules.CaseAction.REFUSE;
import static org.sunlit.casework.rules.CaseAction.REOPEN;
import static org.sunlit.casework.rules.CaseAction.REQUEST_CORRECTION;
import static org.sunlit.casework.rules.CaseAction.REQUEST_ORIGINALS;
import static org.sunlit.casework.rules.CaseAction.SUPPLEMENT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.powerlist.flow.FlowChecker;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowFinding;
import org.sunlit.powerlist.flow.FlowFindingCode;
import org.sunlit.powerlist.flow.FlowJson;

/**
 * Pre-review, the green channel, reopening and moves, by hand: weeks without holidays from Monday 2
 * March 2026 on.
 */
class WholeLifecycleRulesTest {
  private static final WorkingCalendar CALENDAR = WorkingCalendar.of(List.of(), List.of());
  private static final String MONDAY = "2026-03-02T09:00:00";
  private static final String WEDNESDAY = "2026-03-04T09:00:00";
  private static final FlowDefinition ONLINE = Story.demoFlow("licence-prereview");
  private static final FlowDefinition FOUR = Story.demoFlow("four-step");

  private static Story online() {
    return Story.submitted(ONLINE, MONDAY);
  }

  private static Optional<LocalDate> due(Story story) {
    Limit limit = CaseTerms.setBy(story.events()).orElse(new Limit(20, LimitUnit.WORKING_DAYS));
    CaseTerms terms = new CaseTerms(limit, List.of(), true, story.standing().flow());
    return story.deadlines(terms, CALENDAR).deadline().flatMap(one -> one.dueDate());
  }

  @Test
  void aPreReviewTakesPlaceWithinTheFiveDaysAndStartsThemNever() {
    Story story = online();
    assertEquals("prereview", story.standing().currentStep().id());
    assertEquals(Optional.of(LocalDate.of(2026, 3, 9)), due(story));
    story.does(ADVANCE, WEDNESDAY);
    assertEquals("accept", story.standing().currentStep().id());
    assertEquals(Optional.of(LocalDate.of(2026, 3, 9)), due(story));
  }

  @Test
  void theFiveDaysWaitForTheOriginalsAndBeginAnewWhenTheyAreSeen() {
    Story story = online().does(REQUEST_ORIGINALS, WEDNESDAY);
    assertEquals(CaseState.IN_CORRECTION, story.standing().state());
    assertEquals(List.of("M1"), story.standing().originals());
    assertEquals(Optional.empty(), due(story));
    story.does(RECEIVE_ORIGINALS, "2026-03-16T09:00:00");
    assertEquals(CaseState.SUBMITTED, story.standing().state());
    assertEquals(Optional.of(LocalDate.of(2026, 3, 23)), due(story));
  }

  @Test
  void whatIsMissingIsAskedForOnlineAndOriginalsOnceAfterIt() {
    Story story = online().does(REQUEST_CORRECTION, MONDAY).does(SUPPLEMENT, WEDNESDAY);
    assertEquals("prereview", story.standing().currentStep().id());
    story.does(REQUEST_ORIGINALS, WEDNESDAY).does(RECEIVE_ORIGINALS, WEDNESDAY);
    // At the window nothing is asked for that was in neither notice.
    CaseCommand more =
        CaseCommand.plain(REQUEST_CORRECTION).asking(List.of(new MissingMaterial(null, "还缺照片")));
    Ruling.Unacceptable refused =
        assertInstanceOf(Ruling.Unacceptable.class, story.rule(more, WEDNESDAY));
    assertEquals(Lack.Code.NOT_TOLD_AT_FIRST, refused.lacks().get(0).code());
  }

  @Test
  void asksOnlyForOriginalsOfThePublishedListAndSeesAllOfThem() {
    CaseCommand other =
        CaseCommand.plain(REQUEST_ORIGINALS).asking(List.of(new MissingMaterial("M2", "原件")));
    Ruling.Unacceptable refused =
        assertInstanceOf(Ruling.Unacceptable.class, online().rule(other, WEDNESDAY));
    assertEquals(Lack.Code.ORIGINAL_NOT_LISTED, refused.lacks().get(0).code());
    Story story = online().does(REQUEST_ORIGINALS, WEDNESDAY);
    assertInstanceOf(
        Ruling.Unacceptable.class, story.rule(CaseCommand.plain(RECEIVE_ORIGINALS), WEDNESDAY));
  }

  @Test
  void theLawAcceptsOutOfAPreReviewFromTheDayItCameIn() {
    Standing standing = online().standing();
    CaseEvent event =
        Occurrences.deemedAcceptance(standing, Story.time("2026-03-10T09:00:00")).orElseThrow();
    assertEquals("prereview", event.stepId());
    assertEquals("review", event.toStepId());
    Standing after = Standing.of(ONLINE, List.of(online().events().get(0), event));
    assertEquals(Story.time(MONDAY), after.acceptedAt());
    assertEquals(CaseState.IN_PROGRESS, after.state());
  }

  @Test
  void theCheckerRefusesAPreReviewThatIsTooLongOrLeadsElsewhere() {
    assertTrue(FlowChecker.mayRun(ONLINE, FlowChecker.Against.NOTHING));
    String json = FlowJson.write(ONLINE);
    assertEquals(
        List.of(FlowFindingCode.PRE_REVIEW_TOO_LONG),
        findings(FlowJson.read(json.replace("\"amount\":2", "\"amount\":6"))));
    FlowDefinition elsewhere =
        FlowJson.read(
            json.replace(
                "\"from\":\"prereview\",\"to\":\"accept\"",
                "\"from\":\"prereview\",\"to\":\"review\""));
    assertTrue(findings(elsewhere).contains(FlowFindingCode.PRE_REVIEW_NOT_BEFORE_ACCEPTANCE));
  }

  private static List<FlowFindingCode> findings(FlowDefinition flow) {
    return FlowChecker.check(flow, FlowChecker.Against.NOTHING).stream()
        .filter(FlowFinding::isError)
        .map(FlowFinding::code)
        .toList();
  }

  @Test
  void takesNothingOfThePromiseForAPreReview() {
    Limit promised = new Limit(10, LimitUnit.WORKING_DAYS);
    int review = ONLINE.fittedTo(promised).step("review").limit().amount();
    assertEquals(FOUR.fittedTo(promised).step("review").limit().amount(), review);
  }

  @Test
  void theGreenChannelHalvesALimitOnceAndNeverLengthensIt() {
    Story story = Story.submitted(FOUR, MONDAY).does(ACCEPT, MONDAY);
    assertEquals(Optional.of(LocalDate.of(2026, 3, 30)), due(story));
    story.does(MARK_GREEN, WEDNESDAY);
    assertEquals(Optional.of(LocalDate.of(2026, 3, 16)), due(story));
    assertEquals("majorProject", story.standing().green().code());
    assertInstanceOf(Ruling.Impossible.class, story.rule(Story.plain(MARK_GREEN), WEDNESDAY));
    GreenGround fewer = new GreenGround("f", "减三日", "Three fewer", "依据", null, 3);
    assertEquals(1, fewer.shortened(new Limit(2, LimitUnit.WORKING_DAYS)).amount());
    assertEquals(0, fewer.shortened(new Limit(0, LimitUnit.WORKING_DAYS)).amount());
  }

  private static Story refused() {
    return Story.submitted(FOUR, MONDAY)
        .does(ACCEPT, MONDAY)
        .does(ADVANCE, MONDAY)
        .does(Story.granting(false), WEDNESDAY);
  }

  @Test
  void aReopenedCaseHasTheClockThatTheReopeningSays() {
    Story story = refused();
    LocalDate decidedOn = LocalDate.of(2026, 4, 1);
    ReviewDecision review =
        new ReviewDecision(
            ReviewDecision.Kind.RECONSIDERATION,
            "晴川市人民政府",
            "晴政复决〔2026〕12号",
            decidedOn,
            true,
            LocalDate.of(2026, 4, 3),
            new Limit(5, LimitUnit.WORKING_DAYS));
    story.does(
        CaseCommand.plain(REOPEN).saying("责令重新作出").backTo("review").because(review),
        "2026-04-07T09:00:00");
    assertEquals(CaseState.IN_PROGRESS, story.standing().state());
    assertEquals(Optional.of(LocalDate.of(2026, 4, 10)), due(story));
    assertTrue(!story.standing().decided(), "the former decision is withdrawn");
    story.does(ADVANCE, "2026-04-08T09:00:00").does(DECIDE, "2026-04-09T09:00:00");
    story.does(CLOSE, "2026-04-09T10:00:00");
    assertEquals(CaseState.GRANTED, story.standing().state());
    assertEquals(2, story.events().stream().filter(e -> e.kind() == CaseEventKind.DECIDED).count());
  }

  @Test
  void whatIsKeptStaysDecided() {
    Story story = refused();
    story.does(
        CaseCommand.plain(REOPEN).saying("确认违法").because(Story.review(false)),
        "2026-04-07T09:00:00");
    assertTrue(story.standing().decided());
    assertEquals("approve", story.standing().currentStep().id());
  }

  private static Story revoked() {
    return Story.submitted(Story.demoFlow("licence-inspection"), MONDAY)
        .does(ACCEPT, MONDAY)
        .does(ADVANCE, MONDAY)
        .does(ADVANCE, MONDAY)
        .does(DECIDE, WEDNESDAY)
        .does(ADVANCE, WEDNESDAY)
        .does(CLOSE, WEDNESDAY)
        .isRevoked("2026-03-20T09:00:00");
  }

  @Test
  void whereTheRevocationIsAnnulledTheFormerDecisionStandsAgain() {
    Story story = revoked();
    assertEquals(CaseState.REVOKED, story.standing().state());
    story.does(
        CaseCommand.plain(REOPEN).saying("撤销决定被撤销").backTo("issue").because(Story.review(false)),
        "2026-04-07T09:00:00");
    assertTrue(story.standing().decided());
    assertEquals(CaseState.IN_PROGRESS, story.standing().state());
    story.does(ADVANCE, "2026-04-08T09:00:00").does(CLOSE, "2026-04-08T10:00:00");
    assertEquals(CaseState.GRANTED, story.standing().state());
    assertEquals(1, story.events().stream().filter(e -> e.kind() == CaseEventKind.DECIDED).count());
  }

  @Test
  void whatWasRevokedCanBeDecidedAnew() {
    Story story = revoked();
    story.does(
        CaseCommand.plain(REOPEN).saying("责令重新作出").backTo("review").because(Story.review(true)),
        "2026-04-07T09:00:00");
    assertTrue(!story.standing().decided(), "the former decision is withdrawn");
    story
        .does(ADVANCE, "2026-04-08T09:00:00")
        .does(ADVANCE, "2026-04-08T10:00:00")
        .does(Story.granting(false), "2026-04-09T09:00:00");
    assertEquals(CaseState.REFUSED, story.standing().state());
  }

  @Test
  void aCaseThatWasNotAcceptedGoesBackToWhereThatIsSaid() {
    Story story = Story.submitted(FOUR, MONDAY).does(REFUSE, MONDAY).does(REOPEN, WEDNESDAY);
    assertEquals(CaseState.SUBMITTED, story.standing().state());
    assertEquals("accept", story.standing().currentStep().id());
    // From 5 January on, as the decision says.
    assertEquals(Optional.of(LocalDate.of(2026, 1, 12)), due(story));
  }

  @Test
  void whatThePersonTookBackIsNobodysToReopen() {
    Story story = Story.submitted(FOUR, MONDAY).does(CaseAction.WITHDRAW, MONDAY);
    assertInstanceOf(Ruling.Impossible.class, story.rule(Story.plain(REOPEN), WEDNESDAY));
  }

  private static final FlowDefinition NEXT = Story.testFlow("four-step-next");

  @Test
  void proposesStepsOfTheSameIdOrNameAndGuessesNothing() {
    Map<String, String> proposed = MoveCheck.proposal(FOUR, NEXT);
    assertEquals("receive", proposed.get("accept"), "by its name");
    assertEquals("review", proposed.get("review"));
    assertTrue(!proposed.containsValue("inspect"), "there was none before");
  }

  @Test
  void aMovedCaseKeepsItsClocksAndGoesOnByTheNewFlow() {
    Story story = Story.submitted(FOUR, MONDAY).does(ACCEPT, MONDAY);
    Standing before = story.standing();
    DefinitionMove move = move(MoveCheck.proposal(FOUR, NEXT));
    CaseEvent moved =
        Occurrences.moved(
            before,
            move,
            new Limit(10, LimitUnit.WORKING_DAYS),
            Story.time(WEDNESDAY),
            Story.LEADER,
            null);
    List<CaseEvent> events = new java.util.ArrayList<>(story.events());
    events.add(moved);
    Standing after = Standing.of(NEXT, Map.of(move.from(), FOUR), events);
    assertEquals("review", after.currentStep().id());
    assertEquals(before.currentVisit().clock(), after.currentVisit().clock());
    assertEquals(before.decisionClock(), after.decisionClock());
    assertTrue(after.hasVisited("receive"), "it was accepted in the step that is called so now");
    assertNull(after.pause());
  }

  private static DefinitionMove move(Map<String, String> steps) {
    return new DefinitionMove(new java.util.UUID(1, 1), 1, new java.util.UUID(1, 2), 2, steps);
  }

  @Test
  void saysWhatKeepsACaseFromBeingMoved() {
    Map<String, String> all = MoveCheck.proposal(FOUR, NEXT);
    Standing inReview = Story.submitted(FOUR, MONDAY).does(ACCEPT, MONDAY).standing();
    assertEquals(
        Optional.of(MoveObstacle.STEP_WITHOUT_COUNTERPART),
        MoveCheck.obstacle(inReview, NEXT, without(all, "review")));
    assertEquals(
        Optional.of(MoveObstacle.DECISION_SKIPPED),
        MoveCheck.obstacle(inReview, NEXT, with(all, "review", "close")));
    assertEquals(
        Optional.of(MoveObstacle.NOT_A_WORKING_STEP),
        MoveCheck.obstacle(inReview, NEXT, with(all, "review", "refused")));
    Standing waiting = Story.submitted(FOUR, MONDAY).standing();
    assertEquals(
        Optional.of(MoveObstacle.ACCEPTANCE_SKIPPED),
        MoveCheck.obstacle(waiting, NEXT, with(all, "accept", "review")));
    FlowDefinition joint = Story.demoFlow("licence-joint");
    Standing parallel = Story.submitted(joint, MONDAY).does(ACCEPT, MONDAY).standing();
    for (String other : List.of("joint-one-by-one", "joint-of-three")) {
      FlowDefinition to = Story.testFlow(other);
      assertEquals(
          Optional.of(MoveObstacle.BRANCHES_DIFFER),
          MoveCheck.obstacle(parallel, to, MoveCheck.proposal(joint, to)),
          other);
    }
    assertEquals(
        Optional.of(MoveObstacle.STEPS_BECOME_ONE),
        MoveCheck.obstacle(
            parallel, joint, with(MoveCheck.proposal(joint, joint), "safety", "plans")));
    Standing paused =
        Story.submitted(FOUR, MONDAY).does(ACCEPT, MONDAY).does(PAUSE, MONDAY).standing();
    assertEquals(Optional.empty(), MoveCheck.obstacle(paused, NEXT, all));
  }

  private static Map<String, String> with(Map<String, String> steps, String one, String other) {
    Map<String, String> changed = new HashMap<>(steps);
    changed.put(one, other);
    return changed;
  }

  private static Map<String, String> without(Map<String, String> steps, String one) {
    Map<String, String> changed = new HashMap<>(steps);
    changed.remove(one);
    return changed;
  }

  @Test
  void aMoveNeverLengthensALimit() {
    Limit ten = new Limit(10, LimitUnit.WORKING_DAYS);
    Limit fifteen = new Limit(15, LimitUnit.WORKING_DAYS);
    assertEquals(ten, MoveCheck.limit(fifteen, ten));
    assertEquals(ten, MoveCheck.limit(ten, fifteen));
    assertEquals(ten, MoveCheck.limit(ten, new Limit(5, LimitUnit.CALENDAR_DAYS)));
  }
}
