package org.sunlit.identity.factor;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.sunlit.platform.CityTime;

/** What an account can prove who it is with, and what happened to it. */
@ApplicationScoped
public class Factors {
  private static final String STATE =
      """
      select a.must_change_password, a.password_changed_at, app.confirmed_at,
        (select count(*) from recovery_code r where r.account = a.account and r.used_at is null) as codes,
        (select count(*) from passkey p where p.account = a.account) as passkeys
      from account a left join authenticator_app app on app.account = a.account
      where a.account = $1
      """;
  private static final String RECORD =
      "insert into sign_in_record (account, kind, actor, reason, occurred_at) values ($1, $2, $3, $4, $5)";
  private static final String RECORDS =
      """
      select kind, actor, reason, occurred_at from sign_in_record
      where account = $1 order by id desc limit 20
      """;
  private static final List<String> RESET =
      List.of(
          "delete from authenticator_app where account = $1",
          "delete from recovery_code where account = $1",
          "delete from passkey where account = $1",
          "delete from known_device where account = $1");

  private final Pool pool;
  private final Clock clock;

  Factors(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** As it stands; an account that doesn't exist has nothing. */
  public Uni<FactorState> of(String account) {
    return pool.preparedQuery(STATE)
        .execute(Tuple.of(account))
        .map(
            rows ->
                rows.rowCount() == 0
                    ? new FactorState(null, 0, 0, false, null)
                    : state(rows.iterator().next()));
  }

  /** Takes every factor and every known browser away: for somebody who lost them (recorded). */
  public Uni<Void> reset(String account, String actor, String reason) {
    return pool.withTransaction(
        connection -> {
          Uni<Void> done = Uni.createFrom().voidItem();
          for (String statement : RESET) {
            done =
                done.chain(
                    () ->
                        connection
                            .preparedQuery(statement)
                            .execute(Tuple.of(account))
                            .replaceWithVoid());
          }
          return done.chain(
              () -> record(connection, account, FactorEvent.FACTORS_RESET, actor, reason));
        });
  }

  /** What happened to the account's ways to sign in, the latest first; twenty at most. */
  public Uni<List<FactorRecord>> recordsOf(String account) {
    return pool.preparedQuery(RECORDS)
        .execute(Tuple.of(account))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(
                        row ->
                            new FactorRecord(
                                FactorEvent.of(row.getString("kind")),
                                row.getString("actor"),
                                row.getString("reason"),
                                row.getOffsetDateTime("occurred_at").toInstant()))
                    .toList());
  }

  /** Writes down what happened, in the transaction that makes it true. */
  public Uni<Void> record(
      SqlConnection connection, String account, FactorEvent event, String actor, String reason) {
    return connection
        .preparedQuery(RECORD)
        .execute(Tuple.of(account, event.code(), actor, reason, CityTime.offset(clock.instant())))
        .replaceWithVoid();
  }

  private static FactorState state(Row row) {
    return new FactorState(
        instant(row.getOffsetDateTime("confirmed_at")),
        row.getLong("codes").intValue(),
        row.getLong("passkeys").intValue(),
        row.getBoolean("must_change_password"),
        instant(row.getOffsetDateTime("password_changed_at")));
  }

  static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
