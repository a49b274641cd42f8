package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.complaint.rules.ComplaintAct;
import org.sunlit.complaint.rules.ComplaintActKind;
import org.sunlit.complaint.rules.Standing;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;

/**
 * Writes what happens to complaints, with its entry in the journal and the messages that tell of
 * it, all in one transaction. Nothing of it is public, and nothing anybody said enters the journal.
 */
@ApplicationScoped
class ComplaintWriter {
  private static final String RECOUNTED = "complaint.recounted";

  private final ComplaintStore store;
  private final ComplaintTells tells;
  private final Journal journal;
  private final ComplaintNotices notices;
  private final Vault vault;
  private final Clock clock;

  ComplaintWriter(
      ComplaintStore store,
      ComplaintTells tells,
      Journal journal,
      ComplaintNotices notices,
      Vault vault,
      Clock clock) {
    this.store = store;
    this.tells = tells;
    this.journal = journal;
    this.notices = notices;
    this.vault = vault;
    this.clock = clock;
  }

  /** Where the words of an act are sealed to. */
  private static String place(int number) {
    return "complaint_act/" + number;
  }

  static String words(DataKey key, int number, byte[] sealed) {
    return key.openWords(place(number), sealed);
  }

  /** Now, and never before what happened last. */
  Instant after(ComplaintRecord complaint) {
    return CityTime.after(complaint.last().at(), clock);
  }

  /** Stores what has just come in; {@code born} has its receipt as its only act. */
  Uni<Void> receive(Mutiny.Session session, ComplaintRecord born, byte[] phoneToken, DataKey key) {
    return store.insert(session, born, phoneToken).chain(() -> written(session, born, null, key));
  }

  /** The complaint after something happened to it. */
  Uni<ComplaintRecord> add(
      Mutiny.Session session, ComplaintRecord complaint, ComplaintAct act, String words) {
    ComplaintRecord after = complaint.after(act);
    return vault
        .find(session, complaint.subject())
        .map(Optional::orElseThrow)
        .chain(key -> written(session, after, words, key))
        .replaceWith(after);
  }

  private Uni<Void> written(
      Mutiny.Session session, ComplaintRecord complaint, String words, DataKey key) {
    byte[] sealed = key.sealWords(place(complaint.version()), words);
    return store
        .append(session, complaint, sealed)
        .chain(() -> tells.of(session, complaint))
        .chain(told -> journal.append(session, entry(complaint, told)))
        .chain(() -> notices.tell(session, complaint, key));
  }

  /** Its days were counted again by another calendar: nothing happened to it. */
  Uni<Void> recounted(Mutiny.Session session, ComplaintRecord complaint) {
    return store
        .keepFold(session, complaint)
        .chain(() -> tells.of(session, complaint))
        .chain(
            told ->
                journal.append(
                    session,
                    JournalEntry.inside(
                        SubjectKind.COMPLAINT,
                        complaint.number(),
                        RECOUNTED,
                        null,
                        after(complaint),
                        StoredJson.write(told))));
  }

  private static JournalEntry entry(ComplaintRecord complaint, Map<String, Object> told) {
    ComplaintAct act = complaint.last();
    Standing standing = complaint.standing();
    Map<String, Object> payload = new LinkedHashMap<>(StoredJson.members(act));
    payload.keySet().removeAll(List.of("at", "by"));
    payload.putAll(told);
    payload.put("kind", standing.kind().code());
    payload.put("channel", standing.channel().code());
    payload.put("round", standing.round());
    payload.put("supervised", standing.supervised());
    if (standing.lead() != null) {
      payload.put("department", standing.lead());
    }
    return JournalEntry.inside(
        SubjectKind.COMPLAINT,
        complaint.number(),
        "complaint." + ComplaintActKind.of(act).code(),
        act.by(),
        act.at(),
        StoredJson.write(payload));
  }
}
