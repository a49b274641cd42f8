package org.sunlit.inforequest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.InfoRequestAnswerPage;
import org.sunlit.api.model.InfoRequestDecisionKind;
import org.sunlit.api.model.PublishedInfoRequest;
import org.sunlit.identity.Actor;
import org.sunlit.inforequest.RequestReads.Opened;
import org.sunlit.inforequest.rules.RequestRules;
import org.sunlit.inforequest.rules.RequestStanding;
import org.sunlit.journal.Journal;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TimeCursor;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.PublicAnswer;
import org.sunlit.privacy.PublicationDraft;
import org.sunlit.privacy.PublicationProposal;
import org.sunlit.privacy.PublicationTable;
import org.sunlit.privacy.Redaction;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Making public what was given to one and is of interest to all (政府信息公开条例第四十四条): by a head of the
 * office who didn't draft it and has looked through what the machine marked as personal.
 */
@ApplicationScoped
public class RequestPublications {
  private static final PublicationTable TABLE =
      new PublicationTable("info_request_publication", "request_id", Map.of());
  private static final String PUBLIC =
      """
       from info_request_publication p join info_request r on r.id = p.request_id
        join department d on d.code = r.department
      where p.is_public and ($1::text is null or r.department = $1)
      """;
  private static final String NEWEST =
      """
      select p.id, p.title, p.question, p.answer, p.published_at, r.department, d.name, d.name_en, r.decision,
        r.received_at, r.answered_at,
      """
          + "(select count(*)"
          + PUBLIC
          + ") as total"
          + PUBLIC
          + " and (p.published_at, p.id) < ($3, $4) order by p.published_at desc, p.id desc limit $2";

  private final Pool pool;
  private final RequestReads reads;
  private final Journal journal;
  private final Transactor transactor;
  private final Clock clock;

  RequestPublications(
      Pool pool, RequestReads reads, Journal journal, Transactor transactor, Clock clock) {
    this.pool = pool;
    this.reads = reads;
    this.journal = journal;
    this.transactor = transactor;
    this.clock = clock;
  }

  /** What everybody may read, the newest first. */
  Uni<InfoRequestAnswerPage> newest(String department, TimeCursor after, int limit) {
    return pool.preparedQuery(NEWEST)
        .execute(Tuple.of(department, limit + 1, CityTime.offset(after.at()), after.id()))
        .map(rows -> page(rows.stream().toList(), limit));
  }

  private static InfoRequestAnswerPage page(List<Row> found, int limit) {
    return new InfoRequestAnswerPage()
        .items(found.stream().limit(limit).map(RequestPublications::published).toList())
        .total(found.isEmpty() ? 0 : Math.toIntExact(found.get(0).getLong("total")))
        .nextCursor(TimeCursor.next(found, limit, row -> TimeCursor.of(row, "published_at")));
  }

  private static PublishedInfoRequest published(Row row) {
    return new PublishedInfoRequest()
        .id(row.getUUID("id"))
        .title(row.getString("title"))
        .question(row.getString("question"))
        .answer(row.getString("answer"))
        .department(
            new DepartmentReference()
                .code(row.getString("department"))
                .name(row.getString("name"))
                .nameEn(row.getString("name_en")))
        .decision(InfoRequestDecisionKind.fromString(row.getString("decision")))
        .receivedOn(day(row, "received_at"))
        .answeredOn(day(row, "answered_at"))
        .publishedOn(day(row, "published_at"));
  }

  private static LocalDate day(Row row, String column) {
    return LocalDate.ofInstant(row.getOffsetDateTime(column).toInstant(), CityTime.ZONE);
  }

  /** What is public of it, or could be, with everything blotted out that looks personal. */
  public Uni<PublicationProposal> propose(String number, Actor actor) {
    return publishable(number, actor)
        .chain(opened -> TABLE.propose(pool, opened.request().id(), () -> proposal(opened)));
  }

  private static Redaction proposal(Opened opened) {
    Content content = opened.content();
    String answer = opened.words(opened.request().standing().answerAct());
    return Redaction.of(
        new PublicAnswer(content.title(), content.description(), answer), content.own());
  }

  /**
   * Publishes it.
   *
   * @return fails with 404 for one the actor may not see, 409 where nothing was given or another
   *     published meanwhile, 403 for whoever drafted it, 422 where something certain is still
   *     personal
   */
  public Uni<Void> publish(String number, PublicationDraft draft, Actor actor) {
    return publishable(number, actor)
        .invoke(opened -> Redaction.needClean(draft.text(), opened.content().own()))
        .chain(opened -> put(opened, draft, actor));
  }

  private Uni<Void> put(Opened opened, PublicationDraft draft, Actor actor) {
    UUID request = opened.request().id();
    return transactor.write(
        session ->
            TABLE
                .publish(session, request, draft, actor.accountId(), clock.instant(), Map.of())
                .chain(() -> tell(session, opened, "published", actor)));
  }

  /**
   * Takes it back.
   *
   * @return fails with 404 for one the actor may not see or that isn't public
   */
  public Uni<Void> withdraw(String number, String reason, Actor actor) {
    return publishable(number, actor)
        .chain(opened -> transactor.write(session -> withdraw(session, opened, reason, actor)));
  }

  private Uni<Void> withdraw(Mutiny.Session session, Opened opened, String reason, Actor actor) {
    return TABLE
        .withdraw(session, opened.request().id(), reason, actor.accountId(), clock.instant())
        .chain(() -> tell(session, opened, "publicationWithdrawn", actor));
  }

  private Uni<Void> tell(Mutiny.Session session, Opened opened, String what, Actor actor) {
    return journal.append(
        session,
        RequestWriter.entry(
            opened.request().number(), what, actor.accountId(), clock.instant(), Map.of()));
  }

  private Uni<Opened> publishable(String number, Actor actor) {
    return reads
        .find(number)
        .map(
            found ->
                found
                    .filter(request -> RequestRules.sees(request.standing(), Readers.of(actor)))
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .invoke(request -> needPublishable(request.standing(), actor))
        .chain(reads::open);
  }

  private static void needPublishable(RequestStanding standing, Actor actor) {
    if (standing.decision() == null || !standing.decision().kind().opens()) {
      throw Problem.of(ProblemType.CONFLICT).detail("inforequest.not-publishable");
    }
    if (actor.accountId().equals(standing.drafter())) {
      throw Problem.of(ProblemType.SEPARATION_OF_DUTY).detail("inforequest.drafted-it");
    }
  }
}
