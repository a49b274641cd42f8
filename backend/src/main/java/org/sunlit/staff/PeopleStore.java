package org.sunlit.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.sunlit.identity.ActivationCodes;
import org.sunlit.identity.Postings;
import org.sunlit.identity.Role;
import org.sunlit.identity.Scope;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Regions;
import org.sunlit.privacy.AccountIdentities;

/** People in the database. Who may see whom is decided in the SQL. */
@ApplicationScoped
class PeopleStore {
  /** Whom to list; null for any. */
  record Asked(
      String q,
      String department,
      String region,
      String role,
      String state,
      int limit,
      String cursor) {}

  /** A page and how many there are in all. */
  record Listed(Rows.Page<Person> page, long total) {}

  private static final String COLUMNS =
"""
select a.account, a.name, a.name_en, a.title, a.department_code, d.name as department_name,
  d.name_en as department_name_en, a.region_code, r.name as region_name, r.name_en as region_name_en,
  a.roles, a.disabled, a.must_change_password, a.activation_expires_at, a.version, a.created_at,
  account_postings(a.account)::text as postings, coalesce(d.place, -1) as place,
  (select encode(i.token, 'hex') from account_identity i where i.account = a.account) as identity
""";
  private static final String FROM =
      """
      from account a left join department d on d.code = a.department_code
        left join region r on r.code = a.region_code
      where a.kind = 'staff' and\s"""
          + Scope.within("a", 1);
  private static final String ABSENT =
      """
      exists (select from absence x where x.account = a.account and x.from_at <= $8
        and (x.until_at is null or x.until_at > $8))
      """;
  private static final String FILTER =
      """
      and (cast($3 as text) is null or a.account ilike $3 or a.name ilike $3 or a.name_en ilike $3
         or a.title ilike $3)
       and (cast($4 as text) is null or a.department_code = $4)
       and (cast($5 as text) is null or a.region_code like $5)
       and (cast($6 as text) is null or $6 = any (a.roles))
       and (cast($7 as text) is null or case when a.disabled then 'disabled' when\s"""
          + ABSENT
          + " then 'absent' else 'active' end = $7)";
  private static final String PAGE =
      COLUMNS
          + FROM
          + FILTER
          +
"""
 and (cast($9 as bigint) is null or (coalesce(d.place, -1), a.account) > ($9, cast($10 as text)))
order by coalesce(d.place, -1), a.account limit $11
""";
  private static final String TOTAL = "select count(*) as total " + FROM + FILTER;
  private static final String ONE = COLUMNS + FROM + " and a.account = $3";

  private static final String INSERT =
"""
insert into account (account, name, name_en, title, department_code, region_code, roles, password_hash,
  must_change_password, activation_expires_at, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, true, $9, $10)
""";
  private static final String UPDATE =
"""
update account set name = $2, name_en = $3, title = $4, department_code = $5, region_code = $6, roles = $7,
  version = version + 1
where account = $1
""";
  private static final String DISABLE =
      "update account set disabled = $2, version = version + 1 where account = $1";
  private static final String ACTIVATE =
"""
update account set password_hash = $2, must_change_password = true, activation_expires_at = $3,
  version = version + 1
where account = $1
""";
  private static final String SESSIONS =
      "select count(*) as open from session where account = $1 and ended_at is null and expires_at"
          + " > $2";
  private static final String NAMED =
      """
      select (select name from department where code = $1) as department,
        (select name from region where code = $2) as region,
        exists (select from account where account = $3) as taken
      """;

  private final Pool pool;
  private final AccountIdentities identities;
  private final Clock clock;

  PeopleStore(Pool pool, AccountIdentities identities, Clock clock) {
    this.pool = pool;
    this.identities = identities;
    this.clock = clock;
  }

  Uni<Listed> list(Asked asked, Scope scope) {
    String[] after = Rows.parts(asked.cursor(), 2);
    Tuple page =
        filter(asked, scope)
            .addValue(Rows.number(after[0]))
            .addValue(after[1])
            .addValue(asked.limit() + 1);
    return pool.preparedQuery(PAGE)
        .execute(page)
        .map(
            rows ->
                Rows.page(
                    rows,
                    asked.limit(),
                    PeopleStore::person,
                    row -> Rows.cursor(row.getInteger("place"), row.getString("account"))))
        .chain(
            read ->
                pool.preparedQuery(TOTAL)
                    .execute(filter(asked, scope))
                    .map(rows -> new Listed(read, rows.iterator().next().getLong("total"))));
  }

  Uni<Optional<Person>> find(String account, Scope scope) {
    return find(pool, account, scope);
  }

  /** The same within a transaction. */
  Uni<Optional<Person>> find(SqlClient client, String account, Scope scope) {
    return client
        .preparedQuery(ONE)
        .execute(Tuple.of(scope.department(), scope.regionsLike(), account))
        .map(PeopleStore::first);
  }

  Uni<Long> openSessions(SqlClient client, String account) {
    return client
        .preparedQuery(SESSIONS)
        .execute(Tuple.of(account, CityTime.offset(clock.instant())))
        .map(rows -> rows.iterator().next().getLong("open"));
  }

  Uni<Long> openSessions(String account) {
    return openSessions(pool, account);
  }

  /** Which of these exist: names of department and region, and whether the account is taken. */
  Uni<Row> named(SqlConnection connection, String department, String region, String account) {
    return connection
        .preparedQuery(NAMED)
        .execute(Tuple.of(department, region, account))
        .map(rows -> rows.iterator().next());
  }

  Uni<Void> insert(SqlConnection connection, PersonDraft draft, ActivationCodes.Issued code) {
    Tuple values =
        values(draft)
            .addValue(code.hash())
            .addValue(CityTime.offset(code.expiresAt()))
            .addValue(CityTime.offset(clock.instant()));
    return connection
        .preparedQuery(INSERT)
        .execute(values)
        .chain(() -> identified(connection, draft));
  }

  Uni<Void> update(SqlConnection connection, PersonDraft draft) {
    return connection
        .preparedQuery(UPDATE)
        .execute(values(draft))
        .chain(() -> identified(connection, draft));
  }

  private Uni<Void> identified(SqlConnection connection, PersonDraft draft) {
    return draft.identity() == null
        ? Uni.createFrom().voidItem()
        : identities.keep(connection, draft.account(), draft.identity().token());
  }

  Uni<Void> disable(SqlConnection connection, String account, boolean disabled) {
    return connection.preparedQuery(DISABLE).execute(Tuple.of(account, disabled)).replaceWithVoid();
  }

  Uni<Void> activate(SqlConnection connection, String account, ActivationCodes.Issued code) {
    return connection
        .preparedQuery(ACTIVATE)
        .execute(Tuple.of(account, code.hash(), CityTime.offset(code.expiresAt())))
        .replaceWithVoid();
  }

  private static Tuple values(PersonDraft draft) {
    return Tuple.tuple()
        .addValue(draft.account())
        .addValue(draft.name())
        .addValue(draft.nameEn())
        .addValue(draft.title())
        .addValue(draft.departmentCode())
        .addValue(draft.regionCode())
        .addValue(draft.roles().stream().map(Role::code).sorted().toArray(String[]::new));
  }

  private Tuple filter(Asked asked, Scope scope) {
    Instant now = clock.instant();
    return Tuple.tuple()
        .addValue(scope.department())
        .addValue(scope.regionsLike())
        .addValue(Rows.pattern(asked.q()))
        .addValue(asked.department())
        .addValue(asked.region() == null ? null : Regions.prefix(asked.region()) + "%")
        .addValue(asked.role())
        .addValue(asked.state())
        .addValue(CityTime.offset(now));
  }

  private static Optional<Person> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(person(rows.iterator().next()));
  }

  private static Person person(Row row) {
    return new Person(
        row.getString("account"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("title"),
        Rows.named(row, "department"),
        Rows.named(row, "region"),
        Rows.roles(row),
        row.getBoolean("disabled"),
        !row.getBoolean("must_change_password"),
        Rows.instant(row, "activation_expires_at"),
        row.getInteger("version"),
        Rows.instant(row, "created_at"),
        Postings.read(row.getString("postings")),
        row.getString("identity"));
  }
}
