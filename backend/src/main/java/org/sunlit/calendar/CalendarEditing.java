package org.sunlit.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sunlit.administration.AdministrativeChange;
import org.sunlit.administration.AdministrativeChanges;
import org.sunlit.administration.ChangeAction;
import org.sunlit.calendar.CalendarStore.Stored;
import org.sunlit.calendar.CalendarStore.StoredYear;
import org.sunlit.identity.Actor;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Declares days by hand, when the State Council announces or changes them. */
@ApplicationScoped
class CalendarEditing {
  /** A year as it would be. */
  record Proposal(CalendarYear year, List<DeclaredDay> days) {}

  /** A day that becomes another kind of day; what it is called then, if it is declared. */
  record DayChange(LocalDate date, DayKind before, DayKind after, DeclaredDay declared) {}

  /** A changed value of the year, in the contract's words. */
  record Field(String field, Object before, Object after) {}

  /** What a proposal comes to. */
  record Preview(
      int year,
      int workingDaysBefore,
      int workingDaysAfter,
      List<DayChange> days,
      List<Field> fields,
      DeadlinePreview.Shifts shifts) {}

  private final Pool pool;
  private final CalendarStore store;
  private final CalendarService calendars;
  private final DeadlinePreview deadlines;
  private final DeadlineRecount recount;
  private final AdministrativeChanges changes;
  private final Clock clock;
  private final ObjectMapper json;

  CalendarEditing(
      Pool pool,
      CalendarStore store,
      CalendarService calendars,
      DeadlinePreview deadlines,
      DeadlineRecount recount,
      AdministrativeChanges changes,
      Clock clock,
      ObjectMapper json) {
    this.pool = pool;
    this.store = store;
    this.calendars = calendars;
    this.deadlines = deadlines;
    this.recount = recount;
    this.changes = changes;
    this.clock = clock;
    this.json = json;
  }

  /** A year as it is stored; of version 0 when nobody has entered it. */
  Uni<StoredYear> edition(int year) {
    return pool.withConnection(store::stored).map(stored -> stored.yearOrNew(year));
  }

  /** What would change, with the open cases that would be due on another day. */
  Uni<Preview> preview(Proposal proposal) {
    return pool.withConnection(store::stored)
        .map(stored -> checked(stored, proposal))
        .flatMap(
            stored -> {
              WorkingCalendar before = stored.calendar();
              WorkingCalendar after = stored.with(proposal.year(), proposal.days()).calendar();
              List<DayChange> days = days(stored, proposal, before, after);
              return shifts(after, days).map(shifts -> preview(stored, proposal, days, shifts));
            });
  }

  private static Preview preview(
      Stored stored, Proposal proposal, List<DayChange> days, DeadlinePreview.Shifts shifts) {
    int year = proposal.year().year();
    LocalDate eve = LocalDate.of(year - 1, 12, 31);
    WorkingCalendar after = stored.with(proposal.year(), proposal.days()).calendar();
    return new Preview(
        year,
        stored.calendar().workingDaysBetween(eve, eve.plusYears(1)),
        after.workingDaysBetween(eve, eve.plusYears(1)),
        days,
        fields(stored.yearOrNew(year), proposal),
        shifts);
  }

  private Uni<DeadlinePreview.Shifts> shifts(WorkingCalendar after, List<DayChange> days) {
    return days.isEmpty()
        ? Uni.createFrom().item(new DeadlinePreview.Shifts(0, true, 0, new TreeMap<>()))
        : deadlines.count(after, days.get(0).date());
  }

  /**
   * Stores a year as proposed; what was counted by the old calendar is counted again.
   *
   * @param seen the version it was made from
   */
  Uni<StoredYear> save(Proposal proposal, int seen, Actor actor) {
    int year = proposal.year().year();
    return pool.withTransaction(
            connection ->
                lock(connection, year)
                    .chain(() -> store.stored(connection))
                    .map(stored -> checked(stored, proposal))
                    .call(stored -> write(connection, stored, proposal, seen, actor)))
        .call(calendars::refresh)
        .chain(() -> edition(year));
  }

  private static Uni<Void> lock(SqlConnection connection, int year) {
    return connection
        .preparedQuery("select pg_advisory_xact_lock(hashtextextended('sunlit.calendar', $1))")
        .execute(Tuple.of((long) year))
        .replaceWithVoid();
  }

  private Uni<Void> write(
      SqlConnection connection, Stored stored, Proposal proposal, int seen, Actor actor) {
    StoredYear before = stored.yearOrNew(proposal.year().year());
    if (before.version() != seen) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    List<Field> fields = fields(before, proposal);
    if (fields.isEmpty()) {
      throw Problem.of(ProblemType.CONFLICT).detail("calendar.nothing-changes");
    }
    return store
        .replace(connection, proposal.year(), before.version() + 1, proposal.days())
        .chain(() -> changes.record(connection, change(proposal, fields, actor)))
        .chain(() -> recount.request(connection, cause(stored, proposal, actor)))
        .chain(() -> CalendarNews.tell(connection));
  }

  private static DeadlineRecount.Cause cause(Stored stored, Proposal proposal, Actor actor) {
    WorkingCalendar after = stored.with(proposal.year(), proposal.days()).calendar();
    return new DeadlineRecount.Cause(
        proposal.year().year(),
        proposal.year().source(),
        days(stored, proposal, stored.calendar(), after).stream().map(DayChange::date).toList(),
        actor);
  }

  private AdministrativeChange change(Proposal proposal, List<Field> fields, Actor actor) {
    String year = String.valueOf(proposal.year().year());
    try {
      return new AdministrativeChange(
          clock.instant(),
          actor,
          ChangeAction.CALENDAR_CHANGED,
          new AdministrativeChange.Subject(year, year + "年工作日历", "Calendar of " + year, null, null),
          LocalDate.now(clock),
          json.writeValueAsString(fields));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Words and days can always be written", impossible);
    }
  }

  private static Stored checked(Stored stored, Proposal proposal) {
    List<FieldProblem> errors =
        CalendarRules.check(
            proposal.year(), proposal.days(), stored.othersDays(proposal.year().year()));
    if (!errors.isEmpty()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).with(errors);
    }
    return stored;
  }

  private static List<DayChange> days(
      Stored stored, Proposal proposal, WorkingCalendar before, WorkingCalendar after) {
    return Stream.concat(
            stored.yearOrNew(proposal.year().year()).days().stream(), proposal.days().stream())
        .map(DeclaredDay::date)
        .distinct()
        .sorted()
        .filter(date -> before.kind(date) != after.kind(date))
        .map(
            date ->
                new DayChange(
                    date,
                    before.kind(date),
                    after.kind(date),
                    after.declared(date).or(() -> before.declared(date)).orElse(null)))
        .toList();
  }

  private static List<Field> fields(StoredYear before, Proposal after) {
    List<Field> fields = new ArrayList<>();
    boolean known = before.version() > 0;
    add(
        fields,
        "status",
        known ? before.year().status().code() : null,
        after.year().status().code());
    add(fields, "source", known ? before.year().source() : null, after.year().source());
    add(fields, "days", words(before.days()), words(after.days()));
    return fields;
  }

  private static void add(List<Field> fields, String name, Object before, Object after) {
    if (!after.equals(before)) {
      fields.add(new Field(name, before, after));
    }
  }

  private static List<Map<String, String>> words(List<DeclaredDay> days) {
    return days.stream()
        .sorted(java.util.Comparator.comparing(DeclaredDay::date))
        .map(
            day -> {
              Map<String, String> words = new TreeMap<>();
              words.put("date", day.date().toString());
              words.put("kind", day.working() ? "work" : "off");
              words.put("name", day.name());
              words.put("nameEn", day.nameEn());
              return words;
            })
        .toList();
  }
}
