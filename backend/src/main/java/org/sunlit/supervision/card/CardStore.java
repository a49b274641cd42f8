package org.sunlit.supervision.card;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.ActTable;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.supervision.card.rules.CardAct;
import org.sunlit.supervision.card.rules.CardActKind;
import org.sunlit.supervision.card.rules.CardStanding;
import org.sunlit.supervision.card.rules.Colour;
import org.sunlit.supervision.card.rules.Party;
import org.sunlit.supervision.card.rules.Talk;
import org.sunlit.supervision.rules.Subject;

/** Cards in the database, within the caller's transaction. */
@ApplicationScoped
class CardStore {
  /** One after the other: what counts toward what is never counted twice, nor missed. */
  private static final String LOCK =
      "select cast(pg_advisory_xact_lock(hashtextextended('sunlit.supervision.card', 0)) as text)";

  private static final String LOAD =
      """
      select cast(json_build_object('id', c.id, 'number', c.number, 'colour', c.colour, 'account', c.account,
        'departmentCode', c.department_code, 'regionCode', c.region_code, 'rule', c.rule,
        'subject', json_build_object('kind', c.subject_kind, 'number', c.subject, 'hiddenFrom', c.hidden_from),
        'itemCode', c.item_code, 'needed', c.needed,
        'acts', (select json_agg(json_build_object('kind', a.kind, 'detail', cast(a.detail as text)) order by a.number)
          from supervision_card_act a where a.card_id = c.id)) as text)
      from supervision_card c where\s""";

  private static final String NUMBER =
      """
      insert into supervision_series as s (mark, year, last) values (:mark, :year, 1)
      on conflict (mark, year) do update set last = s.last + 1 returning last
      """;
  private static final String INSERT =
      """
      insert into supervision_card (id, number, colour, account, department_code, region_code, rule,
        subject_kind, subject, hidden_from, item_code, needed, state, issued_at, issued_by, version)
      values (:id, :number, :colour, cast(:account as text), :department, :region, :rule,
        :subjectKind, :subject, string_to_array(:hiddenFrom, ','), cast(:item as text), :needed, 'issued', :at, cast(:by as text), 1)
      """;
  private static final String FINDINGS =
      """
      insert into supervision_card_finding (card_id, finding_id)
      select :id, cast(x as uuid) from json_array_elements_text(cast(cast(:of as text) as json)) x
      """;
  private static final String SOURCES =
      """
      insert into supervision_card_source (card_id, source_id)
      select :id, cast(x as uuid) from json_array_elements_text(cast(cast(:of as text) as json)) x
      """;
  private static final ActTable ACTS = new ActTable("supervision_card", "card_id");
  private static final String MOVE =
      """
      update supervision_card set state = :state, answer_due = cast(:answerDue as timestamptz),
        decided_at = cast(:decidedAt as timestamptz), decided_by = cast(:decidedBy as text), points = :points,
        bulletin = cast(:bulletin as text), talk_person = cast(:talkPerson as text),
        talk_department = cast(:talkDepartment as text), talked_person_at = cast(:talkedPersonAt as timestamptz),
        talked_department_at = cast(:talkedDepartmentAt as timestamptz), version = :version
      where id = :id and version <= :version
      """;

  /** An act as it is stored. */
  private record StoredAct(String kind, String detail) {
    CardAct read() {
      return StoredJson.read(detail, CardActKind.of(kind).type());
    }
  }

  private record Stored(
      UUID id,
      String number,
      Colour colour,
      String account,
      String departmentCode,
      String regionCode,
      String rule,
      Subject subject,
      String itemCode,
      int needed,
      List<StoredAct> acts) {
    CardRecord read() {
      return new CardRecord(
          id,
          number,
          colour,
          account,
          departmentCode,
          regionCode,
          rule,
          subject,
          itemCode,
          needed,
          acts.stream().map(StoredAct::read).toList());
    }
  }

  private final CardDeadlines deadlines;

  CardStore(CardDeadlines deadlines) {
    this.deadlines = deadlines;
  }

  /** Nobody else changes a card until this transaction ends. */
  Uni<Void> lock(Mutiny.Session session) {
    return session.createNativeQuery(LOCK, String.class).getSingleResultOrNull().replaceWithVoid();
  }

  Uni<Optional<CardRecord>> byNumber(Mutiny.Session session, String number) {
    return load(session, "c.number = :of", number);
  }

  Uni<Optional<CardRecord>> byId(Mutiny.Session session, UUID id) {
    return load(session, "c.id = :of", id);
  }

  private static Uni<Optional<CardRecord>> load(Mutiny.Session session, String which, Object of) {
    return session
        .createNativeQuery(LOAD + which, String.class)
        .setParameter("of", of)
        .getResultList()
        .map(found -> found.stream().findFirst().map(CardStore::read));
  }

  static CardRecord read(String json) {
    return StoredJson.read(json, Stored.class).read();
  }

  /** The next running number of this mark in the year. */
  Uni<Integer> running(Mutiny.Session session, String mark, int year) {
    return session
        .createNativeQuery(NUMBER, Integer.class)
        .setParameter("mark", mark)
        .setParameter("year", year)
        .getSingleResult();
  }

  /** Stores a card that has just been issued. */
  Uni<Void> insert(
      Mutiny.Session session, CardRecord born, List<UUID> findings, List<UUID> sources) {
    CardAct issued = born.last();
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", born.id())
        .setParameter("number", born.number())
        .setParameter("colour", born.colour().code())
        .setParameter("account", born.account())
        .setParameter("department", born.departmentCode())
        .setParameter("region", born.regionCode())
        .setParameter("rule", born.rule())
        .setParameter("subjectKind", born.subject().kind().code())
        .setParameter("subject", born.subject().number())
        .setParameter("hiddenFrom", String.join(",", born.subject().hiddenFrom()))
        .setParameter("item", born.itemCode())
        .setParameter("needed", born.needed())
        .setParameter("at", CityTime.offset(issued.at()))
        .setParameter("by", issued.by())
        .executeUpdate()
        .chain(() -> rests(session, FINDINGS, born.id(), findings))
        .chain(() -> rests(session, SOURCES, born.id(), sources));
  }

  private static Uni<Void> rests(Mutiny.Session session, String sql, UUID id, List<UUID> on) {
    return on.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(sql)
            .setParameter("id", id)
            .setParameter("of", StoredJson.write(on))
            .executeUpdate()
            .replaceWithVoid();
  }

  /**
   * Adds the last act of a card, and keeps its fold.
   *
   * @param words sealed; null when nothing was said
   * @return fails with 412 when somebody else has added one since
   */
  Uni<Void> append(Mutiny.Session session, CardRecord after, byte[] words) {
    CardAct act = after.last();
    return ACTS.append(
            session,
            after.id(),
            after.version(),
            CardActKind.of(act).code(),
            act.at(),
            act.by(),
            act,
            words)
        .chain(() -> keepFold(session, after));
  }

  /** Writes what the acts come to, such as when the days are counted again. */
  Uni<Void> keepFold(Mutiny.Session session, CardRecord card) {
    CardStanding standing = card.standing();
    return session
        .createNativeQuery(MOVE)
        .setParameter("state", standing.state().code())
        .setParameter("answerDue", offset(deadlines.answerDue(standing)))
        .setParameter("decidedAt", CityTime.offset(standing.decidedAt()))
        .setParameter("decidedBy", standing.decidedBy())
        .setParameter("points", standing.pointsNow())
        .setParameter("bulletin", standing.bulletin())
        .setParameter("talkPerson", talk(standing, Party.PERSON))
        .setParameter("talkDepartment", talk(standing, Party.DEPARTMENT))
        .setParameter("talkedPersonAt", talkedAt(standing, Party.PERSON))
        .setParameter("talkedDepartmentAt", talkedAt(standing, Party.DEPARTMENT))
        .setParameter("version", standing.version())
        .setParameter("id", card.id())
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .replaceWithVoid();
  }

  private static Object offset(Optional<Instant> at) {
    return at.map(CityTime::offset).orElse(null);
  }

  private static String talk(CardStanding card, Party with) {
    return card.talk(with).map(Talk::state).map(Talk.State::code).orElse(null);
  }

  private static Object talkedAt(CardStanding card, Party with) {
    return offset(card.talk(with).map(Talk::heldAt));
  }
}
