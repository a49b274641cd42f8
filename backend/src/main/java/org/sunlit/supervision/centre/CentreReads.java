package org.sunlit.supervision.centre;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.sunlit.calendar.CalendarService;
import org.sunlit.identity.Reach;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Regions;

/** What the centre reads: of what is open and due, and of thirty days. */
@ApplicationScoped
class CentreReads {
  /** How many working days ahead a deadline is near. */
  private static final int NEAR = 2;

  static final int TREND_DAYS = 30;

  private static final int REACH = 3;
  private static final int TIMES = REACH + Reach.PARAMETERS;

  /** The state of its clock: each case has one. */
  private static final String CLOCK =
      """
      case when o.state in ('paused', 'inCorrection') then 'paused' when o.due_at < $%d then 'late'
        when o.handling = 'instant' then 'instant' when o.due_at < $%d then 'dueToday' when o.due_at < $%d then 'dueSoon'
        else 'running' end"""
          .formatted(TIMES, TIMES + 1, TIMES + 2);

  private static final String ASKED =
      "($1::text is null or o.department_code = $1) and o.region_code like $2 and "
          + Reach.within("o.department_code", "o.region_code", REACH);
  private static final String OPEN =
      "select o.*, " + CLOCK + " as clock from supervision_open_case o where " + ASKED;
  private static final String COUNTS =
      "select department_code, region_code, clock, count(*) as cases from ("
          + OPEN
          + ") x group by department_code, region_code, clock";

  /** The name of the item is looked up for what is shown, and not for what is counted. */
  private static final String NAMED =
      """
      select x.*, i.item_name, i.item_name_en from (%s) x
        left join lateral (select j.item_name, j.item_name_en from journal_public j
          where j.case_number = x.case_number limit 1) i on true
      order by x.due_at nulls last, x.case_number
      """;

  private static final String NEXT =
      NAMED.formatted(
          OPEN
              + " and o.due_at >= $%d and o.state not in ('paused', 'inCorrection') order by o.due_at, o.case_number limit $%d"
                  .formatted(TIMES, TIMES + 3));
  private static final String LISTED =
      NAMED.formatted(
          "select y.*, count(*) over () as total from ("
              + OPEN
              + ") y where ($%d::text is null or y.clock = $%d) order by y.due_at nulls last, y.case_number limit $%d"
                  .formatted(TIMES + 3, TIMES + 3, TIMES + 4));

  private static final String DAYS =
      """
      with day as (select generate_series($%1$d::date, $%2$d::date, interval '1 day')::date as day),
      worked as (
        select o.day, sum(received) as received, sum(closed) as closed, sum(with_deadline) as with_deadline,
          sum(on_time) as on_time
        from supervision_day o where o.day >= $%1$d::date and ASKED group by o.day
      ), told as (
        select (o.at at time zone 'Asia/Shanghai')::date as day,
          count(*) filter (where o.kind = 'found' and o.severity <> 'reminder') as findings,
          count(*) filter (where o.kind = 'card') as cards
        from supervision_news o where o.at >= $%3$d and ASKED group by 1
      )
      select d.day, coalesce(w.received, 0) as received, coalesce(w.closed, 0) as closed,
        coalesce(w.with_deadline, 0) as with_deadline, coalesce(w.on_time, 0) as on_time,
        coalesce(t.findings, 0) as findings, coalesce(t.cards, 0) as cards
      from day d left join worked w using (day) left join told t using (day) order by d.day
      """
          .formatted(TIMES, TIMES + 1, TIMES + 2)
          .replace("ASKED", ASKED);
  private static final String TODAY =
      "select o.rule, o.severity, count(*) as findings from supervision_finding o where o.occurred_at >= $"
          + TIMES
          + " and o.occurred_at <= $"
          + (TIMES + 1)
          + " and o.state = 'standing' and "
          + ASKED
          + " group by o.rule, o.severity";

  private static final String DEPARTMENTS =
      "select code, name, name_en, null as level, false as further from department order by place, code";
  private static final String REGIONS =
      """
      select r.code, r.name, r.name_en, r.level, exists (select from region b where b.parent_code = r.code) as further
      from region r where case when $1::text is null then r.parent_code is null
        else r.parent_code = $1 or r.code = $1 end order by r.code
      """;

  /**
   * What is asked for.
   *
   * @param department null for all
   * @param region null for the whole city
   */
  record Asked(Reach reach, String department, String region) {
    Tuple tuple() {
      return reach.addTo(Tuple.of(department, region == null ? "%" : Regions.prefix(region) + "%"));
    }
  }

  /** Open cases of a department in a region whose clocks stand alike. */
  record Clocks(String department, String region, String clock, int cases) {}

  /** An open case. */
  record Open(
      String caseNumber,
      String itemCode,
      String itemName,
      String itemNameEn,
      String department,
      String region,
      String clock,
      String stepName,
      String stepNameEn,
      OffsetDateTime dueAt) {}

  /** A page of open cases, of how many. */
  record Listed(List<Open> items, int total) {}

  record Day(
      LocalDate day,
      int received,
      int closed,
      int withDeadline,
      int onTime,
      int findings,
      int cards) {}

  record Found(String rule, String severity, int count) {}

  /** A department or a region. */
  record Named(String code, String name, String nameEn, String level, boolean further) {}

  private final Pool pool;
  private final CalendarService calendars;

  CentreReads(Pool pool, CalendarService calendars) {
    this.pool = pool;
    this.calendars = calendars;
  }

  Uni<List<Clocks>> clocks(Asked asked, Instant now) {
    return all(
        COUNTS,
        times(asked, now),
        row ->
            new Clocks(
                row.getString("department_code"),
                row.getString("region_code"),
                row.getString("clock"),
                count(row, "cases")));
  }

  Uni<List<Open>> next(Asked asked, Instant now, int most) {
    return all(NEXT, times(asked, now).addInteger(most), CentreReads::open);
  }

  Uni<Listed> cases(Asked asked, String clock, Instant now, int most) {
    return pool.preparedQuery(LISTED)
        .execute(times(asked, now).addString(clock).addInteger(most))
        .map(
            rows ->
                new Listed(
                    rows.stream().map(CentreReads::open).toList(),
                    rows.stream().findFirst().map(row -> count(row, "total")).orElse(0)));
  }

  /** When the first of the days begins that the centre looks back on. */
  static Instant since(Instant now) {
    return begin(firstDay(now)).toInstant();
  }

  private static LocalDate firstDay(Instant now) {
    return LocalDate.ofInstant(now, CityTime.ZONE).minusDays(TREND_DAYS - 1L);
  }

  Uni<List<Day>> days(Asked asked, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, CityTime.ZONE);
    LocalDate first = firstDay(now);
    return all(
        DAYS,
        asked.tuple().addLocalDate(first).addLocalDate(today).addOffsetDateTime(begin(first)),
        row ->
            new Day(
                row.getLocalDate("day"),
                count(row, "received"),
                count(row, "closed"),
                count(row, "with_deadline"),
                count(row, "on_time"),
                count(row, "findings"),
                count(row, "cards")));
  }

  Uni<List<Found>> foundToday(Asked asked, Instant now) {
    return all(
        TODAY,
        asked
            .tuple()
            .addOffsetDateTime(begin(LocalDate.ofInstant(now, CityTime.ZONE)))
            .addOffsetDateTime(CityTime.offset(now)),
        row -> new Found(row.getString("rule"), row.getString("severity"), count(row, "findings")));
  }

  Uni<List<Named>> departments() {
    return all(DEPARTMENTS, Tuple.tuple(), CentreReads::named);
  }

  /** The region and those one level below; those on top for none. */
  Uni<List<Named>> regions(String region) {
    return all(REGIONS, Tuple.of(region), CentreReads::named);
  }

  private Tuple times(Asked asked, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, CityTime.ZONE);
    LocalDate near = calendars.current().plusWorkingDays(today, NEAR);
    return asked
        .tuple()
        .addOffsetDateTime(CityTime.offset(now))
        .addOffsetDateTime(begin(today.plusDays(1)))
        .addOffsetDateTime(begin(near.plusDays(1)));
  }

  private static OffsetDateTime begin(LocalDate day) {
    return day.atStartOfDay(CityTime.ZONE).toOffsetDateTime();
  }

  private <T> Uni<List<T>> all(String sql, Tuple asked, Function<Row, T> reading) {
    return pool.preparedQuery(sql).execute(asked).map(rows -> rows.stream().map(reading).toList());
  }

  private static Open open(Row row) {
    String item = row.getString("item_name");
    OffsetDateTime due = row.getOffsetDateTime("due_at");
    return new Open(
        row.getString("case_number"),
        row.getString("item_code"),
        item == null ? row.getString("item_code") : item,
        row.getString("item_name_en"),
        row.getString("department_code"),
        row.getString("region_code"),
        row.getString("clock"),
        row.getString("step_name"),
        row.getString("step_name_en"),
        due == null ? null : CityTime.offset(due.toInstant()));
  }

  private static Named named(Row row) {
    return new Named(
        row.getString("code"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("level"),
        row.getBoolean("further"));
  }

  private static int count(Row row, String column) {
    return row.getLong(column).intValue();
  }
}
