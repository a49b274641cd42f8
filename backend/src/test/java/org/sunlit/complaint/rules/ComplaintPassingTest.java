package org.sunlit.complaint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.complaint.rules.ComplaintScene.ASSIGNED;
import static org.sunlit.complaint.rules.ComplaintScene.CLERK;
import static org.sunlit.complaint.rules.ComplaintScene.CLOSED;
import static org.sunlit.complaint.rules.ComplaintScene.COLLEAGUE;
import static org.sunlit.complaint.rules.ComplaintScene.FRIDAY;
import static org.sunlit.complaint.rules.ComplaintScene.REOPENED;
import static org.sunlit.complaint.rules.ComplaintScene.REPLIED;
import static org.sunlit.complaint.rules.ComplaintScene.SCREENER;
import static org.sunlit.complaint.rules.ComplaintScene.TAKEN;
import static org.sunlit.complaint.rules.ComplaintScene.after;
import static org.sunlit.complaint.rules.ComplaintScene.possible;
import static org.sunlit.complaint.rules.ComplaintScene.rated;
import static org.sunlit.complaint.rules.ComplaintScene.received;
import static org.sunlit.complaint.rules.ComplaintScene.screened;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Passing on, grouping, and an answer that does not satisfy. */
class ComplaintPassingTest {
  @Test
  void passingOnEndsAfterTwice() {
    ComplaintAct there =
        new ComplaintAct.Transferred(FRIDAY, "c", HandOnGround.NOT_OURS, "water", "roads");
    ComplaintAct back =
        new ComplaintAct.Transferred(FRIDAY, "j", HandOnGround.SEVERAL, "roads", "water");

    Standing twice = after(received(), screened(), ASSIGNED, there, back);

    assertEquals(EnumSet.of(ComplaintAction.TAKE_UP), possible(twice, CLERK));
    assertThrows(
        IllegalStateException.class,
        () -> after(received(), screened(), ASSIGNED, there, back, there));
  }

  @Test
  void whatIsReturnedIsAssignedAnew() {
    Standing returned =
        after(
            received(),
            screened(),
            ASSIGNED,
            new ComplaintAct.Returned(FRIDAY, "c", HandOnGround.NOT_HERE, "water"));

    assertEquals(ComplaintState.SCREENED, returned.state());
    assertFalse(ComplaintRules.sees(returned, CLERK));
    assertTrue(possible(returned, SCREENER).contains(ComplaintAction.ASSIGN));
  }

  @Test
  void whatIsGroupedIsAnsweredWithTheOther() {
    ComplaintAct grouped = new ComplaintAct.Grouped(FRIDAY, "s", "S1");

    assertEquals(ComplaintState.REPLIED, after(received(), grouped, REPLIED).state());
    assertTrue(possible(after(received(), grouped), SCREENER).contains(ComplaintAction.ASSIGN));
  }

  @Test
  void notSatisfiedReopensOnceAndGoesToAnotherPerson() {
    Standing reopened =
        after(
            received(), screened(), ASSIGNED, TAKEN, REPLIED, rated(Grade.NOT_SATISFIED), REOPENED);

    assertEquals(ComplaintState.ASSIGNED, reopened.state());
    assertEquals(2, reopened.round());
    assertFalse(possible(reopened, CLERK).contains(ComplaintAction.TAKE_UP));
    assertTrue(possible(reopened, COLLEAGUE).contains(ComplaintAction.TAKE_UP));
    assertThrows(
        IllegalStateException.class,
        () ->
            after(
                received(),
                screened(),
                ASSIGNED,
                TAKEN,
                REPLIED,
                rated(Grade.NOT_SATISFIED),
                CLOSED),
        "who isn't satisfied the first time isn't closed");
  }

  @Test
  void itEndsAfterTheSecondAnswerWhateverIsThoughtOfIt() {
    List<ComplaintAct> acts =
        new ArrayList<>(
            List.of(
                received(),
                screened(),
                ASSIGNED,
                TAKEN,
                REPLIED,
                rated(Grade.NOT_SATISFIED),
                REOPENED,
                new ComplaintAct.TakenUp(FRIDAY, "d"),
                new ComplaintAct.Replied(FRIDAY, "d", 10),
                rated(Grade.NOT_SATISFIED),
                CLOSED));

    assertEquals(ComplaintState.CLOSED, Standing.of(acts).state());
    acts.add(REPLIED);
    assertThrows(IllegalStateException.class, () -> Standing.of(acts));
  }
}
