package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Reach;
import org.sunlit.place.CrossRegionItems;
import org.sunlit.place.Delegations;
import org.sunlit.place.rules.CrossRegion;
import org.sunlit.place.rules.PlaceKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Regions;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Finds out where a case can be taken in and collected: by what departments have delegated, and by
 * what the centres of all regions take in for one another.
 */
@ApplicationScoped
class Placements {
  private final Delegations delegations;
  private final CrossRegionItems anywhere;

  Placements(Delegations delegations, CrossRegionItems anywhere) {
    this.delegations = delegations;
    this.anywhere = anywhere;
  }

  /**
   * Where it is taken in.
   *
   * @param permission by which it is taken in for another region; null where it is as usual
   * @param home the region that decides then; null where it is as usual
   */
  private record Taken(
      Delegations.Counter place,
      CrossRegionItems.Permission permission,
      CrossRegionItems.Home home) {
    boolean elsewhere() {
      return permission != null;
    }
  }

  /**
   * The places of an application; null for the usual ones.
   *
   * @return fails with a {@link Problem}: 404 for a place that isn't the clerk's, 422 for one where
   *     the item can't be handed in or collected, or without the consent that filing for somebody
   *     needs, or without the check that taking in for another region needs
   */
  Uni<Placement> of(ApplyCommand command, Actor actor, Instant now) {
    if (command.handing() == null) {
      return Uni.createFrom().nullItem();
    }
    LocalDate today = now.atZone(CityTime.ZONE).toLocalDate();
    return takenIn(command, actor, today)
        .chain(
            taken ->
                collect(command, taken, today)
                    .map(collect -> placed(command, taken, collect, actor, now)));
  }

  /**
   * Makes sure that this clerk can take this item in at this place, before they are told what the
   * city has of who wants it.
   *
   * @param consent how whoever it is for has agreed; null when they came themselves
   * @return fails with a {@link Problem}: 404 for a place that isn't the clerk's, 422 where the
   *     item can't be handed in or the consent is missing
   */
  Uni<Void> check(String itemCode, String placeCode, String consent, Actor actor, Instant now) {
    LocalDate today = now.atZone(CityTime.ZONE).toLocalDate();
    return delegations
        .counter(itemCode, placeCode, today)
        .map(
            found ->
                found
                    .filter(place -> isTheirs(place, actor))
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(
            place -> {
              if (place.kind() == PlaceKind.VILLAGE_ROOM && consent == null) {
                throw wrong("/consent", "place.consent-needed");
              }
              return place.handIn()
                  ? Uni.createFrom().voidItem()
                  : anywhere
                      .inForce(itemCode, today)
                      .map(
                          permission ->
                              permission.orElseThrow(
                                  () -> wrong("/itemCode", "place.not-handed-in-here")))
                      .replaceWithVoid();
            });
  }

  private static Placement placed(
      ApplyCommand command,
      Optional<Taken> taken,
      Optional<Placement.Counter> collect,
      Actor actor,
      Instant now) {
    String consent = command.handing().consent();
    return new Placement(
        taken.map(Placements::counter).orElse(null),
        collect.orElse(null),
        consent == null
            ? null
            : new Placement.Consent(
                consent, now, actor.accountId(), actor.displayName(), actor.displayNameEn()),
        taken
            .filter(Taken::elsewhere)
            .map(one -> between(one, command.handing().courier(), actor, now))
            .orElse(null));
  }

  private static Placement.CrossRegion between(
      Taken taken, boolean courier, Actor actor, Instant now) {
    return new Placement.CrossRegion(
        taken.permission().id(),
        taken.permission().basis(),
        taken.home().code(),
        taken.home().name(),
        taken.home().nameEn(),
        now,
        actor.displayName(),
        actor.displayNameEn(),
        courier);
  }

  private Uni<Optional<Taken>> takenIn(ApplyCommand command, Actor actor, LocalDate today) {
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
        .chain(
            place ->
                forAnother(place, command.regionCode())
                    ? elsewhere(command, place, today)
                    : asUsual(command, place, today))
        .map(Optional::of);
  }

  /** Whether it would be taken in for a region that no letter of a department entrusts it for. */
  private static boolean forAnother(Delegations.Counter place, String region) {
    if (place.kind() == PlaceKind.CITY_HALL) {
      return region != null && CrossRegion.betweenHalls(place.regionCode(), region);
    }
    boolean entrusted = place.handIn() && !place.own();
    return place.kind() == PlaceKind.TOWNSHIP_CENTRE
        && region != null
        && !entrusted
        && CrossRegion.between(place.regionCode(), region);
  }

  private Uni<Taken> elsewhere(ApplyCommand command, Delegations.Counter place, LocalDate today) {
    return anywhere
        .inForce(command.itemCode(), today)
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        place.own()
                            ? wrong("/regionCode", "place.not-anywhere")
                            : wrong("/itemCode", "place.not-handed-in-here")))
        .invoke(() -> checkHanding(command))
        .chain(
            permission ->
                anywhere
                    .home(command.regionCode())
                    .map(home -> home.orElseThrow(Applications::regionProblem))
                    .map(home -> new Taken(place, permission, home)));
  }

  private Uni<Taken> asUsual(ApplyCommand command, Delegations.Counter place, LocalDate today) {
    if (command.handing().courier()) {
      throw wrong("/courier", "place.courier-elsewhere-only");
    }
    if (place.kind() == PlaceKind.VILLAGE_ROOM && command.handing().consent() == null) {
      throw wrong("/consent", "place.consent-needed");
    }
    return place.handIn()
        ? Uni.createFrom().item(new Taken(place, null, null))
        : anywhere
            .inForce(command.itemCode(), today)
            .map(
                found -> {
                  throw found.isPresent() && place.kind() != PlaceKind.VILLAGE_ROOM
                      ? wrong("/regionCode", "place.home-needed")
                      : wrong("/itemCode", "place.not-handed-in-here");
                });
  }

  /** What taking in for another region needs (形式审查、身份核验): everything wrong at once. */
  private static void checkHanding(ApplyCommand command) {
    Handing handing = command.handing();
    List<FieldProblem> errors = new ArrayList<>();
    if (!handing.checked()) {
      errors.add(new FieldProblem("/checked", "place.check-needed", List.of()));
    }
    if (handing.courier() && handing.collectAt() != null) {
      errors.add(new FieldProblem("/courier", "place.courier-or-collect", List.of()));
    }
    String address = command.applicant().address();
    if (handing.courier() && (address == null || address.isBlank())) {
      errors.add(new FieldProblem("/applicant/address", "place.courier-address", List.of()));
    }
    if (!errors.isEmpty()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).with(errors);
    }
  }

  private Uni<Optional<Placement.Counter>> collect(
      ApplyCommand command, Optional<Taken> taken, LocalDate today) {
    String wanted = command.handing().collectAt();
    if (wanted == null) {
      return Uni.createFrom().item(Optional.empty());
    }
    Optional<Taken> here =
        taken.filter(one -> one.elsewhere() && one.place().code().equals(wanted));
    if (here.isPresent()) {
      if (!here.get().permission().collects()) {
        throw wrong("/collectAt", "place.not-collected-there");
      }
      // A centre hands over; there is no letter, for nothing is decided or issued there. At a hall
      // the department's own people do, once the paper has come (ADR 118).
      boolean handsOver = here.get().place().kind() != PlaceKind.CITY_HALL;
      return Uni.createFrom().item(Optional.of(counter(here.get().place(), handsOver, null)));
    }
    return delegations
        .counter(command.itemCode(), wanted, today)
        .map(
            found ->
                found
                    .filter(Delegations.Counter::issues)
                    .orElseThrow(() -> wrong("/collectAt", "place.not-collected-there")))
        .map(place -> Optional.of(counter(place, true, place.letter())));
  }

  private static Problem wrong(String pointer, String key) {
    return Problem.of(ProblemType.UNPROCESSABLE).at(pointer, key);
  }

  /**
   * Whether they work there: at the hall's general window, in the place itself, or in the township
   * above a village.
   */
  private static boolean isTheirs(Delegations.Counter place, Actor actor) {
    if (place.kind() == PlaceKind.CITY_HALL) {
      return actor.heldPosts().stream()
          .filter(post -> post.code().equals(Reach.HALL_POST))
          .anyMatch(post -> place.regionCode().equals(post.regionCode()));
    }
    return actor.heldPosts().stream()
        .filter(post -> Reach.LOCAL_POSTS.contains(post.code()) && post.regionCode() != null)
        .anyMatch(post -> Regions.within(place.regionCode(), post.regionCode()));
  }

  private static Placement.Counter counter(Taken taken) {
    Delegations.Counter place = taken.place();
    return taken.elsewhere()
        ? counter(place, false, null)
        : counter(place, place.accepts() && !place.own(), place.letter());
  }

  private static Placement.Counter counter(Delegations.Counter place, boolean acts, String letter) {
    return new Placement.Counter(
        place.code(),
        place.kind().code(),
        place.regionCode(),
        place.name(),
        place.nameEn(),
        acts,
        letter);
  }
}
