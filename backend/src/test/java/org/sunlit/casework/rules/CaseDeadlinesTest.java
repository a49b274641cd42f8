package org.sunlit.casework.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.casework.rules.CaseAction.ACCEPT;
import static org.sunlit.casework.rules.CaseAction.ADVANCE;
import static org.sunlit.casework.rules.CaseAction.CLOSE;
import static org.sunlit.casework.rules.CaseAction.DECIDE;
import static org.sunlit.casework.rules.CaseAction.PAUSE;
import static org.sunlit.casework.rules.CaseAction.REQUEST_CORRECTION;
import static org.sunlit.casework.rules.CaseAction.RESUME;
import static org.sunlit.casework.rules.CaseAction.RETURN;
import static org.sunlit.casework.rules.CaseAction.SUPPLEMENT;
import static org.sunlit.casework.rules.CaseAction.WITHDRAW;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.ClockState;
import org.sunlit.calendar.Derivation;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.calendar.Statutes;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.powerlist.flow.StandardFlows;

/** Weeks without holidays: Monday 2 March 2026 and after, so every date can be checked by hand. */
class CaseDeadlinesTest {
  private static final WorkingCalendar CALENDAR = WorkingCalendar.of(List.of(), List.of());
  private static final CaseTerms SEVEN_DAYS = terms(StandardFlows.of("licence").code());

  private static CaseTerms terms(String flow) {
    return CaseTerms.of(
        true,
        new Limit(7, LimitUnit.WORKING_DAYS),
        null,
        StandardFlows.withCode(flow).orElseGet(() -> Story.demoFlow(flow)));
  }

  private static Story submittedOnMonday() {
    return Story.submitted(SEVEN_DAYS.flow(), "2026-03-02T09:00:00");
  }

  private static Derivation deadline(Story story) {
    return story.deadlines(SEVEN_DAYS, CALENDAR).deadline().orElseThrow();
  }

  @Test
  void givesAcceptanceFiveWorkingDaysFromSubmission() {
    Derivation acceptance = deadline(submittedOnMonday());
    assertEquals(Optional.of(LocalDate.of(2026, 3, 9)), acceptance.dueDate());
    assertEquals(Statutes.CORRECTION, acceptance.basis().get(0));
  }

  @Test
  void stopsTheClockOfAcceptanceWhileTheApplicantSupplementsAndStartsItAnew() {
    Story story = submittedOnMonday().does(REQUEST_CORRECTION, "2026-03-04T10:00:00");
    assertEquals(Optional.empty(), story.deadlines(SEVEN_DAYS, CALENDAR).deadline());
    story.does(SUPPLEMENT, "2026-03-12T10:00:00");
    assertEquals(Optional.of(LocalDate.of(2026, 3, 19)), deadline(story).dueDate());
  }

  @Test
  void countsThePromiseFromTheDayAfterAcceptance() {
    Story story = submittedOnMonday().does(ACCEPT, "2026-03-03T09:00:00");
    assertEquals(Optional.of(LocalDate.of(2026, 3, 12)), deadline(story).dueDate());
  }

  @Test
  void aReturnNeverResetsTheClock() {
    Story story =
        submittedOnMonday()
            .does(ACCEPT, "2026-03-03T09:00:00")
            .does(ADVANCE, "2026-03-06T09:00:00")
            .does(RETURN, "2026-03-09T09:00:00");
    assertEquals(Optional.of(LocalDate.of(2026, 3, 12)), deadline(story).dueDate());
  }

  @Test
  void aLawfulPauseMovesTheDueDateAndTellsNoneWhileItLasts() {
    Story story =
        submittedOnMonday().does(ACCEPT, "2026-03-03T09:00:00").does(PAUSE, "2026-03-05T09:00:00");
    assertEquals(ClockState.PAUSED, deadline(story).state());
    assertEquals(Optional.empty(), story.deadlines(SEVEN_DAYS, CALENDAR).dueAt());
    story.does(RESUME, "2026-03-10T09:00:00");
    LocalDate due = deadline(story).dueDate().orElseThrow();
    assertTrue(due.isAfter(LocalDate.of(2026, 3, 12)), due.toString());
    assertTrue(deadline(story).basis().contains(Statutes.TIME_NOT_COUNTED));
  }

  @Test
  void aStepThatDoesNotCountPausesByItselfAndLeavingItResumes() {
    CaseTerms terms = terms("licence-expert");
    Story story =
        Story.submitted(terms.flow(), "2026-03-02T09:00:00")
            .does(ACCEPT, "2026-03-02T10:00:00")
            .does(ADVANCE, "2026-03-03T09:00:00");
    Standing panel = story.standing();
    assertEquals(CaseState.IN_PROGRESS, panel.state());
    assertEquals("行政许可法第四十五条", panel.pause().article());
    assertTrue(CaseRules.possible(panel, PAUSE, null).isEmpty());
    assertEquals(Optional.empty(), story.deadlines(terms, CALENDAR).dueAt());
    assertTrue(story.deadlines(terms, CALENDAR).stepDueAt().isPresent());
    story.does(ADVANCE, "2026-03-13T09:00:00");
    assertEquals(Optional.empty(), story.standing().pausedOn());
    assertEquals(
        ClockState.RUNNING, story.deadlines(terms, CALENDAR).deadline().orElseThrow().state());
  }

  @Test
  void stopsTheClockWhenTheCaseEndsHoweverItEnds() {
    Story granted =
        submittedOnMonday()
            .does(ACCEPT, "2026-03-03T09:00:00")
            .does(ADVANCE, "2026-03-04T09:00:00")
            .does(DECIDE, "2026-03-05T09:00:00")
            .does(CLOSE, "2026-03-20T09:00:00");
    assertEquals(ClockState.STOPPED, deadline(granted).state());
    assertTrue(deadline(granted).late());
    Story withdrawn =
        submittedOnMonday()
            .does(ACCEPT, "2026-03-03T09:00:00")
            .does(PAUSE, "2026-03-04T09:00:00")
            .does(WITHDRAW, "2026-03-05T09:00:00");
    assertEquals(ClockState.STOPPED, deadline(withdrawn).state());
    assertEquals(Optional.empty(), withdrawn.deadlines(SEVEN_DAYS, CALENDAR).stepDueAt());
  }

  @Test
  void aClockThatJumpsBackChangesNothing() {
    Story story =
        submittedOnMonday()
            .does(ACCEPT, "2026-03-03T09:00:00")
            .does(ADVANCE, "2025-01-01T00:00:00")
            .does(RETURN_WITH_REASON, "2025-01-01T00:00:00");
    assertEquals(Optional.of(LocalDate.of(2026, 3, 12)), deadline(story).dueDate());
    assertEquals(Story.time("2026-03-03T09:00:00"), story.standing().lastAt());
  }

  private static final CaseCommand RETURN_WITH_REASON = Story.plain(RETURN);

  @Test
  void fallsBackToTheStatutoryLimitAndThenToTheLawsTwentyDays() {
    Limit statutory = new Limit(30, LimitUnit.CALENDAR_DAYS);
    assertEquals(
        statutory, CaseTerms.of(true, null, statutory, StandardFlows.of("licence")).limit());
    CaseTerms none = CaseTerms.of(false, null, null, StandardFlows.of("other"));
    assertEquals(new Limit(20, LimitUnit.WORKING_DAYS), none.limit());
    assertEquals(List.of(Statutes.DECISION), none.basis());
  }

  @Test
  void whatTheAuthoritySetsGoingItselfRunsFromTheStart() {
    CaseTerms terms =
        CaseTerms.of(
            false, new Limit(7, LimitUnit.WORKING_DAYS), null, StandardFlows.of("inspection"));
    Story story = Story.submitted(terms.flow(), "2026-03-02T09:00:00");
    assertEquals(CaseState.IN_PROGRESS, story.standing().state());
    assertEquals(
        Optional.of(LocalDate.of(2026, 3, 11)),
        story.deadlines(terms, CALENDAR).deadline().orElseThrow().dueDate());
  }

  @Test
  void givesMoreDaysOnceAndNotAfterTheDecision() {
    Story story =
        Story.submitted(SEVEN_DAYS.flow(), "2026-03-02T09:00:00")
            .does(ACCEPT, "2026-03-02T10:00:00");
    String before = dueDate(story);
    story.does(Story.plain(CaseAction.EXTEND).byDays(10), "2026-03-04T10:00:00");
    assertEquals("2026-03-11", before);
    assertEquals("2026-03-25", dueDate(story));
    assertTrue(
        CaseRules.possible(story.standing(), CaseAction.EXTEND, null).isEmpty(), "once only");
  }

  @Test
  void acceptsByLawWhatNobodyAnsweredFromTheDayItCameIn() {
    Story story = Story.submitted(SEVEN_DAYS.flow(), "2026-03-02T09:00:00");
    CaseEvent event =
        Occurrences.deemedAcceptance(story.standing(), Story.time("2026-03-10T00:01:00"))
            .orElseThrow();
    assertTrue(event.by().law());
    Standing standing = Standing.of(SEVEN_DAYS.flow(), List.of(story.events().get(0), event));
    assertEquals(CaseState.IN_PROGRESS, standing.state());
    assertEquals(Story.time("2026-03-02T09:00:00"), standing.acceptedAt());
    assertEquals(
        "2026-03-11",
        CaseDeadlines.of(standing, SEVEN_DAYS, CALENDAR)
            .deadline()
            .flatMap(Derivation::dueDate)
            .orElseThrow()
            .toString(),
        "seven days from the day the materials came in");
    assertEquals(
        Optional.empty(),
        Occurrences.deemedAcceptance(standing, Story.time("2026-03-20T00:00:00")));
  }

  @Test
  void givesTenDaysToIssueWhatWasGrantedWhereThePromiseLeavesMore() {
    CaseTerms long20 =
        new CaseTerms(
            new Limit(20, LimitUnit.WORKING_DAYS), List.of(), true, StandardFlows.of("licence"));
    Story story =
        Story.submitted(long20.flow(), "2026-03-02T09:00:00")
            .does(ACCEPT, "2026-03-02T10:00:00")
            .does(ADVANCE, "2026-03-03T09:00:00");
    assertEquals("2026-03-30", dueDate(story, long20));
    story.does(CaseAction.DECIDE, "2026-03-04T09:00:00");
    assertEquals("2026-03-18", dueDate(story, long20), "行政许可法第四十四条");
  }

  private static String dueDate(Story story) {
    return dueDate(story, SEVEN_DAYS);
  }

  private static String dueDate(Story story, CaseTerms terms) {
    return story
        .deadlines(terms, CALENDAR)
        .deadline()
        .flatMap(Derivation::dueDate)
        .orElseThrow()
        .toString();
  }
}
