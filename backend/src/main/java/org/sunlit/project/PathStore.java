package org.sunlit.project;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import org.sunlit.administration.EditionStore;
import org.sunlit.project.rules.ProjectPath;

/** Paths in the database, edition by edition. */
@Singleton
class PathStore extends EditionStore<ProjectPath> {
  PathStore(Pool pool) {
    super(pool, "project_path_version", ProjectPath.class);
  }
}
