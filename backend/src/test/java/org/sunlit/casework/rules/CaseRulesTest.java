package org.sunlit.casework.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.casework.rules.CaseAction.ACCEPT;
import static org.sunlit.casework.rules.CaseAction.ADVANCE;
import static org.sunlit.casework.rules.CaseAction.CLOSE;
import static org.sunlit.casework.rules.CaseAction.DECIDE;
import static org.sunlit.casework.rules.CaseAction.EXTEND;
import static org.sunlit.casework.rules.CaseAction.MARK_GREEN;
import static org.sunlit.casework.rules.CaseAction.PAUSE;
import static org.sunlit.casework.rules.CaseAction.REFUSE;
import static org.sunlit.casework.rules.CaseAction.REOPEN;
import static org.sunlit.casework.rules.CaseAction.REQUEST_CORRECTION;
import static org.sunlit.casework.rules.CaseAction.RESUME;
import static org.sunlit.casework.rules.CaseAction.RETURN;
import static org.sunlit.casework.rules.CaseAction.SUPPLEMENT;
import static org.sunlit.casework.rules.CaseAction.WITHDRAW;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.StandardFlows;

class CaseRulesTest {
  private static final FlowDefinition LICENCE = StandardFlows.of("licence");
  private static final String DAY = "2026-03-02T09:00:00";

  /** A case of the standard licence flow, brought to each place it can stand in. */
  private static final Map<String, Supplier<Story>> PLACES =
      new TreeMap<>(
          Map.of(
              "01 submitted", () -> Story.submitted(LICENCE, DAY),
              "02 in correction", () -> at("01 submitted").does(REQUEST_CORRECTION, DAY),
              "03 in review", () -> at("01 submitted").does(ACCEPT, DAY),
              "04 paused in review", () -> at("03 in review").does(PAUSE, DAY),
              "05 in approval", () -> at("03 in review").does(ADVANCE, DAY),
              "06 to be closed", () -> at("05 in approval").does(DECIDE, DAY),
              "07 granted", () -> at("06 to be closed").does(CLOSE, DAY),
              "08 refused", () -> at("05 in approval").does(Story.granting(false), DAY),
              "09 not accepted", () -> at("01 submitted").does(REFUSE, DAY),
              "10 withdrawn", () -> at("05 in approval").does(WITHDRAW, DAY)));

  private static final Map<String, Set<CaseAction>> POSSIBLE =
      Map.of(
          "01 submitted", Set.of(ACCEPT, REFUSE, REQUEST_CORRECTION, MARK_GREEN, WITHDRAW),
          "02 in correction", Set.of(SUPPLEMENT, MARK_GREEN, WITHDRAW),
          "03 in review", Set.of(ADVANCE, PAUSE, EXTEND, MARK_GREEN, WITHDRAW),
          "04 paused in review", Set.of(RESUME, MARK_GREEN, WITHDRAW),
          "05 in approval", Set.of(DECIDE, RETURN, PAUSE, EXTEND, MARK_GREEN, WITHDRAW),
          "06 to be closed", Set.of(CLOSE),
          "07 granted", Set.of(REOPEN),
          "08 refused", Set.of(REOPEN),
          "09 not accepted", Set.of(REOPEN),
          "10 withdrawn", Set.of());

  private static final Map<String, CaseState> STATES =
      Map.of(
          "01 submitted", CaseState.SUBMITTED,
          "02 in correction", CaseState.IN_CORRECTION,
          "03 in review", CaseState.IN_PROGRESS,
          "04 paused in review", CaseState.PAUSED,
          "05 in approval", CaseState.IN_PROGRESS,
          "06 to be closed", CaseState.IN_PROGRESS,
          "07 granted", CaseState.GRANTED,
          "08 refused", CaseState.REFUSED,
          "09 not accepted", CaseState.NOT_ACCEPTED,
          "10 withdrawn", CaseState.WITHDRAWN);

  private static Story at(String place) {
    return PLACES.get(place).get();
  }

  @TestFactory
  Stream<DynamicTest> everyActionInEveryPlaceIsDoneOrToldWhatIsPossible() {
    return PLACES.keySet().stream()
        .flatMap(
            place ->
                Stream.of(CaseAction.values())
                    .map(
                        action ->
                            DynamicTest.dynamicTest(
                                place + ": " + action.code(), () -> check(place, action))));
  }

  private static void check(String place, CaseAction action) {
    Story story = at(place);
    assertEquals(STATES.get(place), story.standing().state());
    Ruling ruling = story.rule(Story.plain(action), DAY);
    if (POSSIBLE.get(place).contains(action)) {
      assertInstanceOf(Ruling.Done.class, ruling);
    } else {
      Ruling.Impossible impossible = assertInstanceOf(Ruling.Impossible.class, ruling);
      assertEquals(POSSIBLE.get(place), Set.copyOf(impossible.possible()));
    }
  }

  @Test
  void leadsACaseOfEveryStandardFlowAlongItsMainPathToAGrant() {
    for (FlowDefinition flow : StandardFlows.all().values()) {
      assertEquals(CaseState.GRANTED, alongMainPath(flow).standing().state(), flow.code());
    }
  }

  @Test
  void leadsACaseOfEveryDemoFlowAlongItsMainPathToAGrant() {
    for (String code :
        List.of(
            "adjudication",
            "four-step",
            "hightech",
            "instant",
            "licence-expert",
            "licence-hearing",
            "licence-inspection",
            "licence-joint",
            "licence-notice",
            "licence-prereview",
            "penalty",
            "st-award",
            "st-project",
            "welfare")) {
      Story story = alongMainPath(Story.demoFlow(code));
      assertEquals(CaseState.GRANTED, story.standing().state(), code);
    }
  }

  private static Story alongMainPath(FlowDefinition flow) {
    Story story = Story.submitted(flow, DAY);
    for (int steps = 0; story.standing().state().open() && steps < 50; steps++) {
      Possible next =
          CaseRules.possible(story.standing()).stream()
              .filter(each -> Set.of(ACCEPT, ADVANCE, DECIDE, CLOSE).contains(each.action()))
              .findFirst()
              .orElseThrow();
      story.does(Story.plain(next.action()).in(next.stepId()), DAY);
    }
    return story;
  }

  @Test
  void takesTheWayThatIsNamedWhereThereIsAChoice() {
    Story story =
        Story.submitted(Story.demoFlow("licence-hearing"), DAY)
            .does(ACCEPT, DAY)
            .does(Story.by(ADVANCE, "hearing"), DAY);
    assertEquals("hearing", story.standing().currentStep().id());
  }

  @Test
  void refusesAWayTheStepDoesNotHaveAndNamesThoseItHas() {
    Story story = Story.submitted(Story.demoFlow("licence-hearing"), DAY).does(ACCEPT, DAY);
    Lack lack = onlyLack(story.rule(Story.by(ADVANCE, "issue"), DAY));
    assertEquals(Lack.of("/outcome", Lack.Code.OUTCOME_UNKNOWN, "pass, hearing"), lack);
  }

  @Test
  void refusesAReturnToAStepThatIsNotAnEarlierOne() {
    Story story = at("05 in approval");
    CaseCommand command = CaseCommand.plain(RETURN).backTo("closed").saying("重新审核");
    assertEquals(
        Lack.of("/toStep", Lack.Code.RETURN_NOT_POSSIBLE, "review"),
        onlyLack(story.rule(command, DAY)));
  }

  @Test
  void countsTheVisitsOfAStepAfterAReturn() {
    Story story = at("05 in approval").does(RETURN, DAY);
    assertEquals("review", story.standing().currentVisit().stepId());
    assertEquals(2, story.standing().currentVisit().visit());
    assertEquals(CaseState.IN_PROGRESS, story.standing().state());
  }

  @Test
  void goesOnFromAcceptanceAfterAReturnToItWithoutAcceptingAgain() {
    Story story =
        Story.submitted(Story.demoFlow("four-step"), DAY).does(ACCEPT, DAY).does(RETURN, DAY);
    assertEquals("accept", story.standing().currentStep().id());
    Set<CaseAction> possible = actions(story);
    assertTrue(possible.contains(ADVANCE), possible.toString());
    assertTrue(!possible.contains(ACCEPT) && !possible.contains(REQUEST_CORRECTION));
  }

  @Test
  void needsAReasonForWhateverIsTurnedDownOrHeldUp() {
    record Line(String place, CaseCommand command) {}
    List<Line> lines =
        List.of(
            new Line("01 submitted", Story.saying(REFUSE, " ")),
            new Line("05 in approval", Story.saying(RETURN, null)),
            new Line("05 in approval", CaseCommand.plain(DECIDE).granting(false)),
            new Line("03 in review", CaseCommand.plain(PAUSE).on("hearing")));
    for (Line line : lines) {
      assertEquals(
          Lack.of("/reason", Lack.Code.REASON_NEEDED),
          onlyLack(at(line.place()).rule(line.command(), DAY)),
          line.toString());
    }
  }

  @Test
  void needsADecisionToSayWhich() {
    CaseCommand command = CaseCommand.plain(DECIDE);
    assertEquals(
        Lack.of("/decision", Lack.Code.DECISION_NEEDED),
        onlyLack(at("05 in approval").rule(command, DAY)));
  }

  @Test
  void needsTheListOfWhatIsMissing() {
    CaseCommand nothing = CaseCommand.plain(REQUEST_CORRECTION);
    assertEquals(
        Lack.of("/missing", Lack.Code.MISSING_NEEDED),
        onlyLack(at("01 submitted").rule(nothing, DAY)));
    CaseCommand unlisted = asking(new MissingMaterial("M9", "再交一份证明"));
    assertEquals(
        Lack.of("/missing/0/materialCode", Lack.Code.MATERIAL_UNKNOWN, "M9"),
        onlyLack(at("01 submitted").rule(unlisted, DAY)));
  }

  /** {@code first} was told, then something was handed in: may {@code second} be asked for? */
  private record Asked(String name, MissingMaterial first, MissingMaterial second, boolean may) {}

  @TestFactory
  Stream<DynamicTest> asksASecondTimeOnlyForWhatTheFirstNoticeNamed() {
    MissingMaterial material = new MissingMaterial("M2", "缺少营业执照复印件");
    MissingMaterial point = new MissingMaterial(null, "经营地址与租赁合同不一致");
    return Stream.of(
            new Asked("the same again", material, material, true),
            new Asked("still wrong", material, new MissingMaterial("M2", "复印件不清晰"), true),
            new Asked("another material", material, new MissingMaterial("M1", "申请书没有签名"), false),
            new Asked("a point after a material", material, point, false),
            new Asked("the same point", point, new MissingMaterial(null, " 经营地址与 租赁合同不一致"), true),
            new Asked("another point", point, new MissingMaterial(null, "请补充平面图"), false),
            new Asked("a material after a point", point, material, false))
        .map(
            asked ->
                DynamicTest.dynamicTest(
                    asked.name(),
                    () -> {
                      Story story = at("01 submitted").does(asking(asked.first()), DAY);
                      story.does(SUPPLEMENT, DAY);
                      Ruling ruling = story.rule(asking(asked.second()), DAY);
                      if (asked.may()) {
                        assertInstanceOf(Ruling.Done.class, ruling);
                      } else {
                        assertEquals(Lack.Code.NOT_TOLD_AT_FIRST, onlyLack(ruling).code());
                      }
                    }));
  }

  @Test
  void measuresEveryFurtherRequestByTheFirstNotice() {
    MissingMaterial first = new MissingMaterial("M1", "申请书没有签名");
    MissingMaterial second = new MissingMaterial("M2", "缺少营业执照复印件");
    Story story =
        at("01 submitted")
            .does(asking(first, second), DAY)
            .does(SUPPLEMENT, DAY)
            .does(asking(second), DAY)
            .does(SUPPLEMENT, DAY);
    assertInstanceOf(Ruling.Done.class, story.rule(asking(first), DAY));
    assertEquals(
        Lack.of("/missing/1/what", Lack.Code.NOT_TOLD_AT_FIRST, "M1; M2"),
        onlyLack(story.rule(asking(second, new MissingMaterial(null, "请补充平面图")), DAY)));
    assertTrue(actions(story).containsAll(Set.of(ACCEPT, REFUSE, REQUEST_CORRECTION)));
  }

  private static CaseCommand asking(MissingMaterial... missing) {
    return CaseCommand.plain(REQUEST_CORRECTION).asking(List.of(missing));
  }

  @Test
  void pausesOnlyOnAGroundTheLawKnows() {
    CaseCommand holiday = CaseCommand.plain(PAUSE).saying("领导出差").on("travel");
    assertEquals(
        Lack.of("/ground", Lack.Code.GROUND_NEEDED),
        onlyLack(at("03 in review").rule(holiday, DAY)));
  }

  @Test
  void pausesForAPublicNoticeOnlyOnTheItemsOwnStatute() {
    CaseCommand bare = CaseCommand.plain(PAUSE).saying("需要公示").on("publicNotice");
    assertEquals(
        Lack.of("/reason", Lack.Code.ARTICLE_NEEDED), onlyLack(at("03 in review").rule(bare, DAY)));
    CaseCommand cited = CaseCommand.plain(PAUSE).saying("城乡规划法第二十六条要求公示三十日").on("publicNotice");
    Standing standing = at("03 in review").does(cited, DAY).standing();
    assertEquals("城乡规划法第二十六条要求公示三十日", standing.pause().article());
  }

  @Test
  void firesARiskPointOfGradeAUntilItIsConfirmed() {
    Standing approval = at("05 in approval").standing();
    Ruling ruling =
        CaseDecider.decide(
            approval,
            CaseCommand.plain(DECIDE).granting(true),
            Story.time(DAY),
            Hand.of(Story.LEADER),
            Story.MATTER);
    assertEquals(Lack.of("/confirmedRisk", Lack.Code.RISK_NOT_CONFIRMED), onlyLack(ruling));
    CaseEvent decided = at("06 to be closed").events().get(3);
    assertTrue(decided.riskConfirmed());
  }

  @Test
  void closesByItselfWhereNoPostHasToClose() {
    Story story = Story.submitted(StandardFlows.of("publicService"), DAY);
    story.does(ACCEPT, DAY).does(ADVANCE, DAY);
    assertEquals(CaseState.GRANTED, story.standing().state());
    assertEquals(Story.time(DAY), story.standing().currentVisit().leftAt());
    assertNull(story.standing().currentVisit().by());
  }

  @Test
  void takesAnEventAtTheTimeOfTheOneBeforeWhenTheClockHasJumpedBack() {
    Story story = at("01 submitted").does(ACCEPT, "2026-03-01T08:00:00");
    assertEquals(Story.time(DAY), story.events().get(1).at());
  }

  private static Set<CaseAction> actions(Story story) {
    return CaseRules.possible(story.standing()).stream()
        .map(Possible::action)
        .collect(Collectors.toSet());
  }

  private static Lack onlyLack(Ruling ruling) {
    List<Lack> lacks = assertInstanceOf(Ruling.Unacceptable.class, ruling).lacks();
    assertEquals(1, lacks.size(), lacks.toString());
    return lacks.get(0);
  }
}
