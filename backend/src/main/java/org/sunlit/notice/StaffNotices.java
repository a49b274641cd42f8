package org.sunlit.notice;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.privacy.DataKey;

/** Tells several people of the staff the same. */
@ApplicationScoped
public class StaffNotices {
  private final Outbox outbox;

  StaffNotices(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Puts it into the inbox of each.
   *
   * @param subject what it is about
   * @param event what happened to that; nobody is told of one event twice
   * @param key the subject's
   */
  public Uni<Void> tell(
      Mutiny.Session session,
      String subject,
      String event,
      NoticeText text,
      List<String> accounts,
      Instant at,
      DataKey key) {
    return Multi.createFrom()
        .iterable(accounts)
        .onItem()
        .transformToUniAndConcatenate(
            account ->
                outbox.put(
                    session,
                    new Notice(
                        subject,
                        event + " " + account,
                        Topic.REQUIRED,
                        text,
                        new Reach(null, account, NoticeChoice.USUAL),
                        null),
                    at,
                    key))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
