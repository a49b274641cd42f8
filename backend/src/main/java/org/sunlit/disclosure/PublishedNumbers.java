package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.sunlit.numbers.CityNumber;
import org.sunlit.numbers.NumberKind;
import org.sunlit.numbers.NumberSource;
import org.sunlit.platform.CityTime;

/** What was published, by the month of its first release; what was withdrawn since counts too. */
@ApplicationScoped
class PublishedNumbers implements NumberSource {
  private static final String COUNT =
      """
      select to_char(first_released_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*) as published
      from publication where first_released_at >= $1 and first_released_at < $2 group by month
      """;

  private final Pool pool;

  PublishedNumbers(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<List<CityNumber>> count(LocalDate first, LocalDate last) {
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(CityTime.startOf(first), CityTime.endOf(last)))
        .map(rows -> rows.stream().flatMap(PublishedNumbers::numbers).toList());
  }

  private static Stream<CityNumber> numbers(Row row) {
    YearMonth month = YearMonth.parse(row.getString("month"));
    return Stream.of(CityNumber.of(month, NumberKind.PUBLISHED, row.getLong("published")));
  }
}
