package org.sunlit.identity.factor;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sunlit.platform.CityTime;

/** Authenticator apps (TOTP, RFC 6238): one for each account, its secret sealed. */
@ApplicationScoped
public class AuthenticatorApps {
  /** The name that apps show above the code. */
  private static final String ISSUER = "阳光办 Sunlit";

  private static final String BEGIN =
      """
      insert into authenticator_app (account, secret, enrolled_at) values ($1, $2, $3)
      on conflict (account) do update set secret = $2, enrolled_at = $3, last_step = null
      where authenticator_app.confirmed_at is null
      """;
  private static final String UNCONFIRMED =
      """
      select secret from authenticator_app
      where account = $1 and confirmed_at is null and enrolled_at > $2 for update
      """;
  private static final String CONFIRM =
      "update authenticator_app set confirmed_at = $2, last_step = $3 where account = $1";
  private static final String SECRET =
      "select secret from authenticator_app where account = $1 and confirmed_at is not null";

  /** The row decides which of two that come with the same code was first. */
  private static final String USE =
      "update authenticator_app set last_step = $2 where account = $1 and last_step < $2";

  private static final String REMOVE =
      "delete from authenticator_app where account = $1 and confirmed_at is not null";
  private static final int MINUTES_TO_CONFIRM = 15;

  /**
   * An app on its way.
   *
   * @param key to be typed
   * @param uri to be scanned
   */
  public record Enrolment(String key, String uri) {}

  private final Pool pool;
  private final Clock clock;
  private final FactorKey key;
  private final Factors factors;
  private final RecoveryCodes recoveryCodes;
  private final SecureRandom random = new SecureRandom();

  AuthenticatorApps(
      Pool pool, Clock clock, FactorKey key, Factors factors, RecoveryCodes recoveryCodes) {
    this.pool = pool;
    this.clock = clock;
    this.key = key;
    this.factors = factors;
    this.recoveryCodes = recoveryCodes;
  }

  /** A new secret, not asked for before it is confirmed; empty when the account has an app. */
  public Uni<Optional<Enrolment>> begin(String account) {
    byte[] secret = new byte[Totp.SECRET_BYTES];
    random.nextBytes(secret);
    return pool.preparedQuery(BEGIN)
        .execute(Tuple.of(account, key.seal(account, secret), now()))
        .map(
            rows ->
                rows.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(
                        new Enrolment(Totp.typed(secret), Totp.uri(secret, ISSUER, account))));
  }

  /**
   * With a first code the app counts from now on, and there are recovery codes; empty otherwise.
   */
  public Uni<Optional<List<String>>> confirm(String account, String code) {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(UNCONFIRMED)
                .execute(Tuple.of(account, now().minusMinutes(MINUTES_TO_CONFIRM)))
                .chain(
                    rows -> {
                      OptionalLong step = step(account, code, rows);
                      return step.isEmpty()
                          ? Uni.createFrom().item(Optional.empty())
                          : confirm(connection, account, step.getAsLong()).map(Optional::of);
                    }));
  }

  private Uni<List<String>> confirm(SqlConnection connection, String account, long step) {
    return connection
        .preparedQuery(CONFIRM)
        .execute(Tuple.of(account, now(), step))
        .chain(
            () ->
                factors.record(connection, account, FactorEvent.AUTHENTICATOR_ADDED, account, null))
        .chain(() -> recoveryCodes.makeIn(connection, account));
  }

  /** Whether the code is the app's, of about now and not used before. */
  public Uni<Boolean> use(String account, String code) {
    return pool.preparedQuery(SECRET)
        .execute(Tuple.of(account))
        .chain(
            rows -> {
              OptionalLong step = step(account, code, rows);
              return step.isEmpty()
                  ? Uni.createFrom().item(false)
                  : pool.preparedQuery(USE)
                      .execute(Tuple.of(account, step.getAsLong()))
                      .map(used -> used.rowCount() == 1);
            });
  }

  /** Takes the app away, and the recovery codes unless a passkey needs them. */
  public Uni<Void> remove(String account) {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(REMOVE)
                .execute(Tuple.of(account))
                .chain(
                    removed ->
                        removed.rowCount() == 0
                            ? Uni.createFrom().voidItem()
                            : factors
                                .record(
                                    connection,
                                    account,
                                    FactorEvent.AUTHENTICATOR_REMOVED,
                                    account,
                                    null)
                                .chain(() -> recoveryCodes.dropUnneeded(connection, account))));
  }

  private OptionalLong step(String account, String code, RowSet<Row> rows) {
    return rows.rowCount() == 0
        ? OptionalLong.empty()
        : Totp.stepOf(
            key.open(account, rows.iterator().next().getDelegate().getBuffer("secret")),
            code.strip(),
            clock.instant());
  }

  private OffsetDateTime now() {
    return CityTime.offset(clock.instant());
  }
}
