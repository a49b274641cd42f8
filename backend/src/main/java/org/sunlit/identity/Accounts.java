package org.sunlit.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlit.platform.CityTime;

/** The accounts of the staff, and what any account was given. */
@ApplicationScoped
public class Accounts {

  private static final String FIND =
      """
      select account, name, name_en, title, department_code, region_code, roles,
        account_postings(account)::text as postings
      from account where not disabled and account = $1
      """;
  private static final String CREATE =
      """
      insert into account
        (account, name, name_en, title, department_code, region_code, roles, password_hash, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """;
  private static final String EXISTING = "select account from account where account = any ($1)";
  private static final String POSTS = "select founded_posts($1, $2)";

  private final Pool pool;
  private final Passwords passwords;
  private final Clock clock;

  Accounts(Pool pool, Passwords passwords, Clock clock) {
    this.pool = pool;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** How many accounts of the staff there are. */
  public Uni<Long> count() {
    return pool.query("select count(*) as accounts from account where kind = 'staff'")
        .execute()
        .map(rows -> rows.iterator().next().getLong("accounts"));
  }

  /**
   * Creates accounts that all begin with the same password, each with posts of its own and its
   * counterpart as their B holder; those that exist stay as they are.
   */
  public Uni<Void> create(List<StaffAccount> accounts, String password) {
    return passwords
        .hash(password)
        .chain(
            hash ->
                pool.withTransaction(
                    connection ->
                        connection
                            .preparedQuery(EXISTING)
                            .execute(Tuple.of((Object) names(accounts)))
                            .map(rows -> without(accounts, rows))
                            .chain(added -> insert(connection, added, hash))));
  }

  private Uni<Void> insert(SqlConnection connection, List<StaffAccount> added, String hash) {
    if (added.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return connection
        .preparedQuery(CREATE)
        .executeBatch(added.stream().map(account -> tuple(account, hash)).toList())
        .chain(() -> connection.preparedQuery(POSTS).execute(Tuple.of(names(added), posts(added))))
        .replaceWithVoid();
  }

  private static List<StaffAccount> without(List<StaffAccount> accounts, RowSet<Row> existing) {
    Set<String> known = new HashSet<>();
    existing.forEach(row -> known.add(row.getString("account")));
    return accounts.stream().filter(account -> !known.contains(account.account())).toList();
  }

  private static String[] names(List<StaffAccount> accounts) {
    return accounts.stream().map(StaffAccount::account).toArray(String[]::new);
  }

  private static JsonArray posts(List<StaffAccount> accounts) {
    JsonArray posts = new JsonArray();
    accounts.forEach(
        account ->
            account.posts().stream()
                .sorted()
                .forEach(
                    post ->
                        posts.add(
                            new JsonObject()
                                .put("account", account.account())
                                .put("post", post)
                                .put("counterpart", account.counterpart()))));
    return posts;
  }

  /** The account with what it was given, empty for one that is disabled or doesn't exist. */
  Uni<Optional<KnownAccount>> known(String name) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(name.toLowerCase(Locale.ROOT)))
        .map(
            rows ->
                rows.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(known(rows.iterator().next())));
  }

  private Tuple tuple(StaffAccount account, String hash) {
    return Tuple.tuple()
        .addString(account.account())
        .addString(account.name())
        .addString(account.nameEn())
        .addString(account.title())
        .addString(account.departmentCode())
        .addString(account.regionCode())
        .addArrayOfString(account.roles().stream().map(Role::code).sorted().toArray(String[]::new))
        .addString(hash)
        .addOffsetDateTime(CityTime.offset(clock.instant()));
  }

  private static KnownAccount known(Row row) {
    Set<Role> roles =
        Stream.of(row.getArrayOfStrings("roles"))
            .flatMap(code -> Role.of(code).stream())
            .collect(Collectors.toSet());
    return new KnownAccount(
        row.getString("account"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("title"),
        row.getString("department_code"),
        row.getString("region_code"),
        roles,
        KnownAccount.read(row.getString("postings")));
  }
}
