package org.sunlit.appointment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.api.model.OwnBooking;
import org.sunlit.citizen.Citizen;

/** Booking for somebody with an account, by who has their mandate (全程代办, B21). */
@ApplicationScoped
public class ClientAppointments {
  private final Appointments appointments;

  ClientAppointments(Appointments appointments) {
    this.appointments = appointments;
  }

  /**
   * Books what becomes the client's own appointment.
   *
   * @param also what is stored with it, told its number
   * @return its number
   */
  public Uni<String> book(
      OwnBooking booking,
      Citizen client,
      String idempotencyKey,
      BiFunction<Mutiny.Session, String, Uni<Void>> also) {
    return appointments.book(
        OwnAppointmentsResource.wanted(booking, client.details()),
        client.account(),
        idempotencyKey,
        also);
  }
}
