package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.complaint.Complaints;
import org.sunlit.complaint.rules.ComplaintChannel;
import org.sunlit.complaint.rules.ComplaintKind;
import org.sunlit.complaint.rules.Naming;
import org.sunlit.identity.Actor;
import org.sunlit.privacy.Vault;

/**
 * Hands what a member began to those who handle complaints 转为投诉, without the member's name: number
 * and code are the author's alone.
 */
@ApplicationScoped
class ComplaintDoor {
  private static final String WORDS =
      """
      select cast(encode(words, 'base64') as text) from council_topic_act where topic_id = :topic and number = 1
      """;

  private final Complaints complaints;
  private final Vault vault;

  ComplaintDoor(Complaints complaints, Vault vault) {
    this.complaints = complaints;
    this.vault = vault;
  }

  /** Within the caller's transaction. */
  Uni<Complaints.Receipt> send(Mutiny.Session session, TopicRecord topic, Actor office) {
    return vault
        .find(session, topic.subject())
        .map(Optional::orElseThrow)
        .chain(
            key ->
                session
                    .createNativeQuery(WORDS, String.class)
                    .setParameter("topic", topic.id())
                    .getSingleResult()
                    .map(
                        stored ->
                            message(
                                TopicRecord.title(key, topic.content()),
                                TopicWriter.words(key, 1, Base64.getMimeDecoder().decode(stored)),
                                topic.standing().suggested())))
        .chain(message -> complaints.send(session, message, office));
  }

  private static Complaints.Message message(String title, String words, String department) {
    return new Complaints.Message(
        ComplaintKind.COMPLAINT,
        ComplaintChannel.WEB,
        Naming.ANONYMOUS,
        title,
        words,
        null,
        null,
        null,
        null,
        null,
        department,
        null,
        false);
  }
}
