package org.sunlit.powerlist.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.calendar.LimitUnit.WORKING_DAYS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.sunlit.calendar.Limit;

class StandardFlowsTest {
  private static final List<String> CATEGORIES = StandardFlows.CATEGORIES;

  @ParameterizedTest
  @FieldSource("CATEGORIES")
  void shipsASoundFlowForEveryCategory(String category) {
    FlowDefinition flow = StandardFlows.of(category);
    FlowChecker.Against against =
        new FlowChecker.Against(category, new Limit(7, WORKING_DAYS), new Limit(20, WORKING_DAYS));
    assertEquals(List.of(), FlowChecker.check(flow, against));
    assertEquals(FlowDefinition.STANDARD, flow.origin());
    assertEquals(flow, StandardFlows.withCode(flow.code()).orElseThrow());
  }

  @ParameterizedTest
  @FieldSource("CATEGORIES")
  void warnsOfTheRisksWhereSomebodyDecides(String category) {
    for (FlowStep step : StandardFlows.of(category).steps()) {
      if (step.kind() == StepKind.ACCEPTANCE || step.kind() == StepKind.APPROVAL) {
        assertTrue(!step.risks().isEmpty(), category + " " + step.id());
      }
      if (step.kind().isActedOn()) {
        assertNotNull(step.post(), category + " " + step.id());
      }
    }
  }

  @ParameterizedTest
  @FieldSource("CATEGORIES")
  void isWrittenInBothLanguages(String category) {
    FlowDefinition flow = StandardFlows.of(category);
    String english =
        flow.nameEn()
            + flow.steps().stream()
                .map(
                    step ->
                        step.nameEn()
                            + step.risks().stream()
                                .map(risk -> risk.riskEn() + risk.measureEn())
                                .toList())
                .toList()
            + flow.edges().stream().map(edge -> edge.label(FlowLanguage.EN)).toList();
    assertTrue(english.codePoints().noneMatch(Character::isIdeographic), english);
  }

  @Test
  void runsLicencesOnTheFourStepsOfTheSeeds() {
    assertEquals(
        List.of("申请", "受理", "审核", "审批", "办结"),
        StandardFlows.of("licence").mainPath().stream().map(FlowStep::name).toList());
  }

  @Test
  void offersAHearingBeforeAPenalty() {
    FlowDefinition penalty = StandardFlows.of("penalty");
    assertEquals(StepKind.HEARING, penalty.next("inform", "hearing").orElseThrow().kind());
  }

  @Test
  void refusesAnUnknownCategory() {
    assertThrows(IllegalArgumentException.class, () -> StandardFlows.of("favour"));
  }
}
