package org.sunlit.board;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Shared;

/** The city in numbers, counted from the public journal; each rate with its denominator (L5). */
@ApplicationScoped
class CityNumbers {

  /**
   * The numbers of a screen.
   *
   * @param closedLast30Days cases that ended, whatever the result
   * @param closedOnTimeLast30Days those of them that ended by their due date, or had none
   */
  record Numbers(
      Instant asOf,
      long submittedToday,
      long closedToday,
      long inProgress,
      long closedLast30Days,
      long closedOnTimeLast30Days) {}

  private static final Duration GOOD_FOR = Duration.ofSeconds(5);
  private static final Duration PERIOD = Duration.ofDays(30);

  // A case is submitted once and ends once; the rest of its rows lie between.
  private static final String COUNT =
      """
      with shown as (
        select r.state, r.occurred_at, r.due_at, e.kind
        from journal_public r join journal_event e on e.id = r.event_id
        where r.region_code like $1 and ($2::text is null or r.department_code = $2)
          and (e.kind = 'case.submitted' or r.state in ('granted', 'refused', 'notAccepted', 'withdrawn'))
      )
      select
        count(*) filter (where kind = 'case.submitted' and occurred_at >= $3) as submitted_today,
        count(*) filter (where kind <> 'case.submitted' and occurred_at >= $3) as closed_today,
        count(*) filter (where kind = 'case.submitted') - count(*) filter (where kind <> 'case.submitted')
          as in_progress,
        count(*) filter (where kind <> 'case.submitted' and occurred_at >= $4) as closed_lately,
        count(*) filter (where kind <> 'case.submitted' and occurred_at >= $4
          and (due_at is null or occurred_at <= due_at)) as closed_on_time
      from shown
      """;

  private final Pool pool;
  private final Clock clock;
  private final Map<String, Uni<Numbers>> counted = new ConcurrentHashMap<>();

  CityNumbers(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** The numbers, at most a few seconds old; many readers at once cause one count. */
  Uni<Numbers> of(Screen screen) {
    return counted.computeIfAbsent(
        screen.code(), code -> Shared.every(GOOD_FOR, () -> count(screen)));
  }

  private Uni<Numbers> count(Screen screen) {
    Instant now = clock.instant();
    Instant today = now.atZone(CityTime.ZONE).toLocalDate().atStartOfDay(CityTime.ZONE).toInstant();
    return pool.preparedQuery(COUNT)
        .execute(
            Tuple.of(
                screen.regionPrefix() + "%",
                screen.departmentCode(),
                CityTime.offset(today),
                CityTime.offset(now.minus(PERIOD))))
        .map(rows -> numbers(now, rows.iterator().next()));
  }

  private static Numbers numbers(Instant now, Row row) {
    return new Numbers(
        now,
        row.getLong("submitted_today"),
        row.getLong("closed_today"),
        row.getLong("in_progress"),
        row.getLong("closed_lately"),
        row.getLong("closed_on_time"));
  }
}
