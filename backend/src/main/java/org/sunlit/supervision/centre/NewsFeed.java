package org.sunlit.supervision.centre;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.sunlit.platform.ChannelListener;

/**
 * Wakes whoever waits for news of supervision on this node: when PostgreSQL tells of some, and once
 * a second besides, so that a lost notification costs a second, and an ended session is noticed as
 * soon.
 */
@ApplicationScoped
class NewsFeed {
  private static final String CHANNEL = "supervision_news";
  private static final long FALLBACK_MILLIS = 1_000;

  private final Vertx vertx;
  private final ChannelListener listener;
  private final AtomicLong calls = new AtomicLong();
  private final Set<UniEmitter<? super Void>> waiting = ConcurrentHashMap.newKeySet();
  private volatile long timer;

  NewsFeed(Pool pool, Vertx vertx) {
    this.vertx = vertx;
    this.listener = new ChannelListener(pool, vertx, CHANNEL, told -> wake());
  }

  void start(@Observes StartupEvent event) {
    listener.start();
    timer = vertx.setPeriodic(FALLBACK_MILLIS, ignored -> wake());
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
    listener.stop();
    wake();
  }

  /** To be asked before looking for news: what comes meanwhile isn't missed then. */
  long calls() {
    return calls.get();
  }

  /**
   * Done as soon as there may be something new.
   *
   * @param known what {@link #calls} was before the last look
   */
  Uni<Void> next(long known) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              waiting.add(emitter);
              emitter.onTermination(() -> waiting.remove(emitter));
              if (calls.get() != known) {
                emitter.complete(null);
              }
            });
  }

  private void wake() {
    calls.incrementAndGet();
    waiting.forEach(
        emitter -> {
          waiting.remove(emitter);
          emitter.complete(null);
        });
  }
}
