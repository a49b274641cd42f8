package org.sunlit.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.sunlit.platform.CityTime;

/**
 * Signing in with a name and a password. The database is asked for the hash alone; who the account
 * is and what it may comes from the {@link Directory}, as with every other request.
 */
@ApplicationScoped
class PasswordSignIn {

  /** Somebody's chosen name never stands in the way of the staff's. */
  private static final String FIND =
      """
      select account, password_hash, must_change_password and activation_expires_at < $2 as lapsed
      from account where not disabled and (account = $1 or account = $3)
      order by account = $1 desc limit 1
      """;

  private static final String RENEW =
      "update account set password_hash = $2 where account = $1 and password_hash = $3";

  /**
   * @param lapsed its activation code is past its day
   */
  private record Stored(String account, String passwordHash, boolean lapsed) {}

  private final Pool pool;
  private final Passwords passwords;
  private final NamedAccounts named;
  private final Directory directory;
  private final Clock clock;

  PasswordSignIn(
      Pool pool, Passwords passwords, NamedAccounts named, Directory directory, Clock clock) {
    this.pool = pool;
    this.passwords = passwords;
    this.named = named;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * The account, if the password is its own; the answer takes as long when there is no such
   * account.
   */
  Uni<Optional<StaffAccount>> signIn(String name, String password) {
    return named
        .account(name)
        .chain(account -> find(name, account.orElse(null)))
        .chain(
            found ->
                passwords
                    .matches(password, found.map(Stored::passwordHash).orElse(null))
                    .chain(
                        matches ->
                            matches && !found.orElseThrow().lapsed()
                                ? renew(found.orElseThrow(), password)
                                    .chain(() -> directory.find(found.orElseThrow().account()))
                                : Uni.createFrom().item(Optional.empty())));
  }

  /** A hash of another cost is made anew, now that the password is at hand; if it can be. */
  private Uni<Void> renew(Stored stored, String password) {
    if (!Argon2id.isOfAnotherCost(stored.passwordHash())) {
      return Uni.createFrom().voidItem();
    }
    return passwords
        .hash(password)
        .chain(
            hash ->
                pool.preparedQuery(RENEW)
                    .execute(Tuple.of(stored.account(), hash, stored.passwordHash())))
        .replaceWithVoid()
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Optional<Stored>> find(String name, String account) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(name.toLowerCase(Locale.ROOT), CityTime.offset(clock.instant()), account))
        .map(
            rows ->
                rows.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(stored(rows.iterator().next())));
  }

  private static Stored stored(Row row) {
    return new Stored(
        row.getString("account"),
        row.getString("password_hash"),
        Boolean.TRUE.equals(row.getBoolean("lapsed")));
  }
}
