package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.identity.Actor;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;

/**
 * Every fee event in the journal, with what supervision needs to count it again: amounts, the fee
 * and the version of its standard. No personal data.
 */
@ApplicationScoped
class ChargeJournal {
  private final Journal journal;

  ChargeJournal(Journal journal) {
    this.journal = journal;
  }

  /**
   * Writes an event within the caller's transaction.
   *
   * @param subject the case's or joint application's number
   * @param what such as {@code assessed}
   * @param by null for the applicant, or a gateway
   */
  Uni<Void> write(
      Mutiny.Session session,
      String subject,
      String what,
      Actor by,
      Instant at,
      JsonObject payload) {
    return journal.append(
        session,
        JournalEntry.inside(
            subject.startsWith("J") ? SubjectKind.JOINT : SubjectKind.CASE,
            subject,
            "charge." + what,
            by == null ? null : by.accountId(),
            at,
            payload.encode()));
  }
}
