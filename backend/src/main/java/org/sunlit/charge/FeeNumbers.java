package org.sunlit.charge;

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

/**
 * What was charged for cases and what was waived or reduced, by the month in which it was assessed.
 */
@ApplicationScoped
class FeeNumbers implements NumberSource {
  private static final String COUNT =
      """
      select to_char(assessed_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
        coalesce(sum(amount_fen), 0)::bigint as charged,
        coalesce(sum((fee ->> 'reducedFen')::bigint), 0)::bigint as reduced,
        coalesce(sum((fee ->> 'fullFen')::bigint), 0)::bigint as whole
      from bill_line where assessed_at >= $1 and assessed_at < $2 group by month
      """;

  private final Pool pool;

  FeeNumbers(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<List<CityNumber>> count(LocalDate first, LocalDate last) {
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(CityTime.startOf(first), CityTime.endOf(last)))
        .map(rows -> rows.stream().flatMap(FeeNumbers::numbers).toList());
  }

  private static Stream<CityNumber> numbers(Row row) {
    YearMonth month = YearMonth.parse(row.getString("month"));
    return Stream.of(
        CityNumber.of(month, NumberKind.FEES_CHARGED, row.getLong("charged")),
        new CityNumber(
            month, NumberKind.FEES_REDUCED, row.getLong("reduced"), row.getLong("whole")));
  }
}
