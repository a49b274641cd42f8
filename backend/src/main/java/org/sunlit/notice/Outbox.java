package org.sunlit.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;

/**
 * Takes messages in the transaction of what they tell, so that none is sent for what did not happen
 * and none is lost.
 */
@ApplicationScoped
public class Outbox {

  private static final String PUT =
      """
      insert into notice
        (id, subject_id, channel, recipient, shown, created_at, status, next_attempt_at)
      values (:id, :subjectId, :channel, cast(:recipient as bytea), :shown, :at, 'waiting', :at)
      """;

  private static final String FORGET = "delete from notice where subject_id = :subjectId";

  private final Vault vault;

  Outbox(Vault vault) {
    this.vault = vault;
  }

  /** Puts a message into the outbox within the caller's transaction. */
  public Uni<Void> put(Mutiny.Session session, Notice notice, Instant at) {
    return vault
        .findOrKeep(session, notice.subjectId())
        .chain(key -> put(session, notice, at, key));
  }

  /**
   * Takes everything out that was said about a subject, within the caller's transaction, sent or
   * not: for who destroys the key it is sealed with.
   */
  public Uni<Void> forget(Mutiny.Session session, String subjectId) {
    return session
        .createNativeQuery(FORGET)
        .setParameter("subjectId", subjectId)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** The same for who has the key of the notice's subject at hand. */
  public Uni<Void> put(Mutiny.Session session, Notice notice, Instant at, DataKey key) {
    UUID id = UUID.randomUUID();
    return session
        .createNativeQuery(PUT)
        .setParameter("id", id)
        .setParameter("subjectId", notice.subjectId())
        .setParameter("channel", notice.channel())
        .setParameter("recipient", NoticeSeals.recipient(key, id, notice.telephone()))
        .setParameter(
            "shown",
            NoticeSeals.seal(key, id, notice.maskedTelephone(), notice.text(), notice.textEn()))
        .setParameter("at", at)
        .executeUpdate()
        .replaceWithVoid();
  }
}
