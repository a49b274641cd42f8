package org.sunlit.identity;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.sunlit.platform.CityTime;

/** The sessions of an account: to look at, and to end. */
@ApplicationScoped
public class Sessions {

  private static final String OF_ACCOUNT =
      """
      select id, browser, system, begun_at, last_used_at, expires_at
      from session
      where account = $1 and ended_at is null and expires_at > $2 and last_used_at > $3
      order by last_used_at desc, id
      limit 100
      """;
  private static final String END_ONE =
      "update session set ended_at = $3 where id = $1 and account = $2 and ended_at is null returning id";

  /** In one order, so that two who do it at once don't wait for each other. */
  private static final String END_ALL =
      """
      update session set ended_at = $2
      where id in (select id from session where account = $1 and ended_at is null order by id for update)
      returning id
      """;

  private static final String END_OTHERS =
      """
      update session set ended_at = $2
      where id in (
        select id from session where account = $1 and ended_at is null and id <> $3 order by id for update)
      returning id
      """;

  private static final String REMOVE = "delete from session where expires_at < $1 or ended_at < $2";

  private final Pool pool;
  private final Clock clock;
  private final SessionLimits limits;
  private final EndedSessions ended;

  Sessions(Pool pool, Clock clock, SessionLimits limits, EndedSessions ended) {
    this.pool = pool;
    this.clock = clock;
    this.limits = limits;
    this.ended = ended;
  }

  /** Those that can still be gone on with, the last used first; a hundred at most. */
  Uni<List<OwnSession>> of(String account) {
    Instant now = clock.instant();
    return pool.preparedQuery(OF_ACCOUNT)
        .execute(Tuple.of(account, CityTime.offset(now), CityTime.offset(now.minus(limits.idle()))))
        .map(rows -> stream(rows).map(Sessions::session).toList());
  }

  /** Ends one at once; false when the account has no such session. */
  Uni<Boolean> end(String account, UUID id) {
    return end(pool.preparedQuery(END_ONE).execute(Tuple.of(id, account, now())));
  }

  /** Ends all at once. */
  public Uni<Void> endAll(String account) {
    return end(pool.preparedQuery(END_ALL).execute(Tuple.of(account, now()))).replaceWithVoid();
  }

  /** Ends all but this one at once. */
  Uni<Void> endOthers(String account, UUID current) {
    return end(pool.preparedQuery(END_OTHERS).execute(Tuple.of(account, now(), current)))
        .replaceWithVoid();
  }

  private Uni<Boolean> end(Uni<RowSet<Row>> update) {
    return update
        .map(rows -> stream(rows).map(row -> row.getUUID("id")).toList())
        .call(ended::add)
        .map(ids -> !ids.isEmpty());
  }

  @Scheduled(every = "1h", delayed = "10m")
  Uni<Void> remove() {
    Instant now = clock.instant();
    return pool.preparedQuery(REMOVE)
        .execute(
            Tuple.of(CityTime.offset(now), CityTime.offset(now.minus(EndedSessions.REMEMBERED))))
        .replaceWithVoid();
  }

  private OffsetDateTime now() {
    return CityTime.offset(clock.instant());
  }

  private static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  private static OwnSession session(Row row) {
    return new OwnSession(
        row.getUUID("id"),
        new Device(row.getString("browser"), row.getString("system")),
        row.getOffsetDateTime("begun_at").toInstant(),
        row.getOffsetDateTime("last_used_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant());
  }
}
