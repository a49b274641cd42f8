package org.sunlit.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.sunlit.appointment.Appointments;
import org.sunlit.appointment.Schedules;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.place.OpeningExceptions;
import org.sunlit.place.rules.Hours;
import org.sunlit.place.rules.OpeningException;
import org.sunlit.place.rules.PlaceKind;
import org.sunlit.platform.CityTime;

/** What can be booked in the demonstration city, and some who have booked. */
@ApplicationScoped
class DemoAppointments {
  private static final Logger LOG = Logger.getLogger(DemoAppointments.class);
  private static final String CHAPTER = "appointments";
  private static final String HALL = "city-hall";
  private static final int DAYS_AHEAD = 14;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  record Window(String department, String name, String nameEn, int minutes, int capacity) {}

  record Booked(String name, String about) {}

  /**
   * A day on which a place is open otherwise than usual.
   *
   * @param weeks so many weeks from now
   * @param weekday 1 for Monday
   * @param hours empty when it is closed
   */
  record Otherwise(
      String place,
      int weeks,
      int weekday,
      List<DemoPlaces.WrittenSpan> hours,
      String why,
      String whyEn) {}

  record All(
      List<Otherwise> otherwise,
      List<Schedules.Group> groups,
      List<Window> hall,
      Window centre,
      Window visit,
      List<Booked> booked) {}

  private final DemoChapters chapters;
  private final OpeningExceptions exceptions;
  private final Schedules schedules;
  private final Appointments appointments;
  private final Clock clock;
  private int telephones;

  DemoAppointments(
      DemoChapters chapters,
      OpeningExceptions exceptions,
      Schedules schedules,
      Appointments appointments,
      Clock clock) {
    this.chapters = chapters;
    this.exceptions = exceptions;
    this.schedules = schedules;
    this.appointments = appointments;
    this.clock = clock;
  }

  /** After the places have opened. */
  void open(@Observes @Priority(3160) StartupEvent event) {
    chapters.once(CHAPTER, this::open);
  }

  private void open() {
    All all = DemoFiles.read("appointments.json", new TypeReference<>() {});
    Actor administrator = DemoFiles.actor(Role.ADMINISTRATOR);
    openOtherwise(all, administrator);
    for (Window window : all.hall()) {
      book(all, HALL, record(HALL, window, List.of(), administrator));
    }
    for (DemoPlaces.Written place : DemoPlaces.All.read().places()) {
      if (place.is(PlaceKind.TOWNSHIP_CENTRE)) {
        book(all, place.code(), record(place.code(), all.centre(), List.of(), administrator));
        record(place.code(), all.visit(), all.groups(), administrator);
      }
    }
    LOG.info("People of the demonstration city can come by appointment");
  }

  /** The hall opens next Saturday, and a centre is closed for a day in the week after next. */
  private void openOtherwise(All all, Actor administrator) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    for (Otherwise written : all.otherwise()) {
      LocalDate day =
          today
              .plusWeeks(written.weeks())
              .with(TemporalAdjusters.next(DayOfWeek.of(written.weekday())));
      OpeningException exception =
          new OpeningException(
              day,
              day,
              new Hours(written.hours().stream().map(DemoPlaces.WrittenSpan::span).toList()),
              written.why(),
              written.whyEn());
      await(exceptions.keep(written.place(), List.of(exception), 1, administrator));
    }
  }

  private UUID record(
      String place, Window window, List<Schedules.Group> groups, Actor administrator) {
    return await(
        schedules.record(
            new Schedules.Draft(
                place,
                window.department(),
                window.name(),
                window.nameEn(),
                !groups.isEmpty(),
                groups,
                window.minutes(),
                window.capacity(),
                DAYS_AHEAD,
                LocalDate.ofInstant(clock.instant(), CityTime.ZONE),
                null),
            administrator));
  }

  private void book(All all, String place, UUID schedule) {
    for (Booked booked : all.booked()) {
      // Telephones that nobody has, a new one for each: one can have few appointments ahead.
      String phone = "0990%07d".formatted(++telephones);
      await(schedules.firstFree(place, schedule))
          .ifPresent(
              slot ->
                  await(
                      appointments.book(
                          new Appointments.Wanted(
                              slot, null, null, booked.name(), phone, null, booked.about()),
                          null,
                          null)));
    }
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
