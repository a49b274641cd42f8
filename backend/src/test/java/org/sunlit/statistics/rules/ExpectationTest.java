package org.sunlit.statistics.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.CalendarFixtures;
import org.sunlit.calendar.LimitUnit;

class ExpectationTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);
  private static final CaseClock CLOCK =
      new CaseClock(CalendarFixtures.SHIPPED, LimitUnit.CALENDAR_DAYS);

  @Test
  void saysNothingOfTooFewCases() {
    Expectation expectation = new Expectation();
    expectation.closed(3, Expectation.FEWEST - 1);
    assertEquals(OptionalInt.empty(), days(expectation));
    expectation.closed(4, 1);
    assertEquals(OptionalInt.of(4), days(expectation), "of ten the longest");
  }

  @Test
  void takesThePlaceThatNineInTenDoNotPass() {
    Expectation expectation = new Expectation();
    for (int days = 1; days <= 99; days++) {
      expectation.closed(days, 1);
    }
    assertEquals(99, expectation.count());
    assertEquals(OptionalInt.of(90), days(expectation), "⌈0.9 · 100⌉");
    expectation.closed(200, 1);
    assertEquals(OptionalInt.of(91), days(expectation), "⌈0.9 · 101⌉");
  }

  /** However few cases it rests on, the next is within it nine times in ten. */
  @Test
  void holdsForSmallNumbersToo() {
    Random random = new Random(7);
    for (int count : new int[] {10, 19, 40, 150}) {
      int held = 0;
      int tried = 20_000;
      for (int round = 0; round < tried; round++) {
        Expectation expectation = new Expectation();
        for (int each = 0; each < count; each++) {
          expectation.closed(days(random), 1);
        }
        held += days(random) <= days(expectation).orElseThrow() ? 1 : 0;
      }
      double share = (double) held / tried;
      assertTrue(share > 0.893 && share < 0.93, count + " cases: " + share);
    }
  }

  /** To look at closed cases alone would favour the quick. */
  @Test
  void countsThoseStillUnderWay() {
    Expectation expectation = new Expectation();
    expectation.closed(5, 20);
    assertEquals(OptionalInt.of(5), days(expectation));
    expectation.closed(12, 20);
    expectation.closed(40, 3);
    assertEquals(OptionalInt.of(12), days(expectation), "40 of 43");
    // Three more have waited for over forty days.
    expectation.underWay(TODAY.minusDays(60), 3);
    assertEquals(OptionalInt.of(40), days(expectation));
    expectation.underWay(TODAY.minusDays(60), 10);
    assertEquals(OptionalInt.empty(), days(expectation), "nobody knows how long they will take");
    expectation.underWay(TODAY.minusDays(60), -13);
    expectation.underWay(TODAY.minusDays(3), 500);
    assertEquals(OptionalInt.of(12), days(expectation), "those who have just come say nothing");
  }

  private static OptionalInt days(Expectation expectation) {
    return expectation.days(TODAY, CLOCK);
  }

  private static int days(Random random) {
    return (int) (30 * Math.exp(random.nextGaussian() / 2));
  }
}
