package org.sunlit.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberTableTest {
  /** Ten past midnight on the first of March in the city, and still February in Greenwich. */
  private static final Instant AT = Instant.parse("2026-02-28T16:10:00Z");

  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  @Test
  void yesterdayAndTodayMakeTheMonthAndMonthsMakeTheYear() {
    NumberTable table =
        NumberTable.of(
            AT,
            List.of(received(null, 7)),
            List.of(
                received(YearMonth.of(2025, 12), 100),
                received(YearMonth.of(2026, 1), 20),
                received(YearMonth.of(2026, 2), 3),
                onTime(YearMonth.of(2026, 2), 1, 2),
                onTime(YearMonth.of(2026, 1), 5, 9)),
            List.of(received(MARCH, 4), received(MARCH, 1)));

    assertEquals(LocalDate.of(2026, 3, 1), table.day());
    assertEquals(12, table.months().size());
    assertEquals(YearMonth.of(2025, 4), table.months().get(0).month());
    assertEquals(List.of(), table.months().get(0).numbers());
    assertEquals(List.of(received(YearMonth.of(2025, 12), 100)), table.months().get(8).numbers());
    assertEquals(List.of(received(MARCH, 5)), table.today());
    assertEquals(List.of(received(MARCH, 5)), table.thisMonth());
    assertEquals(List.of(received(MARCH, 28), onTime(MARCH, 6, 11)), table.thisYear());
    assertEquals(List.of(received(null, 7)), table.now());
  }

  @Test
  void theFirstDayIsThatOfTheMonthAYearAgo() {
    assertEquals(LocalDate.of(2025, 4, 1), NumberTable.first(LocalDate.of(2026, 3, 31)));
    assertEquals(LocalDate.of(2025, 3, 1), NumberTable.first(LocalDate.of(2026, 2, 28)));
  }

  @Test
  void theTableHasALineForEachNumberWithWhatItIsAPartOf() {
    String csv =
        NumbersCsv.of(
            NumberTable.of(
                AT, List.of(received(null, 7)), List.of(), List.of(onTime(MARCH, 1, 2))));

    assertTrue(csv.startsWith("\uFEFF期间 period,"), csv);
    assertEquals(
        List.of(
            "2026-03-01 now,casesReceived,7,",
            "2026-03-01,casesOnTime,1,2",
            "2026-03,casesOnTime,1,2",
            "2026,casesOnTime,1,2"),
        csv.lines().toList().subList(1, 5));
  }

  private static CityNumber received(YearMonth month, long value) {
    return CityNumber.of(month, NumberKind.CASES_RECEIVED, value);
  }

  private static CityNumber onTime(YearMonth month, long value, long of) {
    return new CityNumber(month, NumberKind.CASES_ON_TIME, value, of);
  }
}
