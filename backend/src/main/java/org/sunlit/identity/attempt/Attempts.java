package org.sunlit.identity.attempt;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Sha256;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Counts guesses in PostgreSQL, so that all nodes count together. A try is counted before it is
 * looked at, so a thousand at once are no way around; being right takes the count away. Whoever
 * comes when all free tries are being looked at waits for what becomes of those, for they may all
 * be right. The rows are the same for accounts that don't exist.
 */
@ApplicationScoped
public class Attempts {
  private static final String BEGIN =
"""
insert into sign_in_attempt as a (subject, failures, looked_at, free_at, last_at) values ($1, 1, 1, $2, $2)
on conflict (subject) do update set
  looked_at = case when a.last_at < $6 then 1 else a.looked_at + 1 end,
  failures = case when a.last_at < $3 then 1 else a.failures + 1 end,
  free_at = cast($2 as timestamptz) + case
    when a.last_at < $3 or a.failures + 1 < $4 then interval '0'
    else make_interval(secs => least($5, power(2, least(a.failures + 2 - $4, 20)))) end,
  last_at = $2
where a.free_at <= $2
returning failures
""";
  private static final String REFUSED =
"""
select free_at, looked_at > 0 and last_at >= $2 as undecided from sign_in_attempt where subject = $1
""";
  private static final String WRONG =
      "update sign_in_attempt set looked_at = greatest(looked_at - 1, 0) where subject = $1";
  private static final String FORGET = "delete from sign_in_attempt where subject = $1";
  private static final String REMOVE = "delete from sign_in_attempt where last_at < $1";

  /** Longer than any try is looked at; what a node that has stopped left open counts as decided. */
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);

  /** How often, and how many times, somebody who waits for the tries of others asks again. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final int MOST_PAUSES = 100;

  private final Pool pool;
  private final Vertx vertx;
  private final Clock clock;
  private final KnownDevices devices;

  Attempts(Pool pool, Vertx vertx, Clock clock, KnownDevices devices) {
    this.pool = pool;
    this.vertx = vertx;
    this.clock = clock;
    this.devices = devices;
  }

  /**
   * Tries it, unless this place has failed too often with this account: then it is 429 with when to
   * come again, whether or not there is such an account and whatever was tried.
   *
   * @param work what comes of it; empty when it was wrong
   */
  public <T> Uni<Optional<T>> attempt(
      AttemptKind kind, String account, Origin origin, Supplier<Uni<Optional<T>>> work) {
    String name = account.toLowerCase(Locale.ROOT);
    return devices
        .knows(name, origin)
        .map(known -> subject(kind, name, origin, known))
        .chain(subject -> begin(kind, subject, MOST_PAUSES).chain(() -> looked(subject, work)));
  }

  private <T> Uni<Optional<T>> looked(Buffer subject, Supplier<Uni<Optional<T>>> work) {
    return Uni.createFrom()
        .deferred(work::get)
        .onFailure()
        .call(() -> run(WRONG, subject))
        .call(found -> run(found.isPresent() ? FORGET : WRONG, subject));
  }

  private static Buffer subject(AttemptKind kind, String account, Origin origin, boolean known) {
    return Sha256.of(kind + "\n" + account + "\n" + place(kind, origin, known));
  }

  private static String place(AttemptKind kind, Origin origin, boolean known) {
    if (known) {
      return "device " + origin.device();
    }
    return kind == AttemptKind.CODE ? "anywhere" : "network " + origin.network();
  }

  private Uni<Void> begin(AttemptKind kind, Buffer subject, int pauses) {
    Instant now = clock.instant();
    return pool.preparedQuery(BEGIN)
        .execute(
            Tuple.of(
                subject,
                CityTime.offset(now),
                CityTime.offset(now.minus(AttemptKind.REMEMBERED)),
                kind.free(),
                (double) kind.longest().toSeconds(),
                CityTime.offset(now.minus(LONGEST_LOOK))))
        .chain(
            rows ->
                rows.rowCount() == 1
                    ? Uni.createFrom().voidItem()
                    : refused(kind, subject, now, pauses));
  }

  /** Too many, unless those before were right meanwhile or may still turn out to be. */
  private Uni<Void> refused(AttemptKind kind, Buffer subject, Instant now, int pauses) {
    return pool.preparedQuery(REFUSED)
        .execute(Tuple.of(subject, CityTime.offset(now.minus(LONGEST_LOOK))))
        .chain(
            rows -> {
              if (pauses > 0 && rows.rowCount() == 0) {
                return begin(kind, subject, pauses - 1);
              }
              if (pauses > 0
                  && Boolean.TRUE.equals(rows.iterator().next().getBoolean("undecided"))) {
                return pause().chain(() -> begin(kind, subject, pauses - 1));
              }
              return wait(rows, now);
            });
  }

  /** Goes on in the same context: whoever asked has their request there. */
  private Uni<Void> pause() {
    return Uni.createFrom()
        .emitter(then -> vertx.setTimer(PAUSE.toMillis(), timer -> then.complete(null)));
  }

  private static Uni<Void> wait(RowSet<Row> rows, Instant now) {
    Instant freeAt =
        rows.rowCount() == 0
            ? now
            : rows.iterator().next().getOffsetDateTime("free_at").toInstant();
    long seconds = Math.max(1, Duration.between(now, freeAt).toSeconds() + 1);
    return Uni.createFrom()
        .failure(
            Problem.of(ProblemType.TOO_MANY_REQUESTS, seconds)
                .header("Retry-After", String.valueOf(seconds)));
  }

  private Uni<Void> run(String statement, Buffer subject) {
    return pool.preparedQuery(statement).execute(Tuple.of(subject)).replaceWithVoid();
  }

  @Scheduled(every = "1h", delayed = "15m")
  Uni<Void> remove() {
    return pool.preparedQuery(REMOVE)
        .execute(Tuple.of(CityTime.offset(clock.instant().minus(AttemptKind.REMEMBERED))))
        .replaceWithVoid();
  }
}
