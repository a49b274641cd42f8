package org.sunlit.rating;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Set;
import org.sunlit.api.OwnRatingsApi;
import org.sunlit.api.model.Grades;
import org.sunlit.api.model.Mending;
import org.sunlit.api.model.RatableCase;
import org.sunlit.edge.Address;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffDevice;

/** Rating one's own cases, signed in. */
class OwnRatingsResource implements OwnRatingsApi {
  private static final Set<Role> APPLICANTS = Set.of(Role.CITIZEN, Role.ENTERPRISE);

  private final Raters raters;
  private final Ratings ratings;
  private final Rectifications rectifications;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;
  private final Clock clock;

  OwnRatingsResource(
      Raters raters,
      Ratings ratings,
      Rectifications rectifications,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest,
      Clock clock) {
    this.raters = raters;
    this.ratings = ratings;
    this.rectifications = rectifications;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
    this.clock = clock;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<RatableCase> getOwnRating(String caseNumber) {
    return raters
        .withAccount(currentActor.get().accountId(), caseNumber)
        .map(rater -> shown(rater.of()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<RatableCase> rateOwnCase(String caseNumber, Grades grades, String idempotencyKey) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    boolean staff = StaffDevice.isOne(http) || !APPLICANTS.containsAll(actor.roles());
    CameFrom from = new CameFrom(Address.of(http.request()), staff);
    return raters
        .withAccount(actor.accountId(), caseNumber)
        .chain(rater -> ratings.rate(rater, Shapes.command(grades), from, idempotencyKey))
        .map(this::shown);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<RatableCase> confirmOwnMended(
      String caseNumber, Mending mending, String idempotencyKey) {
    return raters
        .withAccount(currentActor.get().accountId(), caseNumber)
        .chain(
            rater ->
                rectifications.confirm(
                    rater, mending.getMended(), mending.getWords(), idempotencyKey))
        .map(this::shown);
  }

  private RatableCase shown(RatedCase rated) {
    return Shapes.ofHolder(rated, clock.instant());
  }
}
