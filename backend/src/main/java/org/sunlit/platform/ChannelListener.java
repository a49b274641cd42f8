package org.sunlit.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Listens to a channel of PostgreSQL on a connection of its own, which is opened anew when it is
 * lost. What is told meanwhile is not heard: whoever needs it looks by itself besides.
 */
public final class ChannelListener {
  private static final Logger LOG = Logger.getLogger(ChannelListener.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Pool pool;
  private final Vertx vertx;
  private final String channel;
  private final Consumer<String> hear;
  private volatile boolean stopping;
  private volatile SqlConnection connection;

  /**
   * @param hear gets each notification's payload, on an event loop
   */
  public ChannelListener(Pool pool, Vertx vertx, String channel, Consumer<String> hear) {
    this.pool = pool;
    this.vertx = vertx;
    this.channel = channel;
    this.hear = hear;
  }

  /** Begins to listen; returns at once. */
  public void start() {
    pool.getConnection()
        .call(opened -> subscribe(opened).onFailure().call(opened::close))
        .subscribe()
        .with(
            opened -> connection = opened,
            failure -> {
              LOG.warnf(failure, "Cannot listen to %s; trying again in a second", channel);
              startAgain();
            });
  }

  /** Ends it for good. */
  public void stop() {
    stopping = true;
    if (connection != null) {
      connection.closeAndForget();
    }
  }

  private Uni<Void> subscribe(SqlConnection opened) {
    PgConnection postgres = PgConnection.cast(opened.getDelegate());
    postgres.notificationHandler(news -> hear.accept(news.getPayload()));
    return opened
        .query("listen " + channel)
        .execute()
        .invoke(() -> postgres.closeHandler(ignored -> startAgain()))
        .replaceWithVoid();
  }

  private void startAgain() {
    if (!stopping) {
      vertx.setTimer(PAUSE.toMillis(), ignored -> start());
    }
  }
}
