package org.sunlit.supervision.centre;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.identity.SessionGuard;
import org.sunlit.supervision.FindingReader;

/**
 * The news of supervision for one reader, as they come: each time it is asked anew who the reader
 * is and what they may see, in the database itself. A reader that takes nothing is sent nothing;
 * one that comes back with the last place it has misses nothing and gets nothing twice.
 */
@ApplicationScoped
class NewsStream {
  private static final int BATCH = 200;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /**
   * Who listens.
   *
   * @param until when the token ends that let them in
   */
  record Listener(String account, UUID session, Instant until) {}

  /**
   * What is sent next.
   *
   * @param over whether nothing follows
   */
  record Batch(List<News> news, boolean over) {
    /** Nothing new: only to say that the line is open. */
    boolean heartbeat() {
      return news.isEmpty() && !over;
    }
  }

  private static final Batch OVER = new Batch(List.of(), true);
  private static final Batch NOTHING_NEW = new Batch(List.of(), false);

  /** How far one reader has come; asked one thing at a time. */
  private static final class Reading {
    private long place;
    private long spokenAt = System.nanoTime();

    Reading(long place) {
      this.place = place;
    }
  }

  private final NewsStore store;
  private final NewsFeed feed;
  private final SessionGuard guard;
  private final Pool pool;
  private final Clock clock;

  NewsStream(NewsStore store, NewsFeed feed, SessionGuard guard, Pool pool, Clock clock) {
    this.store = store;
    this.feed = feed;
    this.guard = guard;
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Begins with what came after a place.
   *
   * @param after the last place the reader has; null for one that wants only what comes
   */
  Multi<Batch> open(Listener listener, Long after) {
    Executor here = MutinyHelper.executor(Vertx.currentContext());
    Uni<Long> from = after == null ? store.head(pool) : Uni.createFrom().item(after);
    return from.onItem()
        .transformToMulti(
            place ->
                Multi.createBy()
                    .repeating()
                    .uni(() -> new Reading(place), reading -> next(listener, reading, here))
                    .whilst(batch -> !batch.over()));
  }

  private Uni<Batch> next(Listener listener, Reading reading, Executor here) {
    long calls = feed.calls();
    return reader(listener)
        .chain(
            reader ->
                reader.isEmpty()
                    ? Uni.createFrom().item(OVER)
                    : store
                        .after(reading.place, reader.get(), BATCH)
                        .chain(news -> spoken(listener, reading, news, calls, here)));
  }

  private Uni<Batch> spoken(
      Listener listener, Reading reading, List<News> news, long calls, Executor here) {
    if (!news.isEmpty()) {
      reading.place = news.get(news.size() - 1).place();
      reading.spokenAt = System.nanoTime();
      return Uni.createFrom().item(new Batch(news, false));
    }
    if (System.nanoTime() - reading.spokenAt > HEARTBEAT.toNanos()) {
      reading.spokenAt = System.nanoTime();
      return Uni.createFrom().item(NOTHING_NEW);
    }
    return feed.next(calls).emitOn(here).chain(() -> next(listener, reading, here));
  }

  /** Who listens, as long as they still may. */
  private Uni<Optional<FindingReader>> reader(Listener listener) {
    return clock.instant().isBefore(listener.until())
        ? guard
            .actor(listener.session(), listener.account())
            .map(actor -> actor.filter(NewsStream::may).map(who -> new FindingReader(who, false)))
        : Uni.createFrom().item(Optional.empty());
  }

  private static boolean may(Actor actor) {
    return actor.may(Permission.FINDINGS_READ);
  }
}
