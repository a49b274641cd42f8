package org.sunlit.journal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.sunlit.platform.ChannelListener;

/**
 * Hears on every node that the journal has grown: it listens, and once a second the head is read
 * besides, so that a lost notification costs a second and never an event.
 */
@ApplicationScoped
class HeadListener {

  private static final Logger LOG = Logger.getLogger(HeadListener.class);
  private static final Duration FALLBACK = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final JournalStream stream;
  private final ChannelListener listener;
  private volatile long timer;

  HeadListener(Pool pool, Vertx vertx, JournalStream stream) {
    this.vertx = vertx;
    this.stream = stream;
    this.listener =
        new ChannelListener(
            pool, vertx, Sequencer.CHANNEL, place -> stream.advancedTo(Long.parseLong(place)));
  }

  void start(@Observes StartupEvent event) {
    listener.start();
    timer = vertx.setPeriodic(FALLBACK.toMillis(), ignored -> readHead());
    readHead();
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
    listener.stop();
  }

  private void readHead() {
    stream
        .readHead()
        .subscribe()
        .with(head -> {}, failure -> LOG.warn("Cannot read how far the journal has come", failure));
  }
}
