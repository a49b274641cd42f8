package org.sunlit.waybill;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.sunlit.api.OwnWaybillsApi;
import org.sunlit.api.model.TrackedWaybill;
import org.sunlit.casework.CaseHolders;
import org.sunlit.casework.ClientCases;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Where the paper of one's own case is, signed in. */
class OwnWaybillsResource implements OwnWaybillsApi {
  private final WaybillStore store;
  private final Waybills waybills;
  private final CaseHolders holders;
  private final CurrentActor currentActor;

  OwnWaybillsResource(
      WaybillStore store, Waybills waybills, CaseHolders holders, CurrentActor currentActor) {
    this.store = store;
    this.waybills = waybills;
    this.holders = holders;
    this.currentActor = currentActor;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<List<TrackedWaybill>> listOwnWaybills(String caseNumber) {
    String number = ClientCases.number(caseNumber);
    return holders
        .owns(currentActor.get().accountId(), number)
        .chain(
            own -> {
              if (!own) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
              return store.ofCase(number);
            })
        .map(all -> all.stream().map(one -> WaybillShapes.tracked(one, waybills.today())).toList());
  }
}
