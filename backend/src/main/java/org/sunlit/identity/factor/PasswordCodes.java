package org.sunlit.identity.factor;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.sunlit.platform.CityTime;

/** Codes for forgotten passwords 密码重置码: one for an account, good once, kept as a hash. */
@ApplicationScoped
public class PasswordCodes {
  private static final String PURPOSE = "password";
  private static final String KEEP =
      """
      insert into password_code (account, code_hash, made_by, expires_at) values ($1, $2, $3, $4)
      on conflict (account) do update set code_hash = $2, made_by = $3, expires_at = $4
      """;
  private static final String USE =
      "delete from password_code where account = $1 and code_hash = $2 and expires_at > $3";

  private final Pool pool;
  private final Clock clock;
  private final FactorKey key;
  private final Factors factors;

  PasswordCodes(Pool pool, Clock clock, FactorKey key, Factors factors) {
    this.pool = pool;
    this.clock = clock;
    this.key = key;
    this.factors = factors;
  }

  /** A new one; one that was made before is good no longer. */
  public Uni<String> make(String account, String actor, String reason, Instant expiresAt) {
    String code = OneTimeCode.make();
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(account, hash(account, code), actor, CityTime.offset(expiresAt)))
                .chain(
                    () ->
                        factors.record(
                            connection, account, FactorEvent.PASSWORD_CODE_MADE, actor, reason))
                .replaceWith(code));
  }

  /** Whether the code is the account's; it is good no longer then. */
  public Uni<Boolean> use(SqlConnection connection, String account, String code) {
    return connection
        .preparedQuery(USE)
        .execute(Tuple.of(account, hash(account, code), CityTime.offset(clock.instant())))
        .map(used -> used.rowCount() == 1);
  }

  private Buffer hash(String account, String code) {
    return key.hash(PURPOSE, account, OneTimeCode.normal(code));
  }
}
