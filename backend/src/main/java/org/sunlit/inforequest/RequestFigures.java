package org.sunlit.inforequest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.api.model.InfoRequestDecisionKind;
import org.sunlit.api.model.InfoRequestFigures;
import org.sunlit.api.model.InfoRequestFiguresByDecisionInner;
import org.sunlit.platform.CityTime;

/**
 * What a year's requests came to (政府信息公开条例第五十条第一款第二项), each number with what it is a part of, and
 * what is in work now.
 */
@ApplicationScoped
class RequestFigures {
  private static final String COUNT =
      """
      select count(*) filter (where received_at < $1 and (ended_at is null or ended_at >= $1)) as carried_over,
        count(*) filter (where new) as received,
        count(*) filter (where new and applicant_kind = 'person') as from_persons,
        count(*) filter (where new and applicant_kind = 'organisation') as from_organisations,
        count(*) filter (where over and answered_at is not null) as answered,
        count(*) filter (where over and answered_at <= answer_due) as on_time,
        count(*) filter (where over and answered_at is not null and extended_days > 0) as extended,
        count(*) filter (where over and state = 'withdrawn') as withdrawn,
        count(*) filter (where over and state = 'lapsed') as lapsed,
        count(*) filter (where received_at < $2 and (ended_at is null or ended_at >= $2)) as carried_forward,
        count(*) filter (where over and review_asked_at is not null) as reviewed,
        count(*) filter (where over and changed) as changed,
        count(*) filter (where ended_at is null) as in_work,
        count(*) filter (where ended_at is null and (answer_due is null or answer_due >= $3)) as in_work_on_time
      from (select *, received_at >= $1 and received_at < $2 as new, ended_at >= $1 and ended_at < $2 as over
        from info_request where $4::text is null or department = $4) r
      """;
  private static final String BY_DECISION =
      """
      select decision, count(*) as count from info_request
      where answered_at >= $1 and answered_at < $2 and ($3::text is null or department = $3)
      group by decision order by count desc, decision
      """;

  private final Pool pool;
  private final Clock clock;

  RequestFigures(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Of a year, by the city's time.
   *
   * @param year null for this one
   * @param department null for the city
   */
  Uni<InfoRequestFigures> of(Integer year, String department) {
    int of = year == null ? LocalDate.ofInstant(clock.instant(), CityTime.ZONE).getYear() : year;
    var from = CityTime.startOf(LocalDate.of(of, 1, 1));
    var until = CityTime.startOf(LocalDate.of(of + 1, 1, 1));
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(from, until, CityTime.offset(clock.instant()), department))
        .map(rows -> figures(rows.iterator().next(), of))
        .chain(
            figures ->
                pool.preparedQuery(BY_DECISION)
                    .execute(Tuple.of(from, until, department))
                    .map(
                        rows ->
                            figures.byDecision(rows.stream().map(RequestFigures::kind).toList())));
  }

  private static InfoRequestFiguresByDecisionInner kind(Row row) {
    return new InfoRequestFiguresByDecisionInner()
        .kind(InfoRequestDecisionKind.fromString(row.getString("decision")))
        .count(count(row, "count"));
  }

  private static InfoRequestFigures figures(Row row, int year) {
    return new InfoRequestFigures()
        .year(year)
        .carriedOver(count(row, "carried_over"))
        .received(count(row, "received"))
        .fromPersons(count(row, "from_persons"))
        .fromOrganisations(count(row, "from_organisations"))
        .answered(count(row, "answered"))
        .onTime(count(row, "on_time"))
        .extended(count(row, "extended"))
        .byDecision(List.of())
        .withdrawn(count(row, "withdrawn"))
        .lapsed(count(row, "lapsed"))
        .carriedForward(count(row, "carried_forward"))
        .reviewed(count(row, "reviewed"))
        .changed(count(row, "changed"))
        .inWork(count(row, "in_work"))
        .inWorkOnTime(count(row, "in_work_on_time"));
  }

  private static int count(Row row, String column) {
    return Math.toIntExact(row.getLong(column));
  }
}
