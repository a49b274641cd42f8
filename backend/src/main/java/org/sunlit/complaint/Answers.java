package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TimeCursor;
import org.sunlit.search.SearchQuestion;

/** What was published, found in Chinese as people type it. */
@ApplicationScoped
class Answers {
  private static final int SIMILAR = 3;

  /** Less than this in common is no likeness. */
  private static final double ALIKE = 0.3;

  /** The newest matches are ranked and no more: what is frequent would match nearly everything. */
  private static final int RANKED = 500;

  private static final String SELECT =
      """
      select p.id, c.kind, p.title, p.question, p.answer, c.lead_department, d.name as department,
        d.name_en as department_en, c.received_at, c.first_replied_at, c.grade, p.published_at, best.rank, best.total
      from best join complaint_publication p on p.id = best.id join complaint c on c.id = p.complaint_id
        left join department d on d.code = c.lead_department
      order by best.rank desc, p.published_at desc, p.id desc
      """;
  private static final String PUBLIC =
      """
       from complaint_publication p
      where p.withdrawn_at is null
        and ($1::text is null or exists (select from complaint c where c.id = p.complaint_id and c.kind = $1))
      """;
  private static final String NEWEST =
      "with best as (select p.id, 0::real as rank, (select count(*)"
          + PUBLIC
          + ") as total"
          + PUBLIC
          + " and (p.published_at, p.id) < ($3, $4) order by p.published_at desc, p.id desc limit $2) "
          + SELECT;
  private static final String FOUND =
      "with found as materialized (select p.id, p.search, p.published_at"
          + PUBLIC
          + " and p.search @@ $3::tsquery order by p.published_at desc limit "
          + RANKED
          + "), best as (select id, ts_rank_cd(search, $3::tsquery) as rank, count(*) over () as total"
          + " from found order by rank desc, published_at desc limit $2) "
          + SELECT;

  /** An answer that everybody may read. */
  record Answer(
      UUID id,
      String kind,
      String title,
      String question,
      String answer,
      String department,
      String departmentName,
      String departmentNameEn,
      Instant receivedAt,
      Instant repliedAt,
      String grade,
      Instant publishedAt,
      double rank,
      long total) {}

  /**
   * Some of them.
   *
   * @param next where the next page begins; null where there is none
   */
  record Page(List<Answer> answers, long total, TimeCursor next) {}

  private final Pool pool;

  Answers(Pool pool) {
    this.pool = pool;
  }

  /** The best on one page; where nothing is looked for, all by pages, the newest first. */
  Uni<Page> find(String typed, String kind, TimeCursor after, int limit) {
    SearchQuestion question = SearchQuestion.of(typed);
    return question.isEmpty()
        ? ask(NEWEST, Tuple.of(kind, limit + 1, CityTime.offset(after.at()), after.id()))
            .map(found -> page(found, limit))
        : ask(question.attempts(), kind, limit).map(found -> page(found, limit));
  }

  private static Page page(List<Answer> found, int limit) {
    List<Answer> shown = found.subList(0, Math.min(limit, found.size()));
    Answer last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
    return new Page(
        shown,
        last == null ? 0 : last.total(),
        shown.size() < found.size() ? new TimeCursor(last.publishedAt(), last.id()) : null);
  }

  private Uni<List<Answer>> ask(List<String> attempts, String kind, int limit) {
    if (attempts.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return ask(FOUND, Tuple.of(kind, limit, attempts.get(0)))
        .chain(
            found ->
                found.isEmpty()
                    ? ask(attempts.subList(1, attempts.size()), kind, limit)
                    : Uni.createFrom().item(found));
  }

  /** Those that are about something like this, the most similar first. */
  Uni<List<Answer>> similar(String text) {
    List<String> widest = new ArrayList<>(SearchQuestion.of(text).attempts());
    Collections.reverse(widest);
    return widest.isEmpty()
        ? Uni.createFrom().item(List.of())
        : ask(FOUND, Tuple.of(null, SIMILAR, widest.get(0)))
            .map(found -> found.stream().filter(answer -> answer.rank() >= ALIKE).toList());
  }

  private Uni<List<Answer>> ask(String sql, Tuple given) {
    return pool.preparedQuery(sql)
        .execute(given)
        .map(rows -> rows.stream().map(Answers::answer).toList());
  }

  private static Answer answer(Row row) {
    return new Answer(
        row.getUUID("id"),
        row.getString("kind"),
        row.getString("title"),
        row.getString("question"),
        row.getString("answer"),
        row.getString("lead_department"),
        row.getString("department"),
        row.getString("department_en"),
        row.getOffsetDateTime("received_at").toInstant(),
        row.getOffsetDateTime("first_replied_at").toInstant(),
        row.getString("grade"),
        row.getOffsetDateTime("published_at").toInstant(),
        row.getFloat("rank"),
        row.getLong("total"));
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, CityTime.ZONE);
  }
}
