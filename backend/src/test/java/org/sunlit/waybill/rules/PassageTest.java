package org.sunlit.waybill.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PassageTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

  private static Passage passage(boolean received, boolean missing) {
    return new Passage(Direction.MATERIALS, DAY, received, missing);
  }

  @Test
  void itIsLateTheDayAfterItWasExpectedAndUntilItIsSignedFor() {
    assertEquals(WaybillState.ON_THE_WAY, passage(false, false).on(DAY));
    assertEquals(WaybillState.LATE, passage(false, false).on(DAY.plusDays(1)));
    assertEquals(WaybillState.MISSING, passage(false, true).on(DAY));
    assertEquals(WaybillState.RECEIVED, passage(true, false).on(DAY.plusDays(9)));
    assertEquals(WaybillState.RECEIVED, passage(true, true).on(DAY), "it turned up");
  }

  @Test
  void theOtherEndSignsAndEitherSaysOnceThatItIsLost() {
    assertTrue(passage(false, false).receivable(Side.HOME));
    assertFalse(passage(false, false).receivable(Side.COUNTER));
    assertTrue(new Passage(Direction.RESULT, DAY, false, true).receivable(Side.COUNTER));
    assertFalse(passage(true, false).receivable(Side.HOME));
    assertTrue(passage(false, false).losable());
    assertFalse(passage(false, true).losable());
    assertFalse(passage(true, false).losable());
  }

  @Test
  void itIsExpectedWithinAMonth() {
    assertTrue(Passage.canBeExpected(DAY, DAY));
    assertTrue(Passage.canBeExpected(DAY.plusDays(30), DAY));
    assertFalse(Passage.canBeExpected(DAY.plusDays(31), DAY));
    assertFalse(Passage.canBeExpected(DAY.minusDays(1), DAY));
  }
}
