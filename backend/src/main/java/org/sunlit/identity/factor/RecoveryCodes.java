package org.sunlit.identity.factor;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.sunlit.platform.CityTime;

/** Recovery codes 恢复码: ten, shown once, each good once, for whoever has lost the other factor. */
@ApplicationScoped
public class RecoveryCodes {
  private static final int HOW_MANY = 10;
  private static final String PURPOSE = "recovery";
  private static final String DROP = "delete from recovery_code where account = $1";
  private static final String DROP_UNNEEDED =
      """
      delete from recovery_code r where r.account = $1
      and not exists (select from passkey where account = $1)
      and not exists (select from authenticator_app where account = $1 and confirmed_at is not null)
      """;
  private static final String KEEP =
      "insert into recovery_code (account, code_hash, made_at) values ($1, $2, $3)";
  private static final String USE =
      """
      update recovery_code set used_at = $3
      where account = $1 and code_hash = $2 and used_at is null
      """;

  private final Pool pool;
  private final Clock clock;
  private final FactorKey key;
  private final Factors factors;

  RecoveryCodes(Pool pool, Clock clock, FactorKey key, Factors factors) {
    this.pool = pool;
    this.clock = clock;
    this.key = key;
    this.factors = factors;
  }

  /** New ones; the old ones are good no longer. */
  public Uni<List<String>> make(String account) {
    return pool.withTransaction(connection -> makeIn(connection, account));
  }

  /** The same within the caller's transaction. */
  public Uni<List<String>> makeIn(SqlConnection connection, String account) {
    List<String> codes = Stream.generate(OneTimeCode::make).limit(HOW_MANY).toList();
    var now = CityTime.offset(clock.instant());
    List<Tuple> rows =
        codes.stream().map(code -> Tuple.of(account, hash(account, code), now)).toList();
    return connection
        .preparedQuery(DROP)
        .execute(Tuple.of(account))
        .chain(() -> connection.preparedQuery(KEEP).executeBatch(rows))
        .chain(
            () ->
                factors.record(connection, account, FactorEvent.RECOVERY_CODES_MADE, account, null))
        .replaceWith(codes);
  }

  /** Whether the code is one of the account's and not used before. */
  public Uni<Boolean> use(String account, String code) {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(USE)
                .execute(Tuple.of(account, hash(account, code), CityTime.offset(clock.instant())))
                .chain(
                    used ->
                        used.rowCount() == 0
                            ? Uni.createFrom().item(false)
                            : factors
                                .record(
                                    connection,
                                    account,
                                    FactorEvent.RECOVERY_CODE_USED,
                                    account,
                                    null)
                                .replaceWith(true)));
  }

  /** They stand in for another factor: without one there is nothing to stand in for. */
  public Uni<Void> dropUnneeded(SqlConnection connection, String account) {
    return connection.preparedQuery(DROP_UNNEEDED).execute(Tuple.of(account)).replaceWithVoid();
  }

  private io.vertx.core.buffer.Buffer hash(String account, String code) {
    return key.hash(PURPOSE, account, OneTimeCode.normal(code));
  }
}
