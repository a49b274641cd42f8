package org.sunlit.identity;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.sunlit.platform.ChannelListener;
import org.sunlit.platform.CityTime;

/**
 * Which sessions have ended while access tokens of theirs may still be about, known on every node
 * without asking the database for each request: the node that ends one knows at once and tells the
 * others. Everybody looks at start and once a second besides, so that a lost notification costs a
 * second.
 */
@Singleton
class EndedSessions {

  /** Longer than any access token is taken for good, with clocks of nodes that differ. */
  static final Duration REMEMBERED = AccessTokens.LIFE.plusMinutes(5);

  private static final Logger LOG = Logger.getLogger(EndedSessions.class);
  private static final String CHANNEL = "session_ended";
  private static final Duration FALLBACK = Duration.ofSeconds(1);

  /** Looked at again each time, for what was committed late or by a node whose clock is behind. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  /** So many ids fit into one notification; of more, the others are told to look. */
  private static final int MOST_TOLD = 200;

  private static final Duration START = Duration.ofSeconds(30);
  private static final String TELL = "select pg_notify($1, $2)";
  private static final String ENDED = "select id, ended_at from session where ended_at > $1";

  private final Pool pool;
  private final Vertx vertx;
  private final Clock clock;
  private final Map<UUID, Instant> ended = new ConcurrentHashMap<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final ChannelListener listener;
  private volatile Instant readUntil = Instant.MIN;
  private volatile long timer;

  EndedSessions(Pool pool, Vertx vertx, Clock clock) {
    this.pool = pool;
    this.vertx = vertx;
    this.clock = clock;
    this.listener = new ChannelListener(pool, vertx, CHANNEL, this::hear);
  }

  /** Before the first request comes. */
  void start(@Observes StartupEvent event) {
    read().await().atMost(START);
    listener.start();
    timer = vertx.setPeriodic(FALLBACK.toMillis(), ignored -> look());
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
    listener.stop();
  }

  boolean contains(UUID session) {
    return ended.containsKey(session);
  }

  /**
   * These have ended, and it is committed. When this is done, this node refuses their tokens; a
   * notification that can't be sent fails nothing, for the others look by themselves.
   */
  Uni<Void> add(Collection<UUID> sessions) {
    if (sessions.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    note(sessions);
    return pool.preparedQuery(TELL)
        .execute(Tuple.of(CHANNEL, told(sessions)))
        .replaceWithVoid()
        .onFailure()
        .invoke(failure -> LOG.warn("Cannot tell other nodes that a session ended", failure))
        .onFailure()
        .recoverWithNull();
  }

  private void note(Collection<UUID> sessions) {
    Instant now = clock.instant();
    sessions.forEach(session -> ended.put(session, now));
  }

  private static String told(Collection<UUID> sessions) {
    return sessions.size() > MOST_TOLD
        ? ""
        : sessions.stream().map(UUID::toString).collect(Collectors.joining(","));
  }

  private void hear(String told) {
    if (told.isEmpty()) {
      look();
    } else {
      note(Stream.of(told.split(",")).map(UUID::fromString).toList());
    }
  }

  private Uni<Void> read() {
    Instant now = clock.instant();
    Instant forgotten = now.minus(REMEMBERED);
    Instant latest = readUntil.isAfter(now) ? forgotten : readUntil; // a clock may jump back
    Instant since = latest.isBefore(forgotten.plus(OVERLAP)) ? forgotten : latest.minus(OVERLAP);
    return pool.preparedQuery(ENDED)
        .execute(Tuple.of(CityTime.offset(since)))
        .invoke(
            rows -> {
              rows.forEach(
                  row ->
                      ended.put(row.getUUID("id"), row.getOffsetDateTime("ended_at").toInstant()));
              ended.values().removeIf(forgotten::isAfter);
              readUntil = now;
            })
        .replaceWithVoid();
  }

  /** One look at a time: a slow database isn't asked again before it has answered. */
  private void look() {
    if (!looking.compareAndSet(false, true)) {
      return;
    }
    read()
        .onTermination()
        .invoke(() -> looking.set(false))
        .subscribe()
        .with(done -> {}, failure -> LOG.warn("Cannot read which sessions have ended", failure));
  }
}
