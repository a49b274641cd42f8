package org.sunlit.clue.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.clue.rules.ClueScene.AGREED;
import static org.sunlit.clue.rules.ClueScene.APPROVED;
import static org.sunlit.clue.rules.ClueScene.APPROVED_LETTER;
import static org.sunlit.clue.rules.ClueScene.CLEARED;
import static org.sunlit.clue.rules.ClueScene.DISPATCHED;
import static org.sunlit.clue.rules.ClueScene.INQUIRE;
import static org.sunlit.clue.rules.ClueScene.MORNING;
import static org.sunlit.clue.rules.ClueScene.REPORTED;
import static org.sunlit.clue.rules.ClueScene.SHELVE;
import static org.sunlit.clue.rules.ClueScene.TAKEN;
import static org.sunlit.clue.rules.ClueScene.TALK;
import static org.sunlit.clue.rules.ClueScene.UNPROVEN;
import static org.sunlit.clue.rules.ClueScene.VERIFY;
import static org.sunlit.clue.rules.ClueScene.after;
import static org.sunlit.clue.rules.ClueScene.decided;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sunlit.clue.rules.ClueClock.Limits;
import org.sunlit.clue.rules.Finding.Flaw;
import org.sunlit.platform.CityTime;

/** By when what is due, counted by hand; and which findings can stand. */
class ClueClockTest {
  private static final Limits LIMITS = new Limits(1, 1, 3, 6, 1, 15, 1);

  private static void due(String day, ClueStanding clue) {
    assertEquals(
        CityTime.endOf(LocalDate.parse(day)).minusSeconds(1).toInstant(),
        ClueClock.due(clue, LIMITS).orElseThrow());
  }

  @Test
  void eachStepHasItsTime() {
    due("2030-04-01", after(TAKEN));
    due("2030-04-01", after(TAKEN, DISPATCHED, VERIFY));
    due("2030-06-01", after(TAKEN, DISPATCHED, VERIFY, APPROVED));
    due("2030-09-01", after(TAKEN, DISPATCHED, SHELVE, APPROVED));
    due("2030-04-01", after(TAKEN, DISPATCHED, VERIFY, APPROVED, REPORTED));
    due("2030-03-16", after(TAKEN, DISPATCHED, VERIFY, APPROVED, REPORTED, AGREED));
    due("2030-04-01", decided(CLEARED, null));
    due("2030-08-08", decided(TALK, LocalDate.of(2030, 8, 8)));
    assertTrue(ClueClock.due(decided(UNPROVEN, null), LIMITS).isEmpty());
  }

  @Test
  void aLetterHasItsDayAndTheReportAMonthFromTheReply() {
    due("2030-03-22", after(TAKEN, DISPATCHED, INQUIRE, APPROVED_LETTER));
    ClueAct replied = new ClueAct.ReplyEntered(MORNING.plus(Duration.ofDays(9)), "ivy");
    due("2030-04-10", after(TAKEN, DISPATCHED, INQUIRE, APPROVED_LETTER, replied));
  }

  @Test
  void whatIsTakenUpAgainHasItsMonthAnew() {
    ClueAct up = new ClueAct.TakenUp(MORNING.plus(Duration.ofDays(184)), "head");
    due("2030-10-01", after(TAKEN, DISPATCHED, SHELVE, APPROVED, up));
  }

  @Test
  void aFindingSaysNoMoreAndNoLessThanItRestsOn() {
    assertEquals(List.of(), TALK.flaws(Sanction.MAJOR_DEMERIT, true));
    assertEquals(List.of(Flaw.NOBODY), TALK.flaws(Sanction.MAJOR_DEMERIT, false));
    assertEquals(List.of(Flaw.NOBODY), CLEARED.flaws(Sanction.MAJOR_DEMERIT, false));
    assertEquals(
        List.of(Flaw.SANCTION_TOO_GRAVE),
        sanctioned(Sanction.DEMOTION).flaws(Sanction.MAJOR_DEMERIT, true));
    assertEquals(
        List.of(Flaw.SEVERAL_ADMINISTRATIVE),
        sanctioned(Sanction.WARNING, Sanction.DEMERIT).flaws(Sanction.MAJOR_DEMERIT, true));
    assertEquals(
        List.of(), sanctioned(Sanction.CRITICISM, Sanction.WARNING).flaws(Sanction.WARNING, true));
    assertEquals(List.of(Flaw.SANCTION_MISSING), sanctioned().flaws(Sanction.MAJOR_DEMERIT, true));
    assertEquals(
        List.of(Flaw.GROUND_MISSING),
        new Finding(Outcome.TOLERATED, null, null).flaws(Sanction.MAJOR_DEMERIT, true));
    assertEquals(
        List.of(Flaw.SANCTION_WITHOUT_NEED, Flaw.GROUND_WITHOUT_NEED),
        new Finding(Outcome.UNPROVEN, List.of(Sanction.ADMONITION), ToleranceGround.FIRST_TRIAL)
            .flaws(Sanction.MAJOR_DEMERIT, true));
  }

  private static Finding sanctioned(Sanction... sanctions) {
    return new Finding(Outcome.SANCTIONED, List.of(sanctions), null);
  }
}
