package org.sunlit.clue;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import org.sunlit.api.CluesApi;
import org.sunlit.api.model.ClueFigures;
import org.sunlit.api.model.CluePublicationKind;
import org.sunlit.api.model.CluePublicationPage;
import org.sunlit.platform.TimeCursor;

/** What everybody may read of clues. */
@PermitAll
class CluesResource implements CluesApi {
  private final PublicClues publicClues;

  CluesResource(PublicClues publicClues) {
    this.publicClues = publicClues;
  }

  @Override
  public Uni<CluePublicationPage> listCluePublications(
      CluePublicationKind kind, Integer limit, String cursor) {
    return publicClues.newest(
        kind == null ? null : kind.toString(), TimeCursor.read(cursor), limit);
  }

  @Override
  public Uni<ClueFigures> getClueFigures(Integer year) {
    return publicClues.figures(year);
  }
}
