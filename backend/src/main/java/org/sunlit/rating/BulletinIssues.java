package org.sunlit.rating;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.sunlit.disclosure.subscription.BulletinSource;
import org.sunlit.platform.CityTime;

/** The monthly bulletins 评议通报, for those who subscribe to them (K5). */
@ApplicationScoped
class BulletinIssues implements BulletinSource {
  private static final String PUBLISHED =
      "select month from rating_bulletin where published_at > $1 and published_at <= $2 order by month";

  private final Pool pool;

  BulletinIssues(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<List<Issue>> between(Instant after, Instant until) {
    return pool.preparedQuery(PUBLISHED)
        .execute(Tuple.of(CityTime.offset(after), CityTime.offset(until)))
        .map(rows -> rows.stream().map(BulletinIssues::issue).toList());
  }

  private static Issue issue(Row row) {
    YearMonth month = YearMonth.from(row.getLocalDate("month"));
    return new Issue(
        "%d年%d月群众评议通报".formatted(month.getYear(), month.getMonthValue()),
        "Bulletin of ratings, " + month,
        "/ratings?month=" + month);
  }
}
