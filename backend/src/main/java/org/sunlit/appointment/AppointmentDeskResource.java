package org.sunlit.appointment;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.AppointmentDeskApi;
import org.sunlit.api.model.AppointmentContact;
import org.sunlit.api.model.AppointmentMark;
import org.sunlit.api.model.CallBack;
import org.sunlit.api.model.CallBackResultDraft;
import org.sunlit.api.model.CallNext;
import org.sunlit.api.model.DeskAppointment;
import org.sunlit.appointment.rules.AppointmentState;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.Coded;
import org.sunlit.platform.EntityVersions;

/** Who comes today, and whom to call afterwards. */
class AppointmentDeskResource implements AppointmentDeskApi {
  private final Desk desk;
  private final CallBacks callBacks;
  private final CurrentActor currentActor;
  private final Clock clock;

  AppointmentDeskResource(Desk desk, CallBacks callBacks, CurrentActor currentActor, Clock clock) {
    this.desk = desk;
    this.callBacks = callBacks;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.APPOINTMENTS_SERVE)
  public Uni<List<DeskAppointment>> listAppointments(String place, LocalDate day) {
    return desk.day(place, day, currentActor.get())
        .map(all -> all.stream().map(this::shown).toList());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.APPOINTMENTS_SERVE)
  public Uni<DeskAppointment> callNext(CallNext wanted) {
    return desk.callNext(wanted.getPlaceCode(), currentActor.get())
        .chain(id -> desk.find(id, currentActor.get()))
        .map(this::shown);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.APPOINTMENTS_SERVE)
  public Uni<AppointmentContact> getAppointmentContact(UUID id) {
    return desk.contact(id, currentActor.get(), currentActor.sessionOrNull()).map(Shapes::contact);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.APPOINTMENTS_SERVE)
  public Uni<DeskAppointment> markAppointment(UUID id, AppointmentMark mark, String ifMatch) {
    return desk.mark(
            id,
            EntityVersions.seen(ifMatch),
            Coded.of(AppointmentState.class, mark.getState().toString()),
            currentActor.get())
        .chain(marked -> desk.find(marked, currentActor.get()))
        .map(this::shown);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.APPOINTMENTS_SERVE)
  public Uni<List<CallBack>> listCallBacks(String place) {
    return callBacks
        .of(place, currentActor.get())
        .map(all -> all.stream().map(Shapes::call).toList());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.APPOINTMENTS_SERVE)
  public Uni<CallBack> recordCallBack(UUID id, CallBackResultDraft draft, String ifMatch) {
    return callBacks
        .record(
            id,
            EntityVersions.seen(ifMatch),
            draft.getResult().toString(),
            draft.getSaid(),
            currentActor.get())
        .map(Shapes::call);
  }

  private DeskAppointment shown(Stored stored) {
    return Shapes.atDesk(stored, clock.instant());
  }
}
