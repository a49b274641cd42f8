package org.sunlit.joint;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import org.sunlit.administration.EditionStore;
import org.sunlit.joint.rules.JointTheme;

/** Themes in the database, edition by edition. */
@Singleton
class ThemeStore extends EditionStore<JointTheme> {
  ThemeStore(Pool pool) {
    super(pool, "joint_theme_version", JointTheme.class);
  }
}
