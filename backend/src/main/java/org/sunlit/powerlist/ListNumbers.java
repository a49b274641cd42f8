package org.sunlit.powerlist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.numbers.CityNumber;
import org.sunlit.numbers.NumberKind;
import org.sunlit.numbers.NumberSource;
import org.sunlit.platform.CityTime;

/**
 * What stands on the power list today: how much there is, and by how much the promised limits
 * (承诺时限) are shorter than those of the law (法定时限) where both are in working days (L6).
 */
@ApplicationScoped
class ListNumbers implements NumberSource {
  private static final String NOW =
      """
      select count(*) as items,
        coalesce(sum(statutory_amount - promised_amount) filter (where comparable), 0) as less,
        coalesce(sum(statutory_amount) filter (where comparable), 0) as allowed
      from (select statutory_amount, promised_amount,
          statutory_unit = 'workingDays' and promised_unit = 'workingDays' as comparable
        from power_item_version where status = 'inForce' and effective_from <= $1
          and (effective_to is null or effective_to >= $1)) v
      """;

  private final Pool pool;
  private final Clock clock;

  ListNumbers(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  public Uni<List<CityNumber>> now() {
    return pool.preparedQuery(NOW)
        .execute(Tuple.of(LocalDate.ofInstant(clock.instant(), CityTime.ZONE)))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return List.of(
                  CityNumber.of(null, NumberKind.ITEMS, row.getLong("items")),
                  new CityNumber(
                      null,
                      NumberKind.DAYS_PROMISED_LESS,
                      row.getLong("less"),
                      row.getLong("allowed")));
            });
  }
}
