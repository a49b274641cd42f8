package org.sunlit.disclosure;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.sunlit.platform.CityTime;

/** Releases what was approved for a moment that has come: each once, on however many nodes. */
@ApplicationScoped
class ReleaseJob {
  private static final Logger LOG = Logger.getLogger(ReleaseJob.class);
  private static final String DUE =
      """
      select p.number from publication_edition e join publication p on p.id = e.publication_id
      where e.state = 'approved' and p.withdrawn_at is null and e.release_at <= $1 order by e.release_at limit 50
      """;

  private final Publications publications;
  private final Pool pool;
  private final Clock clock;

  ReleaseJob(Publications publications, Pool pool, Clock clock) {
    this.publications = publications;
    this.pool = pool;
    this.clock = clock;
  }

  @Scheduled(
      every = "10s",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> everyMoment() {
    return run().replaceWithVoid();
  }

  /** Tells how many were released by this run. */
  Uni<Long> run() {
    return pool.preparedQuery(DUE)
        .execute(Tuple.of(CityTime.offset(clock.instant())))
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .onItem()
        .transformToUniAndConcatenate(row -> release(row.getString("number")))
        .filter(released -> released)
        .collect()
        .with(Collectors.counting());
  }

  /** One that fails keeps no other waiting; its turn comes again. */
  private Uni<Boolean> release(String number) {
    return publications
        .releaseDue(number)
        .onFailure()
        .invoke(failure -> LOG.errorf(failure, "Publication %s can't be released", number))
        .onFailure()
        .recoverWithItem(false);
  }
}
