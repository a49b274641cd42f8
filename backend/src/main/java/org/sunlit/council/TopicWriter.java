package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.council.rules.TopicAct;
import org.sunlit.council.rules.TopicActKind;
import org.sunlit.council.rules.TopicStanding;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;

/**
 * Writes what happens to topics, with its files, its entry in the journal and the messages that
 * tell of it, all in one transaction. Nothing anybody wrote enters the journal, nor which member
 * wrote.
 */
@ApplicationScoped
class TopicWriter {
  private final TopicStore store;
  private final CouncilFiles files;
  private final Journal journal;
  private final TopicNotices notices;
  private final Vault vault;
  private final Clock clock;

  TopicWriter(
      TopicStore store,
      CouncilFiles files,
      Journal journal,
      TopicNotices notices,
      Vault vault,
      Clock clock) {
    this.store = store;
    this.files = files;
    this.journal = journal;
    this.notices = notices;
    this.vault = vault;
    this.clock = clock;
  }

  private static String place(int number) {
    return "council_topic_act/" + number;
  }

  /** What was said in an act. */
  static String words(DataKey key, int number, byte[] sealed) {
    return key.openWords(place(number), sealed);
  }

  /** Now, and never before what happened last. */
  Instant after(TopicRecord topic) {
    return CityTime.after(topic.last().at(), clock);
  }

  /** Stores what has just begun; {@code born} has its first act alone. */
  Uni<Void> begin(
      Mutiny.Session session, TopicRecord born, String words, List<UUID> uploads, DataKey key) {
    return store.insert(session, born).chain(() -> written(session, born, words, uploads, key));
  }

  /** The topic after something happened to it. */
  Uni<Void> add(
      Mutiny.Session session, TopicRecord topic, TopicAct act, String words, List<UUID> uploads) {
    TopicRecord after = topic.after(act);
    // Folded before anything is written: what can't be is a fault of ours and leaves nothing.
    after.standing();
    return vault
        .find(session, topic.subject())
        .map(Optional::orElseThrow)
        .chain(key -> written(session, after, words, uploads, key));
  }

  private Uni<Void> written(
      Mutiny.Session session, TopicRecord topic, String words, List<UUID> uploads, DataKey key) {
    byte[] sealed = key.sealWords(place(topic.version()), words);
    return store
        .append(session, topic, sealed)
        .chain(
            () ->
                files.keep(
                    session,
                    CouncilFiles.Of.act(topic.id(), topic.version()),
                    uploads,
                    topic.last().at(),
                    key))
        .chain(() -> journal.append(session, entry(topic)))
        .chain(() -> notices.tell(session, topic, key));
  }

  private static JournalEntry entry(TopicRecord topic) {
    TopicAct act = topic.last();
    TopicStanding standing = topic.standing();
    Map<String, Object> payload = new LinkedHashMap<>(StoredJson.members(act));
    payload.keySet().removeAll(List.of("at", "by"));
    payload.put("state", standing.state().code());
    payload.put("topic", standing.kind().code());
    if (standing.department() != null) {
      payload.put("department", standing.department());
    }
    TopicActKind kind = TopicActKind.of(act);
    return entry(topic.number(), kind.code(), kind.byMember() ? null : act.by(), act.at(), payload);
  }

  static JournalEntry entry(
      String number, String what, String by, Instant at, Map<String, Object> payload) {
    return JournalEntry.inside(
        SubjectKind.COUNCIL, number, "council." + what, by, at, StoredJson.write(payload));
  }
}
