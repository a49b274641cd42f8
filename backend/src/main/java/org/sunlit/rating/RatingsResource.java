package org.sunlit.rating;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.sunlit.api.RatingsApi;
import org.sunlit.api.model.HeldMending;
import org.sunlit.api.model.HeldRating;
import org.sunlit.api.model.RatableCase;
import org.sunlit.api.model.RatingHolder;
import org.sunlit.edge.Address;
import org.sunlit.identity.StaffDevice;

/** Rating with what a case's holder has: its number and a code. */
@PermitAll
class RatingsResource implements RatingsApi {
  private final Raters raters;
  private final Ratings ratings;
  private final Rectifications rectifications;
  private final CurrentVertxRequest currentRequest;
  private final Clock clock;

  RatingsResource(
      Raters raters,
      Ratings ratings,
      Rectifications rectifications,
      CurrentVertxRequest currentRequest,
      Clock clock) {
    this.raters = raters;
    this.ratings = ratings;
    this.rectifications = rectifications;
    this.currentRequest = currentRequest;
    this.clock = clock;
  }

  @Override
  public Uni<RatableCase> openRating(RatingHolder holder) {
    return rater(holder).map(rater -> shown(rater.of()));
  }

  @Override
  public Uni<RatableCase> rateCase(HeldRating rating, String idempotencyKey) {
    RoutingContext http = currentRequest.getCurrent();
    CameFrom from = new CameFrom(Address.of(http.request()), StaffDevice.isOne(http));
    return rater(rating.getHolder())
        .chain(
            rater -> ratings.rate(rater, Shapes.command(rating.getGrades()), from, idempotencyKey))
        .map(this::shown);
  }

  @Override
  public Uni<RatableCase> confirmMended(HeldMending said, String idempotencyKey) {
    return rater(said.getHolder())
        .chain(
            rater ->
                rectifications.confirm(
                    rater,
                    said.getMending().getMended(),
                    said.getMending().getWords(),
                    idempotencyKey))
        .map(this::shown);
  }

  private Uni<Raters.Rater> rater(RatingHolder holder) {
    return raters.withCode(
        Address.of(currentRequest.getCurrent().request()),
        holder.getCaseNumber(),
        holder.getCode());
  }

  private RatableCase shown(RatedCase rated) {
    return Shapes.ofHolder(rated, clock.instant());
  }
}
