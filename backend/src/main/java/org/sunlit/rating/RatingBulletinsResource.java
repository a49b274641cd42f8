package org.sunlit.rating;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.time.YearMonth;
import java.util.List;
import org.sunlit.api.RatingBulletinsApi;
import org.sunlit.api.model.RatingBulletin;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What is published of ratings. */
@PermitAll
class RatingBulletinsResource implements RatingBulletinsApi {
  private final Bulletins bulletins;

  RatingBulletinsResource(Bulletins bulletins) {
    this.bulletins = bulletins;
  }

  @Override
  public Uni<List<String>> listRatingBulletins() {
    return bulletins.months().map(months -> months.stream().map(YearMonth::toString).toList());
  }

  @Override
  public Uni<RatingBulletin> getRatingBulletin(String month) {
    return found(month).map(Shapes::bulletin);
  }

  @Override
  public Uni<String> getRatingBulletinCsv(String month) {
    return found(month).map(BulletinCsv::of);
  }

  private Uni<Bulletins.Bulletin> found(String month) {
    return bulletins
        .find(YearMonth.parse(month))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }
}
