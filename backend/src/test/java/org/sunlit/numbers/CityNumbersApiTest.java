package org.sunlit.numbers;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.EndedCaseCity;
import org.sunlit.platform.CityTime;
import org.sunlit.testing.Api;
import org.sunlit.testing.Tables;

/** What every room counts of itself, for everybody. */
@QuarkusTest
class CityNumbersApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SUBMITTED =
      """
      select count(*) from journal_event
      where kind = 'case.submitted' and occurred_at >= $1 and occurred_at < $2
      """;

  @Inject EndedCaseCity city;
  @Inject @All List<NumberSource> sources;
  @Inject Tables tables;
  @Inject Clock clock;

  @Test
  void aCaseThatComesAndEndsIsCountedTodayAndAgreesWithTheJournal() {
    city.found();
    endAndAwait();
    // Other tests write events that nobody can read.
    long unread = submitted() - today(NumberKind.CASES_RECEIVED);
    long received = today(NumberKind.CASES_RECEIVED);
    long handled = today(NumberKind.CASE_DAYS, true);

    endAndAwait();

    assertEquals(unread, submitted() - today(NumberKind.CASES_RECEIVED));
    assertEquals(received + 1, today(NumberKind.CASES_RECEIVED));
    assertEquals(handled + 1, today(NumberKind.CASE_DAYS, true));
  }

  @Test
  void noRateIsMoreThanAll() {
    city.found();
    city.end();
    List<CityNumber> shares =
        Stream.concat(
                counted(NumberTable.first(day()), day()),
                sources.stream().flatMap(source -> source.now().await().atMost(PATIENCE).stream()))
            .filter(number -> number.of() != null && number.kind() != NumberKind.CASE_DAYS)
            .toList();

    assertFalse(shares.isEmpty());
    shares.forEach(share -> assertTrue(share.value() <= share.of(), share::toString));
  }

  @Test
  void everybodyReadsTwelveMonthsAndTheTable() {
    Api.contract()
        .get("/api/v1/city-numbers")
        .then()
        .statusCode(200)
        .body("months", hasSize(12))
        .body("now.kind", hasItems("openCases", "lateCases", "items", "daysPromisedLess"));
    Api.contract()
        .get("/api/v1/city-numbers/csv")
        .then()
        .statusCode(200)
        .contentType(containsString("text/csv"))
        .body(containsString("openCases"));
  }

  /** Until the journal has been read up to the end of a case. */
  private void endAndAwait() {
    long closed = today(NumberKind.CASES_CLOSED);
    city.end();
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (today(NumberKind.CASES_CLOSED) <= closed) {
      assertFalse(System.nanoTime() > until, "the case that ended is never counted");
    }
  }

  private long submitted() {
    return tables.count(SUBMITTED, CityTime.startOf(day()), CityTime.endOf(day()));
  }

  private long today(NumberKind kind) {
    return today(kind, false);
  }

  private long today(NumberKind kind, boolean of) {
    return counted(day(), day())
        .filter(number -> number.kind() == kind)
        .mapToLong(number -> of ? number.of() : number.value())
        .sum();
  }

  private Stream<CityNumber> counted(LocalDate first, LocalDate last) {
    return sources.stream()
        .flatMap(source -> source.count(first, last).await().atMost(PATIENCE).stream());
  }

  private LocalDate day() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }
}
