package org.sunlit.council.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.Statutes;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.council.rules.TopicRules.Reader;
import org.sunlit.platform.CityTime;

/** Topics as they are folded, seen, done something about and counted, from Friday, 1 March 2030. */
class TopicRulesTest {
  private static final WorkingCalendar WEEKENDS = WorkingCalendar.of(List.of(), List.of());
  private static final Reader AUTHOR = new Reader("author", true, false, false, null);
  private static final Reader OTHER = new Reader("other", true, false, false, null);
  private static final Reader FORMER = new Reader("author", false, false, false, null);
  private static final Reader OFFICE = new Reader("office", false, true, false, null);
  private static final Reader SUPERVISOR = new Reader("sup", false, false, true, null);
  private static final Reader WATER = new Reader("water.a", false, false, false, "water");
  private static final Reader ROADS = new Reader("roads.a", false, false, false, "roads");

  private static final TopicAct OPENED =
      new TopicAct.Opened(on("2030-03-01"), "author", TopicKind.QUESTION, "water");
  private static final TopicAct RELEASED = new TopicAct.Released(on("2030-03-04"), "office", 1);
  private static final TopicAct ASKED = new TopicAct.Asked(on("2030-03-04"), "office", "water", 5);

  private static Instant on(String day) {
    return LocalDate.parse(day).atTime(LocalTime.of(10, 0)).atZone(CityTime.ZONE).toInstant();
  }

  private static TopicStanding after(TopicAct... acts) {
    return TopicStanding.of(List.of(acts));
  }

  private static LocalDate day(Instant moment) {
    // What is due at the end of a day is due on it.
    return LocalDate.ofInstant(moment.minusSeconds(1), CityTime.ZONE);
  }

  @Test
  void untilItIsReleasedOnlyAuthorAndOfficeSeeIt() {
    TopicStanding pending = after(OPENED);

    assertTrue(TopicRules.sees(pending, AUTHOR));
    assertTrue(TopicRules.sees(pending, OFFICE));
    assertTrue(TopicRules.sees(pending, SUPERVISOR));
    assertFalse(TopicRules.sees(pending, OTHER));
    assertFalse(TopicRules.sees(pending, WATER));
    assertTrue(TopicRules.sees(after(OPENED, RELEASED), OTHER));
    assertFalse(TopicRules.sees(after(OPENED, RELEASED), FORMER));
  }

  @Test
  void onlyTheDepartmentThatIsAskedAnswers() {
    TopicStanding asked = after(OPENED, RELEASED, ASKED);

    assertEquals(
        Set.of(TopicAction.SEND_BACK, TopicAction.ANSWER), TopicRules.possible(asked, WATER));
    assertEquals(Set.of(), TopicRules.possible(asked, ROADS));
    assertFalse(TopicRules.sees(asked, ROADS));
    assertEquals(Set.of(), TopicRules.possible(asked, SUPERVISOR));
    assertFalse(TopicRules.possible(asked, OFFICE).contains(TopicAction.ANSWER));
  }

  @Test
  void whatIsSentBackIsAskedOfAnotherAndTheClockGoesOn() {
    TopicStanding passedOn =
        after(
            OPENED,
            RELEASED,
            ASKED,
            new TopicAct.SentBack(on("2030-03-07"), "water.a"),
            new TopicAct.Asked(on("2030-03-08"), "office", "roads", 0));

    assertEquals(
        LocalDate.parse("2030-03-11"),
        TopicClock.answer(passedOn, WEEKENDS).orElseThrow().dueDate().orElseThrow());
    assertTrue(TopicRules.sees(passedOn, WATER));
    assertEquals(Set.of(), TopicRules.possible(passedOn, WATER));
    assertTrue(TopicRules.possible(passedOn, ROADS).contains(TopicAction.ANSWER));
  }

  @Test
  void aSecondDepartmentGetsNoDaysOfItsOwn() {
    assertThrows(
        IllegalStateException.class,
        () ->
            after(
                OPENED,
                RELEASED,
                ASKED,
                new TopicAct.SentBack(on("2030-03-07"), "water.a"),
                new TopicAct.Asked(on("2030-03-08"), "office", "roads", 5)));
  }

  @Test
  void itIsLateFromTheDayAfterAndStaysSo() {
    TopicStanding asked = after(OPENED, RELEASED, ASKED);

    assertFalse(TopicClock.late(asked, WEEKENDS, on("2030-03-11")));
    assertTrue(TopicClock.late(asked, WEEKENDS, on("2030-03-12")));
    TopicStanding late =
        after(OPENED, RELEASED, ASKED, new TopicAct.Answered(on("2030-03-12"), "water.a"));
    assertTrue(TopicClock.late(late, WEEKENDS, on("2030-09-01")));
    TopicStanding inTime =
        after(OPENED, RELEASED, ASKED, new TopicAct.Answered(on("2030-03-11"), "water.a"));
    assertFalse(TopicClock.late(inTime, WEEKENDS, on("2030-09-01")));
    assertTrue(TopicClock.next(inTime, WEEKENDS).isEmpty());
  }

  @Test
  void theDutyIsCitedAndNotTheLicenceLaw() {
    var derivation = TopicClock.answer(after(OPENED, RELEASED, ASKED), WEEKENDS).orElseThrow();

    assertEquals("第四十八条", derivation.basis().get(0).article());
    assertFalse(derivation.basis().contains(Statutes.WORKING_DAYS));
  }

  @Test
  void whatIsWrittenIsLookedThroughWithinTwoWorkingDays() {
    assertEquals(
        LocalDate.parse("2030-03-05"), day(TopicClock.next(after(OPENED), WEEKENDS).orElseThrow()));
    TopicStanding nearer =
        after(OPENED, RELEASED, ASKED, new TopicAct.Contributed(on("2030-03-05"), "other"));
    assertEquals(
        LocalDate.parse("2030-03-07"), day(TopicClock.next(nearer, WEEKENDS).orElseThrow()));
  }

  @Test
  void refusedTakenDownAndTakenBackEndATopicWithItsFirst() {
    assertEquals(
        TopicState.REFUSED,
        after(OPENED, new TopicAct.Refused(on("2030-03-04"), "office", 1)).state());
    TopicStanding down =
        after(OPENED, RELEASED, new TopicAct.TakenDown(on("2030-03-05"), "office", 1));
    assertEquals(TopicState.WITHDRAWN, down.state());
    assertFalse(TopicRules.sees(down, OTHER));
    assertEquals(
        TopicState.WITHDRAWN,
        after(OPENED, new TopicAct.Withdrawn(on("2030-03-01"), "author", 1)).state());
  }

  @Test
  void aContributionGoesWithoutTheTopic() {
    TopicStanding topic =
        after(
            OPENED,
            RELEASED,
            new TopicAct.Contributed(on("2030-03-05"), "other"),
            new TopicAct.Refused(on("2030-03-06"), "office", 3));

    assertEquals(TopicState.OPEN, topic.state());
    var refused = topic.contribution(3).orElseThrow();
    assertTrue(TopicRules.sees(refused, OTHER));
    assertFalse(TopicRules.sees(refused, AUTHOR));
  }

  @Test
  void nobodyTakesBackWhatADepartmentIsAskedNorWhatIsAnothers() {
    assertThrows(
        IllegalStateException.class,
        () ->
            after(OPENED, RELEASED, ASKED, new TopicAct.Withdrawn(on("2030-03-05"), "author", 1)));
    assertThrows(
        IllegalStateException.class,
        () -> after(OPENED, RELEASED, new TopicAct.Withdrawn(on("2030-03-05"), "other", 1)));
  }

  @Test
  void nobodyLooksThroughWhatTheyWrote() {
    assertThrows(
        IllegalStateException.class,
        () -> after(OPENED, new TopicAct.Released(on("2030-03-04"), "author", 1)));
    Reader both = new Reader("author", false, true, false, null);
    assertEquals(Set.of(), TopicRules.possible(after(OPENED), both));
  }

  @Test
  void aDiscussionIsNobodysToAnswer() {
    TopicAct discussion =
        new TopicAct.Opened(on("2030-03-01"), "author", TopicKind.DISCUSSION, null);
    TopicStanding open = after(discussion, RELEASED);

    assertFalse(TopicRules.possible(open, OFFICE).contains(TopicAction.ASK));
    assertThrows(IllegalStateException.class, () -> after(discussion, RELEASED, ASKED));
  }

  @Test
  void whatGoesOnAsAComplaintIsOver() {
    TopicStanding complaint =
        after(
            OPENED,
            RELEASED,
            new TopicAct.MadeComplaint(on("2030-03-05"), "office", "S20300305-000001"));

    assertEquals(TopicState.CLOSED, complaint.state());
    assertFalse(TopicRules.goesOn(complaint));
    assertTrue(TopicClock.next(complaint, WEEKENDS).isEmpty());
  }

  @Test
  void anAppointmentHoldsFromItsFirstDayToItsLast() {
    LocalDate from = LocalDate.parse("2030-03-01");
    Term term = new Term(from, from.plusYears(2), true, false);

    assertEquals(MemberState.AHEAD, term.on(from.minusDays(1)));
    assertTrue(term.servesOn(from));
    assertTrue(term.servesOn(from.plusYears(2)));
    assertEquals(MemberState.EXPIRED, term.on(from.plusYears(2).plusDays(1)));
    assertEquals(MemberState.INVITED, new Term(from, from, false, false).on(from));
    assertEquals(MemberState.ENDED, new Term(from, from.plusYears(2), true, true).on(from));
    assertFalse(Term.sound(from, from.minusDays(1), from));
    assertFalse(Term.sound(from, from.plusYears(6), from));
    assertFalse(Term.sound(from, from.plusDays(3), from.plusDays(4)));
  }
}
