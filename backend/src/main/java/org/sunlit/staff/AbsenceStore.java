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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.sunlit.identity.Scope;
import org.sunlit.identity.Span;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Regions;

/** Absences in the database. */
@ApplicationScoped
class AbsenceStore {
  record StoredAbsence(
      UUID id,
      String account,
      String name,
      String nameEn,
      Span span,
      String reason,
      String recordedBy,
      Instant recordedAt,
      String endedBy) {}

  record Listed(Rows.Page<StoredAbsence> page, long total) {}

  private static final String COLUMNS =
      """
      select x.id, x.account, a.name, a.name_en, x.from_at, x.until_at, x.reason, x.recorded_by, x.recorded_at,
        x.ended_by
      """;
  private static final String FROM =
      " from absence x join account a on a.account = x.account where " + Scope.within("a", 1);
  private static final String FILTER =
      """
       and (x.until_at is null or x.until_at > $3) and (x.until_at is null or x.until_at > x.from_at)
        and (cast($4 as text) is null or a.department_code = $4)
        and (cast($5 as text) is null or a.region_code like $5)
      """;
  private static final String PAGE =
      COLUMNS
          + FROM
          + FILTER
          + """
           and (cast($6 as timestamptz) is null or (x.from_at, x.id::text) > ($6, cast($7 as text)))
          order by x.from_at, x.id::text limit $8
          """;
  private static final String TOTAL = "select count(*) as total" + FROM + FILTER;
  private static final String ONE = COLUMNS + FROM + " and x.id = $3";
  private static final String OF =
      COLUMNS + FROM + " and x.account = $3 order by x.from_at desc limit 100";
  private static final String INSERT =
      """
      insert into absence (id, account, from_at, until_at, reason, recorded_by, recorded_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      """;
  private static final String END = "update absence set until_at = $2, ended_by = $3 where id = $1";

  private final Pool pool;
  private final Clock clock;

  AbsenceStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<Listed> list(String department, String region, int limit, String cursor, Scope scope) {
    String[] after = Rows.parts(cursor, 2);
    Tuple filter =
        Tuple.tuple()
            .addValue(scope.department())
            .addValue(scope.regionsLike())
            .addValue(CityTime.offset(clock.instant()))
            .addValue(department)
            .addValue(region == null ? null : Regions.prefix(region) + "%");
    Tuple page = Tuple.tuple();
    for (int i = 0; i < filter.size(); i++) {
      page.addValue(filter.getValue(i));
    }
    page.addValue(Rows.moment(after[0])).addValue(after[1]).addValue(limit + 1);
    return pool.preparedQuery(PAGE)
        .execute(page)
        .map(
            rows ->
                Rows.page(
                    rows,
                    limit,
                    AbsenceStore::absence,
                    row -> Rows.cursor(row.getOffsetDateTime("from_at"), row.getUUID("id"))))
        .chain(
            read ->
                pool.preparedQuery(TOTAL)
                    .execute(filter)
                    .map(rows -> new Listed(read, rows.iterator().next().getLong("total"))));
  }

  Uni<Optional<StoredAbsence>> find(SqlClient client, UUID id, Scope scope) {
    return client
        .preparedQuery(ONE)
        .execute(Tuple.of(scope.department(), scope.regionsLike(), id))
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(absence(rows.iterator().next())));
  }

  /** Those of an account, the latest first; a hundred at most. */
  Uni<List<StoredAbsence>> of(String account, Scope scope) {
    return of(pool, account, scope);
  }

  Uni<List<StoredAbsence>> of(SqlClient client, String account, Scope scope) {
    return client
        .preparedQuery(OF)
        .execute(Tuple.of(scope.department(), scope.regionsLike(), account))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(AbsenceStore::absence)
                    .toList());
  }

  Uni<UUID> insert(SqlConnection connection, String account, Span span, String reason, String by) {
    UUID id = UUID.randomUUID();
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addValue(id)
                .addValue(account)
                .addValue(CityTime.offset(span.from()))
                .addValue(CityTime.offset(span.until()))
                .addValue(reason)
                .addValue(by)
                .addValue(CityTime.offset(clock.instant())))
        .replaceWith(id);
  }

  Uni<Void> end(SqlConnection connection, UUID id, Instant until, String by) {
    return connection
        .preparedQuery(END)
        .execute(Tuple.of(id, CityTime.offset(until), by))
        .replaceWithVoid();
  }

  private static StoredAbsence absence(Row row) {
    return new StoredAbsence(
        row.getUUID("id"),
        row.getString("account"),
        row.getString("name"),
        row.getString("name_en"),
        new Span(Rows.instant(row, "from_at"), Rows.instant(row, "until_at")),
        row.getString("reason"),
        row.getString("recorded_by"),
        Rows.instant(row, "recorded_at"),
        row.getString("ended_by"));
  }
}
