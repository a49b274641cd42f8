package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.sunlit.api.model.ComplaintFigures;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** How many are answered and in what time (L5 回复率、办结率、满意率; I14), each with what it is a part of. */
@ApplicationScoped
class Figures {
  private static final String COUNT =
      """
      select count(*) as received, count(first_replied_at) as replied,
        count(*) filter (where first_replied_at is not null or reply_due < $3) as decidable,
        count(*) filter (where first_replied_at <= reply_due) as on_time,
        count(closed_at) as closed,
        count(grade) as rated,
        count(*) filter (where grade in ('satisfied', 'basicallySatisfied')) as satisfied,
        count(*) filter (where round = 2) as reopened,
        count(fixed) as called_back, count(*) filter (where fixed) as fixed,
        round(percentile_cont(0.5) within group (order by taken))::integer as median,
        round(percentile_cont(0.9) within group (order by taken))::integer as ninetieth
      from (select *, extract(epoch from first_replied_at - received_at) / 60 as taken from complaint
        where received_at >= $1 and received_at < $2) c
      """;

  private final Pool pool;
  private final Clock clock;

  Figures(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Of what came in from one day to another, both included.
   *
   * @param from null for a year before the other
   * @param to null for today
   */
  Uni<ComplaintFigures> of(LocalDate from, LocalDate to) {
    LocalDate last = to == null ? Answers.day(clock.instant()) : to;
    LocalDate first = from == null ? last.minusYears(1).plusDays(1) : from;
    if (first.isAfter(last)) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at("from", "field.invalid");
    }
    return pool.preparedQuery(COUNT)
        .execute(
            Tuple.of(
                first.atStartOfDay(CityTime.ZONE).toOffsetDateTime(),
                last.plusDays(1).atStartOfDay(CityTime.ZONE).toOffsetDateTime(),
                CityTime.offset(clock.instant())))
        .map(rows -> figures(rows.iterator().next(), first, last));
  }

  private static ComplaintFigures figures(Row row, LocalDate from, LocalDate to) {
    return new ComplaintFigures()
        .from(from)
        .to(to)
        .received(count(row, "received"))
        .replied(count(row, "replied"))
        .decidable(count(row, "decidable"))
        .onTime(count(row, "on_time"))
        .closed(count(row, "closed"))
        .rated(count(row, "rated"))
        .satisfied(count(row, "satisfied"))
        .reopened(count(row, "reopened"))
        .calledBack(count(row, "called_back"))
        .fixed(count(row, "fixed"))
        .medianMinutes(row.getInteger("median"))
        .ninetiethMinutes(row.getInteger("ninetieth"));
  }

  private static int count(Row row, String column) {
    return Math.toIntExact(row.getLong(column));
  }
}
