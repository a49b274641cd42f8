package org.sunlit.project;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.sunlit.administration.Edition;
import org.sunlit.administration.EditionAnswers;
import org.sunlit.administration.Editions;
import org.sunlit.api.ProjectPathEditingApi;
import org.sunlit.api.model.EditionPreview;
import org.sunlit.api.model.ProjectPathEdition;
import org.sunlit.api.model.ProjectPathEditionVersionsInner;
import org.sunlit.api.model.ProjectPathForm;
import org.sunlit.api.model.ProjectPathProposal;
import org.sunlit.api.model.PublishedVersion;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.EntityVersions;
import org.sunlit.platform.StoredJson;
import org.sunlit.project.rules.ProjectPath;

/** Keeping the paths: for those who keep the whole city's list. */
@PermissionsAllowed(Permission.Codes.POWER_LIST_EDIT)
class ProjectPathEditingResource implements ProjectPathEditingApi {
  private final ProjectPaths paths;
  private final CurrentActor actor;
  private final CurrentVertxRequest request;

  ProjectPathEditingResource(ProjectPaths paths, CurrentActor actor, CurrentVertxRequest request) {
    this.paths = paths;
    this.actor = actor;
    this.request = request;
  }

  @Override
  public Uni<List<ProjectPathEdition>> listProjectPathEditions() {
    return paths
        .all(actor.get())
        .map(
            all ->
                Editions.byCode(all).entrySet().stream()
                    .map(one -> edition(one.getKey(), one.getValue()))
                    .toList());
  }

  private static ProjectPathEdition edition(String code, List<Edition<ProjectPath>> versions) {
    return new ProjectPathEdition()
        .code(code)
        .versions(
            versions.stream()
                .map(
                    one ->
                        new ProjectPathEditionVersionsInner()
                            .version(one.version())
                            .effectiveFrom(one.effectiveFrom())
                            .publishedAt(CityTime.offset(one.publishedAt()))
                            .publishedBy(one.publishedBy())
                            .path(StoredJson.as(one.definition(), ProjectPathForm.class)))
                .toList());
  }

  @Override
  public Uni<EditionPreview> previewProjectPath(String code, ProjectPathProposal proposal) {
    return paths
        .preview(proposal(code, proposal), actor.get())
        .map(planned -> EditionAnswers.preview(planned, proposal.getEffectiveFrom()));
  }

  private static ProjectPaths.Proposal proposal(String code, ProjectPathProposal proposal) {
    return new ProjectPaths.Proposal(
        code, proposal.getEffectiveFrom(), StoredJson.as(proposal.getPath(), ProjectPath.class));
  }

  @Override
  public Uni<PublishedVersion> publishProjectPath(
      String code, ProjectPathProposal proposal, String ifMatch) {
    HttpServerResponse response = request.getCurrent().response();
    return paths
        .publish(proposal(code, proposal), EntityVersions.seen(ifMatch), actor.get())
        .map(
            version ->
                EditionAnswers.published(response, code, version, proposal.getEffectiveFrom()));
  }
}
