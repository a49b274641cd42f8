package org.sunlit.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.Transactor;

/** The calendar's tables. */
@ApplicationScoped
class CalendarStore {
  /**
   * Takes the year over unless it is as new already or an administrator's. The row lock makes a
   * second node that starts at the same time wait, and then find nothing left to do.
   */
  private static final String TAKE_YEAR =
      """
      insert into calendar_year (year, status, source, origin, version)
      values (:year, :status, :source, 'shipped', :version)
      on conflict (year) do update
        set status = excluded.status, source = excluded.source, version = excluded.version
        where calendar_year.origin = 'shipped' and calendar_year.version < excluded.version
      """;

  private static final String CLEAR_DAYS = "delete from calendar_day where year = :year";

  /**
   * The days as one JSON text: cast twice, or the driver would send a JSON string that holds it. A
   * day that two notices declare is the later one's, but never taken from an administrator.
   */
  private static final String ADD_DAYS =
      """
      insert into calendar_day (date, year, working, name, name_en)
      select day.date, :year, day.working, day.name, day.name_en
      from jsonb_to_recordset(cast(cast(:days as text) as jsonb))
        as day(date date, working boolean, name text, name_en text)
      on conflict (date) do update
        set year = excluded.year, working = excluded.working,
            name = excluded.name, name_en = excluded.name_en
        where calendar_day.year < excluded.year
          and not exists (
            select from calendar_year owner
            where owner.year = calendar_day.year and owner.origin = 'administrator')
      """;

  /** One statement, so that years and days are of one moment. */
  private static final String READ =
      """
      select year.year, year.status, year.source, year.origin, year.version,
        day.date, day.working, day.name, day.name_en
      from calendar_year year left join calendar_day day on day.year = year.year
      order by year.year, day.date
      """;

  private static final String SAVE_YEAR =
      """
      insert into calendar_year (year, status, source, origin, version)
      values ($1, $2, $3, 'administrator', $4)
      on conflict (year) do update set status = excluded.status, source = excluded.source,
        origin = excluded.origin, version = excluded.version
      """;
  private static final String SAVE_DAYS =
      """
      insert into calendar_day (date, year, working, name, name_en)
      select day.date, $1, day.working, day.name, day.name_en
      from jsonb_to_recordset(cast(cast($2 as text) as jsonb))
        as day(date date, working boolean, name text, name_en text)
      """;

  /**
   * A year as it is stored.
   *
   * @param version 0 for one nobody has entered
   * @param byHand whether an editor has entered it
   * @param days what its notice declares
   */
  record StoredYear(CalendarYear year, int version, boolean byHand, List<DeclaredDay> days) {
    StoredYear {
      days = List.copyOf(days);
    }
  }

  /** All years as they are stored. */
  record Stored(Map<Integer, StoredYear> years) {
    WorkingCalendar calendar() {
      return WorkingCalendar.of(
          years.values().stream().map(StoredYear::year).toList(),
          years.values().stream().flatMap(year -> year.days().stream()).toList());
    }

    StoredYear yearOrNew(int year) {
      StoredYear known = years.get(year);
      return known != null
          ? known
          : new StoredYear(
              new CalendarYear(year, CalendarStatus.PROVISIONAL, ""), 0, false, List.of());
    }

    /** The days that the notices of other years declare, with the year. */
    Map<LocalDate, Integer> othersDays(int year) {
      Map<LocalDate, Integer> days = new HashMap<>();
      years.values().stream()
          .filter(other -> other.year().year() != year)
          .forEach(other -> other.days().forEach(day -> days.put(day.date(), other.year().year())));
      return days;
    }

    /** The same with another year in its place. */
    Stored with(CalendarYear year, List<DeclaredDay> days) {
      Map<Integer, StoredYear> all = new TreeMap<>(years);
      all.put(year.year(), new StoredYear(year, 1, true, days));
      return new Stored(all);
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Transactor transactor;
  private final Pool pool;

  CalendarStore(Transactor transactor, Pool pool) {
    this.transactor = transactor;
    this.pool = pool;
  }

  /** Stores what is shipped where it is newer than what is there, all or nothing. */
  Uni<Void> take(List<CalendarFile> files) {
    return transactor.write(
        session ->
            Multi.createFrom()
                .iterable(files)
                .onItem()
                .transformToUniAndConcatenate(file -> take(session, file))
                .collect()
                .last()
                .replaceWithVoid());
  }

  private static Uni<Integer> take(Mutiny.Session session, CalendarFile file) {
    CalendarYear year = file.year();
    return session
        .createNativeQuery(TAKE_YEAR)
        .setParameter("year", year.year())
        .setParameter("status", year.status().code())
        .setParameter("source", year.source())
        .setParameter("version", file.version())
        .executeUpdate()
        .chain(taken -> taken == 0 ? Uni.createFrom().item(0) : replaceDays(session, file));
  }

  private static Uni<Integer> replaceDays(Mutiny.Session session, CalendarFile file) {
    int year = file.year().year();
    return session
        .createNativeQuery(CLEAR_DAYS)
        .setParameter("year", year)
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(ADD_DAYS)
                    .setParameter("year", year)
                    .setParameter("days", json(file.days()))
                    .executeUpdate());
  }

  /** The calendar as it is stored. */
  Uni<WorkingCalendar> read() {
    return pool.withConnection(this::stored).map(Stored::calendar);
  }

  /** The same year by year, to be changed. */
  Uni<Stored> stored(SqlConnection connection) {
    return connection.query(READ).execute().map(CalendarStore::stored);
  }

  private static Stored stored(RowSet<Row> rows) {
    Map<Integer, CalendarYear> years = new TreeMap<>();
    Map<Integer, Row> ofYear = new HashMap<>();
    Map<Integer, List<DeclaredDay>> days = new HashMap<>();
    for (Row row : rows) {
      int year = row.getInteger("year");
      ofYear.put(year, row);
      years.put(
          year,
          new CalendarYear(
              year, CalendarStatus.of(row.getString("status")), row.getString("source")));
      List<DeclaredDay> declared = days.computeIfAbsent(year, ignored -> new ArrayList<>());
      if (row.getLocalDate("date") != null) {
        declared.add(
            new DeclaredDay(
                row.getLocalDate("date"),
                row.getBoolean("working"),
                row.getString("name"),
                row.getString("name_en")));
      }
    }
    Map<Integer, StoredYear> stored = new TreeMap<>();
    years.forEach(
        (year, known) ->
            stored.put(
                year,
                new StoredYear(
                    known,
                    ofYear.get(year).getInteger("version"),
                    ofYear.get(year).getString("origin").equals("administrator"),
                    days.get(year))));
    return new Stored(stored);
  }

  /** Puts a year entered by hand in the place of what is there. */
  Uni<Void> replace(
      SqlConnection connection, CalendarYear year, int version, List<DeclaredDay> days) {
    return connection
        .preparedQuery(SAVE_YEAR)
        .execute(Tuple.of(year.year(), year.status().code(), year.source(), version))
        .chain(
            () ->
                connection
                    .preparedQuery("delete from calendar_day where year = $1")
                    .execute(Tuple.of(year.year())))
        .chain(() -> connection.preparedQuery(SAVE_DAYS).execute(Tuple.of(year.year(), json(days))))
        .replaceWithVoid();
  }

  private static String json(List<DeclaredDay> days) {
    List<Map<String, Object>> rows =
        days.stream()
            .map(
                day ->
                    Map.<String, Object>of(
                        "date", day.date().toString(),
                        "working", day.working(),
                        "name", day.name(),
                        "name_en", day.nameEn()))
            .toList();
    try {
      return JSON.writeValueAsString(rows);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
