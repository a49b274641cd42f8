package org.sunlit.rating;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.platform.CityTime;

/**
 * Ratings as the published bulletins have them, for reports over several months. Nothing finer than
 * what everybody can read, and no sum over departments (ADR 80).
 */
@ApplicationScoped
public class PublishedRatings {
  /** A department that a bulletin doesn't name counts in none of its months. */
  private static final String BETWEEN =
      """
      select d.code, d.name, d.name_en, sum((x ->> 'casesEnded')::int) as ended,
        sum((x #>> '{overall,satisfied}')::int) as satisfied,
        sum((x #>> '{overall,basicallySatisfied}')::int) as basically,
        sum((x #>> '{overall,notSatisfied}')::int) as not_satisfied, count(*) as months
      from rating_bulletin b cross join lateral jsonb_array_elements(b.departments) x
        join department d on d.code = x ->> 'code'
      where b.month >= $1 and (b.month + interval '1 month')::date <= $2 and b.published_at <= $3
      group by d.code, d.name, d.name_en, d.place order by d.place, d.code
      """;

  /**
   * A department's ratings.
   *
   * @param ended cases that ended in the months that are counted
   * @param satisfied those rated satisfied or basically satisfied
   * @param months in so many it was named
   */
  public record OfDepartment(
      String code, String name, String nameEn, int ended, int rated, int satisfied, int months) {}

  private final Pool pool;
  private final Bulletins bulletins;

  PublishedRatings(Pool pool, Bulletins bulletins) {
    this.pool = pool;
    this.bulletins = bulletins;
  }

  /** Publishes what is due, so that a report that is made after it has all months that are over. */
  public Uni<Void> publishDue() {
    return bulletins.publish();
  }

  /**
   * Of whole months from one day to another, both counted.
   *
   * @param upTo bulletins that came later don't count: the same is answered whenever it is asked
   */
  public Uni<List<OfDepartment>> between(LocalDate first, LocalDate last, Instant upTo) {
    return pool.preparedQuery(BETWEEN)
        .execute(Tuple.of(first, last.plusDays(1), CityTime.offset(upTo)))
        .map(
            rows ->
                RatingStore.all(
                    rows,
                    row -> {
                      int satisfied = row.getInteger("satisfied") + row.getInteger("basically");
                      return new OfDepartment(
                          row.getString("code"),
                          row.getString("name"),
                          row.getString("name_en"),
                          row.getInteger("ended"),
                          satisfied + row.getInteger("not_satisfied"),
                          satisfied,
                          row.getInteger("months"));
                    }));
  }
}
