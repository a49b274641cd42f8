package org.sunlit.board.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CarrierHealthTest {
  private static final Instant NOW = Instant.parse("2026-11-30T01:00:00Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private final CarrierHealth health = CarrierHealth.every(Duration.ofSeconds(60));

  @Test
  void missesADeviceAfterThreeBeatsAndNotBefore() {
    assertEquals(CarrierState.UNPAIRED, health.device(null, null, NOW));
    assertEquals(CarrierState.ONLINE, health.device(NOW.minusSeconds(180), Duration.ZERO, NOW));
    assertEquals(CarrierState.OFFLINE, health.device(NOW.minusSeconds(181), Duration.ZERO, NOW));
  }

  @Test
  void callsOldWhatHeardNothingOfTheCityForTenMinutes() {
    assertEquals(CarrierState.ONLINE, health.device(NOW, Duration.ofMinutes(10), NOW));
    assertEquals(CarrierState.STALE, health.device(NOW, Duration.ofSeconds(601), NOW));
  }

  @Test
  void countsTheDaysOfABoardFromItsLastPostingOrItsEntry() {
    assertEquals(MONDAY.plusDays(7), CarrierHealth.dueOn(MONDAY, null, 7));
    assertEquals(MONDAY.plusDays(8), CarrierHealth.dueOn(MONDAY, MONDAY.plusDays(1), 7));
    assertNull(CarrierHealth.dueOn(MONDAY, MONDAY, null));
  }

  @Test
  void callsABoardOverdueOnlyAfterItsLastDay() {
    assertEquals(CarrierState.POSTED, CarrierHealth.posted(MONDAY, MONDAY));
    assertEquals(CarrierState.OVERDUE, CarrierHealth.posted(MONDAY, MONDAY.plusDays(1)));
    assertEquals(CarrierState.KEPT, CarrierHealth.posted(null, MONDAY));
  }
}
