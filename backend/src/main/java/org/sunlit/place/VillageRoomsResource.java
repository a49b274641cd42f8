package org.sunlit.place;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Collectors;
import org.sunlit.api.VillageRoomsApi;
import org.sunlit.api.model.DutyEntry;
import org.sunlit.api.model.DutyEntryDraft;
import org.sunlit.api.model.DutyEntryPage;
import org.sunlit.api.model.RegisterReading;
import org.sunlit.api.model.RoomCheck;
import org.sunlit.api.model.RoomCheckDraft;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.place.rules.RoomItem;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;

/** The standard and the duty register of village rooms. */
class VillageRoomsResource implements VillageRoomsApi {
  private final RoomChecks checks;
  private final DutyRegister register;
  private final CurrentActor currentActor;

  VillageRoomsResource(RoomChecks checks, DutyRegister register, CurrentActor currentActor) {
    this.checks = checks;
    this.register = register;
    this.currentActor = currentActor;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PLACES_READ)
  public Uni<List<RoomCheck>> listRoomChecks(String code) {
    return checks.all(code).map(all -> all.stream().map(Shapes::check).toList());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.ROOMS_INSPECT)
  public Uni<RoomCheck> checkRoom(String code, RoomCheckDraft draft, String idempotencyKey) {
    return checks
        .record(
            code,
            draft.getCheckedOn(),
            draft.getMet().stream()
                .map(item -> Coded.of(RoomItem.class, item.toString()))
                .collect(Collectors.toUnmodifiableSet()),
            currentActor.get(),
            idempotencyKey)
        .chain(checks::find)
        .map(Shapes::check);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.DUTY_REGISTER_READ)
  public Uni<DutyEntryPage> listDutyEntries(String code, Integer limit, String cursor) {
    return register
        .page(code, currentActor.get(), limit, cursor)
        .map(
            page ->
                new DutyEntryPage()
                    .items(page.entries().stream().map(Shapes::entry).toList())
                    .total((int) page.total())
                    .readings(
                        page.readings().stream()
                            .map(
                                reading ->
                                    new RegisterReading()
                                        .at(CityTime.offset(reading.at()))
                                        .byName(reading.byName()))
                            .toList())
                    .nextCursor(page.next()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.DUTY_REGISTER_KEEP)
  public Uni<DutyEntry> addDutyEntry(String code, DutyEntryDraft draft, String idempotencyKey) {
    return register
        .enter(
            code,
            new DutyRegister.Draft(
                draft.getWay().toString(),
                draft.getWho(),
                draft.getTelephone(),
                draft.getMatter(),
                draft.getDone(),
                draft.getCaseNumber()),
            currentActor.get(),
            idempotencyKey)
        .chain(register::find)
        .map(Shapes::entry);
  }
}
