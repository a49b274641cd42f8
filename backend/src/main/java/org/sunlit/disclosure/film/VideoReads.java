package org.sunlit.disclosure.film;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sunlit.disclosure.Film;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Films that everybody can see: of the public edition, unless it was withdrawn. */
@ApplicationScoped
class VideoReads {
  private static final int MOST = 500;
  private static final String SELECT =
      """
      select p.number, p.department_code, d.name as department, d.name_en as department_en, p.categories,
        p.first_released_at, e.title, e.title_en, e.summary, e.film::text as film, %s
        (select v.name from power_item i join power_item_version v on v.item_id = i.id
          where i.code = e.film ->> 'item' order by v.effective_from desc limit 1) as item_name,
        (select c.name from disclosure_category c where c.code = any (p.categories) order by c.position limit 1)
          as category
      from publication p join publication_edition e on e.publication_id = p.id and e.edition = p.public_edition
        join department d on d.code = p.department_code
      where e.film is not null and p.withdrawn_at is null
      """;
  private static final String LIST =
      SELECT.formatted("")
          + """
          and ($1::text is null or $1 = any (p.categories)) and ($2::text is null or e.film ->> 'item' = $2)
          and ($3::text is null or p.department_code = $3)
          order by p.first_released_at desc, p.id desc limit $4
          """;

  /** With its transcript, which a list doesn't show. */
  private static final String ONE = SELECT.formatted("e.body,") + " and p.number = $1";

  /** Which of them. */
  record Wanted(String category, String item, String department) {}

  /**
   * A film as it is public.
   *
   * @param category its first one's name
   */
  record Shown(Row row, Film film, String category) {
    String number() {
      return row.getString("number");
    }

    /** Where one of its files is had. */
    String address(String file) {
      return "/api/v1/videos/" + number() + "/files/" + file;
    }
  }

  private final Pool pool;

  VideoReads(Pool pool) {
    this.pool = pool;
  }

  Uni<List<Shown>> list(Wanted wanted) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(wanted.category(), wanted.item(), wanted.department(), MOST))
        .map(rows -> rows.stream().map(VideoReads::shown).toList());
  }

  /** Fails with 404 unless it is public. */
  Uni<Shown> open(String number) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(number))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(VideoReads::shown)
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private static Shown shown(Row row) {
    return new Shown(
        row, StoredJson.read(row.getString("film"), Film.class), row.getString("category"));
  }
}
