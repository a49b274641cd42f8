package org.sunlit.journal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Reads the journal from the beginning, in order, and does something for each event exactly once:
 * what it writes and how far it has read are committed together. Several nodes may run the same
 * follower; the row that keeps its place lets one at a time.
 */
public abstract class JournalFollower {

  private static final Logger LOG = Logger.getLogger(JournalFollower.class);
  private static final int BATCH = 200;
  private static final Duration RETRY = Duration.ofSeconds(1);

  private static final String REGISTER =
      "insert into journal_reader (name, place) values ($1, 0) on conflict (name) do nothing";
  private static final String PLACE = "select place from journal_reader where name = $1 for update";
  private static final String READ =
      """
      select p.place, e.id, e.subject_kind, e.subject_id, e.kind, e.actor_account, e.actor_post, e.occurred_at,
        e.private_payload::text as private_payload
      from journal_place p join journal_event e on e.id = p.event_id
      where p.place > $1 order by p.place limit $2
      """;
  private static final String UNREAD =
      """
      select exists (select from journal_waiting) or exists (select from journal_place where place > $1) as unread
      """;
  private static final String ADVANCE = "update journal_reader set place = $2 where name = $1";

  private final String name;
  private final Pool pool;
  private final Vertx vertx;
  private final OneAtATime reading;

  /**
   * @param name under which its place is kept; never change it, or everything is read again
   */
  protected JournalFollower(String name, Pool pool, Vertx vertx) {
    this.name = name;
    this.pool = pool;
    this.vertx = vertx;
    this.reading = new OneAtATime(this::readBatch, this::readLater);
  }

  /**
   * What to do for these events, through this connection alone, so that it is committed with the
   * place.
   */
  protected abstract Uni<Void> handle(SqlConnection connection, List<PlacedEvent> events);

  /** Begins to read, and goes on whenever the journal has grown. */
  protected void follow(JournalStream stream) {
    stream.onAdvance(head -> reading.wake());
    reading.wake();
  }

  /** The same in no hurry: what comes within a while is read together. */
  protected void follow(JournalStream stream, Duration gathering) {
    AtomicBoolean waiting = new AtomicBoolean();
    stream.onAdvance(
        head -> {
          if (waiting.compareAndSet(false, true)) {
            vertx.setTimer(
                gathering.toMillis(),
                ignored -> {
                  waiting.set(false);
                  reading.wake();
                });
          }
        });
    reading.wake();
  }

  /**
   * Does something between two events, in a transaction that holds the place: nobody reads on
   * meanwhile, and everything that has happened has been read.
   *
   * @return whether it was done; not while there is something to read first
   */
  protected Uni<Boolean> betweenEvents(Function<SqlConnection, Uni<Void>> work) {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(PLACE)
                .execute(Tuple.of(name))
                .map(rows -> rows.rowCount() == 0 ? 0L : rows.iterator().next().getLong("place"))
                .chain(place -> connection.preparedQuery(UNREAD).execute(Tuple.of(place)))
                .map(rows -> rows.iterator().next().getBoolean("unread"))
                .call(unread -> unread ? Uni.createFrom().voidItem() : work.apply(connection))
                .map(unread -> !unread));
  }

  private void readLater(Throwable failure) {
    LOG.warnf(failure, "Reader %s could not go on; it tries again in a second", name);
    vertx.setTimer(RETRY.toMillis(), ignored -> reading.wake());
  }

  private Uni<Boolean> readBatch() {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(REGISTER)
                .execute(Tuple.of(name))
                .chain(() -> connection.preparedQuery(PLACE).execute(Tuple.of(name)))
                .map(rows -> rows.iterator().next().getLong("place"))
                .chain(place -> connection.preparedQuery(READ).execute(Tuple.of(place, BATCH)))
                .map(JournalFollower::events)
                .call(
                    events ->
                        events.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : handleAndAdvance(connection, events))
                .map(events -> events.size() == BATCH));
  }

  private Uni<Void> handleAndAdvance(SqlConnection connection, List<PlacedEvent> events) {
    long last = events.get(events.size() - 1).place();
    return handle(connection, events)
        .chain(() -> connection.preparedQuery(ADVANCE).execute(Tuple.of(name, last)))
        .replaceWithVoid();
  }

  private static List<PlacedEvent> events(Iterable<Row> rows) {
    List<PlacedEvent> events = new ArrayList<>();
    for (Row row : rows) {
      events.add(
          new PlacedEvent(
              row.getLong("place"),
              row.getUUID("id"),
              SubjectKind.of(row.getString("subject_kind")),
              row.getString("subject_id"),
              row.getString("kind"),
              row.getString("actor_account"),
              row.getString("actor_post"),
              row.getOffsetDateTime("occurred_at").toInstant(),
              row.getString("private_payload")));
    }
    return events;
  }
}
