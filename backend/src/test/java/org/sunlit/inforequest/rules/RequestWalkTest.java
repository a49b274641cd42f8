package org.sunlit.inforequest.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.inforequest.rules.RequestScene.ACKNOWLEDGED;
import static org.sunlit.inforequest.rules.RequestScene.CLERK;
import static org.sunlit.inforequest.rules.RequestScene.COLLEAGUE;
import static org.sunlit.inforequest.rules.RequestScene.DRAFTED;
import static org.sunlit.inforequest.rules.RequestScene.FRIDAY;
import static org.sunlit.inforequest.rules.RequestScene.GIVEN;
import static org.sunlit.inforequest.rules.RequestScene.HEAD;
import static org.sunlit.inforequest.rules.RequestScene.RECEIVED;
import static org.sunlit.inforequest.rules.RequestScene.RELEASED;
import static org.sunlit.inforequest.rules.RequestScene.REVIEW;
import static org.sunlit.inforequest.rules.RequestScene.STRANGER;
import static org.sunlit.inforequest.rules.RequestScene.SUPERVISOR;
import static org.sunlit.inforequest.rules.RequestScene.WEEKENDS;
import static org.sunlit.inforequest.rules.RequestScene.after;
import static org.sunlit.inforequest.rules.RequestScene.on;
import static org.sunlit.inforequest.rules.RequestScene.possible;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sunlit.inforequest.rules.RequestRules.Flaw;
import org.sunlit.inforequest.rules.RequestRules.Today;

/** From the receipt to the review: who does what, and that nobody answers alone. */
class RequestWalkTest {
  private static final Today TODAY = new Today(FRIDAY, WEEKENDS);

  @Test
  void whoeverDraftsReleasesNothing() {
    RequestStanding byHead =
        after(RECEIVED, ACKNOWLEDGED, new RequestAct.Drafted(FRIDAY, "h", GIVEN));

    assertFalse(possible(byHead, HEAD).contains(RequestAction.RELEASE));
    assertFalse(possible(byHead, CLERK).contains(RequestAction.RELEASE));
    assertTrue(
        possible(after(RECEIVED, ACKNOWLEDGED, DRAFTED), HEAD).contains(RequestAction.RELEASE));
    assertThrows(
        IllegalStateException.class,
        () ->
            after(
                RECEIVED,
                ACKNOWLEDGED,
                new RequestAct.Drafted(FRIDAY, "h", GIVEN),
                new RequestAct.Released(FRIDAY, "h")));
  }

  @Test
  void whoeverAsksForMoreTimeGrantsNone() {
    RequestAct asked = new RequestAct.ExtensionAsked(FRIDAY, "h", 20);

    assertFalse(
        possible(after(RECEIVED, ACKNOWLEDGED, asked), HEAD)
            .contains(RequestAction.GRANT_EXTENSION));
    assertThrows(
        IllegalStateException.class,
        () ->
            after(RECEIVED, ACKNOWLEDGED, asked, new RequestAct.ExtensionGranted(FRIDAY, "h", 20)));
    assertThrows(
        IllegalStateException.class,
        () -> after(RECEIVED, ACKNOWLEDGED, new RequestAct.ExtensionAsked(FRIDAY, "c", 21)));
  }

  @Test
  void anAnswerIsLookedAtAgainOnceByAnotherPersonAndStandsOrChanges() {
    RequestStanding asked = after(RECEIVED, ACKNOWLEDGED, DRAFTED, RELEASED, REVIEW);
    RequestStanding confirmed =
        after(
            RECEIVED,
            ACKNOWLEDGED,
            DRAFTED,
            RELEASED,
            REVIEW,
            new RequestAct.Confirmed(FRIDAY, "d"));
    RequestStanding changed =
        after(
            RECEIVED,
            ACKNOWLEDGED,
            DRAFTED,
            RELEASED,
            REVIEW,
            new RequestAct.Drafted(on("2030-03-05"), "d", GIVEN),
            new RequestAct.Released(on("2030-03-06"), "h"));

    assertEquals(Set.of(), possible(asked, CLERK));
    assertEquals(Set.of(), possible(asked, HEAD));
    assertEquals(
        EnumSet.of(RequestAction.CONFIRM, RequestAction.DRAFT), possible(asked, COLLEAGUE));
    assertFalse(confirmed.changed());
    assertEquals("d", confirmed.reviewedBy());
    assertTrue(changed.changed());
    assertEquals(FRIDAY, changed.firstAnsweredAt());
    assertFalse(RequestRules.possible(confirmed, OwnAction.ASK_REVIEW, TODAY));
    assertThrows(
        IllegalStateException.class,
        () ->
            after(
                RECEIVED,
                ACKNOWLEDGED,
                DRAFTED,
                RELEASED,
                REVIEW,
                new RequestAct.Confirmed(FRIDAY, "h")));
  }

  @Test
  void onlyTheOfficeActsAndSupervisorsOnlyRead() {
    RequestStanding request = after(RECEIVED);

    assertEquals(Set.of(), possible(request, STRANGER));
    assertEquals(Set.of(), possible(request, SUPERVISOR));
    assertFalse(RequestRules.sees(request, STRANGER));
    assertTrue(RequestRules.sees(request, SUPERVISOR));
  }

  @Test
  void aDecisionRestsOnWhatItNeedsAndOnNothingElse() {
    RequestStanding request = after(RECEIVED, ACKNOWLEDGED);
    RequestStanding objected =
        after(
            RECEIVED,
            ACKNOWLEDGED,
            new RequestAct.Consulted(FRIDAY, "c", ConsultedKind.THIRD_PARTY),
            new RequestAct.OpinionEntered(FRIDAY, "c", 1, Opinion.OBJECTS));
    RequestStanding excused =
        after(
            RECEIVED,
            ACKNOWLEDGED,
            new RequestAct.ReasonsAsked(FRIDAY, "c", 5),
            new RequestAct.ReasonsGiven(FRIDAY, null));

    assertEquals(Set.of(Flaw.GROUND_MISSING), flaws(request, DecisionKind.REFUSED, null));
    assertEquals(
        Set.of(), flaws(request, DecisionKind.PARTLY_PROVIDED, RefusalGround.COMMERCIAL_SECRET));
    assertEquals(
        Set.of(Flaw.GROUND_WITHOUT_NEED),
        flaws(request, DecisionKind.NOT_EXISTING, RefusalGround.SAFETY));
    assertEquals(Set.of(Flaw.REASONS_NOT_HEARD), flaws(request, DecisionKind.UNREASONABLE, null));
    assertEquals(Set.of(), flaws(excused, DecisionKind.UNREASONABLE, null));
    assertEquals(Set.of(Flaw.OBJECTION_OVERRULED), flaws(objected, DecisionKind.PROVIDED, null));
    assertEquals(
        Set.of(),
        RequestRules.flaws(objected, new Decision(DecisionKind.PROVIDED, null, null, true), TODAY));
  }

  private static Set<Flaw> flaws(RequestStanding request, DecisionKind kind, RefusalGround ground) {
    return RequestRules.flaws(request, new Decision(kind, ground, null, false), TODAY);
  }

  @Test
  void whatIsKeptBackGoesToReconsiderationBeforeACourt() {
    assertTrue(DecisionKind.REFUSED.reconsiderationFirst());
    assertFalse(DecisionKind.PROVIDED.reconsiderationFirst());
    assertEquals(
        "第三十六条第三项、第十五条",
        new Decision(DecisionKind.REFUSED, RefusalGround.PERSONAL_PRIVACY, null, false).articles());
  }

  @Test
  void oneTakesARequestBackAsLongAsItIsNotAnswered() {
    assertTrue(RequestRules.possible(after(RECEIVED), OwnAction.WITHDRAW, TODAY));
    assertFalse(
        RequestRules.possible(
            after(RECEIVED, ACKNOWLEDGED, DRAFTED, RELEASED), OwnAction.WITHDRAW, TODAY));
    assertFalse(
        RequestRules.possible(
            after(RECEIVED, ACKNOWLEDGED, DRAFTED, RELEASED, REVIEW), OwnAction.WITHDRAW, TODAY));
  }

  @Test
  void everyActHasANameOfItsOwnInItsTable() {
    for (RequestActKind kind : RequestActKind.values()) {
      assertEquals(kind, RequestActKind.of(kind.code()));
    }
    assertEquals(RequestAct.class.getPermittedSubclasses().length, RequestActKind.values().length);
  }
}
