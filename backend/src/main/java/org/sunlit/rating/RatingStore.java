package org.sunlit.rating;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.CityTime;
import org.sunlit.rating.Raters.Rater;
import org.sunlit.rating.RatingSeals.Text;
import org.sunlit.rating.rules.Grades;
import org.sunlit.rating.rules.Sign;

/** Writes ratings, and reads what is around one. */
@ApplicationScoped
class RatingStore {
  private static final String INSERT =
      """
      insert into rating (id, case_number, department_code, region_code, rated_person, channel, terminal, overall,
        efficiency, attitude, quality, words, may_be_named, rated_at)
      values (:id, :caseNumber, :department, :region, cast(:person as text), :channel,
        cast(cast(:terminal as text) as uuid), :overall, cast(:efficiency as text), cast(:attitude as text),
        cast(:quality as text), cast(:words as bytea), :mayBeNamed, :at)
      on conflict (case_number) do nothing
      """;
  private static final String SIGN =
      "insert into rating_sign (rating, kind, reason, reason_en) values (:rating, :kind, :reason, :reasonEn)";
  private static final String OPEN =
      """
      insert into rectification (id, rating, case_number, department_code, state, opened_at)
      values (:id, :rating, :caseNumber, :department, 'opened', :at)
      """;
  private static final String TIMES =
      "select rated_at from rating where terminal = $1 and rated_at >= $2";
  private static final String LATEST =
      """
      select overall, efficiency, attitude, quality from rating
      where rated_person = $1 order by rated_at desc limit $2
      """;
  private static final String REVIEW =
      """
      update rating set counted = :counted, reviewed_by = :by, reviewed_at = :at, review_reason = :why,
        version = version + 1
      where id = :id and version = :version
      """;

  private final Pool pool;

  RatingStore(Pool pool) {
    this.pool = pool;
  }

  /** False when the case has a rating already. */
  Uni<Boolean> insert(
      Mutiny.Session session, UUID id, Rater rater, RatingCommand command, Instant at) {
    RatedCase rated = rater.of();
    Grades grades = command.grades();
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", id)
        .setParameter("caseNumber", rated.caseNumber())
        .setParameter("department", rated.departmentCode())
        .setParameter("region", rated.regionCode())
        .setParameter("person", rated.endedBy())
        .setParameter("channel", rater.channel().code())
        .setParameter("terminal", rater.terminal() == null ? null : rater.terminal().toString())
        .setParameter("overall", grades.overall().code())
        .setParameter("efficiency", Ratings.code(grades.efficiency()))
        .setParameter("attitude", Ratings.code(grades.attitude()))
        .setParameter("quality", Ratings.code(grades.quality()))
        .setParameter("words", RatingSeals.seal(rated.key(), id, Text.WORDS, command.words()))
        .setParameter("mayBeNamed", command.mayBeNamed())
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  Uni<Void> insert(Mutiny.Session session, UUID rating, List<Sign> signs) {
    Uni<Void> written = Uni.createFrom().voidItem();
    for (Sign sign : signs) {
      written =
          written.chain(
              () ->
                  session
                      .createNativeQuery(SIGN)
                      .setParameter("rating", rating)
                      .setParameter("kind", sign.kind().code())
                      .setParameter("reason", sign.reason())
                      .setParameter("reasonEn", sign.reasonEn())
                      .executeUpdate()
                      .replaceWithVoid());
    }
    return written;
  }

  Uni<Void> openRectification(
      Mutiny.Session session, UUID id, UUID rating, RatedCase rated, Instant at) {
    return session
        .createNativeQuery(OPEN)
        .setParameter("id", id)
        .setParameter("rating", rating)
        .setParameter("caseNumber", rated.caseNumber())
        .setParameter("department", rated.departmentCode())
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** When ratings were given at a terminal since then; none where there is no terminal. */
  Uni<List<Instant>> timesAt(UUID terminal, Instant since) {
    return terminal == null
        ? Uni.createFrom().item(List.of())
        : pool.preparedQuery(TIMES)
            .execute(Tuple.of(terminal, CityTime.offset(since)))
            .map(rows -> all(rows, row -> RatedCases.instant(row, "rated_at")));
  }

  /** Of a person's latest ratings, the newest first, whether every grade was the best. */
  Uni<List<Boolean>> latestAllBest(String person, int most) {
    return person == null
        ? Uni.createFrom().item(List.of())
        : pool.preparedQuery(LATEST)
            .execute(Tuple.of(person, most))
            .map(rows -> all(rows, row -> RatedCases.grades(row).allBest()));
  }

  /** False when somebody has changed it since. */
  Uni<Boolean> review(
      Mutiny.Session session,
      UUID id,
      int version,
      boolean counted,
      String why,
      String by,
      Instant at) {
    return session
        .createNativeQuery(REVIEW)
        .setParameter("id", id)
        .setParameter("version", version)
        .setParameter("counted", counted)
        .setParameter("why", why)
        .setParameter("by", by)
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
    List<T> all = new ArrayList<>();
    for (Row row : rows) {
      all.add(read.apply(row));
    }
    return all;
  }
}
