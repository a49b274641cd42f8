package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.council.rules.TopicAct;
import org.sunlit.council.rules.TopicActKind;
import org.sunlit.council.rules.TopicClock;
import org.sunlit.council.rules.TopicStanding;
import org.sunlit.platform.ActTable;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;

/** Topics in the database, within the caller's transaction. */
@ApplicationScoped
class TopicStore {
  /** A topic {@code t} with its acts as one JSON text. */
  static final String RECORD =
      """
      cast(json_build_object('id', t.id, 'number', t.number, 'content', encode(t.content, 'base64'),
        'acts', (select json_agg(json_build_object('kind', a.kind, 'detail', cast(a.detail as text)) order by a.number)
          from council_topic_act a where a.topic_id = t.id)) as text) as record\s""";

  /** The same as a query; a condition on {@code t} follows. */
  static final String LOAD = "select " + RECORD + "from council_topic t where ";

  private static final String NUMBER = "select nextval('council_topic_number')";
  private static final String INSERT =
      """
      insert into council_topic (id, number, content, kind, state, opened_by, opened_at, shown, waiting, last_at, version)
      values (:id, :number, :content, :kind, 'pending', :by, :at, false, 1, :at, 1)
      """;
  private static final ActTable ACTS = new ActTable("council_topic", "topic_id");
  private static final String MOVE =
      """
      update council_topic set state = :state, shown = :shown, waiting = :waiting,
        department = cast(:department as text), asked = string_to_array(:asked, ','), asked_at = cast(:askedAt as timestamptz),
        answer_due = cast(:answerDue as timestamptz), due_at = cast(:due as timestamptz),
        answered_at = cast(:answered as timestamptz), answered_by = cast(:answeredBy as text),
        complaint = cast(:complaint as text), last_at = :last, version = :version
      where id = :id
      """;

  private record StoredAct(String kind, String detail) {
    TopicAct read() {
      return StoredJson.read(detail, TopicActKind.of(kind).type());
    }
  }

  private record Stored(UUID id, String number, String content, List<StoredAct> acts) {
    TopicRecord read() {
      return new TopicRecord(
          id,
          number,
          Base64.getMimeDecoder().decode(content),
          acts.stream().map(StoredAct::read).toList());
    }
  }

  private final CalendarService calendars;

  TopicStore(CalendarService calendars) {
    this.calendars = calendars;
  }

  Uni<Long> running(Mutiny.Session session) {
    return session.createNativeQuery(NUMBER, Long.class).getSingleResult();
  }

  /** It, held until this transaction ends; empty when there is none. */
  Uni<Optional<TopicRecord>> hold(Mutiny.Session session, String number) {
    return ACTS.hold(session, number, LOAD + "t.number = :of", TopicStore::read);
  }

  static TopicRecord read(String json) {
    return StoredJson.read(json, Stored.class).read();
  }

  /** Stores one that has just begun; its first act is appended by the caller. */
  Uni<Void> insert(Mutiny.Session session, TopicRecord born) {
    TopicStanding standing = born.standing();
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", born.id())
        .setParameter("number", born.number())
        .setParameter("content", born.content())
        .setParameter("kind", standing.kind().code())
        .setParameter("by", standing.opener())
        .setParameter("at", CityTime.offset(standing.openedAt()))
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * Adds the last act, and keeps its fold.
   *
   * @param words sealed; null when nothing was said
   * @return fails with 412 when somebody else has added one since
   */
  Uni<Void> append(Mutiny.Session session, TopicRecord after, byte[] words) {
    TopicAct act = after.last();
    String kind = TopicActKind.of(act).code();
    return ACTS.append(session, after.id(), after.version(), kind, act.at(), act.by(), act, words)
        .chain(() -> keepFold(session, after));
  }

  /** Writes what the acts come to, such as when the days are counted again. */
  Uni<Void> keepFold(Mutiny.Session session, TopicRecord topic) {
    TopicStanding standing = topic.standing();
    return session
        .createNativeQuery(MOVE)
        .setParameter("state", standing.state().code())
        .setParameter("shown", standing.shown())
        .setParameter("waiting", standing.waiting().size())
        .setParameter("department", standing.department())
        .setParameter("asked", String.join(",", standing.asked()))
        .setParameter("askedAt", CityTime.offset(standing.askedAt()))
        .setParameter("answerDue", CityTime.offset(answerDue(standing)))
        .setParameter(
            "due", CityTime.offset(TopicClock.next(standing, calendars.current()).orElse(null)))
        .setParameter("answered", CityTime.offset(standing.answeredAt()))
        .setParameter("answeredBy", standing.answeredBy())
        .setParameter("complaint", standing.complaint())
        .setParameter("last", CityTime.offset(standing.lastAt()))
        .setParameter("version", standing.version())
        .setParameter("id", topic.id())
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .replaceWithVoid();
  }

  private Instant answerDue(TopicStanding standing) {
    return TopicClock.answer(standing, calendars.current())
        .map(day -> day.dueAt().orElseThrow().toInstant())
        .orElse(null);
  }
}
