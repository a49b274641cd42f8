package org.sunlit.appointment;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.AppointmentSchedulesApi;
import org.sunlit.api.model.AppointmentWay;
import org.sunlit.api.model.ScheduleDraft;
import org.sunlit.api.model.ScheduleEnding;
import org.sunlit.api.model.ScheduleReference;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;

/** What can be booked, for those who keep places. */
class AppointmentSchedulesResource implements AppointmentSchedulesApi {
  private final Schedules schedules;
  private final CurrentActor currentActor;

  AppointmentSchedulesResource(Schedules schedules, CurrentActor currentActor) {
    this.schedules = schedules;
    this.currentActor = currentActor;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PLACES_MANAGE)
  public Uni<ScheduleReference> recordSchedule(ScheduleDraft draft) {
    return schedules
        .record(
            new Schedules.Draft(
                draft.getPlaceCode(),
                AppointmentsResource.blankless(draft.getDepartmentCode()),
                draft.getName(),
                AppointmentsResource.blankless(draft.getNameEn()),
                draft.getWay() == AppointmentWay.ON_SITE,
                draft.getGroups() == null
                    ? List.of()
                    : draft.getGroups().stream()
                        .map(
                            group ->
                                new Schedules.Group(
                                    group.getCode(), group.getName(), group.getNameEn()))
                        .toList(),
                draft.getSlotMinutes(),
                draft.getCapacity(),
                draft.getDaysAhead(),
                draft.getFrom(),
                draft.getUntil()),
            currentActor.get())
        .map(id -> new ScheduleReference().id(id));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PLACES_MANAGE)
  public Uni<Void> endSchedule(UUID id, ScheduleEnding ending) {
    return schedules.end(id, ending.getLastDay(), currentActor.get());
  }
}
