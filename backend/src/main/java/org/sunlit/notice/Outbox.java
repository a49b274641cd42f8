package org.sunlit.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes messages in the transaction of what they tell, so that none is sent for what did not happen
 * and none is lost.
 */
@ApplicationScoped
public class Outbox {

  private static final String PUT =
      """
      insert into notice
        (id, subject_id, channel, recipient, recipient_masked, text, text_en, created_at, status, next_attempt_at)
      values (:id, :subjectId, :channel, :recipient, :recipientMasked, :text, :textEn, :at, 'waiting', :at)
      """;

  /** Puts a message into the outbox within the caller's transaction. */
  public Uni<Void> put(Mutiny.Session session, Notice notice, Instant at) {
    return session
        .createNativeQuery(PUT)
        .setParameter("id", UUID.randomUUID())
        .setParameter("subjectId", notice.subjectId())
        .setParameter("channel", notice.channel())
        .setParameter("recipient", notice.telephone())
        .setParameter("recipientMasked", notice.maskedTelephone())
        .setParameter("text", notice.text())
        .setParameter("textEn", notice.textEn())
        .setParameter("at", at)
        .executeUpdate()
        .replaceWithVoid();
  }
}
