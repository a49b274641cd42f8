package org.sunlit.project;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import org.sunlit.api.ProjectsApi;
import org.sunlit.api.model.Project;
import org.sunlit.api.model.ProjectReceipt;
import org.sunlit.api.model.ProjectRegistration;

/** Registering a project, and what everybody may see of one. */
@PermitAll
class ProjectsResource implements ProjectsApi {
  private final Projects projects;
  private final ProjectReads reads;
  private final HttpServerRequest request;

  ProjectsResource(Projects projects, ProjectReads reads, HttpServerRequest request) {
    this.projects = projects;
    this.reads = reads;
    this.request = request;
  }

  @Override
  public Uni<ProjectReceipt> registerProject(
      ProjectRegistration registration, String idempotencyKey) {
    return projects
        .register(ProjectForms.registration(registration), idempotencyKey)
        .map(ProjectForms::receipt)
        .invoke(
            receipt ->
                request
                    .response()
                    .putHeader(
                        HttpHeaders.LOCATION, "/api/v1/projects/" + receipt.getProjectCode()));
  }

  @Override
  public Uni<Project> getProject(String projectCode) {
    return reads.open(projectCode);
  }
}
