package org.sunlit.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlit.platform.CityTime;

/** The accounts of the staff. */
@ApplicationScoped
public class Accounts {

  private static final String FIND =
      """
      select account, name, name_en, title, department_code, region_code, counterpart, roles, posts, password_hash
      from account where account = $1 and not disabled
      """;
  private static final String CREATE =
      """
      insert into account
        (account, name, name_en, title, department_code, region_code, counterpart, roles, posts, password_hash,
         created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      on conflict (account) do nothing
      """;

  private final Pool pool;
  private final Passwords passwords;
  private final Clock clock;

  Accounts(Pool pool, Passwords passwords, Clock clock) {
    this.pool = pool;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** How many accounts there are. */
  public Uni<Long> count() {
    return pool.query("select count(*) as accounts from account")
        .execute()
        .map(rows -> rows.iterator().next().getLong("accounts"));
  }

  /** Creates accounts that all begin with the same password; those that exist stay as they are. */
  public Uni<Void> create(List<StaffAccount> accounts, String password) {
    return passwords
        .hash(password)
        .chain(
            hash ->
                pool.withTransaction(
                    connection ->
                        connection
                            .preparedQuery(CREATE)
                            .executeBatch(
                                accounts.stream().map(account -> tuple(account, hash)).toList())))
        .replaceWithVoid();
  }

  /**
   * The account, if the password is its own; the answer takes as long when there is no such
   * account.
   */
  Uni<Optional<StaffAccount>> signIn(String name, String password) {
    return find(name)
        .chain(
            found ->
                passwords
                    .matches(password, found.map(Stored::passwordHash).orElse(null))
                    .map(matches -> matches ? found.map(Stored::account) : Optional.empty()));
  }

  /** The account as it stands now. */
  Uni<Optional<StaffAccount>> current(String name) {
    return find(name).map(found -> found.map(Stored::account));
  }

  private Uni<Optional<Stored>> find(String name) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(name.toLowerCase(Locale.ROOT)))
        .map(
            rows ->
                rows.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(stored(rows.iterator().next())));
  }

  private Tuple tuple(StaffAccount account, String hash) {
    return Tuple.tuple()
        .addString(account.account())
        .addString(account.name())
        .addString(account.nameEn())
        .addString(account.title())
        .addString(account.departmentCode())
        .addString(account.regionCode())
        .addString(account.counterpart())
        .addArrayOfString(account.roles().stream().map(Role::code).sorted().toArray(String[]::new))
        .addArrayOfString(account.posts().stream().sorted().toArray(String[]::new))
        .addString(hash)
        .addOffsetDateTime(CityTime.offset(clock.instant()));
  }

  private static Stored stored(Row row) {
    Set<Role> roles =
        Stream.of(row.getArrayOfStrings("roles"))
            .flatMap(code -> Role.of(code).stream())
            .collect(Collectors.toSet());
    return new Stored(
        new StaffAccount(
            row.getString("account"),
            row.getString("name"),
            row.getString("name_en"),
            row.getString("title"),
            row.getString("department_code"),
            row.getString("region_code"),
            row.getString("counterpart"),
            roles,
            Set.of(row.getArrayOfStrings("posts"))),
        row.getString("password_hash"));
  }

  private record Stored(StaffAccount account, String passwordHash) {}
}
