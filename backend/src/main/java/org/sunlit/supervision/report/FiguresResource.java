package org.sunlit.supervision.report;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import org.sunlit.api.SupervisionFiguresApi;
import org.sunlit.api.model.SupervisionFigures;

/** What everybody may know of supervision. */
@PermitAll
class FiguresResource implements SupervisionFiguresApi {
  private final PublicFigures figures;

  FiguresResource(PublicFigures figures) {
    this.figures = figures;
  }

  @Override
  public Uni<SupervisionFigures> getSupervisionFigures() {
    return figures.now();
  }
}
