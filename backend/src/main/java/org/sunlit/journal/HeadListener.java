package org.sunlit.journal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Hears on every node that the journal has grown: a connection of its own LISTENs, is opened anew
 * when it is lost, and once a second the head is read besides, so that a lost notification costs a
 * second and never an event.
 */
@ApplicationScoped
class HeadListener {

  private static final Logger LOG = Logger.getLogger(HeadListener.class);
  private static final Duration FALLBACK = Duration.ofSeconds(1);

  private final Pool pool;
  private final Vertx vertx;
  private final JournalStream stream;
  private volatile boolean stopping;
  private volatile SqlConnection connection;
  private volatile long timer;

  HeadListener(Pool pool, Vertx vertx, JournalStream stream) {
    this.pool = pool;
    this.vertx = vertx;
    this.stream = stream;
  }

  void start(@Observes StartupEvent event) {
    listen();
    timer = vertx.setPeriodic(FALLBACK.toMillis(), ignored -> readHead());
    readHead();
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    vertx.cancelTimer(timer);
    if (connection != null) {
      connection.closeAndForget();
    }
  }

  private void listen() {
    pool.getConnection()
        .call(this::subscribe)
        .subscribe()
        .with(
            opened -> connection = opened,
            failure -> {
              LOG.warn("Cannot listen to the journal; trying again in a second", failure);
              listenAgain();
            });
  }

  private Uni<Void> subscribe(SqlConnection opened) {
    PgConnection postgres = PgConnection.cast(opened.getDelegate());
    postgres.notificationHandler(news -> stream.advancedTo(Long.parseLong(news.getPayload())));
    postgres.closeHandler(ignored -> listenAgain());
    return opened.query("listen " + Sequencer.CHANNEL).execute().replaceWithVoid();
  }

  private void listenAgain() {
    if (!stopping) {
      vertx.setTimer(FALLBACK.toMillis(), ignored -> listen());
    }
  }

  private void readHead() {
    stream
        .readHead()
        .subscribe()
        .with(head -> {}, failure -> LOG.warn("Cannot read how far the journal has come", failure));
  }
}
