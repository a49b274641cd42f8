package org.sunlit.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.api.model.Category;
import org.sunlit.api.model.PredictionReliability;
import org.sunlit.api.model.ReliabilityRow;
import org.sunlit.platform.CityTime;
import org.sunlit.statistics.rules.Expectation;

/** How many predictions came true: of those whose case was closed in the last twelve months. */
@ApplicationScoped
class Reliability {
  private static final int MONTHS = 12;
  private static final String COUNT =
      """
      select category, sum(settled)::bigint as settled, sum(came_true)::bigint as came_true
      from statistics_reliability where month >= $1 and month <= $2 group by category order by settled desc, category
      """;

  private final Pool pool;
  private final Clock clock;

  Reliability(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<PredictionReliability> now() {
    LocalDate today = clock.instant().atZone(CityTime.ZONE).toLocalDate();
    LocalDate from = today.withDayOfMonth(1).minusMonths(MONTHS - 1L);
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(from, today))
        .map(
            rows -> {
              List<ReliabilityRow> categories = new ArrayList<>();
              long settled = 0;
              long cameTrue = 0;
              for (Row row : rows) {
                settled += row.getLong("settled");
                cameTrue += row.getLong("came_true");
                categories.add(
                    row(row.getLong("settled"), row.getLong("came_true"))
                        .category(Category.fromValue(row.getString("category"))));
              }
              return new PredictionReliability()
                  .probability(Expectation.PROBABILITY)
                  .minimum(FlowFigures.MINIMUM)
                  .from(from)
                  .to(today)
                  .categories(categories)
                  .total(row(settled, cameTrue));
            });
  }

  private static ReliabilityRow row(long settled, long cameTrue) {
    ReliabilityRow row = new ReliabilityRow().settled((int) settled);
    return settled < FlowFigures.MINIMUM ? row : row.cameTrue((int) cameTrue);
  }
}
