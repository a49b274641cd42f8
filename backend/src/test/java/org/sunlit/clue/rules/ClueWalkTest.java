package org.sunlit.clue.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.clue.rules.ClueScene.AGREED;
import static org.sunlit.clue.rules.ClueScene.APPROVED;
import static org.sunlit.clue.rules.ClueScene.APPROVED_LETTER;
import static org.sunlit.clue.rules.ClueScene.CLEARED;
import static org.sunlit.clue.rules.ClueScene.DISPATCHED;
import static org.sunlit.clue.rules.ClueScene.HEAD;
import static org.sunlit.clue.rules.ClueScene.INQUIRE;
import static org.sunlit.clue.rules.ClueScene.INVESTIGATOR;
import static org.sunlit.clue.rules.ClueScene.MORNING;
import static org.sunlit.clue.rules.ClueScene.REPORTED;
import static org.sunlit.clue.rules.ClueScene.REVIEWER;
import static org.sunlit.clue.rules.ClueScene.SECOND_HEAD;
import static org.sunlit.clue.rules.ClueScene.SHELVE;
import static org.sunlit.clue.rules.ClueScene.SOMEBODY;
import static org.sunlit.clue.rules.ClueScene.STRANGER;
import static org.sunlit.clue.rules.ClueScene.TAKEN;
import static org.sunlit.clue.rules.ClueScene.TALK;
import static org.sunlit.clue.rules.ClueScene.UNPROVEN;
import static org.sunlit.clue.rules.ClueScene.VERIFY;
import static org.sunlit.clue.rules.ClueScene.after;
import static org.sunlit.clue.rules.ClueScene.decided;
import static org.sunlit.clue.rules.ClueScene.possible;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sunlit.clue.rules.ClueRules.Concern;
import org.sunlit.clue.rules.ClueRules.Publication;
import org.sunlit.clue.rules.ClueRules.Reader;

/** The way of a clue, who walks which part of it, and who has to keep out. */
class ClueWalkTest {
  private static final LocalDate VISIT = LocalDate.of(2030, 9, 1);

  @Test
  void aClueGoesFromHeadToInvestigatorToReviewerToHead() {
    assertEquals(Set.of(ClueAction.DISPATCH, ClueAction.HAND_OVER), possible(after(TAKEN), HEAD));
    assertEquals(Set.of(ClueAction.PROPOSE), possible(after(TAKEN, DISPATCHED), INVESTIGATOR));
    assertEquals(
        Set.of(ClueAction.APPROVE, ClueAction.RETURN_PROPOSAL),
        possible(after(TAKEN, DISPATCHED, VERIFY), HEAD));
    assertEquals(
        Set.of(ClueAction.REPORT),
        possible(after(TAKEN, DISPATCHED, VERIFY, APPROVED), INVESTIGATOR));
    assertEquals(
        Set.of(ClueAction.AGREE, ClueAction.OBJECT),
        possible(after(TAKEN, DISPATCHED, VERIFY, APPROVED, REPORTED), REVIEWER));
    ClueStanding reviewed = after(TAKEN, DISPATCHED, VERIFY, APPROVED, REPORTED, AGREED);
    assertEquals(Set.of(ClueAction.DECIDE, ClueAction.RETURN_REPORT), possible(reviewed, HEAD));
    assertEquals(Set.of(), possible(reviewed, INVESTIGATOR));
    assertEquals(Set.of(), possible(reviewed, STRANGER));
  }

  @Test
  void anInquiryIsReportedOnOnlyAfterTheReply() {
    ClueStanding asked = after(TAKEN, DISPATCHED, INQUIRE, APPROVED_LETTER);
    assertEquals(Set.of(ClueAction.ENTER_REPLY), possible(asked, INVESTIGATOR));
    assertThrows(
        IllegalStateException.class,
        () -> after(TAKEN, DISPATCHED, INQUIRE, APPROVED_LETTER, REPORTED));
  }

  @Test
  void whatIsShelvedIsTakenUpAgainAndProposedAnew() {
    ClueStanding shelved = after(TAKEN, DISPATCHED, SHELVE, APPROVED);
    assertEquals(ClueState.SHELVED, shelved.state());
    assertEquals(Set.of(ClueAction.TAKE_UP), possible(shelved, HEAD));
    ClueStanding again =
        after(TAKEN, DISPATCHED, SHELVE, APPROVED, new ClueAct.TakenUp(MORNING, "head"));
    assertEquals(ClueState.DISPATCHED, again.state());
  }

  @Test
  void threePersonsAreNeeded() {
    Reader investigatingHead = new Reader("ivy", null, true);
    ClueStanding reviewed = after(TAKEN, DISPATCHED, VERIFY, APPROVED, REPORTED, AGREED);
    assertEquals(
        Optional.of(Refusal.TOOK_PART),
        ClueRules.refusal(reviewed, SOMEBODY, ClueAction.DECIDE, investigatingHead));
    assertThrows(
        IllegalStateException.class,
        () -> after(TAKEN, new ClueAct.Dispatched(MORNING, "head", "ivy", "ivy")));
    assertThrows(
        IllegalStateException.class,
        () -> after(TAKEN, new ClueAct.Dispatched(MORNING, "ivy", "ivy", "ray")));
    assertThrows(
        IllegalStateException.class,
        () ->
            after(
                TAKEN,
                DISPATCHED,
                VERIFY,
                APPROVED,
                REPORTED,
                AGREED,
                new ClueAct.Decided(MORNING, "ray", CLEARED, null)));
    assertThrows(
        IllegalStateException.class,
        () ->
            after(
                TAKEN, DISPATCHED, VERIFY, APPROVED, REPORTED, new ClueAct.Agreed(MORNING, "ivy")));
  }

  @Test
  void whomItIsAboutNeverFindsItAndTheirDepartmentKeepsOut() {
    Reader itself = new Reader("wang", null, true);
    Reader colleague = new Reader("colleague", "water", true);
    ClueStanding taken = after(TAKEN);

    assertFalse(ClueRules.sees(taken, SOMEBODY, itself));
    assertTrue(ClueRules.sees(taken, SOMEBODY, HEAD));
    assertFalse(ClueRules.sees(taken, SOMEBODY, INVESTIGATOR));
    assertTrue(ClueRules.sees(after(TAKEN, DISPATCHED), SOMEBODY, INVESTIGATOR));
    assertEquals(
        Optional.of(Refusal.CONCERNED),
        ClueRules.refusal(taken, SOMEBODY, ClueAction.DISPATCH, colleague));
    // What nobody here may handle can still get away from here.
    assertEquals(
        Optional.empty(), ClueRules.refusal(taken, SOMEBODY, ClueAction.HAND_OVER, colleague));
    Concern theOffice = new Concern("ivy", null);
    assertTrue(theOffice.bars("head", null));
    assertFalse(SOMEBODY.bars("head", null));
  }

  @Test
  void whoIsClearedSaysHowTheyWantItKnown() {
    ClueStanding cleared = decided(CLEARED, null);
    assertTrue(cleared.awaitsWish());
    assertEquals(Set.of(), possible(cleared, INVESTIGATOR), "it is the person's to say");
    assertEquals(
        Optional.empty(),
        ClueRules.refusal(
            cleared, new Concern(null, "water"), ClueAction.ENTER_WISH, INVESTIGATOR));

    ClueStanding quietly = decided(CLEARED, null, wish(ClearingForm.LETTER));
    assertEquals(ClueState.CLOSED, quietly.state());
    assertEquals(Optional.empty(), ClueRules.publication(quietly));
    ClueStanding amongColleagues = decided(CLEARED, null, wish(ClearingForm.UNIT));
    assertEquals(Set.of(ClueAction.CLEAR), possible(amongColleagues, HEAD));
    assertEquals(Optional.empty(), ClueRules.publication(amongColleagues));
    ClueStanding aloud = decided(CLEARED, null, wish(ClearingForm.PUBLIC));
    assertEquals(Optional.of(Publication.CLEARING), ClueRules.publication(aloud));
    assertEquals(Set.of(), possible(aloud, HEAD), "publishing does it");
    assertThrows(
        IllegalStateException.class,
        () -> decided(CLEARED, null, wish(ClearingForm.LETTER), wish(ClearingForm.PUBLIC)));
  }

  @Test
  void whoIsSanctionedIsVisitedAndTheCaseIsPublishedByAnotherHead() {
    ClueStanding talkedTo = decided(TALK, VISIT);
    assertEquals(ClueState.FOLLOWING, talkedTo.state());
    assertEquals(Set.of(ClueAction.VISIT), possible(talkedTo, INVESTIGATOR));
    assertFalse(ClueRules.mayPublish(talkedTo, SOMEBODY, HEAD));
    assertTrue(ClueRules.mayPublish(talkedTo, SOMEBODY, SECOND_HEAD));
    assertFalse(ClueRules.mayPublish(talkedTo, SOMEBODY, INVESTIGATOR));
    assertThrows(IllegalStateException.class, () -> decided(TALK, null));
    assertThrows(IllegalStateException.class, () -> decided(UNPROVEN, VISIT));
    assertEquals(
        ClueState.CLOSED, decided(TALK, VISIT, new ClueAct.Visited(MORNING, "ivy")).state());
    assertEquals(Optional.empty(), ClueRules.publication(decided(UNPROVEN, null)));
  }

  private static ClueAct wish(ClearingForm form) {
    return new ClueAct.WishSaid(MORNING, null, form);
  }
}
