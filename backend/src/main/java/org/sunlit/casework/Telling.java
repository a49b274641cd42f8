package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.notice.Notice;
import org.sunlit.notice.NoticeText;
import org.sunlit.notice.Outbox;
import org.sunlit.notice.Topic;

/** Tells applicants what other rooms have done with their cases. */
@ApplicationScoped
class Telling {
  private final Reaches reaches;
  private final Outbox outbox;
  private final Clock clock;

  Telling(Reaches reaches, Outbox outbox, Clock clock) {
    this.reaches = reaches;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Tells the applicant, within the caller's transaction; nobody is told any more when their data
   * has been deleted.
   *
   * @param event what happened; of one event nobody is told twice
   */
  Uni<Void> tell(Mutiny.Session session, CaseNow of, String event, NoticeText text) {
    return of.stored().key() == null
        ? Uni.createFrom().voidItem()
        : reaches
            .of(session, of)
            .chain(
                reach ->
                    outbox.put(
                        session,
                        new Notice(of.number(), event, Topic.REQUIRED, text, reach, null),
                        clock.instant(),
                        of.stored().key()));
  }
}
