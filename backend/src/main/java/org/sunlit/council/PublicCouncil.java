package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.api.model.Council;
import org.sunlit.api.model.CouncilAnswerPage;
import org.sunlit.api.model.CouncilFigures;
import org.sunlit.api.model.CouncilMemberKind;
import org.sunlit.api.model.CouncilNamed;
import org.sunlit.api.model.CouncilServing;
import org.sunlit.api.model.CouncilTopicKind;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.PublishedCouncilAnswer;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TimeCursor;

/** What everybody may read: who serves and agreed to be named, answers, a year's figures. */
@ApplicationScoped
class PublicCouncil {
  private static final String SERVES =
      "m.account is not null and m.ended_at is null and $1 between m.serves_from and m.serves_until";
  private static final String SERVING =
      "select m.kind, count(*) as count from council_member m where "
          + SERVES
          + " group by m.kind order by array_position(array['supervisor', 'enterprise', 'projectOwner'], m.kind)";
  private static final String NAMED =
      "select m.kind, m.public_name, m.public_organisation, m.serves_until from council_member m"
          + " where m.public_name is not null and "
          + SERVES
          + " order by array_position(array['supervisor', 'enterprise', 'projectOwner'], m.kind), m.serves_from, m.certificate";
  private static final String FIGURES =
      """
      select count(*) filter (where new) as topics, count(*) filter (where new and kind = 'question') as questions,
        count(*) filter (where new and kind = 'observation') as observations,
        count(*) filter (where new and kind = 'discussion') as discussions,
        count(*) filter (where passed_on) as asked,
        count(*) filter (where passed_on and answered_at is not null) as answered,
        count(*) filter (where passed_on and answered_at <= answer_due) as on_time,
        count(*) filter (where passed_on and (answered_at > answer_due or waits and answer_due < $3)) as late,
        count(*) filter (where passed_on and waits) as waiting,
        (select count(*) from council_publication where is_public and published_at >= $1 and published_at < $2)
          as published,
        (select count(*) from council_document where sent_at >= $1 and sent_at < $2) as documents
      from (select *, shown and opened_at >= $1 and opened_at < $2 as new,
          coalesce(asked_at >= $1 and asked_at < $2, false) as passed_on,
          answered_at is null and state in ('open', 'asked') as waits
        from council_topic) t
      """;
  private static final String PUBLIC =
      """
       from council_publication p join council_topic t on t.id = p.topic_id join department d on d.code = t.department
      where p.is_public and ($1::text is null or t.department = $1)
      """;
  private static final String NEWEST =
      """
      select p.id, t.kind, p.title, p.question, p.answer, p.published_at, t.department, d.name, d.name_en, t.asked_at,
        t.answered_at, t.answer_due,
      """
          + "(select count(*)"
          + PUBLIC
          + ") as total"
          + PUBLIC
          + " and (p.published_at, p.id) < ($3, $4) order by p.published_at desc, p.id desc limit $2";

  private final Pool pool;
  private final MemberStore members;
  private final Clock clock;

  PublicCouncil(Pool pool, MemberStore members, Clock clock) {
    this.pool = pool;
    this.members = members;
    this.clock = clock;
  }

  /**
   * Members and figures.
   *
   * @param year null for this one
   */
  Uni<Council> of(Integer year) {
    LocalDate today = members.today();
    return pool.preparedQuery(SERVING)
        .execute(Tuple.of(today))
        .map(rows -> rows.stream().map(PublicCouncil::serving).toList())
        .chain(
            serving ->
                pool.preparedQuery(NAMED)
                    .execute(Tuple.of(today))
                    .map(rows -> rows.stream().map(PublicCouncil::named).toList())
                    .chain(
                        named ->
                            figures(year == null ? today.getYear() : year)
                                .map(
                                    figures ->
                                        new Council()
                                            .serving(serving)
                                            .members(named)
                                            .figures(figures))));
  }

  private static CouncilServing serving(Row row) {
    return new CouncilServing()
        .kind(CouncilMemberKind.fromString(row.getString("kind")))
        .count(count(row, "count"));
  }

  private static CouncilNamed named(Row row) {
    return new CouncilNamed()
        .kind(CouncilMemberKind.fromString(row.getString("kind")))
        .name(row.getString("public_name"))
        .organisation(row.getString("public_organisation"))
        .servesUntil(row.getLocalDate("serves_until"));
  }

  private Uni<CouncilFigures> figures(int year) {
    var from = CityTime.startOf(LocalDate.of(year, 1, 1));
    var until = CityTime.startOf(LocalDate.of(year + 1, 1, 1));
    return pool.preparedQuery(FIGURES)
        .execute(Tuple.of(from, until, CityTime.offset(clock.instant())))
        .map(rows -> figures(rows.iterator().next(), year));
  }

  private static CouncilFigures figures(Row row, int year) {
    return new CouncilFigures()
        .year(year)
        .topics(count(row, "topics"))
        .questions(count(row, "questions"))
        .observations(count(row, "observations"))
        .discussions(count(row, "discussions"))
        .asked(count(row, "asked"))
        .answered(count(row, "answered"))
        .onTime(count(row, "on_time"))
        .late(count(row, "late"))
        .waiting(count(row, "waiting"))
        .published(count(row, "published"))
        .documents(count(row, "documents"));
  }

  /** Answers, the newest first. */
  Uni<CouncilAnswerPage> newest(String department, TimeCursor after, int limit) {
    return pool.preparedQuery(NEWEST)
        .execute(Tuple.of(department, limit + 1, CityTime.offset(after.at()), after.id()))
        .map(rows -> page(rows.stream().toList(), limit));
  }

  private static CouncilAnswerPage page(List<Row> found, int limit) {
    return new CouncilAnswerPage()
        .items(found.stream().limit(limit).map(PublicCouncil::published).toList())
        .total(found.isEmpty() ? 0 : Math.toIntExact(found.get(0).getLong("total")))
        .nextCursor(TimeCursor.next(found, limit, row -> TimeCursor.of(row, "published_at")));
  }

  private static PublishedCouncilAnswer published(Row row) {
    return new PublishedCouncilAnswer()
        .id(row.getUUID("id"))
        .kind(CouncilTopicKind.fromString(row.getString("kind")))
        .title(row.getString("title"))
        .question(row.getString("question"))
        .answer(row.getString("answer"))
        .department(
            new DepartmentReference()
                .code(row.getString("department"))
                .name(row.getString("name"))
                .nameEn(row.getString("name_en")))
        .askedOn(day(row, "asked_at"))
        .answeredOn(day(row, "answered_at"))
        .onTime(!row.getOffsetDateTime("answered_at").isAfter(row.getOffsetDateTime("answer_due")))
        .publishedOn(day(row, "published_at"));
  }

  private static LocalDate day(Row row, String column) {
    return LocalDate.ofInstant(row.getOffsetDateTime(column).toInstant(), CityTime.ZONE);
  }

  private static int count(Row row, String column) {
    return Math.toIntExact(row.getLong(column));
  }
}
