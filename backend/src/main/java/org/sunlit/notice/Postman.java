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
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;

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
      select n.id, n.subject_id, n.channel, n.recipient, n.shown, n.attempts, k.master, k.wrapped
      from notice n left join vault_key k on k.subject = n.subject_id
      where n.status = 'waiting' and n.next_attempt_at <= $1
      order by n.next_attempt_at limit $2
      for update of n skip locked
      """;
  private static final String SENT =
      "update notice set status = 'sent', attempts = attempts + 1, sent_at = $2, recipient = null where id = $1";
  private static final String LATER =
      "update notice set attempts = attempts + 1, next_attempt_at = $2 where id = $1";
  private static final String GIVEN_UP =
      "update notice set status = 'failed', attempts = attempts + 1, recipient = null where id = $1";

  private final Pool pool;
  private final NoticeSender sender;
  private final Clock clock;
  private final Vault vault;

  Postman(Pool pool, NoticeSender sender, Clock clock, Vault vault) {
    this.vault = vault;
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
    return Uni.createFrom()
        .deferred(() -> send(row))
        .map(done -> Tuple.of(row.getUUID("id"), CityTime.offset(now)))
        .chain(sent -> connection.preparedQuery(SENT).execute(sent).replaceWithVoid())
        .onFailure()
        .recoverWithUni(failure -> failed(connection, row, now, failure));
  }

  private Uni<Void> send(Row row) {
    if (!row.getString("channel").equals("sms")) {
      return Uni.createFrom().voidItem();
    }
    UUID id = row.getUUID("id");
    DataKey key =
        vault.unwrap(
            new WrappedKey(
                row.getString("subject_id"),
                row.getString("master"),
                row.getBuffer("wrapped").getBytes()));
    return sender.sendSms(
        id,
        NoticeSeals.openRecipient(key, id, row.getBuffer("recipient").getBytes()),
        NoticeSeals.text(key, id, row.getBuffer("shown").getBytes()));
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
