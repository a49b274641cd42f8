package org.sunlit.identity.attempt;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
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
 * looked at, so a thousand at once are no way around; being right takes the count away. The rows
 * are the same for accounts that don't exist.
 */
@ApplicationScoped
public class Attempts {
  private static final String BEGIN =
      """
      insert into sign_in_attempt as a (subject, failures, free_at, last_at) values ($1, 1, $2, $2)
      on conflict (subject) do update set
        failures = case when a.last_at < $3 then 1 else a.failures + 1 end,
        free_at = cast($2 as timestamptz) + case
          when a.last_at < $3 or a.failures + 1 < $4 then interval '0'
          else make_interval(secs => least($5, power(2, least(a.failures + 2 - $4, 20)))) end,
        last_at = $2
      where a.free_at <= $2
      returning failures
      """;
  private static final String FREE_AT = "select free_at from sign_in_attempt where subject = $1";
  private static final String FORGET = "delete from sign_in_attempt where subject = $1";
  private static final String REMOVE = "delete from sign_in_attempt where last_at < $1";

  private final Pool pool;
  private final Clock clock;
  private final KnownDevices devices;

  Attempts(Pool pool, Clock clock, KnownDevices devices) {
    this.pool = pool;
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
        .chain(
            subject ->
                begin(kind, subject)
                    .chain(work::get)
                    .call(
                        found ->
                            found.isPresent() ? forget(subject) : Uni.createFrom().nullItem()));
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

  private Uni<Void> begin(AttemptKind kind, Buffer subject) {
    Instant now = clock.instant();
    return pool.preparedQuery(BEGIN)
        .execute(
            Tuple.of(
                subject,
                CityTime.offset(now),
                CityTime.offset(now.minus(AttemptKind.REMEMBERED)),
                kind.free(),
                (double) kind.longest().toSeconds()))
        .chain(rows -> rows.rowCount() == 1 ? Uni.createFrom().voidItem() : refuse(subject, now));
  }

  private Uni<Void> refuse(Buffer subject, Instant now) {
    return pool.preparedQuery(FREE_AT)
        .execute(Tuple.of(subject))
        .map(
            rows ->
                rows.rowCount() == 0
                    ? now
                    : rows.iterator().next().getOffsetDateTime("free_at").toInstant())
        .chain(
            freeAt -> {
              long seconds = Math.max(1, Duration.between(now, freeAt).toSeconds() + 1);
              return Uni.createFrom()
                  .failure(
                      Problem.of(ProblemType.TOO_MANY_REQUESTS, seconds)
                          .header("Retry-After", String.valueOf(seconds)));
            });
  }

  private Uni<Void> forget(Buffer subject) {
    return pool.preparedQuery(FORGET).execute(Tuple.of(subject)).replaceWithVoid();
  }

  @Scheduled(every = "1h", delayed = "15m")
  Uni<Void> remove() {
    return pool.preparedQuery(REMOVE)
        .execute(Tuple.of(CityTime.offset(clock.instant().minus(AttemptKind.REMEMBERED))))
        .replaceWithVoid();
  }
}
