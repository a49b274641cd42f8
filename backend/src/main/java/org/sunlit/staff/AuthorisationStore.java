package org.sunlit.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.sunlit.identity.Scope;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Named;

/** Letters of authority in the database. */
@ApplicationScoped
class AuthorisationStore {
  record StoredLetter(
      UUID id,
      String documentNumber,
      String account,
      String name,
      String nameEn,
      Named department,
      List<String> acts,
      List<String> itemCodes,
      LocalDate from,
      LocalDate until,
      String issuedBy,
      Instant revokedAt,
      String revokedBy,
      String revokedWhy) {

    Subject subject() {
      return new Subject("authorisation", id.toString(), documentNumber, department.code(), null);
    }

    /** Where it stands: upcoming, inForce, expired, revoked. */
    String state(LocalDate today) {
      if (revokedAt != null) {
        return "revoked";
      }
      if (today.isBefore(from)) {
        return "upcoming";
      }
      return today.isAfter(until) ? "expired" : "inForce";
    }
  }

  record Listed(Rows.Page<StoredLetter> page, long total) {}

  private static final String COLUMNS =
      """
      select l.id, l.document_number, l.account, a.name, a.name_en, l.department_code, d.name as department_name,
        d.name_en as department_name_en, l.acts, l.item_codes, l.from_on, l.until_on, l.issued_by, l.recorded_at,
        l.revoked_at, l.revoked_by, l.revoked_why
      """;
  private static final String TABLES =
      """
      from authorisation l join account a on a.account = l.account
        left join department d on d.code = l.department_code
      """;
  private static final String FROM = TABLES + " where " + Scope.within("a", 1);
  private static final String FILTER =
      """
       and (cast($3 as text) is null or l.department_code = $3)
        and (cast($4 as text) is null or l.account = $4)
      """;
  private static final String PAGE =
      COLUMNS
          + FROM
          + FILTER
          + """
           and (cast($5 as timestamptz) is null or (l.recorded_at, l.id::text) < ($5, cast($6 as text)))
          order by l.recorded_at desc, l.id::text desc limit $7
          """;
  private static final String TOTAL = "select count(*) as total " + FROM + FILTER;
  private static final String ONE = COLUMNS + FROM + " and l.id = $3";
  private static final String IN_FORCE =
      COLUMNS
          + TABLES
          + """
           where l.department_code = $1 and $2 between l.from_on and l.until_on and l.revoked_at is null
             and not a.disabled and 'chiefRepresentative' = any (a.roles)
          order by l.from_on, l.document_number
          """;
  private static final String DEPARTMENT =
      "select exists (select from department where code = $1) as known";
  private static final String TAKEN =
      "select exists (select from authorisation where department_code = $1 and document_number = $2) as taken";
  private static final String UNKNOWN_ITEMS =
      """
      select code from unnest($1::text[]) as wanted(code)
      where not exists (select from power_item i join power_item_version v on v.item_id = i.id
        where i.code = wanted.code and v.department_code = $2)
      limit 1
      """;
  private static final String INSERT =
      """
      insert into authorisation (id, document_number, account, department_code, acts, item_codes, from_on, until_on,
        issued_by, recorded_by, recorded_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """;
  private static final String REVOKE =
      "update authorisation set revoked_at = $2, revoked_by = $3, revoked_why = $4 where id = $1";

  private final Pool pool;
  private final Clock clock;

  AuthorisationStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<Listed> list(String department, String account, int limit, String cursor, Scope scope) {
    String[] after = Rows.parts(cursor, 2);
    Tuple page =
        filter(department, account, scope)
            .addValue(Rows.moment(after[0]))
            .addValue(after[1])
            .addValue(limit + 1);
    return pool.preparedQuery(PAGE)
        .execute(page)
        .map(
            rows ->
                Rows.page(
                    rows,
                    limit,
                    AuthorisationStore::letter,
                    row -> Rows.cursor(row.getOffsetDateTime("recorded_at"), row.getUUID("id"))))
        .chain(
            read ->
                pool.preparedQuery(TOTAL)
                    .execute(filter(department, account, scope))
                    .map(rows -> new Listed(read, rows.iterator().next().getLong("total"))));
  }

  Uni<Optional<StoredLetter>> find(SqlClient client, UUID id, Scope scope) {
    return client
        .preparedQuery(ONE)
        .execute(Tuple.of(scope.department(), scope.regionsLike(), id))
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(letter(rows.iterator().next())));
  }

  /** Those of a department that count on this day; empty when there is no such department. */
  Uni<Optional<List<StoredLetter>>> inForce(String department, LocalDate day) {
    return pool.preparedQuery(DEPARTMENT)
        .execute(Tuple.of(department))
        .map(rows -> rows.iterator().next().getBoolean("known"))
        .chain(
            known ->
                known
                    ? pool.preparedQuery(IN_FORCE)
                        .execute(Tuple.of(department, day))
                        .map(
                            rows ->
                                Optional.of(
                                    StreamSupport.stream(rows.spliterator(), false)
                                        .map(AuthorisationStore::letter)
                                        .toList()))
                    : Uni.createFrom().item(Optional.empty()));
  }

  Uni<Boolean> taken(SqlConnection connection, String department, String documentNumber) {
    return connection
        .preparedQuery(TAKEN)
        .execute(Tuple.of(department, documentNumber))
        .map(rows -> rows.iterator().next().getBoolean("taken"));
  }

  /** One of these that isn't an item of the department. */
  Uni<Optional<String>> unknownItem(
      SqlConnection connection, List<String> items, String department) {
    return connection
        .preparedQuery(UNKNOWN_ITEMS)
        .execute(Tuple.of(items.toArray(String[]::new), department))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(rows.iterator().next().getString("code")));
  }

  Uni<Void> insert(SqlConnection connection, StoredLetter letter, String by) {
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addValue(letter.id())
                .addValue(letter.documentNumber())
                .addValue(letter.account())
                .addValue(letter.department().code())
                .addValue(letter.acts().toArray(String[]::new))
                .addValue(letter.itemCodes().toArray(String[]::new))
                .addValue(letter.from())
                .addValue(letter.until())
                .addValue(letter.issuedBy())
                .addValue(by)
                .addValue(CityTime.offset(clock.instant())))
        .replaceWithVoid();
  }

  Uni<Void> revoke(SqlConnection connection, UUID id, String by, String why) {
    return connection
        .preparedQuery(REVOKE)
        .execute(Tuple.of(id, CityTime.offset(clock.instant()), by, why))
        .replaceWithVoid();
  }

  private static Tuple filter(String department, String account, Scope scope) {
    return Tuple.tuple()
        .addValue(scope.department())
        .addValue(scope.regionsLike())
        .addValue(department)
        .addValue(account);
  }

  private static StoredLetter letter(Row row) {
    return new StoredLetter(
        row.getUUID("id"),
        row.getString("document_number"),
        row.getString("account"),
        row.getString("name"),
        row.getString("name_en"),
        Rows.named(row, "department"),
        List.of(row.getArrayOfStrings("acts")),
        List.of(row.getArrayOfStrings("item_codes")),
        row.getLocalDate("from_on"),
        row.getLocalDate("until_on"),
        row.getString("issued_by"),
        Rows.instant(row, "revoked_at"),
        row.getString("revoked_by"),
        row.getString("revoked_why"));
  }
}
