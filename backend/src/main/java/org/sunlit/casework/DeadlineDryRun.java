package org.sunlit.casework;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.sunlit.calendar.DeadlinePreview;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.platform.CityTime;

/**
 * Counts the deadlines of open cases by a calendar that isn't in force: {@link Recount}, not
 * stored.
 */
@ApplicationScoped
class DeadlineDryRun implements DeadlinePreview {
  /** A city's open cases by far; beyond it the preview says that it is not complete. */
  private static final int MOST = 5_000;

  private static final String OPEN =
      """
      select case_number, due_at from case_file where open and due_at >= $1 order by case_number limit $2
      """;

  private record Due(String caseNumber, LocalDate day) {
    static Due of(Row row) {
      return new Due(row.getString("case_number"), dayOf(row.getOffsetDateTime("due_at")));
    }
  }

  private final Pool pool;
  private final CaseStore store;
  private final CaseBases bases;

  DeadlineDryRun(Pool pool, CaseStore store, CaseBases bases) {
    this.pool = pool;
    this.store = store;
    this.bases = bases;
  }

  @Override
  public Uni<Shifts> count(WorkingCalendar proposed, LocalDate from) {
    return pool.preparedQuery(OPEN)
        .execute(Tuple.of(from.atStartOfDay(CityTime.ZONE).toOffsetDateTime(), MOST + 1))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Due::of).toList())
        .chain(
            found -> {
              List<Due> counted = found.subList(0, Math.min(MOST, found.size()));
              return Multi.createFrom()
                  .iterable(counted)
                  .onItem()
                  .transformToUniAndConcatenate(due -> shift(due, proposed))
                  .filter(days -> days != 0)
                  .collect()
                  .in(
                      TreeMap<Integer, Integer>::new,
                      (shifts, days) -> shifts.merge(days, 1, Integer::sum))
                  .map(shifts -> new Shifts(counted.size(), found.size() <= MOST, shifts));
            });
  }

  /** By how many days the case would be due later. */
  private Uni<Integer> shift(Due due, WorkingCalendar proposed) {
    return store
        .find(due.caseNumber())
        .map(Optional::orElseThrow)
        .chain(
            stored ->
                bases
                    .of(stored.itemVersionId())
                    .map(basis -> CaseNow.of(stored, basis, proposed))
                    .map(
                        now ->
                            now.deadlines()
                                .dueAt()
                                .map(moment -> moment.atZone(CityTime.ZONE).toLocalDate())
                                .map(day -> (int) ChronoUnit.DAYS.between(due.day(), day))
                                .orElse(0)));
  }

  private static LocalDate dayOf(OffsetDateTime moment) {
    return moment.atZoneSameInstant(CityTime.ZONE).toLocalDate();
  }
}
