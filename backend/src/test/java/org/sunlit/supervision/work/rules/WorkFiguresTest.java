package org.sunlit.supervision.work.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.statistics.rules.CaseClock;
import org.sunlit.supervision.rules.Happening;
import org.sunlit.supervision.rules.Told;

/** March 2026: the 2nd is a Monday. */
class WorkFiguresTest {
  private static final String NUMBER = "20260301-000123-7";
  private static final CaseClock CLOCK =
      new CaseClock(WorkingCalendar.of(List.of(), List.of()), LimitUnit.WORKING_DAYS);
  private static final Within MARCH =
      Within.days(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
  private static final long DAY = 1440;

  @Test
  void aCaseThatGoesWellIsOnTimeEarlyAndDoneAtOnce() {
    CaseFacts facts = plain("2026-03-05T10:00").end();
    Share department = Share.ofDepartment(facts, MARCH, CLOCK);
    assertTrue(department.received() && department.decided() && department.closed());
    assertEquals(Boolean.TRUE, department.onTime());
    assertTrue(department.early() && department.oneTime());
    assertEquals(2 * DAY + 60, department.minutes(), "from the 3rd, 09:00, to the 5th, 10:00");

    Share window = Share.ofPerson(facts, "window", MARCH, CLOCK);
    assertTrue(window.received() && window.worked());
    assertFalse(window.decided() || window.closed());
    assertNull(window.onTime(), "no step of theirs had a limit");
    assertEquals(DAY, window.minutes());
    Share approver = Share.ofPerson(facts, "approver", MARCH, CLOCK);
    assertTrue(approver.decided() && approver.closed());
    assertEquals(Boolean.TRUE, approver.onTime());
    assertTrue(approver.early());
    assertEquals(Set.of("window", "approver"), facts.hands());
  }

  @Test
  void onTheLastDayIsOnTimeAndNotEarly() {
    Share share = Share.ofDepartment(plain("2026-03-10T17:00").end(), MARCH, CLOCK);
    assertEquals(Boolean.TRUE, share.onTime());
    assertFalse(share.early());
  }

  @Test
  void aSecondAfterTheLastMomentIsLate() {
    CaseFacts onTheDot = plain("2026-03-10T23:59:59").end();
    CaseFacts late = plain("2026-03-11T00:00").end();
    assertEquals(Boolean.TRUE, Share.ofDepartment(onTheDot, MARCH, CLOCK).onTime());
    assertEquals(Boolean.FALSE, Share.ofDepartment(late, MARCH, CLOCK).onTime());
    assertEquals(Boolean.FALSE, Share.ofPerson(late, "approver", MARCH, CLOCK).onTime());
    assertNull(Share.ofPerson(late, "window", MARCH, CLOCK).onTime(), "another kept it lying");
  }

  @Test
  void aCorrectionIsNotDoneAtOnceForWhoeverAskedAndTheWaitIsNobodys() {
    CaseFacts facts =
        new Story()
            .told("submitted", "2026-03-02T09:00", "submitted", null, "admit", null)
            .told(
                "correctionRequested", "2026-03-03T09:00", "inCorrection", "window", "admit", null)
            .told("supplemented", "2026-03-06T09:00", "submitted", null, "admit", null)
            .told(
                "accepted",
                "2026-03-09T09:00",
                "inProgress",
                "window",
                "decide",
                "2026-03-10T23:59:59")
            .told("decided", "2026-03-10T09:00", "granted", "approver", null, null)
            .end();
    assertFalse(Share.ofDepartment(facts, MARCH, CLOCK).oneTime());
    Share window = Share.ofPerson(facts, "window", MARCH, CLOCK);
    assertFalse(window.oneTime());
    assertEquals(2 * DAY, window.minutes(), "the three days the applicant had are left out");
    assertTrue(Share.ofPerson(facts, "approver", MARCH, CLOCK).oneTime());
  }

  @Test
  void aReturnIsTheirsWhoseWorkGoesBack() {
    CaseFacts facts =
        new Story()
            .told("submitted", "2026-03-02T09:00", "submitted", null, "admit", null)
            .told(
                "accepted",
                "2026-03-03T09:00",
                "inProgress",
                "window",
                "decide",
                "2026-03-10T23:59:59")
            .back("2026-03-04T09:00", "approver", "decide", "admit")
            .told(
                "advanced",
                "2026-03-05T09:00",
                "inProgress",
                "window",
                "decide",
                "2026-03-10T23:59:59")
            .told("decided", "2026-03-06T09:00", "granted", "approver", null, null)
            .end();
    assertEquals(1, Share.ofPerson(facts, "window", MARCH, CLOCK).returns());
    assertFalse(Share.ofPerson(facts, "window", MARCH, CLOCK).oneTime());
    assertEquals(0, Share.ofPerson(facts, "approver", MARCH, CLOCK).returns());
    assertTrue(Share.ofPerson(facts, "approver", MARCH, CLOCK).oneTime());
    assertEquals(1, Share.ofDepartment(facts, MARCH, CLOCK).returns());
  }

  @Test
  void whatTheApplicantTookBackIsClosedAndNotDecided() {
    CaseFacts facts =
        new Story()
            .told(
                "submitted", "2026-03-02T09:00", "submitted", null, "admit", "2026-03-09T23:59:59")
            .told("withdrawn", "2026-03-30T09:00", "withdrawn", null, null, null)
            .end();
    Share share = Share.ofDepartment(facts, MARCH, CLOCK);
    assertTrue(share.received() && share.closed());
    assertFalse(share.decided() || share.worked());
    assertNull(share.onTime());
  }

  @Test
  void whatIsNotAcceptedIsConcludedByItsOwnLimit() {
    CaseFacts facts =
        new Story()
            .told(
                "submitted", "2026-03-02T09:00", "submitted", null, "admit", "2026-03-09T23:59:59")
            .told("refused", "2026-03-10T09:00", "notAccepted", "window", null, null)
            .end();
    Share share = Share.ofDepartment(facts, MARCH, CLOCK);
    assertTrue(share.decided());
    assertEquals(Boolean.FALSE, share.onTime());
  }

  @Test
  void anExtendedLimitCountsAsItWasKnownBeforeTheDecision() {
    CaseFacts facts =
        new Story()
            .told(
                "accepted",
                "2026-03-03T09:00",
                "inProgress",
                "window",
                "decide",
                "2026-03-10T23:59:59")
            .told("paused", "2026-03-04T09:00", "paused", "approver", "decide", null)
            .told(
                "resumed",
                "2026-03-06T09:00",
                "inProgress",
                "approver",
                "decide",
                "2026-03-12T23:59:59")
            .told("decided", "2026-03-12T09:00", "granted", "approver", null, "2026-03-20T23:59:59")
            .end();
    Share share = Share.ofDepartment(facts, MARCH, CLOCK);
    assertEquals(Boolean.TRUE, share.onTime());
    assertFalse(share.early());
    assertEquals(5 * DAY, share.minutes(), "seven working days, two of them paused");
  }

  /** The promised limit runs on after the decision, and so does the clock on the case's page. */
  @Test
  void whatWasDecidedInTimeAndHandedOutLateIsLate() {
    CaseFacts facts =
        new Story()
            .told(
                "accepted",
                "2026-03-03T09:00",
                "inProgress",
                "window",
                "decide",
                "2026-03-10T23:59:59")
            .told(
                "decided",
                "2026-03-10T09:00",
                "inProgress",
                "approver",
                "issue",
                "2026-03-10T23:59:59")
            .told("closed", "2026-03-11T09:00", "granted", "window", null, "2026-03-10T23:59:59")
            .end();
    Share share = Share.ofDepartment(facts, MARCH, CLOCK);
    assertTrue(share.decided() && share.closed() && share.worked());
    assertEquals(Boolean.FALSE, share.onTime());
    assertEquals(6 * DAY, share.minutes(), "to the end, and not to the decision");
    Within tenth = Within.days(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 10));
    Share thatDay = Share.ofDepartment(facts, tenth, CLOCK);
    assertTrue(thatDay.decided());
    assertFalse(thatDay.worked(), "it counts on the day on which it ended");
  }

  @Test
  void whileAClockThatRanIsNotToldItStandsStill() {
    CaseFacts facts =
        new Story()
            .told("submitted", "2026-03-02T09:00", "submitted", null, "admit", null)
            .told("originalsRequested", "2026-03-03T09:00", "inCorrection", "window", "admit", null)
            .told("originalsReceived", "2026-03-04T09:00", "submitted", null, "admit", null)
            .told(
                "accepted",
                "2026-03-04T10:00",
                "inProgress",
                "window",
                "hear",
                "2026-03-10T23:59:59")
            .told("advanced", "2026-03-05T10:00", "inProgress", "window", "hear", null)
            .told(
                "advanced",
                "2026-03-06T10:00",
                "inProgress",
                "window",
                "decide",
                "2026-03-11T23:59:59")
            .told("decided", "2026-03-09T10:00", "granted", "approver", null, null)
            .end();
    assertEquals(2, facts.stills().size(), "the applicant's turn, and the hearing");
    assertEquals(2 * DAY, Share.ofDepartment(facts, MARCH, CLOCK).minutes());
  }

  @Test
  void aPeriodHasItsFirstAndLastMoment() {
    CaseFacts facts = plain("2026-04-01T00:00").end();
    Share march = Share.ofDepartment(facts, MARCH, CLOCK);
    assertTrue(march.received());
    assertFalse(march.decided() || march.worked());
    assertNull(march.onTime());
    Within april = Within.days(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 1));
    assertTrue(Share.ofDepartment(facts, april, CLOCK).decided());
    assertFalse(Share.ofDepartment(facts, april, CLOCK).received());
  }

  @Test
  void everyRateHasItsNumeratorAndDenominator() {
    List<Share> shares =
        List.of(
            Share.ofDepartment(plain("2026-03-05T10:00").end(), MARCH, CLOCK),
            Share.ofDepartment(plain("2026-03-10T10:00").end(), MARCH, CLOCK),
            Share.ofDepartment(plain("2026-03-11T10:00").end(), MARCH, CLOCK),
            Share.ofDepartment(plain("2026-04-11T10:00").end(), MARCH, CLOCK));
    WorkFigures figures = WorkFigures.of(shares, Set.of());
    assertEquals(Figure.values().length, figures.values().size());
    value(figures, Figure.RECEIVED, 4, 4);
    value(figures, Figure.DECIDED, 3, 3);
    value(figures, Figure.ON_TIME, 2, 3);
    value(figures, Figure.EARLY, 1, 3);
    value(figures, Figure.OVERTIME, 1, 3);
    value(figures, Figure.ONE_TIME, 3, 3);
    value(figures, Figure.RETURNS, 0, 3);
    for (Figure figure : Figure.values()) {
      WorkFigures.Value value = figures.values().get(figure.ordinal());
      assertEquals(value.denominator(), WorkFigures.behind(figure, shares).count());
    }
  }

  @Test
  void anUpheldContestTakesTheCaseOutOfThatFigureAlone() {
    List<Share> shares =
        List.of(Share.ofPerson(plain("2026-03-11T10:00").end(), "approver", MARCH, CLOCK));
    Set<String> upheld = Set.of(WorkFigures.line(Figure.OVERTIME, NUMBER));
    value(WorkFigures.of(shares, Set.of()), Figure.OVERTIME, 1, 1);
    value(WorkFigures.of(shares, upheld), Figure.OVERTIME, 0, 0);
    value(WorkFigures.of(shares, upheld), Figure.ON_TIME, 0, 1);
  }

  @Test
  void factsAreStoredAndReadAgain() {
    CaseFacts facts = plain("2026-03-05T10:00").end();
    assertEquals(facts, StoredJson.read(StoredJson.write(facts), CaseFacts.class));
  }

  private static void value(WorkFigures figures, Figure figure, int numerator, int denominator) {
    WorkFigures.Value value = figures.values().get(figure.ordinal());
    assertEquals(numerator, value.numerator(), figure.code());
    assertEquals(denominator, value.denominator(), figure.code());
  }

  /** Due on 10 March. */
  private static Story plain(String decided) {
    return new Story()
        .told("submitted", "2026-03-02T09:00", "submitted", null, "admit", null)
        .told(
            "accepted", "2026-03-03T09:00", "inProgress", "window", "decide", "2026-03-10T23:59:59")
        .told("decided", decided, "granted", "approver", null, null);
  }

  /** A case as the journal tells it. */
  private static final class Story {
    private CaseFacts facts = CaseFacts.of(NUMBER);
    private Told.Live live;
    private long place;

    /**
     * @param step that is at work after it; null for none
     * @param due of the case and, after acceptance, of the step
     */
    Story told(String kind, String at, String state, String by, String step, String due) {
      return happened(kind, at, state, by, live == null ? step : live.stepId(), step, due);
    }

    Story back(String at, String by, String from, String to) {
      return happened("returned", at, "inProgress", by, from, to, "2026-03-10T23:59:59");
    }

    private Story happened(
        String kind, String at, String state, String by, String from, String to, String due) {
      Instant moment = moment(at);
      Instant dueAt = due == null ? null : moment(due);
      Instant entered = live != null && live.stepId().equals(to) ? live.enteredAt() : moment;
      Instant stepDue = "submitted".equals(state) || "admit".equals(to) ? null : dueAt;
      live = to == null ? null : new Told.Live(to, to, null, "post", entered, stepDue, List.of());
      List<Told.Live> now = new ArrayList<>();
      if (live != null) {
        now.add(live);
      }
      Told.Person person = by == null ? null : new Told.Person(by, by, "post", null);
      Told.Happened what =
          new Told.Happened(from, to, null, person, null, null, null, null, null, null, true);
      Told told =
          new Told(
              what,
              state,
              "ITM-1",
              "dep",
              "990100000000",
              "promised",
              dueAt,
              null,
              null,
              null,
              now,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null);
      facts = facts.after(new Happening(++place, NUMBER, "case." + kind, moment, by, told));
      return this;
    }

    CaseFacts end() {
      return facts;
    }

    private static Instant moment(String at) {
      return LocalDateTime.parse(at).atZone(CityTime.ZONE).toInstant();
    }
  }
}
