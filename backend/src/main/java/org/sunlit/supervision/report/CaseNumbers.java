package org.sunlit.supervision.report;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.sunlit.numbers.CityNumber;
import org.sunlit.numbers.NumberKind;
import org.sunlit.numbers.NumberSource;
import org.sunlit.platform.CityTime;

/** Cases of the city by month, counted as reports count them. */
@ApplicationScoped
class CaseNumbers implements NumberSource {
  private static final String COUNT =
      """
      select to_char(f.at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
        count(*) filter (where f.kind = 'received') as received,
        count(*) filter (where f.kind = 'ended') as closed, count(f.on_time) as with_deadline,
        count(*) filter (where f.on_time) as on_time, count(*) filter (where f.early) as early,
        count(f.once) as handled, count(*) filter (where f.once) as once, coalesce(sum(f.days), 0) as days
      from supervision_fact f where f.at >= $1 and f.at < $2 group by month
      """;
  private static final String NOW =
      "select count(*) as open, count(*) filter (where due_at < $1) as late from supervision_open_case";

  private final Pool pool;
  private final Clock clock;

  CaseNumbers(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  public Uni<List<CityNumber>> count(LocalDate first, LocalDate last) {
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(CityTime.startOf(first), CityTime.endOf(last)))
        .map(rows -> rows.stream().flatMap(CaseNumbers::numbers).toList());
  }

  @Override
  public Uni<List<CityNumber>> now() {
    return pool.preparedQuery(NOW)
        .execute(Tuple.of(CityTime.offset(clock.instant())))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              long open = row.getLong("open");
              return List.of(
                  CityNumber.of(null, NumberKind.OPEN_CASES, open),
                  new CityNumber(null, NumberKind.LATE_CASES, row.getLong("late"), open));
            });
  }

  private static Stream<CityNumber> numbers(Row row) {
    YearMonth month = YearMonth.parse(row.getString("month"));
    Long withDeadline = row.getLong("with_deadline");
    Long handled = row.getLong("handled");
    return Stream.of(
        CityNumber.of(month, NumberKind.CASES_RECEIVED, row.getLong("received")),
        CityNumber.of(month, NumberKind.CASES_CLOSED, row.getLong("closed")),
        new CityNumber(month, NumberKind.CASES_ON_TIME, row.getLong("on_time"), withDeadline),
        new CityNumber(month, NumberKind.CASES_EARLY, row.getLong("early"), withDeadline),
        new CityNumber(month, NumberKind.CASES_ONCE, row.getLong("once"), handled),
        new CityNumber(month, NumberKind.CASE_DAYS, row.getLong("days"), handled));
  }
}
