package org.sunlit.notice;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.sunlit.platform.CityTime;

/**
 * Takes what waits in the outbox and sends it. Several nodes may do so: a row is held by one of
 * them at a time.
 */
@ApplicationScoped
class Postman {

  private static final Logger LOG = Logger.getLogger(Postman.class);
  private static final int BATCH = 50;

  private static final String TAKE =
      """
      select id, channel, recipient, text, attempts from notice
      where status = 'waiting' and next_attempt_at <= $1
      order by next_attempt_at limit $2
      for update skip locked
      """;
  private static final String SENT =
      "update notice set status = 'sent', attempts = attempts + 1, sent_at = $2 where id = $1";
  private static final String LATER =
      "update notice set attempts = attempts + 1, next_attempt_at = $2 where id = $1";
  private static final String GIVEN_UP =
      "update notice set status = 'failed', attempts = attempts + 1 where id = $1";

  private final Pool pool;
  private final NoticeSender sender;
  private final Clock clock;

  Postman(Pool pool, NoticeSender sender, Clock clock) {
    this.pool = pool;
    this.sender = sender;
    this.clock = clock;
  }

  @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> deliver() {
    return deliverBatch().chain(sent -> sent == BATCH ? deliver() : Uni.createFrom().voidItem());
  }

  private Uni<Integer> deliverBatch() {
    Instant now = clock.instant();
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(CityTime.offset(now), BATCH))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .call(rows -> deliver(connection, rows, now))
                .map(List::size));
  }

  private Uni<Void> deliver(SqlConnection connection, List<Row> rows, Instant now) {
    return Multi.createFrom()
        .iterable(rows)
        .onItem()
        .transformToUniAndConcatenate(row -> deliver(connection, row, now))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> deliver(SqlConnection connection, Row row, Instant now) {
    Uni<Void> sending =
        row.getString("channel").equals("sms")
            ? sender.sendSms(row.getUUID("id"), row.getString("recipient"), row.getString("text"))
            : Uni.createFrom().voidItem();
    return sending
        .map(done -> Tuple.of(row.getUUID("id"), CityTime.offset(now)))
        .chain(sent -> connection.preparedQuery(SENT).execute(sent).replaceWithVoid())
        .onFailure()
        .recoverWithUni(failure -> failed(connection, row, now, failure));
  }

  private static Uni<Void> failed(
      SqlConnection connection, Row row, Instant now, Throwable failure) {
    Optional<Duration> wait = RetryRule.waitAfter(row.getInteger("attempts") + 1);
    LOG.warnf(
        failure,
        "Notice %s was not taken; %s",
        row.getUUID("id"),
        wait.isPresent() ? "trying later" : "giving up");
    return wait.map(
            duration ->
                connection
                    .preparedQuery(LATER)
                    .execute(Tuple.of(row.getUUID("id"), CityTime.offset(now.plus(duration)))))
        .orElseGet(() -> connection.preparedQuery(GIVEN_UP).execute(Tuple.of(row.getUUID("id"))))
        .replaceWithVoid();
  }
}
