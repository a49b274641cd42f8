package org.sunlit.rating.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DepartmentTallyTest {

  @Test
  void tooFewAreNotShown() {
    assertTrue(tally(new Tally(3, 1, 0), new Tally(0, 0, 0)).published(5).isEmpty());
  }

  @Test
  void enoughAreShownAndWhatFewSaidMoreOfIsNot() {
    DepartmentTally shown =
        tally(new Tally(3, 1, 1), new Tally(3, 0, 1)).published(5).orElseThrow();

    assertEquals(new Tally(3, 1, 1), shown.overall());
    assertNull(shown.efficiency());
    assertEquals(5, shown.overall().ratings());
  }

  private static DepartmentTally tally(Tally overall, Tally efficiency) {
    return new DepartmentTally(
        "tst", "测试局", null, 9, overall, efficiency, new Tally(0, 0, 0), new Tally(0, 0, 0));
  }
}
