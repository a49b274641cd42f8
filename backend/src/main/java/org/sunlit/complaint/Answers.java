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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TimeCursor;
import org.sunlit.privacy.PublicAnswer;
import org.sunlit.search.SearchQuestion;
import org.sunlit.search.SearchVector;

/** What was published, found in Chinese as people type it. */
@ApplicationScoped
class Answers {
  private static final int SIMILAR = 3;

  /** Less than this in common is no likeness. */
  private static final double ALIKE = 0.3;

  /** With so many on a page nothing wider is asked. */
  private static final int ENOUGH = 5;

  /** With so many on it nothing is asked that anything at all answers. */
  private static final int FEW = 3;

  /** The newest matches are ranked and no more: what is frequent would match nearly everything. */
  private static final int RANKED = 500;

  private static final String SELECT =
      """
      select p.id, c.kind, p.title, p.question, p.answer, c.lead_department, d.name as department,
        d.name_en as department_en, c.received_at, c.first_replied_at, c.grade, p.published_at, false as earlier,
        best.rank, best.total
      from best join complaint_publication p on p.id = best.id join complaint c on c.id = p.complaint_id
        left join department d on d.code = c.lead_department
      union all
      select e.id, e.kind, e.title, e.question, e.answer, e.department, d.name, d.name_en, e.received_at,
        e.replied_at, null, e.replied_at, true, best.rank, best.total
      from best join earlier_answer e on e.id = best.id left join department d on d.code = e.department
      order by rank desc, published_at desc, id desc
      """;
  private static final String PUBLIC =
      """
       from complaint_publication p
      where p.is_public
        and ($1::text is null or exists (select from complaint c where c.id = p.complaint_id and c.kind = $1))
      """;

  /** They are as old as their answers, whenever they came in. */
  private static final String EARLIER =
      " from earlier_answer e where e.withdrawn_at is null and ($1::text is null or e.kind = $1)";

  private static final String NEWEST =
      "with best as (select id, 0::real as rank, (select count(*)"
          + PUBLIC
          + ") + (select count(*)"
          + EARLIER
          + ") as total from ((select p.id, p.published_at as at"
          + PUBLIC
          + " and (p.published_at, p.id) < ($3, $4) order by p.published_at desc, p.id desc limit $2)"
          + " union all (select e.id, e.replied_at"
          + EARLIER
          + " and (e.replied_at, e.id) < ($3, $4) order by e.replied_at desc, e.id desc limit $2)) a"
          + " order by at desc, id desc limit $2) "
          + SELECT;
  private static final String MATCHES =
      "with found as materialized ((select p.id, p.search, p.published_at as at"
          + PUBLIC
          + " and p.search @@ $3::tsquery order by p.published_at desc limit "
          + RANKED
          + ") union all (select e.id, e.search, e.replied_at"
          + EARLIER
          + " and e.search @@ $3::tsquery order by e.replied_at desc limit "
          + RANKED
          + ")), ";

  /** The rarer a term is among the matches, the more it says of those that have it. */
  private static final String FOUND =
      MATCHES
          + """
          hits as materialized (
            select f.id, t.term, ts_rank(f.search, t.term::tsquery) as weight
            from found f, unnest($4::text[]) as t(term) where f.search @@ t.term::tsquery),
          rare as (select term, ln(1 + (select count(*) from found)::real / count(*)) as weight from hits group by term),
          best as (
            select f.id, coalesce(sum(h.weight * r.weight), 0)::real as rank, (select count(*) from found) as total
            from found f left join hits h on h.id = f.id left join rare r on r.term = h.term
            group by f.id, f.at order by rank desc, f.at desc limit $2)
          """
          + SELECT;

  /** Those whose hits stand close together are most like it. */
  private static final String ALIKE_FOUND =
      MATCHES
          + "best as (select id, ts_rank_cd(search, $3::tsquery) as rank, count(*) over () as total"
          + " from found order by rank desc, at desc limit $2) "
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
      boolean earlier,
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
        : ask(question, 0, kind, limit, List.of()).map(found -> new Page(found, most(found), null));
  }

  private static Page page(List<Answer> found, int limit) {
    List<Answer> shown = found.subList(0, Math.min(limit, found.size()));
    Answer last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
    return new Page(
        shown,
        last == null ? 0 : last.total(),
        shown.size() < found.size() ? new TimeCursor(last.publishedAt(), last.id()) : null);
  }

  /** As many as the widest question found. */
  private static long most(List<Answer> found) {
    long most = found.stream().mapToLong(Answer::total).max().orElse(0);
    return Math.min(most, RANKED);
  }

  /**
   * From strict to wide until enough is found, what was found more strictly first. What has
   * anything of it at all is no answer where better ones are there.
   */
  private Uni<List<Answer>> ask(
      SearchQuestion question, int attempt, String kind, int limit, List<Answer> before) {
    List<String> attempts = question.attempts();
    boolean widest = attempt == attempts.size() - 1;
    if (before.size() >= Math.min(limit, ENOUGH)
        || attempt == attempts.size()
        || (widest && before.size() >= FEW)) {
      return Uni.createFrom().item(before);
    }
    Tuple given =
        Tuple.of(kind, limit, attempts.get(attempt), question.lexemes().toArray(String[]::new));
    return ask(FOUND, given)
        .chain(found -> ask(question, attempt + 1, kind, limit, joined(before, found, limit)));
  }

  private static List<Answer> joined(List<Answer> before, List<Answer> found, int limit) {
    Set<UUID> known = before.stream().map(Answer::id).collect(Collectors.toSet());
    return Stream.concat(
            before.stream(), found.stream().filter(answer -> !known.contains(answer.id())))
        .limit(limit)
        .toList();
  }

  /** Those that are about something like this, the most similar first. */
  Uni<List<Answer>> similar(String text) {
    List<String> widest = new ArrayList<>(SearchQuestion.of(text).attempts());
    Collections.reverse(widest);
    return widest.isEmpty()
        ? Uni.createFrom().item(List.of())
        : ask(ALIKE_FOUND, Tuple.of(null, SIMILAR, widest.get(0)))
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
        row.getBoolean("earlier"),
        row.getFloat("rank"),
        row.getLong("total"));
  }

  /** What an answer is found by. */
  static String vector(PublicAnswer text) {
    return new SearchVector()
        .with(SearchVector.Weight.A, text.title())
        .with(SearchVector.Weight.B, text.question())
        .with(SearchVector.Weight.C, text.answer())
        .toString();
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, CityTime.ZONE);
  }
}
