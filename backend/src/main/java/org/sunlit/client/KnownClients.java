package org.sunlit.client;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.sunlit.platform.ChannelListener;

/**
 * All keys that are good, in memory on every node. PostgreSQL tells every node when one is issued
 * or revoked; each looks every few seconds besides, so that a lost notification costs seconds.
 */
@ApplicationScoped
class KnownClients {
  private static final Logger LOG = Logger.getLogger(KnownClients.class);
  private static final String CHANNEL = "client_changed";
  private static final Duration FALLBACK = Duration.ofSeconds(5);
  private static final Duration START = Duration.ofSeconds(30);

  private record Known(AdmittedKey key, ClientMeter meter) {}

  private final ClientStore store;
  private final UsageBook book;
  private final Vertx vertx;
  private final Clock clock;
  private final ChannelListener listener;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile boolean lookAgain;
  private volatile Map<String, Known> byHash = Map.of();
  private volatile long timer;

  KnownClients(ClientStore store, UsageBook book, Pool pool, Vertx vertx, Clock clock) {
    this.store = store;
    this.book = book;
    this.vertx = vertx;
    this.clock = clock;
    this.listener = new ChannelListener(pool, vertx, CHANNEL, told -> look());
  }

  /** Before the first request comes. */
  void start(@Observes StartupEvent event) {
    refresh().await().atMost(START);
    listener.start();
    timer = vertx.setPeriodic(FALLBACK.toMillis(), ignored -> look());
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
    listener.stop();
  }

  /** Whose key it is; empty for one that isn't, or not any more. */
  Optional<ClientMeter> find(String key) {
    Known known = byHash.get(ClientKeys.hexHash(key));
    return known == null || !known.key().expiresAt().isAfter(clock.instant())
        ? Optional.empty()
        : Optional.of(known.meter());
  }

  /** Looks now: whoever changes something waits for this, so that this node acts on it at once. */
  Uni<Void> refresh() {
    return store.goodKeys(clock.instant()).invoke(this::take).replaceWithVoid();
  }

  private synchronized void take(Iterable<AdmittedKey> keys) {
    Map<UUID, ClientMeter> before = new HashMap<>();
    byHash.values().forEach(known -> before.put(known.meter().limits().client(), known.meter()));
    Map<String, Known> now = new HashMap<>();
    for (AdmittedKey key : keys) {
      // What a client has left isn't given back by looking, unless its limits are others.
      ClientMeter meter =
          before.compute(
              key.limits().client(),
              (id, known) ->
                  known != null && known.limits().equals(key.limits())
                      ? known
                      : new ClientMeter(key.limits(), book, clock));
      now.put(key.hash(), new Known(key, meter));
    }
    byHash = now;
  }

  /** One look at a time, and one more if something came meanwhile. */
  private void look() {
    lookAgain = true;
    if (!looking.compareAndSet(false, true)) {
      return;
    }
    lookAgain = false;
    refresh()
        .onTermination()
        .invoke(
            () -> {
              looking.set(false);
              if (lookAgain) {
                look();
              }
            })
        .subscribe()
        .with(done -> {}, failure -> LOG.warn("Cannot read the keys of applications", failure));
  }
}
