package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.sunlit.calendar.DeadlinePreview;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.platform.CityTime;

/**
 * Counts the deadlines of open cases by a calendar that isn't in force: {@link Recounting}, not
 * stored.
 */
@ApplicationScoped
class DeadlineDryRun implements DeadlinePreview {
  private static final int PAGE = 500;

  /** A city's open cases by far; beyond it the preview says that it is not complete. */
  private static final int MOST = 40_000;

  private static final String OPEN =
      """
      select case_number from case_file where open and due_at >= $1 and case_number > $2
      order by case_number limit $3
      """;

  private final Pool pool;
  private final OpenCases cases;
  private final Clock clock;

  DeadlineDryRun(Pool pool, OpenCases cases, Clock clock) {
    this.pool = pool;
    this.cases = cases;
    this.clock = clock;
  }

  /** One count, page by page. */
  private final class Count {
    private final WorkingCalendar proposed;
    private final LocalDate from;
    private final Instant at = clock.instant();
    private final SortedMap<Integer, Integer> shifts = new TreeMap<>();
    private int counted;
    private int nowLate;

    Count(WorkingCalendar proposed, LocalDate from) {
      this.proposed = proposed;
      this.from = from;
    }

    Uni<Shifts> after(String number) {
      return pool.preparedQuery(OPEN)
          .execute(Tuple.of(from.atStartOfDay(CityTime.ZONE).toOffsetDateTime(), number, PAGE))
          .map(
              rows ->
                  StreamSupport.stream(rows.spliterator(), false)
                      .map(row -> row.getString("case_number"))
                      .toList())
          .chain(
              page -> page.isEmpty() || counted >= MOST ? done(page.isEmpty()) : countPage(page));
    }

    private Uni<Shifts> countPage(List<String> page) {
      return cases
          .count(pool, page, proposed)
          .invoke(
              all ->
                  all.forEach(one -> RecountedDue.of(one, List.of(), at).ifPresent(this::shifted)))
          .invoke(all -> counted += all.size())
          .chain(() -> after(page.get(page.size() - 1)));
    }

    private void shifted(RecountedDue due) {
      int days = (int) ChronoUnit.DAYS.between(day(due.before()), day(due.after()));
      if (days != 0) {
        shifts.merge(days, 1, Integer::sum);
      }
      nowLate += due.nowLate() ? 1 : 0;
    }

    private Uni<Shifts> done(boolean complete) {
      return Uni.createFrom().item(new Shifts(counted, complete, nowLate, shifts));
    }
  }

  @Override
  public Uni<Shifts> count(WorkingCalendar proposed, LocalDate from) {
    return new Count(proposed, from).after("");
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(CityTime.ZONE).toLocalDate();
  }
}
