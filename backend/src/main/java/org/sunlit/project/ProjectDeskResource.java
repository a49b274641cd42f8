package org.sunlit.project;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import org.sunlit.api.ProjectDeskApi;
import org.sunlit.api.model.ProjectFile;
import org.sunlit.api.model.ProjectFilePage;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;

/** Projects for the departments that take part. Which are whose is decided by the store. */
@PermissionsAllowed(Permission.Codes.CASES_READ)
class ProjectDeskResource implements ProjectDeskApi {
  private final ProjectReads reads;
  private final CurrentActor actor;

  ProjectDeskResource(ProjectReads reads, CurrentActor actor) {
    this.reads = reads;
    this.actor = actor;
  }

  @Override
  public Uni<ProjectFilePage> listProjects(Boolean lead, Integer limit, String cursor) {
    return reads.page(actor.get(), Boolean.TRUE.equals(lead), limit, cursor);
  }

  @Override
  public Uni<ProjectFile> getProjectFile(String projectCode) {
    return reads.file(projectCode, actor.get());
  }
}
