package org.sunlit.camera;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.sunlit.camera.RecordingStore.Forgotten;
import org.sunlit.platform.CityTime;

/** Deletes recordings that are older than they may be kept, and writes down that it did. */
@ApplicationScoped
class Forgetting {
  private static final Logger LOG = Logger.getLogger(Forgetting.class);
  private static final String TRACE =
      """
      insert into camera_forgetting (camera_code, day, files, at) values ($1, $2, $3, $4)
      on conflict (camera_code, day) do update set files = camera_forgetting.files + excluded.files, at = excluded.at
      """;

  private final Recordings recordings;
  private final Pool pool;
  private final Clock clock;

  Forgetting(Recordings recordings, Pool pool, Clock clock) {
    this.recordings = recordings;
    this.pool = pool;
    this.clock = clock;
  }

  @Scheduled(every = "6h", delayed = "20m")
  Uni<Void> forget() {
    return recordings.forget().chain(this::trace);
  }

  private Uni<Void> trace(List<Forgotten> forgotten) {
    if (forgotten.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Tuple> rows =
        forgotten.stream()
            .map(
                one ->
                    Tuple.of(
                        one.camera(), one.day(), one.files(), CityTime.offset(clock.instant())))
            .toList();
    return pool.preparedQuery(TRACE)
        .executeBatch(rows)
        .invoke(() -> LOG.infof("Recordings of %d days of cameras were deleted", rows.size()))
        .replaceWithVoid();
  }
}
