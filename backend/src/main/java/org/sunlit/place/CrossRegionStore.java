package org.sunlit.place;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.place.rules.DelegationTerm;
import org.sunlit.platform.CityTime;

/** In the database: items that are taken in anywhere, and how many cases were. */
@ApplicationScoped
class CrossRegionStore {
  /** An item that is taken in anywhere, with the names of what it is about. */
  record Stored(
      UUID id,
      String itemCode,
      String itemName,
      String itemNameEn,
      String departmentCode,
      String departmentName,
      String departmentNameEn,
      String basis,
      boolean collects,
      DelegationTerm term,
      String endedWhy,
      Instant recordedAt) {}

  /** A region by its name. */
  record Region(String code, String name, String nameEn) {}

  /** Cases taken in in one region and decided in another. */
  record Figure(
      Region takenIn, Region home, long cases, long open, long granted, long refused, Long hours) {}

  private static final String ALL =
      """
      select g.*, d.name as department_name, d.name_en as department_name_en, v.name as item_name,
        v.name_en as item_name_en
      from cross_region_item g join department d on d.code = g.department_code
        join lateral (select v.name, v.name_en from power_item i join power_item_version v on v.item_id = i.id
          where i.code = g.item_code order by v.number desc limit 1) v on true
      """;
  private static final String LIST =
      ALL
          + """
          where (cast($1 as text) is null or g.item_code = $1)
            and ($2::boolean or ($3 >= g.from_on and $3 <= coalesce(least(g.until_on, g.ended_on), $3)))
          order by v.name, g.from_on desc limit 1000
          """;
  private static final String ONE = ALL + " where g.id = $1";
  private static final String OF_ITEM = ALL + " where g.item_code = $1";
  private static final String INSERT =
      """
      insert into cross_region_item (id, item_code, department_code, basis, collects, from_on, until_on, recorded_by,
        recorded_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """;
  private static final String END =
      "update cross_region_item set ended_on = $2, ended_why = $3 where id = $1";
  private static final String OPEN_CASES =
      """
      select count(*) as running from case_place p join case_file c on c.case_number = p.case_number
      where c.open and p.cross_region = $1
      """;
  private static final String REGION = "select code, name, name_en from region where code = $1";

  /** {@code $3} is how many digits of a region's code tell: 6 for counties, 9 for townships. */
  private static final String FIGURES =
      """
      select t.code as taken_code, t.name as taken_name, t.name_en as taken_name_en, h.code as home_code,
        h.name as home_name, h.name_en as home_name_en, f.cases, f.running, f.granted, f.refused, f.hours
      from (
        select rpad(left(p.taken_in_at, $3), 12, '0') as taken_in, rpad(left(c.region_code, $3), 12, '0') as home,
          count(*) as cases, count(*) filter (where c.open) as running,
          count(*) filter (where c.state = 'granted') as granted,
          count(*) filter (where c.state in ('refused', 'notAccepted')) as refused,
          cast(percentile_cont(0.5) within group (order by extract(epoch from c.ended_at - c.submitted_at) / 3600)
            filter (where not c.open) as bigint) as hours
        from case_place p join case_file c on c.case_number = p.case_number
        where p.cross_region is not null and ($1::timestamptz is null or c.submitted_at >= $1)
          and ($2::timestamptz is null or c.submitted_at < $2)
        group by 1, 2
      ) f join region t on t.code = f.taken_in join region h on h.code = f.home
      order by f.cases desc, t.code, h.code
      """;

  private final Pool pool;
  private final Clock clock;

  CrossRegionStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Items taken in anywhere, by name.
   *
   * @param itemCode null for any
   * @param all also those that don't hold on the day
   */
  Uni<List<Stored>> list(String itemCode, boolean all, LocalDate day) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.tuple().addString(itemCode).addBoolean(all).addLocalDate(day))
        .map(rows -> PlaceQueries.all(rows, CrossRegionStore::stored));
  }

  Uni<Optional<Stored>> find(SqlConnection connection, UUID id) {
    return connection
        .preparedQuery(ONE)
        .execute(Tuple.of(id))
        .map(rows -> PlaceQueries.all(rows, CrossRegionStore::stored).stream().findFirst());
  }

  /** Everything there ever was for an item. */
  Uni<List<Stored>> of(SqlConnection connection, String itemCode) {
    return connection
        .preparedQuery(OF_ITEM)
        .execute(Tuple.of(itemCode))
        .map(rows -> PlaceQueries.all(rows, CrossRegionStore::stored));
  }

  Uni<Void> insert(SqlConnection connection, Stored stored, String by) {
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addUUID(stored.id())
                .addString(stored.itemCode())
                .addString(stored.departmentCode())
                .addString(stored.basis())
                .addBoolean(stored.collects())
                .addLocalDate(stored.term().from())
                .addLocalDate(stored.term().until())
                .addString(by)
                .addOffsetDateTime(CityTime.offset(clock.instant())))
        .replaceWithVoid();
  }

  Uni<Void> end(SqlConnection connection, UUID id, Ending ending) {
    return connection
        .preparedQuery(END)
        .execute(Tuple.of(id, ending.lastDay(), ending.why()))
        .replaceWithVoid();
  }

  Uni<Long> openCases(SqlConnection connection, UUID id) {
    return connection
        .preparedQuery(OPEN_CASES)
        .execute(Tuple.of(id))
        .map(rows -> rows.iterator().next().getLong("running"));
  }

  Uni<Optional<Region>> region(String code) {
    return pool.preparedQuery(REGION)
        .execute(Tuple.of(code))
        .map(rows -> PlaceQueries.all(rows, row -> region(row, "")).stream().findFirst());
  }

  /**
   * How many cases were taken in where and decided where, the most frequent pair first.
   *
   * @param from the first moment of being taken in; null for any
   * @param until the first moment after; null for any
   * @param digits of a region's code that tell
   */
  Uni<List<Figure>> figures(Instant from, Instant until, int digits) {
    return pool.preparedQuery(FIGURES)
        .execute(
            Tuple.tuple()
                .addOffsetDateTime(CityTime.offset(from))
                .addOffsetDateTime(CityTime.offset(until))
                .addInteger(digits))
        .map(
            rows ->
                PlaceQueries.all(
                    rows,
                    row ->
                        new Figure(
                            region(row, "taken_"),
                            region(row, "home_"),
                            row.getLong("cases"),
                            row.getLong("running"),
                            row.getLong("granted"),
                            row.getLong("refused"),
                            row.getLong("hours"))));
  }

  private static Region region(Row row, String prefix) {
    return new Region(
        row.getString(prefix + "code"),
        row.getString(prefix + "name"),
        row.getString(prefix + "name_en"));
  }

  private static Stored stored(Row row) {
    return new Stored(
        row.getUUID("id"),
        row.getString("item_code"),
        row.getString("item_name"),
        row.getString("item_name_en"),
        row.getString("department_code"),
        row.getString("department_name"),
        row.getString("department_name_en"),
        row.getString("basis"),
        row.getBoolean("collects"),
        PlaceQueries.term(row),
        row.getString("ended_why"),
        row.getOffsetDateTime("recorded_at").toInstant());
  }
}
