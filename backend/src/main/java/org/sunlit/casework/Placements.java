package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Reach;
import org.sunlit.place.Delegations;
import org.sunlit.place.rules.PlaceKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Regions;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Finds out where a case can be taken in and collected, by what departments have delegated. */
@ApplicationScoped
class Placements {
  private final Delegations delegations;

  Placements(Delegations delegations) {
    this.delegations = delegations;
  }

  /**
   * The places of an application; null for the usual ones.
   *
   * @return fails with a {@link Problem}: 404 for a place that isn't the clerk's, 422 for one where
   *     the item can't be handed in or collected, or without the consent that filing for somebody
   *     needs
   */
  Uni<Placement> of(ApplyCommand command, Actor actor, Instant now) {
    Handing handing = command.handing();
    if (handing == null) {
      return Uni.createFrom().nullItem();
    }
    LocalDate today = now.atZone(CityTime.ZONE).toLocalDate();
    return takenIn(command, actor, today)
        .chain(
            takenIn ->
                collect(command, today)
                    .map(
                        collect ->
                            new Placement(
                                takenIn.orElse(null),
                                collect.orElse(null),
                                handing.consent() == null
                                    ? null
                                    : new Placement.Consent(
                                        handing.consent(),
                                        now,
                                        actor.accountId(),
                                        actor.displayName(),
                                        actor.displayNameEn()))));
  }

  private Uni<Optional<Placement.Counter>> takenIn(
      ApplyCommand command, Actor actor, LocalDate today) {
    Handing handing = command.handing();
    if (handing.takenInAt() == null) {
      return Uni.createFrom().item(Optional.empty());
    }
    return delegations
        .counter(command.itemCode(), handing.takenInAt(), today)
        .map(
            found ->
                found
                    .filter(place -> isTheirs(place, actor))
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .invoke(
            place -> {
              if (!place.handIn()) {
                throw Problem.of(ProblemType.UNPROCESSABLE)
                    .at("/itemCode", "place.not-handed-in-here");
              }
              if (place.kind() == PlaceKind.VILLAGE_ROOM && handing.consent() == null) {
                throw Problem.of(ProblemType.UNPROCESSABLE).at("/consent", "place.consent-needed");
              }
            })
        .map(place -> Optional.of(counter(place, place.accepts() && !place.own())));
  }

  private Uni<Optional<Placement.Counter>> collect(ApplyCommand command, LocalDate today) {
    Handing handing = command.handing();
    if (handing.collectAt() == null) {
      return Uni.createFrom().item(Optional.empty());
    }
    return delegations
        .counter(command.itemCode(), handing.collectAt(), today)
        .map(
            found ->
                found
                    .filter(Delegations.Counter::issues)
                    .orElseThrow(
                        () ->
                            Problem.of(ProblemType.UNPROCESSABLE)
                                .at("/collectAt", "place.not-collected-there")))
        .map(place -> Optional.of(counter(place, true)));
  }

  /** Whether they work there: in the place itself, or in the township above a village. */
  private static boolean isTheirs(Delegations.Counter place, Actor actor) {
    return actor.heldPosts().stream()
        .filter(post -> Reach.LOCAL_POSTS.contains(post.code()) && post.regionCode() != null)
        .anyMatch(post -> Regions.within(place.regionCode(), post.regionCode()));
  }

  private static Placement.Counter counter(Delegations.Counter place, boolean acts) {
    return new Placement.Counter(
        place.code(),
        place.kind().code(),
        place.regionCode(),
        place.name(),
        place.nameEn(),
        acts,
        place.letter());
  }
}
