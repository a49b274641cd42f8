package org.sunlit.attendance;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.api.AttendanceApi;
import org.sunlit.api.model.AttendanceDayList;
import org.sunlit.api.model.AttendanceOfPerson;
import org.sunlit.api.model.AttendancePeople;
import org.sunlit.api.model.AttendanceSignCommand;
import org.sunlit.api.model.AttendanceState;
import org.sunlit.attendance.AttendanceDays.OfPerson;
import org.sunlit.attendance.AttendanceReads.Asked;
import org.sunlit.attendance.AttendanceReads.Scope;
import org.sunlit.attendance.rules.AttendanceTally;
import org.sunlit.attendance.rules.DayState;
import org.sunlit.attendance.rules.SignKind;
import org.sunlit.calendar.CalendarService;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.Coded;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Attendance, for whoever signs and whoever answers for them. */
class AttendanceResource implements AttendanceApi {
  private final Attendance attendance;
  private final AttendanceDays days;
  private final CalendarService calendars;
  private final CurrentActor currentActor;

  AttendanceResource(
      Attendance attendance,
      AttendanceDays days,
      CalendarService calendars,
      CurrentActor currentActor) {
    this.attendance = attendance;
    this.days = days;
    this.calendars = calendars;
    this.currentActor = currentActor;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.ATTENDANCE_SIGN)
  public Uni<AttendanceOfPerson> signAttendance(
      AttendanceSignCommand command, String idempotencyKey) {
    Actor actor = currentActor.get();
    SignKind kind = Coded.of(SignKind.class, command.getKind().toString());
    return attendance
        .sign(kind, actor, idempotencyKey)
        .chain(() -> person(actor.accountId(), days.today(), null, own(actor)));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.ATTENDANCE_SIGN)
  public Uni<AttendanceOfPerson> getOwnAttendance(LocalDate from, LocalDate to) {
    Actor actor = currentActor.get();
    return person(actor.accountId(), from, to, own(actor));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.ATTENDANCE_READ)
  public Uni<AttendanceOfPerson> getAttendanceOfPerson(
      String account, LocalDate from, LocalDate to) {
    return person(account, from, to, answersFor(currentActor.get()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.ATTENDANCE_READ)
  public Uni<AttendancePeople> listAttendanceOfPeople(
      String department, LocalDate from, LocalDate to) {
    LocalDate last = to == null ? days.today() : to;
    LocalDate first = from == null ? last.withDayOfMonth(1) : from;
    return days.of(new Asked(first, last, null, department, answersFor(currentActor.get())))
        .map(
            people ->
                new AttendancePeople()
                    .from(first)
                    .to(last)
                    .items(people.stream().map(AttendanceShapes::row).toList()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.ATTENDANCE_READ)
  public Uni<AttendanceDayList> getAttendanceDay(
      LocalDate day, String department, AttendanceState state) {
    return days.of(new Asked(day, day, null, department, answersFor(currentActor.get())))
        .map(people -> list(day, people, state));
  }

  private AttendanceDayList list(LocalDate day, List<OfPerson> people, AttendanceState asked) {
    List<AttendanceTally.Counted> counted =
        people.stream().map(person -> person.lines().get(0).counted()).toList();
    return new AttendanceDayList()
        .day(day)
        .working(calendars.current().isWorkingDay(day))
        .tally(AttendanceShapes.tally(AttendanceTally.of(counted)))
        .pending((int) counted.stream().filter(each -> each.state() == DayState.PENDING).count())
        .items(
            people.stream()
                .map(AttendanceShapes::dayRow)
                .filter(row -> asked == null || row.getLine().getState() == asked)
                .toList());
  }

  private Uni<AttendanceOfPerson> person(
      String account, LocalDate from, LocalDate to, Scope scope) {
    LocalDate last = to == null ? days.today() : to;
    LocalDate first = from == null ? last.withDayOfMonth(1) : from;
    return days.of(new Asked(first, last, account, null, scope))
        .map(
            people ->
                people.stream()
                    .findFirst()
                    .map(found -> AttendanceShapes.person(found, first, last, days.today()))
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private static Scope own(Actor actor) {
    return new Scope(false, null, actor.accountId());
  }

  /** Supervisors for all, leaders for their department, and nobody for less than themselves. */
  private static Scope answersFor(Actor actor) {
    return new Scope(
        actor.may(Permission.CONTESTS_ANSWER), actor.departmentCode(), actor.accountId());
  }
}
