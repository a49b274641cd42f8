package org.sunlit.appointment;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import org.sunlit.api.OwnAppointmentsApi;
import org.sunlit.api.model.Appointment;
import org.sunlit.api.model.OwnBooking;
import org.sunlit.citizen.CitizenDetails;
import org.sunlit.citizen.Citizens;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;

/** The appointments of whoever is signed in. */
class OwnAppointmentsResource implements OwnAppointmentsApi {
  private final Appointments appointments;
  private final Citizens citizens;
  private final CurrentActor currentActor;
  private final Clock clock;

  OwnAppointmentsResource(
      Appointments appointments, Citizens citizens, CurrentActor currentActor, Clock clock) {
    this.appointments = appointments;
    this.citizens = citizens;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<List<Appointment>> listOwnAppointments() {
    return appointments
        .own(currentActor.get().accountId())
        .map(own -> own.stream().map(this::shown).toList());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<Appointment> bookAsMyself(OwnBooking booking, String idempotencyKey) {
    String account = currentActor.get().accountId();
    return citizens
        .own(account)
        .chain(
            citizen ->
                appointments.book(wanted(booking, citizen.details()), account, idempotencyKey))
        .chain(appointments::get)
        .map(this::shown);
  }

  static Appointments.Wanted wanted(OwnBooking booking, CitizenDetails details) {
    String address = AppointmentsResource.blankless(booking.getAddress());
    return new Appointments.Wanted(
        AppointmentsResource.slot(booking.getSlot()),
        AppointmentsResource.blankless(booking.getItemCode()),
        AppointmentsResource.blankless(booking.getGroupCode()),
        details.contactName() == null ? details.name() : details.contactName(),
        details.phone(),
        address == null ? details.address() : address,
        AppointmentsResource.blankless(booking.getAbout()));
  }

  private Appointment shown(Stored stored) {
    return Shapes.appointment(stored, appointments.open(stored).code(), clock.instant());
  }
}
