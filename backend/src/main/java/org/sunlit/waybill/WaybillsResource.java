package org.sunlit.waybill;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.WaybillsApi;
import org.sunlit.api.model.CaseWaybill;
import org.sunlit.api.model.WaybillDraft;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.Coded;
import org.sunlit.platform.EntityVersions;
import org.sunlit.waybill.rules.Direction;

/** Paper between halls, for the staff at both ends. */
class WaybillsResource implements WaybillsApi {
  private final Waybills waybills;
  private final CurrentActor currentActor;

  WaybillsResource(Waybills waybills, CurrentActor currentActor) {
    this.waybills = waybills;
    this.currentActor = currentActor;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_READ)
  public Uni<List<CaseWaybill>> listOpenWaybills() {
    return waybills
        .open(currentActor.get())
        .map(all -> all.stream().map(one -> WaybillShapes.staff(one, waybills.today())).toList());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_READ)
  public Uni<List<CaseWaybill>> listCaseWaybills(String caseNumber) {
    return waybills
        .ofCase(caseNumber, currentActor.get())
        .map(all -> all.stream().map(one -> WaybillShapes.staff(one, waybills.today())).toList());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_ACT)
  public Uni<CaseWaybill> sendWaybill(
      String caseNumber, WaybillDraft draft, String idempotencyKey) {
    return waybills
        .send(
            caseNumber,
            new Waybills.Draft(
                Coded.of(Direction.class, draft.getDirection().toString()),
                draft.getCarrier(),
                draft.getNumber(),
                draft.getMaterials() == null ? List.of() : draft.getMaterials(),
                draft.getExpectedOn()),
            currentActor.get(),
            idempotencyKey)
        .chain(id -> shown(caseNumber, id));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_ACT)
  public Uni<CaseWaybill> receiveWaybill(String caseNumber, UUID id, String ifMatch) {
    return waybills
        .receive(caseNumber, id, EntityVersions.seen(ifMatch), currentActor.get())
        .chain(done -> shown(caseNumber, done));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_ACT)
  public Uni<CaseWaybill> missWaybill(String caseNumber, UUID id, String ifMatch) {
    return waybills
        .miss(caseNumber, id, EntityVersions.seen(ifMatch), currentActor.get())
        .chain(done -> shown(caseNumber, done));
  }

  private Uni<CaseWaybill> shown(String caseNumber, UUID id) {
    return waybills
        .found(caseNumber, id, currentActor.get())
        .map(one -> WaybillShapes.staff(one, waybills.today()));
  }
}
