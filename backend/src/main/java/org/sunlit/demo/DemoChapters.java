package org.sunlit.demo;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.sunlit.platform.CityTime;

/**
 * Remembers which chapters of the demonstration have been told, so that a restart tells none twice.
 */
@ApplicationScoped
class DemoChapters {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TOLD = "select 1 from demo_chapter where name = $1";
  private static final String TELL =
      "insert into demo_chapter (name, told_at) values ($1, $2) on conflict do nothing";

  private final Pool pool;
  private final Clock clock;

  DemoChapters(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  boolean told(String name) {
    return pool.preparedQuery(TOLD).execute(Tuple.of(name)).await().atMost(PATIENCE).rowCount() > 0;
  }

  void tell(String name) {
    pool.preparedQuery(TELL)
        .execute(Tuple.of(name, CityTime.offset(clock.instant())))
        .await()
        .atMost(PATIENCE);
  }
}
