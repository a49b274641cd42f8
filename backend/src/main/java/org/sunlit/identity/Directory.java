package org.sunlit.identity;

import com.github.benmanes.caffeine.cache.AsyncCache;
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
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.sunlit.platform.ChannelListener;
import org.sunlit.platform.HotCaches;
import org.sunlit.platform.Shared;

/**
 * Every account as it is now, without asking the database for each request: what was looked up is
 * remembered until the account changes. PostgreSQL tells every node of a change; each looks once a
 * second besides, so that a lost notification costs a second.
 */
@Singleton
public class Directory {

  private static final Logger LOG = Logger.getLogger(Directory.class);
  private static final String CHANNEL = "account_changed";
  private static final Duration FALLBACK = Duration.ofSeconds(1);

  /** Long enough to be worth it, and memory for those who come once is given back. */
  private static final Duration KEPT = Duration.ofMinutes(30);

  private static final int MOST_KEPT = 50_000;

  /** Looked at again each time, for what was committed after its time was taken. */
  private static final String CHANGED =
      """
      select account, clock_timestamp() as now from account
      where changed_at > cast($1 as timestamptz) - interval '1 minute'
      union all select null, clock_timestamp()
      """;

  private final Pool pool;
  private final Vertx vertx;
  private final Accounts accounts;
  private final Clock clock;
  private final AsyncCache<String, Optional<Standing>> known =
      HotCaches.builder().maximumSize(MOST_KEPT).expireAfterAccess(KEPT).buildAsync();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final ChannelListener listener;
  private volatile OffsetDateTime readUntil;
  private volatile long timer;

  Directory(Pool pool, Vertx vertx, Accounts accounts, Clock clock) {
    this.pool = pool;
    this.vertx = vertx;
    this.accounts = accounts;
    this.clock = clock;
    this.listener = new ChannelListener(pool, vertx, CHANNEL, this::forget);
  }

  void start(@Observes StartupEvent event) {
    listener.start();
    timer = vertx.setPeriodic(FALLBACK.toMillis(), ignored -> look());
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
    listener.stop();
  }

  /** The account as it is now; empty for one that is disabled or doesn't exist. */
  public Uni<Optional<StaffAccount>> find(String account) {
    return known(account).map(found -> found.map(one -> one.staffAt(clock.instant())));
  }

  /** The same as one who acts; its posts are those of this moment, whoever wrote them down when. */
  public Uni<Optional<Actor>> actor(String account) {
    return known(account).map(found -> found.map(one -> one.actorAt(clock.instant())));
  }

  /** The same at once; empty when the database has to be asked for it, or it isn't there. */
  Optional<Actor> actorInMemory(String account) {
    CompletableFuture<Optional<Standing>> answer = known.getIfPresent(account);
    return answer == null || !answer.isDone() || answer.isCompletedExceptionally()
        ? Optional.empty()
        : answer.join().map(one -> one.actorAt(clock.instant()));
  }

  private Uni<Optional<Standing>> known(String account) {
    CompletableFuture<Optional<Standing>> answer =
        known.get(
            account,
            (name, executor) ->
                Shared.begin(() -> accounts.known(name).map(found -> found.map(Standing::new))));
    return Shared.answer(answer);
  }

  /**
   * It has changed, and that is committed: whoever changes an account calls this before answering,
   * so that the next request on this node sees it. The other nodes are told by PostgreSQL.
   */
  public void forget(String account) {
    known.synchronous().invalidate(account);
  }

  /**
   * The same when others hang on it too: an absence, a post or a name changes what colleagues may.
   */
  public void forgetAll() {
    known.synchronous().invalidateAll();
  }

  /** One look at a time: a slow database isn't asked again before it has answered. */
  private void look() {
    if (!looking.compareAndSet(false, true)) {
      return;
    }
    pool.preparedQuery(CHANGED)
        .execute(Tuple.of(readUntil))
        .onTermination()
        .invoke(() -> looking.set(false))
        .subscribe()
        .with(
            rows ->
                rows.forEach(
                    row -> {
                      readUntil = row.getOffsetDateTime("now");
                      Optional.ofNullable(row.getString("account")).ifPresent(this::forget);
                    }),
            failure -> LOG.warn("Cannot read which accounts have changed", failure));
  }
}
