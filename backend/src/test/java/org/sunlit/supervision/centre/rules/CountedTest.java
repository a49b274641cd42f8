package org.sunlit.supervision.centre.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.CalendarFixtures;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.platform.CityTime;
import org.sunlit.statistics.rules.CaseClock;
import org.sunlit.supervision.work.rules.CaseFacts;

/** What counts of a case, by hand: November 2026 has no holidays but its weekends. */
class CountedTest {
  private static final CaseClock CLOCK =
      new CaseClock(CalendarFixtures.SHIPPED, LimitUnit.WORKING_DAYS);
  private static final Instant DUE = at("2026-11-20T23:59:59");

  private Optional<CaseFacts> open = Optional.empty();
  private long place;
  private final List<Fact> facts = new ArrayList<>();

  @Test
  void aCaseThatEndsBeforeItsDayIsInTimeEarlyAndOnce() {
    happens("submitted", "2026-11-02T09:00", "submitted", null);
    happens("accepted", "2026-11-03T09:00", "inProgress", DUE);
    happens("closed", "2026-11-10T15:00", "granted", null);
    assertEquals(List.of(Fact.Kind.RECEIVED, Fact.Kind.ENDED), kinds());
    assertEquals(new Fact(Fact.Kind.ENDED, true, true, true, 5), facts.get(1), "4 to 10 November");
    assertTrue(open.isEmpty());
  }

  @Test
  void onItsLastDayItIsInTimeButNotEarly() {
    happens("submitted", "2026-11-02T09:00", "submitted", null);
    happens("accepted", "2026-11-03T09:00", "inProgress", DUE);
    happens("closed", "2026-11-20T23:59:59", "granted", null);
    assertEquals(true, facts.get(1).onTime());
    assertEquals(false, facts.get(1).early());
  }

  @Test
  void aSecondLaterItIsLate() {
    happens("submitted", "2026-11-02T09:00", "submitted", null);
    happens("accepted", "2026-11-03T09:00", "inProgress", DUE);
    happens("closed", "2026-11-21T00:00:00", "granted", null);
    assertEquals(false, facts.get(1).onTime());
  }

  @Test
  void correctionsAndReturnsAreCountedAndEndOnceOnly() {
    happens("submitted", "2026-11-02T09:00", "submitted", null);
    happens("correctionRequested", "2026-11-02T10:00", "inCorrection", null);
    happens("supplemented", "2026-11-04T10:00", "submitted", null);
    happens("accepted", "2026-11-05T09:00", "inProgress", DUE);
    happens("returned", "2026-11-06T09:00", "inProgress", DUE);
    happens("closed", "2026-11-09T09:00", "granted", null);
    assertEquals(
        List.of(Fact.Kind.RECEIVED, Fact.Kind.CORRECTED, Fact.Kind.RETURNED, Fact.Kind.ENDED),
        kinds());
    assertEquals(false, facts.get(3).once());
    assertEquals(2, facts.get(3).days(), "the 6th and the 9th; the correction was before");
  }

  @Test
  void daysItStoodStillAreNobodys() {
    happens("submitted", "2026-11-02T09:00", "submitted", null);
    happens("accepted", "2026-11-02T09:30", "inProgress", DUE);
    happens("paused", "2026-11-03T00:00", "paused", null);
    happens("resumed", "2026-11-06T00:00", "inProgress", at("2026-11-25T23:59:59"));
    happens("closed", "2026-11-09T09:00", "granted", null);
    assertEquals(2, facts.get(1).days(), "five days less the 3rd, 4th and 5th");
    assertEquals(true, facts.get(1).onTime());
  }

  @Test
  void whatTheApplicantTakesBackSaysNothingOfHandling() {
    happens("submitted", "2026-11-02T09:00", "submitted", DUE);
    happens("withdrawn", "2026-11-30T09:00", "withdrawn", null);
    assertEquals(Fact.of(Fact.Kind.ENDED), facts.get(1));
    assertNull(facts.get(1).onTime());
  }

  @Test
  void aReopenedCaseIsNeitherReceivedNorDoneAgain() {
    happens("submitted", "2026-11-02T09:00", "submitted", null);
    happens("closed", "2026-11-03T09:00", "refused", null);
    happens("reopened", "2026-11-10T09:00", "inProgress", DUE);
    happens("closed", "2026-11-11T09:00", "granted", null);
    happens("revoked", "2026-11-12T09:00", "revoked", null);
    assertEquals(List.of(Fact.Kind.RECEIVED, Fact.Kind.ENDED), kinds(), "its first end counts");
    assertNull(facts.get(1).onTime(), "it had no deadline yet");
    assertTrue(open.isEmpty());
  }

  private void happens(String kind, String at, String state, Instant due) {
    Counted counted = Counted.of(Tale.event(++place, kind, at, state, due), open, CLOCK);
    open = counted.open();
    counted.fact().ifPresent(facts::add);
  }

  private List<Fact.Kind> kinds() {
    return facts.stream().map(Fact::kind).toList();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CityTime.ZONE).toInstant();
  }
}
