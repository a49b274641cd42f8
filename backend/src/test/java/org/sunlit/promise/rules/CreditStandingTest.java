package org.sunlit.promise.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sunlit.promise.rules.CreditAsk.State;

/** When a breach counts against somebody, and until when. */
class CreditStandingTest {
  private static final Instant ENTERED = Instant.parse("2026-03-10T02:00:00Z");
  private static final LocalDate PERIOD = LocalDate.parse("2026-09-10");

  private final List<CreditEvent> events =
      new ArrayList<>(
          List.of(new CreditEvent(1, CreditEventKind.ENTERED, ENTERED, null, PERIOD, null)));

  private CreditStandingTest then(CreditEventKind kind) {
    events.add(new CreditEvent(events.size() + 1, kind, ENTERED.plusSeconds(60), null, null, "理由"));
    return this;
  }

  private CreditStanding standing() {
    return CreditStanding.of(events);
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  @Test
  void itCountsUntilItIsRepairedAndToTheEndOfItsPeriod() {
    assertTrue(standing().counts(day("2026-03-10")));
    assertTrue(standing().counts(day("2030-01-01")), "unrepaired it counts on");
    then(CreditEventKind.REPAIR_ASKED).then(CreditEventKind.REPAIR_GRANTED);
    assertTrue(standing().counts(PERIOD));
    assertFalse(standing().counts(PERIOD.plusDays(1)));
  }

  @Test
  void aContestThatIsRightTakesItOut() {
    then(CreditEventKind.CONTESTED);
    assertTrue(standing().counts(day("2026-03-11")));
    assertFalse(standing().mayContest(day("2026-03-11")));
    then(CreditEventKind.CONTEST_GRANTED);
    assertTrue(standing().removed());
    assertFalse(standing().counts(day("2026-03-11")));
    assertFalse(standing().mayAskForRepair(false));
  }

  @Test
  void itIsContestedOnceAndWithinThirtyDays() {
    assertTrue(standing().mayContest(day("2026-04-09")));
    assertFalse(standing().mayContest(day("2026-04-10")));
    then(CreditEventKind.CONTESTED).then(CreditEventKind.CONTEST_DECLINED);
    assertFalse(standing().mayContest(day("2026-03-12")));
    assertTrue(standing().counts(day("2026-03-12")));
    assertEquals("理由", standing().contest().answer());
  }

  @Test
  void whatCanStillBeMadeGoodHasToBeBeforeItIsRepaired() {
    assertFalse(standing().mayAskForRepair(true));
    assertTrue(standing().mayAskForRepair(false));
    then(CreditEventKind.MADE_GOOD);
    assertTrue(standing().mayAskForRepair(true));
  }

  @Test
  void whoWasRefusedRepairMayAskAgain() {
    then(CreditEventKind.MADE_GOOD).then(CreditEventKind.REPAIR_ASKED);
    assertEquals(State.ASKED, standing().repair().state());
    assertFalse(standing().mayAskForRepair(false));
    then(CreditEventKind.REPAIR_DECLINED);
    assertTrue(standing().mayAskForRepair(false));
    then(CreditEventKind.REPAIR_ASKED).then(CreditEventKind.REPAIR_GRANTED);
    assertTrue(standing().repaired());
    assertFalse(standing().mayAskForRepair(false));
  }

  @Test
  void itBeginsWithItsEntry() {
    assertThrows(IllegalArgumentException.class, () -> CreditStanding.of(List.of()));
  }
}
