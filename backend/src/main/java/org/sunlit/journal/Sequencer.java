package org.sunlit.journal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.sunlit.platform.Transactor;

/**
 * Gives every committed event its place: 1, 2, 3 … without a gap, in the order of commits. Any node
 * may run it; an advisory lock lets one at a time. It is woken after each commit on its own node
 * and looks once a second besides, so an event is placed even when the node that wrote it died
 * right after its commit.
 */
@ApplicationScoped
class Sequencer {

  static final String CHANNEL = "journal_head";

  private static final Logger LOG = Logger.getLogger(Sequencer.class);
  private static final Duration FALLBACK = Duration.ofSeconds(1);
  private static final long LOCK = 0x53756e6c6974L; // "Sunlit"

  // The lock is taken in a statement of its own: the next one then sees all that was committed
  // before it.
  private static final String TAKE_LOCK = "select pg_advisory_xact_lock($1)";
  private static final String PLACE =
      """
      with waiting as (
        delete from journal_waiting returning sequence, event_id
      ), placed as (
        insert into journal_place (place, event_id)
        select (select coalesce(max(place), 0) from journal_place) + row_number() over (order by sequence), event_id
        from waiting
        returning place
      )
      select pg_notify('%s', max(place)::text) from placed having count(*) > 0
      """
          .formatted(CHANNEL);

  private final Pool pool;
  private final Vertx vertx;
  private final Transactor transactor;
  private final OneAtATime placing =
      new OneAtATime(
          this::placeWaiting,
          failure ->
              LOG.warn(
                  "The sequencer could not place events; it tries again within a second", failure));
  private volatile long timer;

  Sequencer(Pool pool, Vertx vertx, Transactor transactor) {
    this.pool = pool;
    this.vertx = vertx;
    this.transactor = transactor;
  }

  void start(@Observes StartupEvent event) {
    transactor.onCommit(this::wake);
    timer = vertx.setPeriodic(FALLBACK.toMillis(), ignored -> wake());
    wake();
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  /** Asks for a run; many asks while one is under way make one more run. */
  void wake() {
    placing.wake();
  }

  private Uni<Boolean> placeWaiting() {
    return pool.withTransaction(
        connection ->
            takeLock(connection).chain(() -> connection.query(PLACE).execute()).replaceWith(false));
  }

  private static Uni<Void> takeLock(SqlConnection connection) {
    return connection.preparedQuery(TAKE_LOCK).execute(Tuple.of(LOCK)).replaceWithVoid();
  }
}
