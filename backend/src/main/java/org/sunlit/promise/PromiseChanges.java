package org.sunlit.promise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.StoredJson;
import org.sunlit.promise.rules.PromiseEvent;

/** Writes what happens to a promise, with its entry in the journal; nothing of it is public. */
@ApplicationScoped
class PromiseChanges {
  private final PromiseStore store;
  private final Journal journal;

  PromiseChanges(PromiseStore store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  /** A promise and its signature. */
  Uni<PromiseRecord> begin(Mutiny.Session session, PromiseRecord born) {
    return store
        .insert(session, born)
        .chain(() -> journal.append(session, entry(born, born.events().get(0))))
        .replaceWith(born);
  }

  /**
   * The promise after this event.
   *
   * @return fails with 412 when somebody else was faster
   */
  Uni<PromiseRecord> go(Mutiny.Session session, PromiseRecord before, PromiseEvent event) {
    PromiseRecord after = before.after(event);
    return store
        .append(session, after)
        .chain(() -> journal.append(session, entry(after, event)))
        .replaceWith(after);
  }

  private static JournalEntry entry(PromiseRecord record, PromiseEvent event) {
    return JournalEntry.inside(
        SubjectKind.CASE,
        record.caseNumber(),
        event.kind().journalKind(),
        event.account(),
        event.at(),
        StoredJson.write(event.wordless()));
  }
}
