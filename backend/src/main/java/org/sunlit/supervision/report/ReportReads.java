package org.sunlit.supervision.report;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sunlit.platform.CityTime;
import org.sunlit.supervision.report.rules.Period;
import org.sunlit.supervision.report.rules.ReportKind;

/** What reports are counted from: facts up to a place, which only grow. */
@ApplicationScoped
class ReportReads {
  private static final String FACTS =
      """
      select f.department_code, count(*) filter (where f.kind = 'received') as received,
        count(*) filter (where f.kind = 'ended') as closed, count(f.on_time) as with_deadline,
        count(*) filter (where f.on_time) as on_time, count(*) filter (where f.early) as early,
        count(f.once) as handled, count(*) filter (where f.once) as once, coalesce(sum(f.days), 0) as days,
        count(*) filter (where f.kind = 'corrected') as corrections,
        count(*) filter (where f.kind = 'returned') as returns
      from supervision_fact f where f.at >= $1 and f.at < $2 and f.place <= $3 group by f.department_code
      """;

  /** By when it happened; reminders are no faults. */
  private static final String FINDINGS =
      """
      select n.department_code, n.rule, count(*) as found, count(*) filter (where exists (
          select from supervision_news w where w.finding_id = n.finding_id and w.kind = 'withdrawn' and w.place <= $3))
        as withdrawn
      from supervision_finding f join supervision_news n on n.finding_id = f.id and n.kind = 'found'
      where f.occurred_at >= $1 and f.occurred_at < $2 and n.place <= $3 and n.severity <> 'reminder'
      group by n.department_code, n.rule
      """;

  private static final String DEPARTMENTS =
      "select code, name, name_en from department order by place, code";
  private static final String MADE =
      "select kind, first_day, journal_place, news_place, seal_use, made_at, made_by from supervision_report";
  private static final String LIST = MADE + " order by first_day desc, kind limit 200";
  private static final String ONE = MADE + " where kind = $1 and first_day = $2";
  private static final String ON_TIME =
      """
      select d.code, d.name, d.name_en, sum(c.with_deadline) as with_deadline, sum(c.on_time) as on_time
      from supervision_day c join department d on d.code = c.department_code where c.day >= $1
      group by d.code, d.name, d.name_en, d.place having sum(c.with_deadline) > 0 order by d.place, d.code
      """;

  /** A report that was made, and up to which places it counts. */
  record Made(
      Period period, long journalPlace, long newsPlace, long sealUse, Instant at, String by) {}

  record Facts(
      String department,
      int received,
      int closed,
      int withDeadline,
      int onTime,
      int early,
      int handled,
      int once,
      long days,
      int corrections,
      int returns) {}

  record Findings(String department, String rule, int found, int withdrawn) {}

  record Department(String code, String name, String nameEn) {}

  record OnTime(Department department, int withDeadline, int onTime) {}

  private final Pool pool;

  ReportReads(Pool pool) {
    this.pool = pool;
  }

  Uni<List<Made>> made() {
    return all(LIST, Tuple.tuple(), ReportReads::made);
  }

  Uni<Optional<Made>> made(Period period) {
    return all(ONE, Tuple.of(period.kind().code(), period.first()), ReportReads::made)
        .map(found -> found.stream().findFirst());
  }

  Uni<List<Facts>> facts(Made made) {
    return all(
        FACTS,
        of(made, made.journalPlace()),
        row ->
            new Facts(
                row.getString("department_code"),
                count(row, "received"),
                count(row, "closed"),
                count(row, "with_deadline"),
                count(row, "on_time"),
                count(row, "early"),
                count(row, "handled"),
                count(row, "once"),
                row.getLong("days"),
                count(row, "corrections"),
                count(row, "returns")));
  }

  Uni<List<Findings>> findings(Made made) {
    return all(
        FINDINGS,
        of(made, made.newsPlace()),
        row ->
            new Findings(
                row.getString("department_code"),
                row.getString("rule"),
                count(row, "found"),
                count(row, "withdrawn")));
  }

  Uni<List<Department>> departments() {
    return all(DEPARTMENTS, Tuple.tuple(), ReportReads::department);
  }

  Uni<List<OnTime>> onTime(LocalDate since) {
    return all(
        ON_TIME,
        Tuple.of(since),
        row -> new OnTime(department(row), count(row, "with_deadline"), count(row, "on_time")));
  }

  private static Tuple of(Made made, long place) {
    return Tuple.of(
        CityTime.offset(made.period().from()), CityTime.offset(made.period().until()), place);
  }

  private <T> Uni<List<T>> all(String sql, Tuple asked, Function<Row, T> reading) {
    return pool.preparedQuery(sql).execute(asked).map(rows -> rows.stream().map(reading).toList());
  }

  private static Made made(Row row) {
    return new Made(
        ReportKind.of(row.getString("kind")).around(row.getLocalDate("first_day")),
        row.getLong("journal_place"),
        row.getLong("news_place"),
        row.getLong("seal_use"),
        row.getOffsetDateTime("made_at").toInstant(),
        row.getString("made_by"));
  }

  private static Department department(Row row) {
    return new Department(row.getString("code"), row.getString("name"), row.getString("name_en"));
  }

  private static int count(Row row, String column) {
    return row.getLong(column).intValue();
  }
}
