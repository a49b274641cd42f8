package org.sunlit.project;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.sunlit.api.ProjectPathsApi;
import org.sunlit.api.model.ProjectPath;

/** The phases projects go through, for everybody. */
@PermitAll
class ProjectPathsResource implements ProjectPathsApi {
  private final ProjectReads reads;

  ProjectPathsResource(ProjectReads reads) {
    this.reads = reads;
  }

  @Override
  public Uni<List<ProjectPath>> listProjectPaths() {
    return reads.paths();
  }
}
