package org.sunlit.rating;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.StoredJson;
import org.sunlit.rating.rules.DepartmentTally;

/**
 * The only thing the journal is ever told of ratings, for supervision to ask a department about
 * (ADR 80, ADR 128): how many of a whole month bear signs that they weren't freely given. With the
 * month's bulletin, of departments that it names, and only when as many bear signs as it takes to
 * name a department. So no entry comes with a rating, and none is about one.
 */
@ApplicationScoped
class MarkedRatings {
  /** All the best in a row is a sign to look at, and none of coercion. */
  private static final String MARKED =
      """
      select d.code, d.region_code, count(*) as ratings,
        count(*) filter (where exists (select from rating_sign s where s.rating = r.id and s.kind <> 'allBest'))
          as signed
      from rating r join department d on d.code = r.department_code
      where r.counted and r.rated_at >= $1 and r.rated_at < $2 and d.code = any ($3)
      group by d.code, d.region_code order by d.code
      """;

  private record Marked(String month, int ratings, int signed) {}

  private record Payload(String departmentCode, String regionCode, Marked marked) {
    String subject() {
      return departmentCode + '/' + marked.month();
    }
  }

  private final Journal journal;

  MarkedRatings(Journal journal) {
    this.journal = journal;
  }

  /**
   * Within the transaction that publishes the bulletin.
   *
   * @param named departments that the bulletin names
   * @param minimum so many make one that can be told of
   */
  Uni<Void> tell(
      SqlConnection connection,
      Figures.Month month,
      List<DepartmentTally> named,
      int minimum,
      Instant at) {
    return connection
        .preparedQuery(MARKED)
        .execute(
            Tuple.of(
                month.from(),
                month.to(),
                named.stream().map(DepartmentTally::code).toArray(String[]::new)))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Payload(
                                row.getString("code"),
                                row.getString("region_code"),
                                new Marked(
                                    month.month().toString(),
                                    row.getLong("ratings").intValue(),
                                    row.getLong("signed").intValue())))
                    .filter(told -> told.marked().signed() >= minimum)
                    .map(told -> entry(told, at))
                    .toList())
        .chain(entries -> journal.appendAll(connection, entries));
  }

  private static JournalEntry entry(Payload told, Instant at) {
    return JournalEntry.inside(
        SubjectKind.RATINGS, told.subject(), "ratings.marked", null, at, StoredJson.write(told));
  }
}
