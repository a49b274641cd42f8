package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import org.sunlit.api.CouncilApi;
import org.sunlit.api.model.Council;
import org.sunlit.api.model.CouncilAnswerPage;
import org.sunlit.platform.TimeCursor;

/** What is public of members and what they were answered. */
@PermitAll
class CouncilResource implements CouncilApi {
  private final PublicCouncil council;

  CouncilResource(PublicCouncil council) {
    this.council = council;
  }

  @Override
  public Uni<Council> getCouncil(Integer year) {
    return council.of(year);
  }

  @Override
  public Uni<CouncilAnswerPage> listCouncilAnswers(
      String department, Integer limit, String cursor) {
    return council.newest(department, TimeCursor.read(cursor), limit);
  }
}
