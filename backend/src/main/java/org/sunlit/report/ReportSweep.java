package org.sunlit.report;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.sunlit.platform.CityTime;

/**
 * Destroys reports whose day has come, with their messages, keys, files and steps, and files that
 * no message took. Nothing of them is left to say that there was one.
 */
@ApplicationScoped
class ReportSweep {
  private static final String DESTROY = "delete from report where destroy_on <= $1";
  private static final String LOOSE =
      "delete from report_attachment where report_id is null and arrived_on < $1";

  private final Pool pool;
  private final Clock clock;

  ReportSweep(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  @Scheduled(every = "6h", delayed = "20m")
  Uni<Void> destroy() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    return pool.preparedQuery(DESTROY)
        .execute(Tuple.of(today))
        .chain(() -> pool.preparedQuery(LOOSE).execute(Tuple.of(today)))
        .replaceWithVoid();
  }
}
