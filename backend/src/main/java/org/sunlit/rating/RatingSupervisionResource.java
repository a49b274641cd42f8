package org.sunlit.rating;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.RatingSupervisionApi;
import org.sunlit.api.model.RatingFigures;
import org.sunlit.api.model.RatingFile;
import org.sunlit.api.model.RatingPage;
import org.sunlit.api.model.RatingReview;
import org.sunlit.api.model.Satisfaction;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.EntityVersions;
import org.sunlit.platform.TimeCursor;
import org.sunlit.rating.rules.DepartmentTally;

/** Ratings on the supervisors' side: nobody else reads one. */
class RatingSupervisionResource implements RatingSupervisionApi {
  private final RatingReads reads;
  private final RatingReviews reviews;
  private final Figures figures;
  private final CurrentActor currentActor;
  private final Clock clock;

  RatingSupervisionResource(
      RatingReads reads,
      RatingReviews reviews,
      Figures figures,
      CurrentActor currentActor,
      Clock clock) {
    this.reads = reads;
    this.reviews = reviews;
    this.figures = figures;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.RATINGS_SUPERVISE)
  public Uni<RatingPage> listRatings(
      String month,
      String department,
      Satisfaction overall,
      Boolean suspect,
      Integer limit,
      String cursor) {
    Figures.Month span = month == null ? null : new Figures.Month(YearMonth.parse(month));
    var asked =
        new RatingReads.Asked(
            span == null ? null : span.from(),
            span == null ? null : span.to(),
            department == null || department.isBlank() ? null : department,
            overall == null ? null : overall.toString(),
            Boolean.TRUE.equals(suspect));
    return reads
        .page(asked, TimeCursor.read(cursor), limit + 1)
        .chain(found -> reads.total(asked).map(total -> page(found, total, limit)));
  }

  private static RatingPage page(List<RatingReads.Listed> found, int total, int limit) {
    return new RatingPage()
        .items(found.stream().limit(limit).map(Shapes::listed).toList())
        .total(total)
        .nextCursor(
            TimeCursor.next(found, limit, last -> new TimeCursor(last.ratedAt(), last.id())));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.RATINGS_SUPERVISE)
  public Uni<RatingFile> getRating(UUID ratingId) {
    return reviews
        .open(ratingId, currentActor.get(), currentActor.sessionOrNull())
        .map(Shapes::whole);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.RATINGS_SUPERVISE)
  public Uni<RatingFile> reviewRating(UUID ratingId, RatingReview review, String ifMatch) {
    return reviews
        .review(
            ratingId,
            EntityVersions.seen(ifMatch),
            review.getCounted(),
            review.getWhy().strip(),
            currentActor.get())
        .map(Shapes::whole);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.RATINGS_SUPERVISE)
  public Uni<RatingFigures> getRatingFigures(String month) {
    YearMonth asked =
        month == null
            ? YearMonth.from(clock.instant().atZone(CityTime.ZONE))
            : YearMonth.parse(month);
    Figures.Month span = new Figures.Month(asked);
    return figures
        .byDepartment(span)
        .chain(
            departments ->
                figures
                    .byPerson(span)
                    .chain(
                        people ->
                            figures
                                .doubtful(span)
                                .map(doubtful -> shown(asked, departments, people, doubtful))));
  }

  private static RatingFigures shown(
      YearMonth month,
      List<DepartmentTally> departments,
      List<Figures.OfPerson> people,
      Figures.Doubtful doubtful) {
    return new RatingFigures()
        .month(month.toString())
        .casesEnded(departments.stream().mapToInt(DepartmentTally::casesEnded).sum())
        .ratings(departments.stream().mapToInt(tally -> tally.overall().ratings()).sum())
        .setAside(doubtful.aside())
        .suspect(doubtful.suspect())
        .departments(Shapes.departments(departments))
        .people(people.stream().map(Shapes::person).toList());
  }
}
