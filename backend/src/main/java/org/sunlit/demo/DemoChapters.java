package org.sunlit.demo;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Deployment;
import org.sunlit.platform.TravellingClock;

/**
 * Remembers which chapters of the demonstration have been told, so that a restart tells none twice.
 */
@ApplicationScoped
class DemoChapters {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TOLD = "select 1 from demo_chapter where name = $1";
  private static final String REMEMBER =
      "insert into demo_chapter (name, told_at) values ($1, $2) on conflict do nothing";

  private final Pool pool;
  private final Deployment deployment;
  private final TravellingClock clock;

  DemoChapters(Pool pool, Deployment deployment, TravellingClock clock) {
    this.deployment = deployment;
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Tells a chapter of the demonstration unless it was told before; afterwards it is now again. One
   * that fails is not told.
   */
  void once(String name, Runnable chapter) {
    if (!deployment.demo() || told(name)) {
      return;
    }
    try {
      chapter.run();
    } finally {
      clock.returnToNow();
    }
    remember(name);
  }

  private boolean told(String name) {
    return pool.preparedQuery(TOLD).execute(Tuple.of(name)).await().atMost(PATIENCE).rowCount() > 0;
  }

  private void remember(String name) {
    pool.preparedQuery(REMEMBER)
        .execute(Tuple.of(name, CityTime.offset(clock.instant())))
        .await()
        .atMost(PATIENCE);
  }
}
