package org.sunlit.demo;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.sunlit.attendance.Attendance;
import org.sunlit.attendance.ContestAnswer;
import org.sunlit.attendance.ContestDraft;
import org.sunlit.attendance.Contests;
import org.sunlit.attendance.rules.DayState;
import org.sunlit.attendance.rules.LineKind;
import org.sunlit.calendar.CalendarService;
import org.sunlit.demo.DemoShifts.Shift;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Deployment;
import org.sunlit.platform.TravellingClock;
import org.sunlit.staff.Absences;

/**
 * The staff of the demonstration city come to their windows and go home 考勤: the last days at the
 * first start, and from then on as time passes. Somebody is late now and then, somebody is on leave
 * with a B in their place, and two contest a day, of whom one has been answered.
 */
@ApplicationScoped
class DemoAttendance {
  private static final Logger LOG = Logger.getLogger(DemoAttendance.class);
  private static final String CHAPTER = "attendance";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final Deployment deployment;
  private final DemoChapters chapters;
  private final Attendance attendance;
  private final Contests contests;
  private final Absences absences;
  private final CalendarService calendar;
  private final TravellingClock clock;
  private final Vertx vertx;
  private final int days;
  private final boolean lives;
  private final DemoShifts shifts = new DemoShifts(DemoFiles.people());
  private Instant livedUntil;

  DemoAttendance(
      Deployment deployment,
      DemoChapters chapters,
      Attendance attendance,
      Contests contests,
      Absences absences,
      CalendarService calendar,
      TravellingClock clock,
      Vertx vertx,
      @ConfigProperty(name = "sunlit.demo.attendance.days", defaultValue = "14") int days,
      @ConfigProperty(name = "sunlit.demo.player.enabled", defaultValue = "true") boolean lives) {
    this.deployment = deployment;
    this.chapters = chapters;
    this.attendance = attendance;
    this.contests = contests;
    this.absences = absences;
    this.calendar = calendar;
    this.clock = clock;
    this.vertx = vertx;
    this.days = days;
    this.lives = lives;
  }

  /** After the places have opened. */
  void begin(@Observes @Priority(3170) StartupEvent event) {
    if (!deployment.demo()) {
      return;
    }
    livedUntil = clock.instant();
    chapters.once(CHAPTER, () -> liveThrough(livedUntil));
    if (lives) {
      liveOnLater();
    }
  }

  private void liveThrough(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, CityTime.ZONE);
    List<LocalDate> worked =
        today
            .minusDays(days)
            .datesUntil(today.plusDays(1))
            .filter(calendar.current()::isWorkingDay)
            .toList();
    if (worked.size() < 2) {
      return;
    }
    LocalDate leave = worked.get(worked.size() - 2);
    goOnLeave(leave, now);
    int signed = 0;
    int late = 0;
    for (LocalDate day : worked) {
      for (Shift shift : shifts.of(day, day.equals(leave), Instant.EPOCH, now)) {
        clock.travelTo(shift.at());
        await(attendance.sign(shift.kind(), shift.actor(), null));
        signed++;
        if (shift.late() && late++ < 2) {
          contest(shift, late == 1, now);
        }
      }
    }
    LOG.infof("The staff of the demonstration city signed in and out %d times", signed);
  }

  private void goOnLeave(LocalDate day, Instant now) {
    Instant begin = day.atStartOfDay(CityTime.ZONE).toInstant();
    clock.travelTo(begin.minus(Duration.ofDays(1)));
    await(
        absences.record(
            shifts.onLeave().accountId(),
            "leave",
            begin,
            begin.plus(Duration.ofDays(1)),
            shifts.first(Role.ADMINISTRATOR)));
  }

  /** One is answered the same day, where that is over; the other waits for a supervisor. */
  private void contest(Shift shift, boolean answered, Instant now) {
    Instant raised = shift.at().plus(Duration.ofMinutes(5));
    Instant answering = shift.at().plus(Duration.ofMinutes(50));
    if (answering.isAfter(now)) {
      return;
    }
    clock.travelTo(raised);
    String words = answered ? "早上在大厅门口引导老人取号，没能及时签到。" : "签到终端断网，等恢复以后才签上。";
    var id =
        contests
            .raise(
                new ContestDraft(LineKind.DAY, shift.day().toString(), words), shift.actor(), null)
            .await()
            .atMost(PATIENCE);
    if (answered) {
      clock.travelTo(answering);
      await(
          contests.answer(
              id,
              new ContestAnswer(true, DayState.PRESENT, "大厅监控可证，按到岗更正。"),
              shifts.first(Role.SUPERVISOR),
              null));
    }
  }

  private void liveOnLater() {
    vertx.setTimer(
        LOOK.toMillis(),
        ignored ->
            liveOn()
                .subscribe()
                .with(
                    done -> liveOnLater(),
                    failure -> {
                      LOG.debugf("Somebody could not sign: %s", failure.getMessage());
                      liveOnLater();
                    }));
  }

  /** Whoever would sign by now does. */
  private Uni<Void> liveOn() {
    Instant from = livedUntil;
    Instant now = clock.instant();
    livedUntil = now;
    LocalDate today = LocalDate.ofInstant(now, CityTime.ZONE);
    if (!calendar.current().isWorkingDay(today)) {
      return Uni.createFrom().voidItem();
    }
    return Multi.createFrom()
        .iterable(shifts.of(today, false, from, now))
        .onItem()
        .transformToUniAndConcatenate(shift -> attendance.sign(shift.kind(), shift.actor(), null))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static void await(Uni<Void> work) {
    work.await().atMost(PATIENCE);
  }
}
