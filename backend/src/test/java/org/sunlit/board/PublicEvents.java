package org.sunlit.board;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.JournalStream;
import org.sunlit.journal.PublicProjection;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.Transactor;

/** Writes public events into the journal as a feature would. */
@ApplicationScoped
class PublicEvents {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final AtomicInteger numbers = new AtomicInteger();
  private final Journal journal;
  private final JournalStream stream;
  private final Transactor transactor;
  private final Clock clock;

  PublicEvents(Journal journal, JournalStream stream, Transactor transactor, Clock clock) {
    this.journal = journal;
    this.stream = stream;
    this.transactor = transactor;
    this.clock = clock;
  }

  /** The number of the case that was submitted. */
  String submit(String regionCode, String departmentCode) {
    String number = "20261120-%06d-1".formatted(numbers.incrementAndGet());
    var now = clock.instant();
    var projection =
        new PublicProjection(
            number,
            "MAR-LIC-01",
            "食品经营许可",
            "Food business licence",
            departmentCode,
            "晴川市市场监督管理局",
            null,
            regionCode,
            "promised",
            "submitted",
            "accept",
            "受理",
            "Acceptance",
            "王**",
            now,
            null,
            null,
            null);
    var entry =
        new JournalEntry(
            UUID.randomUUID(),
            SubjectKind.CASE,
            number,
            "case.submitted",
            null,
            null,
            now,
            "{}",
            Optional.of(projection));
    transactor.write(session -> journal.append(session, entry)).await().atMost(PATIENCE);
    return number;
  }

  long head() {
    return stream.readHead().await().atMost(PATIENCE);
  }

  /** Waits until the feed shows the case. */
  void awaitOnFeed(String caseNumber) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      List<String> shown =
          given().get("/api/v1/board/feed").jsonPath().getList("entries.caseNumber");
      if (shown.contains(caseNumber)) {
        return;
      }
      assertTrue(System.nanoTime() < end, () -> caseNumber + " does not show");
      LockSupport.parkNanos(20_000_000);
    }
  }
}
