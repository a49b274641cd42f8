package org.sunlit.casework.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sunlit.casework.rules.CaseAction.ACCEPT;
import static org.sunlit.casework.rules.CaseAction.ADVANCE;
import static org.sunlit.casework.rules.CaseAction.RETURN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowGroup;
import org.sunlit.powerlist.flow.FlowLanguage;

/** A hearing as a sub-process: entered, returned to, left, gone through again. */
class SubProcessRulesTest {
  private static final String DAY = "2026-03-02T10:00:00";
  private static final String LATER = "2026-03-09T10:00:00";
  private static final String LAST = "2026-03-16T10:00:00";
  private static final FlowDefinition FLOW = Story.demoFlow("licence-public-hearing");
  private static final FlowGroup HEARING = FLOW.groups().get(0);

  /** The hearing has been held and is being recorded. */
  private static Story recorded() {
    return Story.submitted(FLOW, DAY)
        .does(ACCEPT, DAY)
        .does(Story.by(ADVANCE, "hearing"), DAY)
        .does(ADVANCE, DAY)
        .does(ADVANCE, LATER);
  }

  @Test
  void tellsWhereItIsInside() {
    Standing standing = recorded().standing();
    assertEquals("hearing.record", standing.currentStep().id());
    assertEquals("听证 › 制作听证笔录", standing.currentStepName(FlowLanguage.ZH));
    assertEquals("Hearing › Record of the hearing", standing.currentStepName(FlowLanguage.EN));
    assertEquals("听证 › 制作听证笔录", standing.pausedOn().orElseThrow().ground());
    assertEquals(1, Runs.of(HEARING, standing.visits()));
  }

  @Test
  void goesBackInsideTheSameRun() {
    Story story = recorded().does(RETURN, LATER);
    assertEquals("hearing.hold", story.standing().currentStep().id());
    assertEquals(List.of(), last(story).undone());
    assertEquals(1, Runs.of(HEARING, story.standing().visits()));
  }

  @Test
  void beginsANewRunWhenItIsSentBackToTheCall() {
    Story story = recorded().does(ADVANCE, LATER).does(RETURN, LAST);
    assertEquals("hearing.prepare", story.standing().currentStep().id());
    assertEquals(
        List.of("hearing.prepare", "hearing.hold", "hearing.record"), last(story).undone());
    assertEquals(2, Runs.of(HEARING, story.standing().visits()));
  }

  @Test
  void countsARunForEveryRepetitionAndUndoesNothingByIt() {
    Story story = inHearing();
    throughHearing(story).does(Story.by(ADVANCE, "repeat"), LATER);
    FlowGroup hearing = group(story, "hearing");
    assertEquals("hearing.prepare", story.standing().currentStep().id());
    assertEquals(List.of(), last(story).undone());
    assertEquals(2, Runs.of(hearing, story.standing().visits()));
    assertEquals(1, Runs.of(group(story, "hearing.told"), story.standing().visits()));
  }

  @Test
  void undoesTheLatestRunOnlyWhenItIsSentOut() {
    Story story = inHearing();
    throughHearing(story).does(RETURN, LAST);
    assertEquals("accept", story.standing().currentStep().id());
    assertEquals(
        List.of(
            "hearing.prepare",
            "hearing.told.write",
            "hearing.told.serve",
            "hearing.hold",
            "hearing.evidence"),
        last(story).undone());
  }

  @Test
  void goesBackToTheEntryFromABranchInsideWithoutANewRun() {
    Story story = inHearing().does(ADVANCE, DAY).does(ADVANCE, DAY).does(ADVANCE, DAY);
    story.does(in("hearing.evidence", RETURN), LATER);
    assertEquals("hearing.prepare", story.standing().currentStep().id());
    assertEquals(List.of("hearing.hold"), last(story).undone());
    assertEquals(1, Runs.of(group(story, "hearing"), story.standing().visits()));
  }

  private static Story inHearing() {
    Story story = Story.submitted(Story.testFlow("sub-processes"), DAY).does(ACCEPT, DAY);
    for (String branch : List.of("plans", "safety")) {
      story.does(in(branch + ".invite", ADVANCE), DAY).does(in(branch + ".opinion", ADVANCE), DAY);
    }
    return story;
  }

  private static Story throughHearing(Story story) {
    return story
        .does(ADVANCE, DAY)
        .does(ADVANCE, DAY)
        .does(ADVANCE, DAY)
        .does(in("hearing.hold", ADVANCE), DAY)
        .does(in("hearing.evidence", ADVANCE), DAY);
  }

  private static FlowGroup group(Story story, String id) {
    return story.standing().flow().groups().stream()
        .filter(group -> group.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static CaseCommand in(String step, CaseAction action) {
    return Story.plain(action).in(step);
  }

  private static CaseEvent last(Story story) {
    return story.events().get(story.events().size() - 1);
  }
}
