package org.sunlit.inforequest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.inforequest.rules.ApplicantKind;
import org.sunlit.inforequest.rules.RequestAct;
import org.sunlit.inforequest.rules.RequestActKind;
import org.sunlit.inforequest.rules.RequestClock;
import org.sunlit.inforequest.rules.RequestStanding;
import org.sunlit.inforequest.rules.RequestState;
import org.sunlit.platform.ActTable;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;

/** Requests in the database, within the caller's transaction. */
@ApplicationScoped
class RequestStore {
  /** A request with its acts as one JSON text; a condition on {@code r} follows. */
  static final String LOAD =
      """
      select cast(json_build_object('id', r.id, 'number', r.number, 'codeHash', encode(r.code_hash, 'base64'),
        'content', encode(r.content, 'base64'), 'applicantKind', r.applicant_kind,
        'suggestsPublication', r.suggests_publication,
        'acts', (select json_agg(json_build_object('kind', a.kind, 'detail', cast(a.detail as text)) order by a.number)
          from info_request_act a where a.request_id = r.id)) as text) as record
      from info_request r where\s""";

  private static final String NUMBER = "select nextval('info_request_number')";
  private static final String INSERT =
      """
      insert into info_request (id, number, code_hash, content, applicant_kind, channel, department,
        suggests_publication, state, received_at, version)
      values (:id, :number, :hash, :content, :kind, :channel, :department, :suggests, 'received', :received, 1)
      """;
  private static final ActTable ACTS = new ActTable("info_request", "request_id");
  private static final String MOVE =
      """
      update info_request set state = :state, due_at = cast(:due as timestamptz),
        answer_due = cast(:answerDue as timestamptz), extension_asked_by = cast(:askedBy as text),
        extension_decided_by = cast(:decidedBy as text), extended_days = :extended,
        drafted_by = cast(:drafter as text), released_by = cast(:releaser as text),
        decision = cast(:decision as text), answered_at = cast(:answered as timestamptz),
        ended_at = cast(:ended as timestamptz), review_asked_at = cast(:reviewAsked as timestamptz),
        reviewed_by = cast(:reviewer as text), answered_by = string_to_array(:answeredBy, ','),
        changed = :changed, version = :version
      where id = :id
      """;

  private record StoredAct(String kind, String detail) {
    RequestAct read() {
      return StoredJson.read(detail, RequestActKind.of(kind).type());
    }
  }

  private record Stored(
      UUID id,
      String number,
      String codeHash,
      String content,
      String applicantKind,
      boolean suggestsPublication,
      List<StoredAct> acts) {
    RequestRecord read() {
      return new RequestRecord(
          id,
          number,
          Base64.getMimeDecoder().decode(codeHash),
          Base64.getMimeDecoder().decode(content),
          ApplicantKind.of(applicantKind),
          suggestsPublication,
          acts.stream().map(StoredAct::read).toList());
    }
  }

  private final CalendarService calendars;

  RequestStore(CalendarService calendars) {
    this.calendars = calendars;
  }

  Uni<Long> running(Mutiny.Session session) {
    return session.createNativeQuery(NUMBER, Long.class).getSingleResult();
  }

  /** It, held until this transaction ends; empty when there is none. */
  Uni<Optional<RequestRecord>> hold(Mutiny.Session session, String number) {
    return ACTS.hold(session, number, LOAD + "r.number = :of", RequestStore::read);
  }

  static RequestRecord read(String json) {
    return StoredJson.read(json, Stored.class).read();
  }

  /** Stores one that has just come in; its receipt is appended by the caller. */
  Uni<Void> insert(Mutiny.Session session, RequestRecord born) {
    RequestStanding standing = born.standing();
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", born.id())
        .setParameter("number", born.number())
        .setParameter("hash", born.codeHash())
        .setParameter("content", born.content())
        .setParameter("kind", born.applicantKind().code())
        .setParameter("channel", standing.channel().code())
        .setParameter("department", standing.department())
        .setParameter("suggests", born.suggestsPublication())
        .setParameter("received", CityTime.offset(standing.receivedAt()))
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * Adds the last act, and keeps its fold.
   *
   * @param words sealed; null when nothing was said
   * @return fails with 412 when somebody else has added one since
   */
  Uni<Void> append(Mutiny.Session session, RequestRecord after, byte[] words) {
    RequestAct act = after.last();
    String kind = RequestActKind.of(act).code();
    return ACTS.append(session, after.id(), after.version(), kind, act.at(), act.by(), act, words)
        .chain(() -> keepFold(session, after));
  }

  /** Writes what the acts come to, such as when the days are counted again. */
  Uni<Void> keepFold(Mutiny.Session session, RequestRecord request) {
    RequestStanding standing = request.standing();
    return session
        .createNativeQuery(MOVE)
        .setParameter("state", standing.state().code())
        .setParameter("due", CityTime.offset(due(standing)))
        .setParameter("answerDue", CityTime.offset(answerDue(standing)))
        .setParameter("askedBy", standing.extensionAskedBy())
        .setParameter("decidedBy", standing.extensionDecidedBy())
        .setParameter("extended", standing.extendedDays())
        .setParameter("drafter", standing.drafter())
        .setParameter("releaser", standing.releasedBy())
        .setParameter(
            "decision", standing.decision() == null ? null : standing.decision().kind().code())
        .setParameter("answered", CityTime.offset(standing.firstAnsweredAt()))
        .setParameter("ended", CityTime.offset(ended(request)))
        .setParameter("reviewAsked", CityTime.offset(standing.reviewAskedAt()))
        .setParameter("reviewer", standing.reviewedBy())
        .setParameter(
            "answeredBy", String.join(",", standing.answeredBy().stream().sorted().toList()))
        .setParameter("changed", standing.changed())
        .setParameter("version", standing.version())
        .setParameter("id", request.id())
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .replaceWithVoid();
  }

  private Instant due(RequestStanding standing) {
    return RequestClock.running(standing, calendars.current())
        .map(RequestClock.Running::dueAt)
        .orElse(null);
  }

  private Instant answerDue(RequestStanding standing) {
    return standing.state() == RequestState.CLARIFYING || standing.state() == RequestState.LAPSED
        ? null
        : RequestClock.answer(standing, calendars.current()).dueAt().orElseThrow().toInstant();
  }

  /** When the applicant had nothing more to wait for; a review doesn't begin it anew. */
  private static Instant ended(RequestRecord request) {
    RequestStanding standing = request.standing();
    if (standing.firstAnsweredAt() != null) {
      return standing.firstAnsweredAt();
    }
    return standing.state().over() ? request.last().at() : null;
  }
}
