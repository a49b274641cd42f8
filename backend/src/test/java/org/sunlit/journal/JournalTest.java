package org.sunlit.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlit.platform.Transactor;

@QuarkusTest
class JournalTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject Journal journal;
  @Inject JournalStream stream;
  @Inject Transactor transactor;
  @Inject Pool pool;
  @Inject Vertx vertx;
  @Inject Clock clock;

  @Test
  void givesEveryCommittedEventOnePlaceWithoutAGapAndNoneToWhatWasRolledBack() {
    Set<UUID> committed = ConcurrentHashMap.newKeySet();
    Multi.createFrom()
        .range(0, 300)
        .onItem()
        .transformToUni(number -> write(number, committed))
        .merge(16)
        .collect()
        .asList()
        .await()
        .atMost(PATIENCE);

    List<Long> places = placesOnce(committed);

    assertEquals(committed.size(), places.size());
    long head = stream.readHead().await().atMost(PATIENCE);
    assertEquals(
        LongStream.rangeClosed(1, head).boxed().toList(),
        longs("select place as value from journal_place order by place"));
  }

  @Test
  void keepsTheOrderOfEventsOfOneSubject() {
    String subject = "ordered " + UUID.randomUUID();
    List<UUID> written = new ArrayList<>();
    for (int number = 0; number < 20; number++) {
      UUID id = UUID.randomUUID();
      append(id, subject).await().atMost(PATIENCE);
      written.add(id);
    }

    placesOnce(Set.copyOf(written));
    List<UUID> read = new ArrayList<>();
    pool.preparedQuery(
            """
            select e.id from journal_place p join journal_event e on e.id = p.event_id
            where e.subject_id = $1 order by p.place
            """)
        .execute(Tuple.of(subject))
        .await()
        .atMost(PATIENCE)
        .forEach(row -> read.add(row.getUUID("id")));
    assertEquals(written, read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal_event set kind = 'other'",
        "delete from journal_event",
        "update journal_public set state = 'granted'",
        "delete from journal_public",
        "update journal_place set place = place + 1",
        "delete from journal_place",
        "truncate journal_event cascade"
      })
  void refusesToChangeWhatHappened(String statement) {
    append(UUID.randomUUID(), "kept").await().atMost(PATIENCE);
    placesOnce(Set.of());

    var refused =
        assertThrows(
            Exception.class, () -> pool.query(statement).execute().await().atMost(PATIENCE));

    assertTrue(refused.getMessage().contains("only grows"), refused::getMessage);
  }

  @Test
  void letsAFollowerHandleEachEventOnceEvenWhenItFailsInBetween() {
    pool.query("create table if not exists follower_test (event_id uuid)")
        .execute()
        .await()
        .atMost(PATIENCE);
    Set<UUID> written = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 40).forEach(number -> written.add(appendNow("followed")));
    placesOnce(written);

    new StumblingFollower(pool, vertx).follow(stream);

    await(() -> longs("select count(*) as value from follower_test").get(0) >= stream.head());
    assertEquals(
        longs("select count(*) as value from journal_place"),
        longs("select count(distinct event_id) as value from follower_test"));
    assertEquals(
        longs("select count(distinct event_id) as value from follower_test"),
        longs("select count(*) as value from follower_test"));
  }

  /** Fails the first time it is handed anything, after it has written. */
  private static final class StumblingFollower extends JournalFollower {
    private boolean stumbled;

    StumblingFollower(Pool pool, Vertx vertx) {
      super("stumbling", pool, vertx);
    }

    @Override
    protected Uni<Void> handle(SqlConnection connection, List<PlacedEvent> events) {
      List<Tuple> rows = events.stream().map(event -> Tuple.of(event.id())).toList();
      return connection
          .preparedQuery("insert into follower_test (event_id) values ($1)")
          .executeBatch(rows)
          .invoke(
              done -> {
                if (!stumbled) {
                  stumbled = true;
                  throw new IllegalStateException("stumbles once");
                }
              })
          .replaceWithVoid();
    }
  }

  private Uni<Void> write(int number, Set<UUID> committed) {
    UUID id = UUID.randomUUID();
    boolean fails = number % 7 == 0;
    return transactor
        .write(
            session ->
                journal
                    .append(session, entry(id, "subject " + number))
                    .invoke(
                        done -> {
                          if (fails) {
                            throw new IllegalStateException("rolled back");
                          }
                        }))
        .invoke(() -> committed.add(id))
        .onFailure(IllegalStateException.class)
        .recoverWithNull()
        .replaceWithVoid();
  }

  private UUID appendNow(String subject) {
    UUID id = UUID.randomUUID();
    append(id, subject).await().atMost(PATIENCE);
    return id;
  }

  private Uni<Void> append(UUID id, String subject) {
    return transactor.write(session -> journal.append(session, entry(id, subject)));
  }

  private JournalEntry entry(UUID id, String subject) {
    return new JournalEntry(
        id,
        SubjectKind.CASE,
        subject,
        "case.tested",
        null,
        null,
        clock.instant(),
        "{}",
        Optional.empty());
  }

  /** The places of these events, once they all have one and nothing waits any more. */
  private List<Long> placesOnce(Set<UUID> events) {
    await(() -> longs("select count(*) as value from journal_waiting").get(0) == 0);
    return pool.preparedQuery("select place as value from journal_place where event_id = any($1)")
        .execute(Tuple.tuple().addArrayOfUUID(events.toArray(UUID[]::new)))
        .map(JournalTest::values)
        .await()
        .atMost(PATIENCE);
  }

  private List<Long> longs(String query) {
    return pool.query(query).execute().map(JournalTest::values).await().atMost(PATIENCE);
  }

  private static List<Long> values(Iterable<io.vertx.mutiny.sqlclient.Row> rows) {
    List<Long> values = new ArrayList<>();
    rows.forEach(row -> values.add(row.getLong("value")));
    return values;
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "did not happen in time");
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }
}
