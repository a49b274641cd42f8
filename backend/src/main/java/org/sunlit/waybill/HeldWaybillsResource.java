package org.sunlit.waybill;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.sunlit.api.HeldWaybillsApi;
import org.sunlit.api.model.TrackedWaybill;
import org.sunlit.api.model.TrackingRequest;
import org.sunlit.casework.CaseHolders;
import org.sunlit.edge.Address;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Where the paper of a case is, for whoever holds its number and code. */
class HeldWaybillsResource implements HeldWaybillsApi {
  private final WaybillStore store;
  private final Waybills waybills;
  private final CaseHolders holders;
  private final HttpServerRequest request;

  HeldWaybillsResource(
      WaybillStore store, Waybills waybills, CaseHolders holders, HttpServerRequest request) {
    this.store = store;
    this.waybills = waybills;
    this.holders = holders;
    this.request = request;
  }

  @Override
  @PermitAll
  public Uni<List<TrackedWaybill>> trackWaybills(TrackingRequest holder) {
    return holders
        .holds(Address.of(request), holder.getCaseNumber(), holder.getTrackingCode())
        .chain(
            held -> {
              if (!held) {
                throw Problem.of(ProblemType.NOT_FOUND).detail("tracking.not-found");
              }
              return store.ofCase(holders.number(holder.getCaseNumber()).orElseThrow());
            })
        .map(all -> all.stream().map(one -> WaybillShapes.tracked(one, waybills.today())).toList());
  }
}
