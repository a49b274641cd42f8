package org.sunlit.notice;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
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
import org.sunlit.platform.Coded;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;
import org.sunlit.problem.Language;

/**
 * Takes what is due in the outbox and has it carried. Any number of nodes may do so: whoever takes
 * a delivery has it for {@link #LEASE}, and should they die with it in hand, another takes it after
 * that, with the same id. What is urgent goes on rounds of its own, so that it waits for nothing.
 */
@ApplicationScoped
class Postman {

  private static final Logger LOG = Logger.getLogger(Postman.class);
  private static final int BATCH = 40;
  private static final int AT_ONCE = 8;

  /** Longer than a batch can take: five turns of at most twenty seconds each. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private static final String TAKE =
      """
      with due as (
        select id from notice_delivery
        where status = 'waiting' and next_attempt_at <= $1 and urgent = $2
        order by next_attempt_at limit $3
        for update skip locked
      )
      update notice_delivery d set attempts = d.attempts + 1, next_attempt_at = $4
      from due, notice n left join vault_key k on k.subject = n.subject_id
      where d.id = due.id and n.id = d.notice_id
      returning d.id, d.channel, d.recipient, d.language, d.urgent, d.attempts, d.good_until,
        n.id as notice_id, n.subject_id, n.shown, k.master, k.wrapped
      """;

  /** Not over a receipt that was faster. */
  private static final String SENT =
      """
      update notice_delivery set status = 'sent', sent_at = $2, recipient = null
      where id = $1 and status = 'waiting'
      """;

  private static final String LATER =
      """
      update notice_delivery set next_attempt_at = $3
      where id = $1 and status = 'waiting' and attempts = $2
      """;
  private static final String FAILED =
      """
      update notice_delivery set status = 'failed', failure = $3, settled_at = $4, recipient = null
      where id = $1 and status = 'waiting' and attempts = $2
      """;

  private final Pool pool;
  private final Outbox outbox;
  private final Carriers carriers;
  private final Clock clock;
  private final Vault vault;

  Postman(Pool pool, Outbox outbox, Carriers carriers, Clock clock, Vault vault) {
    this.pool = pool;
    this.outbox = outbox;
    this.carriers = carriers;
    this.clock = clock;
    this.vault = vault;
  }

  @Scheduled(
      every = "${sunlit.notice.every}",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> deliverUrgent() {
    return round(true);
  }

  @Scheduled(
      every = "${sunlit.notice.every}",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> deliver() {
    return outbox.quietAt(clock.instant()) ? Uni.createFrom().voidItem() : round(false);
  }

  private Uni<Void> round(boolean urgent) {
    return batch(urgent)
        .chain(taken -> taken == BATCH ? round(urgent) : Uni.createFrom().voidItem());
  }

  private Uni<Integer> batch(boolean urgent) {
    Instant now = clock.instant();
    return pool.preparedQuery(TAKE)
        .execute(Tuple.of(CityTime.offset(now), urgent, BATCH, CityTime.offset(now.plus(LEASE))))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
        .call(this::deliverAll)
        .map(List::size);
  }

  private Uni<Void> deliverAll(List<Row> rows) {
    return Multi.createFrom()
        .iterable(rows)
        .onItem()
        .transformToUni(this::deliver)
        .merge(AT_ONCE)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> deliver(Row row) {
    if (tooLate(row)) {
      return failed(row, "tooLate");
    }
    return Uni.createFrom()
        .deferred(() -> carriers.take(channel(row), message(row)))
        .map(taken -> Tuple.of(row.getUUID("id"), now()))
        .chain(sent -> pool.preparedQuery(SENT).execute(sent).replaceWithVoid())
        .onFailure()
        .recoverWithUni(failure -> notTaken(row, failure));
  }

  /** Its time has passed, or what it says can't be read any more. */
  private boolean tooLate(Row row) {
    return row.getBuffer("wrapped") == null
        || row.getOffsetDateTime("good_until") != null
            && row.getOffsetDateTime("good_until").toInstant().isBefore(clock.instant());
  }

  private static Channel channel(Row row) {
    return Coded.of(Channel.class, row.getString("channel"));
  }

  private Carrier.Message message(Row row) {
    UUID id = row.getUUID("id");
    DataKey key =
        vault.unwrap(
            new WrappedKey(
                row.getString("subject_id"),
                row.getString("master"),
                row.getBuffer("wrapped").getBytes()));
    Language language = row.getString("language").equals("en") ? Language.EN : Language.ZH_CN;
    NoticeSeals.Said said =
        NoticeSeals.said(key, row.getUUID("notice_id"), row.getBuffer("shown").getBytes());
    return new Carrier.Message(
        id,
        row.getString("subject_id"),
        NoticeSeals.openRecipient(key, id, row.getBuffer("recipient").getBytes()),
        language,
        said.text().in(language),
        said.unsubscribe());
  }

  private Uni<Void> notTaken(Row row, Throwable failure) {
    boolean again = !(failure instanceof Carrier.NotTaken refused) || refused.everAgain();
    int attempts = row.getInteger("attempts");
    Optional<Duration> wait = again ? RetryRule.waitAfter(attempts) : Optional.empty();
    LOG.warnf(
        "Message %s was not taken (%s), attempt %d; %s",
        row.getUUID("id"),
        failure instanceof Carrier.NotTaken ? failure.getMessage() : failure.getClass().getName(),
        attempts,
        wait.isPresent() ? "trying later" : "giving up");
    return wait.map(duration -> later(row, duration))
        .orElseGet(() -> failed(row, again ? "givenUp" : "refused"));
  }

  private Uni<Void> later(Row row, Duration wait) {
    Instant next = clock.instant().plus(wait);
    Instant due = row.getBoolean("urgent") ? next : outbox.due(next);
    return pool.preparedQuery(LATER)
        .execute(Tuple.of(row.getUUID("id"), row.getInteger("attempts"), CityTime.offset(due)))
        .replaceWithVoid();
  }

  private Uni<Void> failed(Row row, String why) {
    return pool.preparedQuery(FAILED)
        .execute(Tuple.of(row.getUUID("id"), row.getInteger("attempts"), why, now()))
        .replaceWithVoid();
  }

  private java.time.OffsetDateTime now() {
    return CityTime.offset(clock.instant());
  }
}
