package org.sunlit.charge;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.sunlit.api.FeeEditingApi;
import org.sunlit.api.model.FeeProposal;
import org.sunlit.api.model.PublishedVersion;
import org.sunlit.charge.rules.FeeStandard;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.EntityVersions;
import org.sunlit.platform.StoredJson;

/** Keeping the fee standards. */
@PermissionsAllowed(Permission.Codes.POWER_LIST_EDIT)
class FeeEditingResource implements FeeEditingApi {
  private static final int CREATED = 201;

  private final FeeCatalogue catalogue;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest request;

  FeeEditingResource(
      FeeCatalogue catalogue, CurrentActor currentActor, CurrentVertxRequest request) {
    this.catalogue = catalogue;
    this.currentActor = currentActor;
    this.request = request;
  }

  @Override
  public Uni<PublishedVersion> publishFee(String feeCode, FeeProposal proposal, String ifMatch) {
    RoutingContext http = request.getCurrent();
    FeeDraft draft =
        new FeeDraft(
            feeCode,
            proposal.getEffectiveFrom(),
            StoredJson.as(proposal.getFee(), FeeStandard.class));
    return catalogue
        .publish(draft, EntityVersions.seen(ifMatch), currentActor.get())
        .map(
            version -> {
              http.response()
                  .putHeader(HttpHeaders.ETAG, EntityVersions.tag(version))
                  .setStatusCode(CREATED);
              return new PublishedVersion()
                  .code(feeCode)
                  .version(version)
                  .effectiveFrom(proposal.getEffectiveFrom());
            });
  }
}
