package org.sunlit.statistics;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.sunlit.api.model.CasePrediction;
import org.sunlit.api.model.CasePrediction.StateEnum;
import org.sunlit.calendar.CalendarService;
import org.sunlit.platform.StoredJson;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.PowerList;
import org.sunlit.statistics.rules.CaseClock;
import org.sunlit.statistics.rules.Expectation;

/**
 * By when an open case will probably be closed: from the cases that were as long in the same step,
 * on the case's own clock, turned into a day by the calendar.
 */
@ApplicationScoped
class Predictions {
  private static final String CASE =
      "select item_version_id, steps::text as steps, halt from statistics_case where case_number = $1";

  /** Null where the journal knows no such case. */
  private static final String COUNTED =
      """
      select max(p.place) <= (select place from journal_reader where name = '%s') as counted
      from journal_event e join journal_place p on p.event_id = e.id
      where e.subject_kind = 'case' and e.subject_id = $1
      """
          .formatted(CaseStatistics.NAME);

  private static final String COURSES =
      """
      select closed, sum(cases)::bigint as cases from statistics_course
      where item_code = $1 and flow_id = $2 and step_id = $3 and stayed >= $4 group by closed
      """;
  private static final String UNDER_WAY =
      """
      select entered_on, left_on, cases from statistics_under_way
      where item_code = $1 and flow_id = $2 and step_id = $3
      """;

  private record Bound(LocalDate day, long cases) {}

  private record Standing(UUID itemVersionId, List<Tally.LiveStep> steps, String halt) {}

  private final Pool pool;
  private final PowerList powerList;
  private final CalendarService calendars;
  private final Clock clock;

  Predictions(Pool pool, PowerList powerList, CalendarService calendars, Clock clock) {
    this.pool = pool;
    this.powerList = powerList;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** The prediction as it is now, or why there is none; empty when there is no such case. */
  Uni<Optional<CasePrediction>> of(String caseNumber) {
    return pool.preparedQuery(CASE)
        .execute(Tuple.of(caseNumber))
        .chain(
            rows ->
                rows.rowCount() == 0
                    ? ended(caseNumber)
                    : predict(standing(rows.iterator().next())).map(Optional::of));
  }

  /** What was counted and isn't open has ended; what has only just begun isn't counted yet. */
  private Uni<Optional<CasePrediction>> ended(String caseNumber) {
    return pool.preparedQuery(COUNTED)
        .execute(Tuple.of(caseNumber))
        .map(
            rows ->
                Boolean.TRUE.equals(rows.iterator().next().getBoolean("counted"))
                    ? Optional.of(none(StateEnum.ENDED))
                    : Optional.empty());
  }

  private static Standing standing(Row row) {
    return new Standing(
        row.getUUID("item_version_id"),
        List.of(StoredJson.read(row.getString("steps"), Tally.LiveStep[].class)),
        row.getString("halt"));
  }

  private Uni<CasePrediction> predict(Standing standing) {
    if (standing.halt() != null) {
      return Uni.createFrom().item(none(StateEnum.fromString(standing.halt())));
    }
    return powerList
        .version(standing.itemVersionId())
        .chain(
            item ->
                Multi.createFrom()
                    .iterable(standing.steps())
                    .onItem()
                    .transformToUniAndConcatenate(step -> bound(item, step))
                    .collect()
                    .asList())
        .map(Predictions::together);
  }

  /** A case that is in several steps is closed after the last of them. */
  private static CasePrediction together(List<Optional<Bound>> bounds) {
    if (bounds.isEmpty() || bounds.stream().anyMatch(Optional::isEmpty)) {
      return none(StateEnum.TOO_FEW);
    }
    Bound last =
        bounds.stream()
            .map(Optional::orElseThrow)
            .max(Comparator.comparing(Bound::day))
            .orElseThrow();
    return none(StateEnum.PREDICTED).date(last.day()).cases((int) last.cases());
  }

  private Uni<Optional<Bound>> bound(ItemInForce item, Tally.LiveStep step) {
    CaseClock own = CaseMoment.clock(item, calendars.current());
    Instant now = clock.instant();
    Instant entered = step.enteredAt().toInstant();
    int spent = own.days(entered, now, step.still());
    // On a day of rest the last counting day is over, and the case hasn't been closed on it.
    int atLeast = own.counts(CaseClock.date(now)) ? spent : spent + 1;
    Expectation expectation = new Expectation();
    LocalDate today = CaseClock.date(now);
    return pool.preparedQuery(COURSES)
        .execute(Tuple.of(item.code(), item.flowId(), step.stepId(), atLeast))
        .invoke(
            rows ->
                rows.forEach(
                    row -> expectation.closed(row.getInteger("closed"), row.getLong("cases"))))
        .chain(
            () ->
                pool.preparedQuery(UNDER_WAY)
                    .execute(Tuple.of(item.code(), item.flowId(), step.stepId())))
        .invoke(rows -> rows.forEach(row -> waiting(expectation, row, own, today, atLeast)))
        .map(
            rows -> {
              OptionalInt days = expectation.days(today, own);
              return days.isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      new Bound(
                          own.after(
                              CaseClock.date(entered),
                              days.getAsInt() + CaseClock.stillDays(step.still())),
                          expectation.count()));
            });
  }

  /** Of the cases under way, those that were as long in the step. */
  private static void waiting(
      Expectation expectation, Row row, CaseClock clock, LocalDate today, int atLeast) {
    LocalDate since = row.getLocalDate("entered_on");
    LocalDate left = row.getLocalDate("left_on");
    if (clock.days(since, left.isAfter(today) ? today : left) >= atLeast) {
      expectation.underWay(since, row.getLong("cases"));
    }
  }

  private static CasePrediction none(StateEnum state) {
    return new CasePrediction().state(state).probability(Expectation.PROBABILITY);
  }
}
