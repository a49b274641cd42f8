package org.sunlit.joint;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.sunlit.administration.Edition;
import org.sunlit.administration.EditionAnswers;
import org.sunlit.administration.Editions;
import org.sunlit.api.JointThemeEditingApi;
import org.sunlit.api.model.EditionPreview;
import org.sunlit.api.model.JointThemeEdition;
import org.sunlit.api.model.JointThemeEditionVersionsInner;
import org.sunlit.api.model.JointThemeForm;
import org.sunlit.api.model.JointThemeProposal;
import org.sunlit.api.model.PublishedVersion;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.EntityVersions;
import org.sunlit.platform.StoredJson;

/** Keeping the themes: for those who keep the whole city's list. */
@PermissionsAllowed(Permission.Codes.POWER_LIST_EDIT)
class JointThemeEditingResource implements JointThemeEditingApi {
  private final ThemeEditing editing;
  private final CurrentActor actor;
  private final CurrentVertxRequest request;

  JointThemeEditingResource(ThemeEditing editing, CurrentActor actor, CurrentVertxRequest request) {
    this.editing = editing;
    this.actor = actor;
    this.request = request;
  }

  @Override
  public Uni<List<JointThemeEdition>> listJointThemeEditions() {
    return editing
        .all(actor.get())
        .map(
            all ->
                Editions.byCode(all).entrySet().stream()
                    .map(
                        one ->
                            new JointThemeEdition()
                                .code(one.getKey())
                                .versions(
                                    one.getValue().stream()
                                        .map(JointThemeEditingResource::version)
                                        .toList()))
                    .toList());
  }

  private static JointThemeEditionVersionsInner version(Edition<JointTheme> one) {
    return new JointThemeEditionVersionsInner()
        .version(one.version())
        .effectiveFrom(one.effectiveFrom())
        .publishedAt(CityTime.offset(one.publishedAt()))
        .publishedBy(one.publishedBy())
        .theme(StoredJson.as(one.definition(), JointThemeForm.class));
  }

  @Override
  public Uni<EditionPreview> previewJointTheme(String code, JointThemeProposal proposal) {
    return editing
        .preview(proposal(code, proposal), actor.get())
        .map(planned -> EditionAnswers.preview(planned, proposal.getEffectiveFrom()));
  }

  @Override
  public Uni<PublishedVersion> publishJointTheme(
      String code, JointThemeProposal proposal, String ifMatch) {
    HttpServerResponse response = request.getCurrent().response();
    int seen = EntityVersions.seen(ifMatch);
    return editing
        .publish(proposal(code, proposal), seen, actor.get())
        .map(
            version ->
                EditionAnswers.published(response, code, version, proposal.getEffectiveFrom()));
  }

  private static ThemeEditing.Proposal proposal(String code, JointThemeProposal proposal) {
    return new ThemeEditing.Proposal(
        code, proposal.getEffectiveFrom(), StoredJson.as(proposal.getTheme(), JointTheme.class));
  }
}
