package org.sunlit.casework;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.sunlit.api.WindowApplicationsApi;
import org.sunlit.api.model.Receipt;
import org.sunlit.api.model.WindowApplication;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;

/** Taking in at the window of a township or village (乡镇收件、村级代办, D2, D3; 跨区域通办, B22). */
class WindowApplicationsResource implements WindowApplicationsApi {
  private final CaseService cases;
  private final CaseBases bases;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  WindowApplicationsResource(
      CaseService cases,
      CaseBases bases,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.cases = cases;
    this.bases = bases;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_ACT)
  public Uni<Receipt> takeIn(WindowApplication wanted, String idempotencyKey) {
    RoutingContext http = currentRequest.getCurrent();
    ApplyCommand command =
        new ApplyCommand(
            wanted.getItemCode(),
            wanted.getRegionCode(),
            ApplicationsResource.details(wanted.getApplicant(), wanted.getNotices()),
            wanted.getSubject(),
            wanted.getMaterials() == null
                ? List.of()
                : wanted.getMaterials().stream()
                    .map(one -> new HandedIn(one.getCode(), one.getUploadId()))
                    .toList(),
            null,
            new Handing(
                wanted.getPlaceCode(),
                wanted.getCollectAt(),
                wanted.getConsent() == null ? null : wanted.getConsent().toString(),
                Boolean.TRUE.equals(wanted.getChecked()),
                Boolean.TRUE.equals(wanted.getCourier())),
            ReuseShapes.takenOver(wanted.getTakenOver()));
    return cases
        .apply(command, currentActor.get(), idempotencyKey)
        .chain(
            applied ->
                bases
                    .of(applied.itemVersionId())
                    .map(basis -> ApplicationsResource.receipt(applied, command, basis)))
        .invoke(
            receipt ->
                http.response()
                    .putHeader(HttpHeaders.LOCATION, "/api/v1/cases/" + receipt.getCaseNumber()));
  }
}
