package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.complaint.rules.ComplaintAct;
import org.sunlit.complaint.rules.ComplaintActKind;
import org.sunlit.complaint.rules.ComplaintClock;
import org.sunlit.complaint.rules.Standing;
import org.sunlit.platform.ActTable;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;

/** Complaints in the database, within the caller's transaction. */
@ApplicationScoped
class ComplaintStore {
  private static final String LOAD =
      """
      select cast(json_build_object('id', c.id, 'number', c.number, 'codeHash', encode(c.code_hash, 'base64'),
        'content', encode(c.content, 'base64'), 'mayPublish', c.may_publish, 'caseNumber', c.case_number,
        'itemCode', c.item_code, 'placeCode', c.place_code, 'namedDepartment', c.named_department,
        'groupSize', (select count(*) from complaint g where g.grouped_under = c.number),
        'acts', (select json_agg(json_build_object('kind', a.kind, 'detail', cast(a.detail as text)) order by a.number)
          from complaint_act a where a.complaint_id = c.id)) as text)
      from complaint c where\s""";
  private static final String NUMBER = "select nextval('complaint_number')";
  private static final String INSERT =
      """
      insert into complaint (id, number, code_hash, phone_token, content, may_publish, case_number, item_code,
        place_code, named_department, kind, channel, naming, state, round, passed_on, received_at, reply_due, version)
      values (:id, :number, :hash, cast(:phone as bytea), :content, :mayPublish, cast(:caseNumber as text),
        cast(:item as text), cast(:place as text), cast(:department as text), :kind, :channel, :naming, 'received',
        1, 0, :at, :replyDue, 1)
      """;
  private static final ActTable ACTS = new ActTable("complaint", "complaint_id");
  private static final String MOVE =
      """
      update complaint set kind = :kind, state = :state, lead_department = cast(:lead as text),
        joint = string_to_array(:joint, ','), handler = cast(:handler as text),
        concerned = string_to_array(:concerned, ','), grouped_under = cast(:under as text),
        supervised = :supervised, round = :round, passed_on = :passedOn, grade = cast(:grade as text),
        due_at = cast(:due as timestamptz),
        reply_due = case when round = 1 and first_replied_at is null then :replyDue else reply_due end,
        first_replied_at = cast(:replied as timestamptz), closed_at = cast(:closed as timestamptz),
        called_back = :calledBack, fixed = cast(:fixed as boolean), category = cast(:category as text),
        version = :version
      where id = :id
      """;

  private record StoredAct(String kind, String detail) {
    ComplaintAct read() {
      return StoredJson.read(detail, ComplaintActKind.of(kind).type());
    }
  }

  private record Stored(
      UUID id,
      String number,
      String codeHash,
      String content,
      boolean mayPublish,
      String caseNumber,
      String itemCode,
      String placeCode,
      String namedDepartment,
      int groupSize,
      List<StoredAct> acts) {
    ComplaintRecord read() {
      return new ComplaintRecord(
          id,
          number,
          Base64.getMimeDecoder().decode(codeHash),
          Base64.getMimeDecoder().decode(content),
          mayPublish,
          caseNumber,
          itemCode,
          placeCode,
          namedDepartment,
          groupSize,
          acts.stream().map(StoredAct::read).toList());
    }
  }

  private final CalendarService calendars;

  ComplaintStore(CalendarService calendars) {
    this.calendars = calendars;
  }

  Uni<Long> running(Mutiny.Session session) {
    return session.createNativeQuery(NUMBER, Long.class).getSingleResult();
  }

  /** It, held until this transaction ends; empty when there is none. */
  Uni<Optional<ComplaintRecord>> hold(Mutiny.Session session, String number) {
    return ACTS.hold(session, number, LOAD + "c.number = :of", ComplaintStore::read);
  }

  /** Those that are answered with it, held. */
  Uni<List<ComplaintRecord>> group(Mutiny.Session session, String number) {
    return load(session, "c.grouped_under = :of order by c.number for update", number);
  }

  private static Uni<List<ComplaintRecord>> load(Mutiny.Session session, String which, Object of) {
    return session
        .createNativeQuery(LOAD + which, String.class)
        .setParameter("of", of)
        .getResultList()
        .map(found -> found.stream().map(ComplaintStore::read).toList());
  }

  static ComplaintRecord read(String json) {
    return StoredJson.read(json, Stored.class).read();
  }

  static String load() {
    return LOAD;
  }

  /** Stores one that has just come in; its receipt is appended by the caller. */
  Uni<Void> insert(Mutiny.Session session, ComplaintRecord born, byte[] phoneToken) {
    Standing standing = born.standing();
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", born.id())
        .setParameter("number", born.number())
        .setParameter("hash", born.codeHash())
        .setParameter("phone", phoneToken)
        .setParameter("content", born.content())
        .setParameter("mayPublish", born.mayPublish())
        .setParameter("caseNumber", born.caseNumber())
        .setParameter("item", born.itemCode())
        .setParameter("place", born.placeCode())
        .setParameter("department", born.namedDepartment())
        .setParameter("kind", standing.kind().code())
        .setParameter("channel", standing.channel().code())
        .setParameter("naming", standing.naming().code())
        .setParameter("at", CityTime.offset(standing.receivedAt()))
        .setParameter("replyDue", replyDue(standing))
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * Adds the last act, and keeps its fold.
   *
   * @param words sealed; null when nothing was said
   * @return fails with 412 when somebody else has added one since
   */
  Uni<Void> append(Mutiny.Session session, ComplaintRecord after, byte[] words) {
    ComplaintAct act = after.last();
    return ACTS.append(
            session,
            after.id(),
            after.version(),
            ComplaintActKind.of(act).code(),
            act.at(),
            act.by(),
            act,
            words)
        .chain(() -> keepFold(session, after));
  }

  /** Writes what the acts come to, such as when the days are counted again. */
  Uni<Void> keepFold(Mutiny.Session session, ComplaintRecord complaint) {
    Standing standing = complaint.standing();
    return session
        .createNativeQuery(MOVE)
        .setParameter("kind", standing.kind().code())
        .setParameter("state", standing.state().code())
        .setParameter("lead", standing.lead())
        .setParameter("joint", joined(standing.joint()))
        .setParameter("handler", standing.handler())
        .setParameter("concerned", joined(standing.concerned()))
        .setParameter("under", standing.groupedUnder())
        .setParameter("supervised", standing.supervised())
        .setParameter("round", standing.round())
        .setParameter("passedOn", standing.passedOn())
        .setParameter("grade", code(standing.grade()))
        .setParameter("due", due(standing))
        .setParameter("replyDue", replyDue(standing))
        .setParameter("replied", CityTime.offset(standing.firstReplyAt()))
        .setParameter("closed", CityTime.offset(standing.closedAt()))
        .setParameter("calledBack", standing.calledBack())
        .setParameter("fixed", standing.fixed())
        .setParameter("category", complaint.category())
        .setParameter("version", standing.version())
        .setParameter("id", complaint.id())
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .replaceWithVoid();
  }

  private Object replyDue(Standing standing) {
    return CityTime.offset(
        ComplaintClock.reply(standing, calendars.current()).dueAt().orElseThrow().toInstant());
  }

  private Object due(Standing standing) {
    Optional<Instant> due =
        ComplaintClock.running(standing, calendars.current()).map(ComplaintClock.Running::dueAt);
    return due.map(CityTime::offset).orElse(null);
  }

  private static String joined(Collection<String> codes) {
    return String.join(",", codes.stream().sorted().toList());
  }

  private static String code(Coded value) {
    return value == null ? null : value.code();
  }
}
