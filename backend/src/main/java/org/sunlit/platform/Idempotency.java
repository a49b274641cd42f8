package org.sunlit.platform;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Does a command once, however often it is sent. The command, its record and its answer are one
 * transaction: either all are there or none, so after a crash a repeat either finds the first
 * answer or does the work for the first time.
 *
 * <p>A command that failed leaves no record; its repeat is judged anew. Two senders of the same key
 * at the same time: the second waits for the first and gets its answer.
 */
@ApplicationScoped
public class Idempotency {
  private final Transactor transactor;
  private final Clock clock;
  private final Duration keep;

  Idempotency(
      Transactor transactor,
      Clock clock,
      @ConfigProperty(name = "sunlit.idempotency.keep", defaultValue = "P7D") Duration keep) {
    this.transactor = transactor;
    this.clock = clock;
    this.keep = keep;
  }

  /**
   * Does the work in a transaction, or answers as the first time.
   *
   * @param operation what is done and to what, such as {@code advance 20260301-000123-7}
   * @param actor who does it: an account id, or for guests something that doesn't change between
   *     the repeats, such as {@code guest}
   * @param idempotencyKey as sent; null when there was none, then the work is just done
   * @param canonicalRequest the request in a form that is equal for equal requests
   * @param work the command, within the given session and its transaction
   * @throws Problem {@code idempotency-key-reused} (422) when the key came with another request
   */
  public Uni<Reply> once(
      String operation,
      String actor,
      String idempotencyKey,
      byte[] canonicalRequest,
      Function<Mutiny.Session, Uni<Reply>> work) {
    if (idempotencyKey == null) {
      return transactor.write(work);
    }
    String keyHash = ReplySeal.hash(bytes(operation), bytes(actor), bytes(idempotencyKey));
    String requestHash = ReplySeal.hash(canonicalRequest);
    return transactor.write(
        session ->
            claim(session, keyHash, requestHash)
                .chain(
                    first ->
                        first
                            ? doAndRecord(session, keyHash, idempotencyKey, work)
                            : repeat(session, keyHash, requestHash, idempotencyKey)));
  }

  /** Waits while another transaction holds the same key; false when it has committed. */
  private Uni<Boolean> claim(Mutiny.Session session, String keyHash, String requestHash) {
    return session
        .createNativeQuery(
            "insert into idempotency_record (key_hash, request_hash, created_at)"
                + " values (:keyHash, :requestHash, :createdAt) on conflict do nothing")
        .setParameter("keyHash", keyHash)
        .setParameter("requestHash", requestHash)
        .setParameter("createdAt", clock.instant())
        .executeUpdate()
        .map(inserted -> inserted == 1);
  }

  private Uni<Reply> doAndRecord(
      Mutiny.Session session,
      String keyHash,
      String idempotencyKey,
      Function<Mutiny.Session, Uni<Reply>> work) {
    return work.apply(session)
        .call(
            reply ->
                session
                    .createNativeQuery(
                        "update idempotency_record set sealed_reply = :sealed"
                            + " where key_hash = :keyHash")
                    .setParameter("sealed", ReplySeal.seal(reply, idempotencyKey, keyHash))
                    .setParameter("keyHash", keyHash)
                    .executeUpdate());
  }

  private Uni<Reply> repeat(
      Mutiny.Session session, String keyHash, String requestHash, String idempotencyKey) {
    return session
        .find(IdempotencyRecord.class, keyHash)
        .map(
            record -> {
              if (!record.requestHash.equals(requestHash)) {
                throw Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
              }
              return ReplySeal.open(record.sealedReply, idempotencyKey, keyHash);
            });
  }

  @Scheduled(every = "1h", delayed = "5m")
  Uni<Void> forgetOldRecords() {
    Instant before = clock.instant().minus(keep);
    return transactor
        .write(
            session ->
                session
                    .createNativeQuery("delete from idempotency_record where created_at < :before")
                    .setParameter("before", before)
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
