package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TimeCursor;
import org.sunlit.search.SearchQuestion;

/** What everybody can read and search. */
@ApplicationScoped
class PublicReads {
  private static final String SELECT =
      """
      select p.id, p.number, p.department_code, d.name as department, d.name_en as department_en, p.categories,
        p.first_released_at, p.public_edition, p.withdrawn_at, p.withdrawn_reason, e.title, e.title_en, e.summary,
        e.body, e.document_number, e.effective_on, e.expires_on, e.repealed_on, e.replaced_by, e.duty_code,
        e.occasion, e.released_at, e.film is not null as is_film
      """;
  private static final String FROM =
      """
       from publication p join publication_edition e on e.publication_id = p.id and e.edition = p.public_edition
        join department d on d.code = p.department_code
      """;
  private static final String WANTED =
      """
       p.public_edition is not null and p.withdrawn_at is null
        and ($1::text is null or $1 = any (p.categories)) and ($2::text is null or p.department_code = $2)
      """;
  private static final String PAGE =
      SELECT
          + FROM
          + " where "
          + WANTED
          + """
          and (p.first_released_at, p.id) < ($3, $4) order by p.first_released_at desc, p.id desc limit $5
          """;
  private static final String TOTAL = "select count(*) as total from publication p where" + WANTED;

  /** What isn't found in the text itself is shown where a file has most of it. */
  private static final String IN_A_FILE =
      """
       left join lateral (
        select f.id as file_id, f.name as file_name, s.text as file_text
        from publication_edition_file l join publication_file f on f.id = l.file_id
          join publication_file_passage s on s.file_id = f.id
        where l.publication_id = p.id and l.edition = p.public_edition
          and not ts_filter(p.search, '{a,b,c}') @@ $3::tsquery and s.search @@ $5::tsquery
        order by ts_rank_cd(s.search, $5::tsquery) desc, l.position, s.position limit 1) hit on true
      """;

  /** The newest matches are ranked and no more: what is frequent would match nearly everything. */
  private static final String FOUND =
      """
      with found as materialized (
        select p.id, p.search, p.first_released_at as at from publication p
        where p.search @@ $3::tsquery and"""
          + WANTED
          + """
          order by p.first_released_at desc limit 500
      ), best as (
        select id, at, ts_rank_cd(search, $3::tsquery, 1) as rank, count(*) over () as total from found
        order by rank desc, at desc limit $4
      )
      """
          + SELECT
          + ", best.total, hit.file_id, hit.file_name, hit.file_text"
          + FROM
          + " join best on best.id = p.id"
          + IN_A_FILE
          + " order by best.rank desc, best.at desc";

  private static final String ONE = SELECT + FROM + " where p.number = $1";
  private static final String EDITIONS =
      """
      select edition, title, title_en, body, released_at, reason from publication_edition
      where publication_id = $1 and state = 'released' order by edition desc
      """;
  private static final String CATEGORIES =
      """
      select c.code, c.name, c.name_en, c.ground, count(p.id) as publications
      from disclosure_category c left join publication p
        on c.code = any (p.categories) and p.public_edition is not null and p.withdrawn_at is null
      group by c.code order by c.position, c.code
      """;
  private static final String DUTY = "select title, title_en from disclosure_duty where code = $1";

  /** Some of them, and how many there are. */
  record Page(List<Row> rows, int total) {}

  /**
   * One with all that belongs to it.
   *
   * @param duty that it fulfils; null for none
   * @param files of all its editions
   */
  record Opened(Row row, List<Row> editions, Row duty, List<AttachedFile> files) {}

  private final Pool pool;
  private final FileReads files;

  PublicReads(Pool pool, FileReads files) {
    this.pool = pool;
    this.files = files;
  }

  /** One more than the limit where there are more. */
  Uni<Page> newest(String category, String department, TimeCursor after, int limit) {
    return pool.preparedQuery(PAGE)
        .execute(Tuple.of(category, department, CityTime.offset(after.at()), after.id(), limit + 1))
        .chain(
            rows ->
                pool.preparedQuery(TOTAL)
                    .execute(Tuple.of(category, department))
                    .map(
                        count ->
                            new Page(
                                rows.stream().toList(),
                                count.iterator().next().getLong("total").intValue())));
  }

  /** The best of what the strictest question finds that finds anything. */
  Uni<Page> search(SearchQuestion question, String category, String department, int limit) {
    List<String> attempts = question.attempts();
    String widest = attempts.get(attempts.size() - 1);
    return ask(attempts, widest, category, department, limit);
  }

  private Uni<Page> ask(
      List<String> attempts, String widest, String category, String department, int limit) {
    if (attempts.isEmpty()) {
      return Uni.createFrom().item(new Page(List.of(), 0));
    }
    return pool.preparedQuery(FOUND)
        .execute(Tuple.of(category, department, attempts.get(0), limit, widest))
        .chain(
            rows ->
                rows.size() == 0
                    ? ask(attempts.subList(1, attempts.size()), widest, category, department, limit)
                    : Uni.createFrom()
                        .item(
                            new Page(
                                rows.stream().toList(),
                                rows.iterator().next().getLong("total").intValue())));
  }

  /** One with all that belongs to it. */
  Uni<Optional<Opened>> open(String number) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(number))
        .map(rows -> rows.stream().findFirst())
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : opened(found.get()).map(Optional::of));
  }

  private Uni<Opened> opened(Row row) {
    return pool.preparedQuery(EDITIONS)
        .execute(Tuple.of(row.getUUID("id")))
        .chain(
            editions ->
                pool.preparedQuery(DUTY)
                    .execute(Tuple.of(row.getString("duty_code")))
                    .chain(
                        duty ->
                            files
                                .of(row.getUUID("id"))
                                .map(
                                    all ->
                                        new Opened(
                                            row,
                                            editions.stream().toList(),
                                            duty.stream().findFirst().orElse(null),
                                            all))));
  }

  Uni<List<Row>> categories() {
    return pool.query(CATEGORIES).execute().map(rows -> rows.stream().toList());
  }
}
