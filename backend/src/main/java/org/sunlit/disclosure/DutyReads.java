package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sunlit.calendar.CalendarService;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.disclosure.DutyRow.Occasion;
import org.sunlit.disclosure.rules.Duty;
import org.sunlit.platform.CityTime;

/** What has to be published until when, and whether it was. Reckoned when somebody asks. */
@ApplicationScoped
class DutyReads {
  private static final int MONTHS_BACK = 12;

  private static final String DUTIES =
      """
      select u.*, d.name as department, d.name_en as department_en
      from disclosure_duty u join department d on d.code = u.department_code
      where ($1::text is null or u.department_code = $1) and ($2::text is null or u.category = $2)
      order by u.department_code, u.code
      """;
  private static final String OCCASIONS =
      """
      select o.duty_code, o.occasion, o.about, o.happened_at
      from disclosure_occasion o join disclosure_duty u on u.code = o.duty_code
      where ($1::text is null or u.department_code = $1) and ($2::text is null or u.category = $2)
        and o.happened_at >= $3
      order by o.happened_at
      """;

  /** The first time each was published; what was withdrawn fulfils nothing. */
  private static final String DONE =
      """
      select distinct on (e.duty_code, e.occasion) e.duty_code, e.occasion, p.number, e.released_at
      from publication_edition e join publication p on p.id = e.publication_id
      where e.duty_code is not null and e.state = 'released' and p.withdrawn_at is null
        and ($1::text is null or p.department_code = $1)
      order by e.duty_code, e.occasion, e.released_at
      """;

  private record Key(String duty, String occasion) {}

  private record Done(Instant at, String number) {}

  private final Pool pool;
  private final CalendarService calendars;
  private final Clock clock;

  DutyReads(Pool pool, CalendarService calendars, Clock clock) {
    this.pool = pool;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * The latest first within late, due and done.
   *
   * @param department whose they are; all when it is null
   * @param category of which; all when it is null
   */
  Uni<List<Occasion>> calendar(String department, String category) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, CityTime.ZONE);
    LocalDate since = today.minusMonths(MONTHS_BACK);
    return pool.preparedQuery(DUTIES)
        .execute(Tuple.of(department, category))
        .map(rows -> rows.stream().map(DutyRow::of).toList())
        .chain(
            duties ->
                pool.preparedQuery(OCCASIONS)
                    .execute(
                        Tuple.of(
                            department,
                            category,
                            since.atStartOfDay(CityTime.ZONE).toOffsetDateTime()))
                    .chain(
                        happened ->
                            pool.preparedQuery(DONE)
                                .execute(Tuple.of(department))
                                .map(done -> all(duties, happened, done(done), since, today))))
        .map(all -> all.stream().sorted(order(now)).toList());
  }

  private static Comparator<Occasion> order(Instant now) {
    return Comparator.comparing((Occasion one) -> one.state(now))
        .thenComparing(
            (one, other) ->
                one.doneAt() == null
                    ? one.dueAt().compareTo(other.dueAt())
                    : other.dueAt().compareTo(one.dueAt()));
  }

  private static Map<Key, Done> done(RowSet<Row> rows) {
    Map<Key, Done> done = new HashMap<>();
    rows.forEach(
        row ->
            done.put(
                new Key(row.getString("duty_code"), row.getString("occasion")),
                new Done(
                    row.getOffsetDateTime("released_at").toInstant(), row.getString("number"))));
    return done;
  }

  private List<Occasion> all(
      List<DutyRow> duties,
      RowSet<Row> happened,
      Map<Key, Done> done,
      LocalDate since,
      LocalDate today) {
    WorkingCalendar calendar = calendars.current();
    List<Occasion> all = new ArrayList<>();
    Map<String, DutyRow> byCode = new HashMap<>();
    for (DutyRow row : duties) {
      byCode.put(row.code(), row);
      for (Duty.Period period : row.duty().periods(since, today)) {
        all.add(occasion(row, period.name(), null, row.duty().dueAfter(period, calendar), done));
      }
    }
    for (Row row : happened) {
      DutyRow duty = byCode.get(row.getString("duty_code"));
      Instant due = duty.duty().due(row.getOffsetDateTime("happened_at").toInstant(), calendar);
      all.add(occasion(duty, row.getString("occasion"), row.getString("about"), due, done));
    }
    return all;
  }

  private static Occasion occasion(
      DutyRow duty, String name, String about, Instant due, Map<Key, Done> done) {
    Done found = done.get(new Key(duty.code(), name));
    return new Occasion(
        duty,
        name,
        about,
        due,
        found == null ? null : found.at(),
        found == null ? null : found.number());
  }
}
