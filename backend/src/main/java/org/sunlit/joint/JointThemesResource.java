package org.sunlit.joint;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.sunlit.api.JointThemesApi;
import org.sunlit.api.model.JointTheme;
import org.sunlit.api.model.JointThemeSummary;

/** The themes, for everybody. */
@PermitAll
class JointThemesResource implements JointThemesApi {
  private final JointThemes themes;

  JointThemesResource(JointThemes themes) {
    this.themes = themes;
  }

  @Override
  public Uni<List<JointThemeSummary>> listJointThemes() {
    return themes.all().map(all -> all.stream().map(ThemeMapper::summary).toList());
  }

  @Override
  public Uni<JointTheme> getJointTheme(String code) {
    return themes.inForce(code).map(ThemeMapper::theme);
  }
}
