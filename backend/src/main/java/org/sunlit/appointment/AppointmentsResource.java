package org.sunlit.appointment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import org.sunlit.api.AppointmentsApi;
import org.sunlit.api.model.Appointment;
import org.sunlit.api.model.AppointmentKeys;
import org.sunlit.api.model.AppointmentMove;
import org.sunlit.api.model.BookableSchedule;
import org.sunlit.api.model.Booking;
import org.sunlit.api.model.ItemWindowsAt;
import org.sunlit.api.model.SlotChoice;
import org.sunlit.edge.Address;

/** Booking as a guest, and what one holds by number and code. */
@PermitAll
class AppointmentsResource implements AppointmentsApi {
  private final Schedules schedules;
  private final ItemWindows windows;
  private final Appointments appointments;
  private final HttpServerRequest request;
  private final Clock clock;

  AppointmentsResource(
      Schedules schedules,
      ItemWindows windows,
      Appointments appointments,
      HttpServerRequest request,
      Clock clock) {
    this.schedules = schedules;
    this.windows = windows;
    this.appointments = appointments;
    this.request = request;
    this.clock = clock;
  }

  @Override
  public Uni<List<BookableSchedule>> listSlots(String code) {
    return schedules.offered(code).map(offered -> offered.stream().map(Shapes::schedule).toList());
  }

  @Override
  public Uni<List<ItemWindowsAt>> listItemWindows(String code) {
    return windows.of(code).map(found -> found.stream().map(Shapes::windows).toList());
  }

  @Override
  public Uni<Appointment> bookAppointment(Booking booking, String idempotencyKey) {
    return appointments
        .book(
            new Appointments.Wanted(
                slot(booking.getSlot()),
                blankless(booking.getItemCode()),
                blankless(booking.getGroupCode()),
                booking.getName(),
                booking.getPhone().replace("-", ""),
                blankless(booking.getAddress()),
                blankless(booking.getAbout())),
            null,
            idempotencyKey)
        .chain(appointments::get)
        .map(this::shown);
  }

  @Override
  public Uni<Appointment> trackAppointment(AppointmentKeys keys) {
    return held(keys.getNumber(), keys.getCode()).map(this::shown);
  }

  @Override
  public Uni<Appointment> moveAppointment(AppointmentMove move) {
    return held(move.getNumber(), move.getCode())
        .call(stored -> appointments.move(stored, move.getDay(), LocalTime.parse(move.getStarts())))
        .chain(stored -> appointments.get(stored.number()))
        .map(this::shown);
  }

  @Override
  public Uni<Appointment> cancelAppointment(AppointmentKeys keys) {
    return held(keys.getNumber(), keys.getCode())
        .call(appointments::cancel)
        .chain(stored -> appointments.get(stored.number()))
        .map(this::shown);
  }

  private Uni<Stored> held(String number, String code) {
    return appointments.held(Address.of(request), number, code);
  }

  private Appointment shown(Stored stored) {
    return Shapes.appointment(stored, appointments.open(stored).code(), clock.instant());
  }

  static Appointments.SlotRef slot(SlotChoice slot) {
    return new Appointments.SlotRef(
        slot.getScheduleId(), slot.getDay(), LocalTime.parse(slot.getStarts()));
  }

  static String blankless(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
