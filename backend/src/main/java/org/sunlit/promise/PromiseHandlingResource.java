package org.sunlit.promise;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.sunlit.api.PromiseHandlingApi;
import org.sunlit.api.model.CasePromise;
import org.sunlit.api.model.PromiseAction;
import org.sunlit.api.model.PromiseCommand;
import org.sunlit.api.model.PromisePage;
import org.sunlit.api.model.PromiseShow;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.EntityVersions;

/** Promises as their department keeps after them. */
class PromiseHandlingResource implements PromiseHandlingApi {
  private final PromiseHandling handling;
  private final PromiseList list;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  PromiseHandlingResource(
      PromiseHandling handling,
      PromiseList list,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.handling = handling;
    this.list = list;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_READ)
  public Uni<PromisePage> listPromises(PromiseShow show, Integer limit, String cursor) {
    return list.page(show == null ? null : show.toString(), limit, cursor, currentActor.get());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_READ)
  public Uni<CasePromise> getCasePromise(String caseNumber) {
    RoutingContext http = currentRequest.getCurrent();
    return handling
        .show(caseNumber, currentActor.get())
        .map(found -> found.orElse(null))
        .invoke(promise -> tag(http, promise));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_ACT)
  public Uni<CasePromise> actOnPromise(
      String caseNumber,
      PromiseAction promiseAction,
      PromiseCommand command,
      String idempotencyKey,
      String ifMatch) {
    RoutingContext http = currentRequest.getCurrent();
    PromiseHandling.Wanted wanted =
        new PromiseHandling.Wanted(
            PromiseHandling.Action.of(promiseAction.toString()),
            command.getPiece(),
            command.getApprove(),
            command.getReason());
    return handling
        .act(caseNumber, EntityVersions.seen(ifMatch), wanted, currentActor.get(), idempotencyKey)
        .invoke(promise -> tag(http, promise));
  }

  private static void tag(RoutingContext http, CasePromise promise) {
    if (promise != null) {
      http.response().putHeader("ETag", EntityVersions.tag(promise.getVersion()));
    }
  }
}
