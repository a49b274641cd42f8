package org.sunlit.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.sunlit.identity.factor.FactorEvent;
import org.sunlit.identity.factor.Factors;
import org.sunlit.identity.factor.PasswordCodes;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Changing a password, one's own or, with a code, one that was forgotten. */
@ApplicationScoped
class AccountPasswords {
  private static final Duration CODE_LIFE = Duration.ofHours(24);
  private static final String CHANGE =
      """
      update account set password_hash = $2, must_change_password = false, password_changed_at = $3
      where account = $1 and not disabled
      """;

  /** A code to hand over, and until when it is good. */
  record Code(String code, Instant expiresAt) {}

  private final Pool pool;
  private final Clock clock;
  private final Passwords passwords;
  private final Factors factors;
  private final PasswordCodes codes;
  private final Sessions sessions;

  AccountPasswords(
      Pool pool,
      Clock clock,
      Passwords passwords,
      Factors factors,
      PasswordCodes codes,
      Sessions sessions) {
    this.pool = pool;
    this.clock = clock;
    this.passwords = passwords;
    this.factors = factors;
    this.codes = codes;
    this.sessions = sessions;
  }

  /** Sets it; which sessions then end is the caller's. */
  Uni<Void> change(String account, String newPassword) {
    check(account, newPassword);
    return passwords
        .hash(newPassword)
        .chain(hash -> pool.withTransaction(connection -> change(connection, account, hash)));
  }

  /**
   * Sets it for whoever brings the code, which is then good no longer, and ends every session;
   * false when account and code don't go together, which takes as long.
   */
  Uni<Optional<Boolean>> changeWithCode(String typed, String code, String newPassword) {
    String account = typed.toLowerCase(Locale.ROOT);
    check(account, newPassword);
    return passwords
        .hash(newPassword)
        .chain(
            hash ->
                pool.withTransaction(
                    connection ->
                        codes
                            .use(connection, account, code)
                            .chain(
                                right ->
                                    right
                                        ? change(connection, account, hash)
                                            .replaceWith(Optional.of(true))
                                        : Uni.createFrom().item(Optional.<Boolean>empty()))))
        .call(done -> done.isPresent() ? sessions.endAll(account) : Uni.createFrom().nullItem());
  }

  /** A code for somebody who has forgotten the password (recorded with the reason). */
  Uni<Code> codeFor(String account, String actor, String reason) {
    Instant expiresAt = clock.instant().plus(CODE_LIFE);
    return codes.make(account, actor, reason, expiresAt).map(code -> new Code(code, expiresAt));
  }

  private Uni<Void> change(SqlConnection connection, String account, String hash) {
    return connection
        .preparedQuery(CHANGE)
        .execute(Tuple.of(account, hash, CityTime.offset(clock.instant())))
        .chain(
            () -> factors.record(connection, account, FactorEvent.PASSWORD_CHANGED, account, null));
  }

  private static void check(String account, String newPassword) {
    PasswordRules.objection(account, newPassword)
        .ifPresent(
            objection -> {
              throw Problem.of(ProblemType.UNPROCESSABLE)
                  .at("/newPassword", objection.messageKey(), objection.args());
            });
  }
}
