package org.sunlit.clue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.clue.rules.ClueAct;
import org.sunlit.clue.rules.ClueActKind;
import org.sunlit.clue.rules.ClueClock;
import org.sunlit.clue.rules.ClueStanding;
import org.sunlit.clue.rules.Finding;
import org.sunlit.platform.ActTable;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;

/** Clues in the database, within the caller's transaction. */
@ApplicationScoped
class ClueStore {
  /** A clue with its acts as one JSON text; a condition on {@code c} follows. */
  static final String LOAD =
      """
      select cast(json_build_object('id', c.id, 'number', c.number, 'content', encode(c.content, 'base64'),
        'handlers', to_json(c.handlers),
        'acts', (select json_agg(json_build_object('kind', a.kind, 'detail', cast(a.detail as text)) order by a.number)
          from clue_act a where a.clue_id = c.id)) as text) as record
      from clue c where\s""";

  private static final String NUMBER = "select nextval('clue_number')";
  private static final String INSERT =
      """
      insert into clue (id, number, content, source_hash, channel, source, named, state, received_at, concerned, version)
      values (:id, :number, :content, cast(:hash as bytea), :channel, cast(:source as text), :named, 'pooled',
        :received, string_to_array(:concerned, ','), 1)
      on conflict (source_hash) do nothing
      """;
  private static final ActTable ACTS = new ActTable("clue", "clue_id");
  private static final String MOVE =
      """
      update clue set state = :state, due_at = cast(:due as timestamptz),
        investigator = cast(:investigator as text), reviewer = cast(:reviewer as text),
        disposal = cast(:disposal as text), outcome = cast(:outcome as text),
        sanctions = string_to_array(:sanctions, ','), decided_by = cast(:decider as text),
        decided_at = cast(:decided as timestamptz), visit_on = cast(cast(:visit as text) as date),
        visited_at = cast(:visited as timestamptz), wish = cast(:wish as text),
        cleared_at = cast(:cleared as timestamptz), handlers = string_to_array(:handlers, ','),
        letter_to = cast(:letter as bytea), version = :version
      where id = :id
      """;

  private record StoredAct(String kind, String detail) {
    ClueAct read() {
      return StoredJson.read(detail, ClueActKind.of(kind).type());
    }
  }

  private record Stored(
      UUID id, String number, String content, List<String> handlers, List<StoredAct> acts) {
    ClueRecord read() {
      return new ClueRecord(
          id,
          number,
          Base64.getMimeDecoder().decode(content),
          handlers,
          acts.stream().map(StoredAct::read).toList());
    }
  }

  private final ClueSettings settings;

  ClueStore(ClueSettings settings) {
    this.settings = settings;
  }

  Uni<Long> running(Mutiny.Session session) {
    return session.createNativeQuery(NUMBER, Long.class).getSingleResult();
  }

  /** It, held until this transaction ends; empty when there is none. */
  Uni<Optional<ClueRecord>> hold(Mutiny.Session session, String number) {
    return ACTS.hold(session, number, LOAD + "c.number = :of", ClueStore::read);
  }

  static ClueRecord read(String json) {
    return StoredJson.read(json, Stored.class).read();
  }

  /**
   * Stores one that has just come in; its first act is appended by the caller.
   *
   * @param source keyed hash of what it was handed over from; null when it came by itself
   * @param concerned marks of whom it is about
   * @return false when the same thing was handed over before
   */
  Uni<Boolean> insert(
      Mutiny.Session session, ClueRecord born, byte[] source, List<String> concerned) {
    ClueStanding standing = born.standing();
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", born.id())
        .setParameter("number", born.number())
        .setParameter("content", born.content())
        .setParameter("hash", source)
        .setParameter("channel", standing.channel().code())
        .setParameter("source", code(standing.source()))
        .setParameter("named", standing.named())
        .setParameter("received", CityTime.offset(standing.receivedAt()))
        .setParameter("concerned", String.join(",", concerned))
        .executeUpdate()
        .map(stored -> stored == 1);
  }

  /**
   * Adds the last act, and keeps its fold.
   *
   * @param words sealed; null when nothing was said
   * @param letterTo keyed hash of the account that has a letter; null for none
   * @return fails with 412 when somebody else has added one since
   */
  Uni<Void> append(Mutiny.Session session, ClueRecord after, byte[] words, byte[] letterTo) {
    ClueAct act = after.last();
    String kind = ClueActKind.of(act).code();
    return ACTS.append(session, after.id(), after.version(), kind, act.at(), act.by(), act, words)
        .chain(() -> keepFold(session, after, letterTo));
  }

  private Uni<Void> keepFold(Mutiny.Session session, ClueRecord clue, byte[] letterTo) {
    ClueStanding standing = clue.standing();
    Finding decision = standing.decision();
    return session
        .createNativeQuery(MOVE)
        .setParameter("state", standing.state().code())
        .setParameter(
            "due", CityTime.offset(ClueClock.due(standing, settings.limits()).orElse(null)))
        .setParameter("investigator", standing.investigator())
        .setParameter("reviewer", standing.reviewer())
        .setParameter("disposal", code(standing.disposal()))
        .setParameter("outcome", decision == null ? null : decision.outcome().code())
        .setParameter(
            "sanctions",
            decision == null
                ? ""
                : String.join(",", decision.sanctions().stream().map(Coded::code).toList()))
        .setParameter("decider", standing.decidedBy())
        .setParameter("decided", CityTime.offset(standing.decidedAt()))
        .setParameter("visit", standing.visitOn() == null ? null : standing.visitOn().toString())
        .setParameter("visited", CityTime.offset(standing.visitedAt()))
        .setParameter("wish", code(standing.wish()))
        .setParameter("cleared", CityTime.offset(standing.clearedAt()))
        .setParameter("handlers", String.join(",", clue.handlers()))
        .setParameter("letter", letterTo)
        .setParameter("version", standing.version())
        .setParameter("id", clue.id())
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .replaceWithVoid();
  }

  private static String code(Coded value) {
    return value == null ? null : value.code();
  }
}
