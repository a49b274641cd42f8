package org.sunlit.rating;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.RatingTerminalsApi;
import org.sunlit.api.model.NewRatingTerminal;
import org.sunlit.api.model.RatingTerminal;
import org.sunlit.api.model.RatingTerminalView;
import org.sunlit.api.model.TerminalRating;
import org.sunlit.edge.Address;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.identity.StaffDevice;

/** Devices in the halls: what they show, rating at one, setting them up. */
class RatingTerminalsResource implements RatingTerminalsApi {
  private final Terminals terminals;
  private final Raters raters;
  private final Ratings ratings;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  RatingTerminalsResource(
      Terminals terminals,
      Raters raters,
      Ratings ratings,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.terminals = terminals;
    this.raters = raters;
    this.ratings = ratings;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermitAll
  public Uni<RatingTerminalView> openRatingTerminal(UUID terminalId) {
    return terminals
        .open(terminalId)
        .chain(
            terminal ->
                terminals
                    .cases(terminal)
                    .map(
                        cases ->
                            new RatingTerminalView()
                                .place(terminal.place())
                                .placeEn(terminal.placeEn())
                                .cases(cases.stream().map(Shapes::shown).toList())));
  }

  @Override
  @PermitAll
  public Uni<Void> rateAtTerminal(UUID terminalId, TerminalRating rating, String idempotencyKey) {
    RoutingContext http = currentRequest.getCurrent();
    CameFrom from = new CameFrom(Address.of(http.request()), StaffDevice.isOne(http));
    return raters
        .atTerminal(from.address(), terminalId, rating.getCaseNumber(), rating.getPhoneEnding())
        .chain(
            rater -> ratings.rate(rater, Shapes.command(rating.getGrades()), from, idempotencyKey))
        .replaceWithVoid();
  }

  @Override
  @PermissionsAllowed(Permission.Codes.RATINGS_SUPERVISE)
  public Uni<List<RatingTerminal>> listRatingTerminals() {
    return terminals.all().map(all -> all.stream().map(Shapes::terminal).toList());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.RATINGS_SUPERVISE)
  public Uni<RatingTerminal> addRatingTerminal(NewRatingTerminal wanted, String idempotencyKey) {
    return terminals
        .add(
            new Terminals.Wanted(
                wanted.getPlace(),
                blankless(wanted.getPlaceEn()),
                blankless(wanted.getDepartmentCode()),
                blankless(wanted.getRegionCode())),
            currentActor.get(),
            idempotencyKey)
        .chain(terminals::open)
        .map(Shapes::terminal);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.RATINGS_SUPERVISE)
  public Uni<Void> closeRatingTerminal(UUID terminalId) {
    return terminals.close(terminalId);
  }

  private static String blankless(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
