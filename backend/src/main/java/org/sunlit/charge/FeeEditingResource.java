package org.sunlit.charge;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.sunlit.administration.Edition;
import org.sunlit.administration.EditionAnswers;
import org.sunlit.administration.Editions;
import org.sunlit.api.FeeEditingApi;
import org.sunlit.api.model.EditionPreview;
import org.sunlit.api.model.FeeEdition;
import org.sunlit.api.model.FeeEditionVersionsInner;
import org.sunlit.api.model.FeeForm;
import org.sunlit.api.model.FeeProposal;
import org.sunlit.api.model.PublishedVersion;
import org.sunlit.charge.rules.FeeStandard;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.EntityVersions;
import org.sunlit.platform.StoredJson;

/** Keeping the fee standards. */
@PermissionsAllowed(Permission.Codes.POWER_LIST_EDIT)
class FeeEditingResource implements FeeEditingApi {
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
  public Uni<List<FeeEdition>> listFeeEditions() {
    return catalogue
        .all(currentActor.get())
        .map(
            all ->
                Editions.byCode(all).entrySet().stream()
                    .map(one -> edition(one.getKey(), one.getValue()))
                    .toList());
  }

  private static FeeEdition edition(String code, List<Edition<FeeStandard>> versions) {
    return new FeeEdition()
        .code(code)
        .versions(
            versions.stream()
                .map(
                    one ->
                        new FeeEditionVersionsInner()
                            .version(one.version())
                            .effectiveFrom(one.effectiveFrom())
                            .publishedAt(CityTime.offset(one.publishedAt()))
                            .publishedBy(one.publishedBy())
                            .fee(StoredJson.as(one.definition(), FeeForm.class)))
                .toList());
  }

  @Override
  public Uni<EditionPreview> previewFee(String feeCode, FeeProposal proposal) {
    return catalogue
        .preview(draft(feeCode, proposal), currentActor.get())
        .map(planned -> EditionAnswers.preview(planned, proposal.getEffectiveFrom()));
  }

  private static FeeDraft draft(String feeCode, FeeProposal proposal) {
    return new FeeDraft(
        feeCode, proposal.getEffectiveFrom(), StoredJson.as(proposal.getFee(), FeeStandard.class));
  }

  @Override
  public Uni<PublishedVersion> publishFee(String feeCode, FeeProposal proposal, String ifMatch) {
    HttpServerResponse response = request.getCurrent().response();
    return catalogue
        .publish(draft(feeCode, proposal), EntityVersions.seen(ifMatch), currentActor.get())
        .map(
            version ->
                EditionAnswers.published(response, feeCode, version, proposal.getEffectiveFrom()));
  }
}
