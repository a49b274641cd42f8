package org.sunlit.appointment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.sunlit.appointment.rules.Slots;
import org.sunlit.calendar.CalendarService;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Scope;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What can be booked where, and how much of it is left. */
@ApplicationScoped
public class Schedules {
  /** For whom somebody comes home. */
  public record Group(String code, String name, String nameEn) {}

  /** A schedule as it is set up. */
  public record Draft(
      String placeCode,
      String departmentCode,
      String name,
      String nameEn,
      boolean onSite,
      List<Group> groups,
      int slotMinutes,
      int capacity,
      int daysAhead,
      LocalDate from,
      LocalDate until) {}

  /** A slot and how many more can come. */
  record Slot(LocalDateTime at, int left) {}

  record Offered(Schedule schedule, List<Slot> slots) {}

  private static final String OF_PLACE =
      Schedule.SELECT
          + " where s.place_code = $1 and coalesce(s.until_on, greatest($2, s.from_on)) >= greatest($2, s.from_on) order by s.way desc, s.name, s.id";
  private static final String FOR_DEPARTMENT =
      Schedule.SELECT
          + """
           where s.place_code = any ($1) and (s.department_code is null or s.department_code = $3)
             and coalesce(s.until_on, greatest($2, s.from_on)) >= greatest($2, s.from_on)
           order by s.way desc, s.department_code nulls last, s.name, s.id
          """;
  private static final String ONE = Schedule.SELECT + " where s.id = $1";
  private static final String TAKEN =
      """
      select schedule_id, day, starts, taken from appointment_slot
      where schedule_id = any ($1::uuid[]) and day >= $2
      """;
  private static final String PLACE = "select region_code from place where code = $1";
  private static final String INSERT =
      """
      insert into appointment_schedule (id, place_code, department_code, name, name_en, way, groups, slot_minutes,
        capacity, days_ahead, from_on, until_on, recorded_by, recorded_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      """;

  /** What is booked later than its last day stays booked; before it began it never will. */
  private static final String END =
      "update appointment_schedule set until_on = greatest($2, from_on - 1) where id = $1";

  private final Pool pool;
  private final CalendarService calendars;
  private final Clock clock;

  Schedules(Pool pool, CalendarService calendars, Clock clock) {
    this.pool = pool;
    this.calendars = calendars;
    this.clock = clock;
  }

  LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), CityTime.ZONE);
  }

  static Instant moment(LocalDate day, LocalTime start) {
    return day.atTime(start).atZone(CityTime.ZONE).toInstant();
  }

  /** The first time there is a place left; empty when there is none. */
  public Uni<Optional<Appointments.SlotRef>> firstFree(String placeCode, UUID schedule) {
    return offered(placeCode)
        .map(
            all ->
                all.stream()
                    .filter(offered -> offered.schedule().id().equals(schedule))
                    .flatMap(offered -> offered.slots().stream())
                    .filter(slot -> slot.left() > 0)
                    .findFirst()
                    .map(
                        slot ->
                            new Appointments.SlotRef(
                                schedule, slot.at().toLocalDate(), slot.at().toLocalTime())));
  }

  /** Everything that can be booked at a place now, with what is left. */
  Uni<List<Offered>> offered(String placeCode) {
    LocalDate today = now().toLocalDate();
    return offered(pool.preparedQuery(OF_PLACE).execute(Tuple.of(placeCode, today)), today);
  }

  /** What can be booked at some places for what a department does there: its windows and theirs. */
  Uni<List<Offered>> offered(List<String> placeCodes, String department) {
    LocalDate today = now().toLocalDate();
    return offered(
        pool.preparedQuery(FOR_DEPARTMENT)
            .execute(Tuple.of(placeCodes.toArray(String[]::new), today, department)),
        today);
  }

  private Uni<List<Offered>> offered(Uni<RowSet<Row>> found, LocalDate today) {
    return found
        .map(rows -> all(rows, Schedule::of))
        .chain(
            schedules ->
                pool.preparedQuery(TAKEN)
                    .execute(
                        Tuple.tuple()
                            .addArrayOfUUID(
                                schedules.stream().map(Schedule::id).toArray(UUID[]::new))
                            .addValue(today))
                    .map(rows -> offered(schedules, taken(rows))));
  }

  Uni<Schedule> find(UUID id) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(id))
        .map(
            rows ->
                all(rows, Schedule::of).stream()
                    .findFirst()
                    .orElseThrow(
                        () ->
                            Problem.of(ProblemType.UNPROCESSABLE)
                                .at("/slot/scheduleId", "appointment.no-schedule")));
  }

  /** Whether this can be booked now, as far as days and hours go. */
  boolean offers(Schedule schedule, LocalDate day, LocalTime start) {
    return schedule
        .slots()
        .offers(day, start, now(), date -> calendars.current().isWorkingDay(date));
  }

  /** Whether the place is open when somebody is booked. */
  boolean isOpen(Stored stored) {
    Slots slots = stored.schedule().slots();
    return slots
        .opening()
        .isOpen(
            stored.day(), stored.starts(), slots.slotMinutes(), calendars.current()::isWorkingDay);
  }

  /** The working day so many after today. */
  LocalDate workingDaysFromNow(int days) {
    return calendars.current().plusWorkingDays(now().toLocalDate(), days);
  }

  /** Sets a schedule up. */
  public Uni<UUID> record(Draft draft, Actor by) {
    check(draft);
    UUID id = UUID.randomUUID();
    return pool.preparedQuery(PLACE)
        .execute(Tuple.of(draft.placeCode()))
        .invoke(rows -> reached(rows, draft, by))
        .chain(
            () ->
                pool.preparedQuery(INSERT)
                    .execute(
                        Tuple.tuple()
                            .addUUID(id)
                            .addString(draft.placeCode())
                            .addString(draft.departmentCode())
                            .addString(draft.name().strip())
                            .addString(draft.nameEn())
                            .addString(draft.onSite() ? "onSite" : "window")
                            .addValue(Schedule.json(draft.groups()))
                            .addInteger(draft.slotMinutes())
                            .addInteger(draft.capacity())
                            .addInteger(draft.daysAhead())
                            .addValue(draft.from())
                            .addValue(draft.until())
                            .addString(by.accountId())
                            .addValue(CityTime.offset(clock.instant()))))
        .onFailure(Schedules::unknownDepartment)
        .transform(
            unknown ->
                Problem.of(ProblemType.UNPROCESSABLE)
                    .at("/departmentCode", "item.unknown-department"))
        .replaceWith(id);
  }

  /** Takes no more bookings after this day. */
  Uni<Void> end(UUID id, LocalDate lastDay, Actor by) {
    return find(id)
        .onFailure(Problem.class)
        .transform(unknown -> Problem.of(ProblemType.NOT_FOUND))
        .chain(
            schedule ->
                pool.preparedQuery(PLACE)
                    .execute(Tuple.of(schedule.placeCode()))
                    .invoke(rows -> covered(rows.iterator().next(), schedule.departmentCode(), by)))
        .chain(() -> pool.preparedQuery(END).execute(Tuple.of(id, lastDay)))
        .replaceWithVoid();
  }

  private void check(Draft draft) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (draft.name().isBlank()) {
      throw wrong.at("/name", "field.not-blank");
    }
    if (draft.until() != null && draft.until().isBefore(draft.from())) {
      throw wrong.at("/until", "staff.until-before-from");
    }
    if (draft.onSite() == draft.groups().isEmpty()) {
      throw wrong.at("/groups", "appointment.groups-for-visits");
    }
  }

  private static void reached(RowSet<Row> rows, Draft draft, Actor by) {
    if (rows.size() == 0) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/placeCode", "appointment.no-place");
    }
    covered(rows.iterator().next(), draft.departmentCode(), by);
  }

  private static void covered(Row place, String department, Actor by) {
    if (!Scope.of(by).covers(department, place.getString("region_code"))) {
      throw Problem.of(ProblemType.FORBIDDEN);
    }
  }

  private static boolean unknownDepartment(Throwable failure) {
    return failure.getMessage() != null && failure.getMessage().contains("department_code_fkey");
  }

  private List<Offered> offered(List<Schedule> schedules, Map<String, Integer> taken) {
    LocalDateTime now = now();
    return schedules.stream().map(schedule -> offered(schedule, taken, now)).toList();
  }

  private Offered offered(Schedule schedule, Map<String, Integer> taken, LocalDateTime now) {
    List<Slot> slots = new ArrayList<>();
    for (LocalDate day :
        schedule.slots().days(now.toLocalDate(), calendars.current()::isWorkingDay)) {
      for (LocalTime start : schedule.slots().starts(day, calendars.current()::isWorkingDay)) {
        LocalDateTime at = day.atTime(start);
        if (!at.minus(Slots.SOONEST).isBefore(now)) {
          int left = schedule.capacity() - taken.getOrDefault(schedule.id() + " " + at, 0);
          slots.add(new Slot(at, Math.max(0, left)));
        }
      }
    }
    return new Offered(schedule, slots);
  }

  private static Map<String, Integer> taken(RowSet<Row> rows) {
    Map<String, Integer> taken = new HashMap<>();
    rows.forEach(
        row ->
            taken.put(
                row.getUUID("schedule_id")
                    + " "
                    + row.getLocalDate("day").atTime(row.getLocalTime("starts")),
                row.getInteger("taken")));
    return taken;
  }

  static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
    List<T> all = new ArrayList<>();
    rows.forEach(row -> all.add(read.apply(row)));
    return all;
  }
}
