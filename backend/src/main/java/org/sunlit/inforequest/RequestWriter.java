package org.sunlit.inforequest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.inforequest.rules.RequestAct;
import org.sunlit.inforequest.rules.RequestActKind;
import org.sunlit.inforequest.rules.RequestStanding;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;

/**
 * Writes what happens to requests, with its entry in the journal and the messages that tell of it,
 * all in one transaction. Nothing of it is public, and nothing anybody said enters the journal.
 */
@ApplicationScoped
class RequestWriter {
  private final RequestStore store;
  private final Journal journal;
  private final RequestNotices notices;
  private final Vault vault;
  private final Clock clock;

  RequestWriter(
      RequestStore store, Journal journal, RequestNotices notices, Vault vault, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.notices = notices;
    this.vault = vault;
    this.clock = clock;
  }

  private static String place(int number) {
    return "info_request_act/" + number;
  }

  /** What was said in an act. */
  static String words(DataKey key, int number, byte[] sealed) {
    return key.openWords(place(number), sealed);
  }

  /** Now, and never before what happened last. */
  Instant after(RequestRecord request) {
    return CityTime.after(request.last().at(), clock);
  }

  /** Stores what has just come in; {@code born} has its receipt as its only act. */
  Uni<Void> receive(Mutiny.Session session, RequestRecord born, DataKey key) {
    return store.insert(session, born).chain(() -> written(session, born, null, key));
  }

  /** The request after something happened to it. */
  Uni<Void> add(Mutiny.Session session, RequestRecord request, RequestAct act, String words) {
    RequestRecord after = request.after(act);
    return vault
        .find(session, request.subject())
        .map(Optional::orElseThrow)
        .chain(key -> written(session, after, words, key));
  }

  private Uni<Void> written(
      Mutiny.Session session, RequestRecord request, String words, DataKey key) {
    byte[] sealed = key.sealWords(place(request.version()), words);
    return store
        .append(session, request, sealed)
        .chain(() -> journal.append(session, entry(request)))
        .chain(() -> notices.tell(session, request, key));
  }

  private static JournalEntry entry(RequestRecord request) {
    RequestAct act = request.last();
    RequestStanding standing = request.standing();
    Map<String, Object> payload = new LinkedHashMap<>(StoredJson.members(act));
    payload.keySet().removeAll(List.of("at", "by"));
    payload.put("state", standing.state().code());
    payload.put("channel", standing.channel().code());
    payload.put("department", standing.department());
    return entry(request.number(), RequestActKind.of(act).code(), act.by(), act.at(), payload);
  }

  static JournalEntry entry(
      String number, String what, String by, Instant at, Map<String, Object> payload) {
    return JournalEntry.inside(
        SubjectKind.INFO_REQUEST, number, "infoRequest." + what, by, at, StoredJson.write(payload));
  }
}
