package org.sunlit.place;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sunlit.administration.AdministrativeChange;
import org.sunlit.administration.ChangeAction;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Scope;
import org.sunlit.place.DelegationStore.Stored;
import org.sunlit.place.PlaceChanges.Made;
import org.sunlit.place.rules.DelegatedPower;
import org.sunlit.place.rules.DelegationTerm;
import org.sunlit.place.rules.PlaceKind;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * What departments have delegated to townships (部门授权、远程审批、乡镇代发证件, D2), by letter and from day to
 * day. A delegation entrusts acts and not the decision, which stays the department's (行政许可法第二十四条:
 * 委托行政机关对受委托行政机关实施行政许可的行为应当负责监督，并对该行为的后果承担法律责任). A case stays under the delegation it was taken in
 * under.
 */
@ApplicationScoped
public class Delegations {
  /** What a letter says. */
  public record Draft(
      String itemCode,
      String placeCode,
      Set<DelegatedPower> powers,
      String letterNumber,
      String issuedBy,
      LocalDate from,
      LocalDate until) {}

  /**
   * What a place may do of an item on a day.
   *
   * @param own whether it is the place's own item 自办
   * @param handIn whether it can be handed in there
   * @param accepts whether acceptance is decided there
   * @param issues whether the result is issued there
   * @param letter number of the department's letter; null for an own item or none
   */
  public record Counter(
      String code,
      PlaceKind kind,
      String regionCode,
      String name,
      String nameEn,
      boolean own,
      boolean handIn,
      boolean accepts,
      boolean issues,
      String letter) {}

  private final DelegationStore store;
  private final EntrustedItems items;
  private final PlaceQueries queries;
  private final Places places;
  private final PlaceChanges changes;

  Delegations(
      DelegationStore store,
      EntrustedItems items,
      PlaceQueries queries,
      Places places,
      PlaceChanges changes) {
    this.store = store;
    this.items = items;
    this.queries = queries;
    this.places = places;
    this.changes = changes;
  }

  /** What may be done of an item at a place; empty when there is no such place. */
  public Uni<Optional<Counter>> counter(String itemCode, String placeCode, LocalDate day) {
    return queries
        .find(placeCode, day)
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(Optional.<Counter>empty())
                    : queries
                        .offers(placeCode, day)
                        .map(
                            offers ->
                                Optional.of(
                                    counter(
                                        found.get(),
                                        offers.stream()
                                            .filter(offer -> offer.itemCode().equals(itemCode))
                                            .toList()))));
  }

  private static Counter counter(PlaceRow place, List<PlaceQueries.Offer> offers) {
    return new Counter(
        place.code(),
        place.kind(),
        place.regionCode(),
        place.name(),
        place.nameEn(),
        offers.stream().anyMatch(PlaceQueries.Offer::own),
        offers.stream().anyMatch(PlaceQueries.Offer::handIn),
        offers.stream().anyMatch(PlaceQueries.Offer::accepts),
        offers.stream().anyMatch(PlaceQueries.Offer::collect),
        offers.stream()
            .map(PlaceQueries.Offer::letter)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null));
  }

  /** Records a delegation. */
  public Uni<String> record(Draft draft, Actor by) {
    return record(draft, by, false).map(Made::id);
  }

  Uni<Made> record(Draft draft, Actor by, boolean dryRun) {
    check(draft);
    return changes.make(
        by,
        dryRun,
        connection ->
            items
                .need(connection, draft.itemCode())
                .chain(
                    item ->
                        queries
                            .find(connection, draft.placeCode(), places.today())
                            .map(Delegations::centre)
                            .invoke(place -> allowed(by, item.departmentCode(), place))
                            .chain(place -> recorded(connection, draft, item, place, by))));
  }

  Uni<Made> end(UUID id, LocalDate lastDay, String why, Actor by, boolean dryRun) {
    Ending ending = Ending.of(lastDay, why, places.today());
    return changes.make(
        by,
        dryRun,
        connection ->
            store
                .find(connection, id)
                .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
                .invoke(stored -> reached(by, stored.departmentCode(), stored.placeRegion()))
                .chain(stored -> ended(connection, stored, ending)));
  }

  private void check(Draft draft) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (draft.powers().containsAll(EnumSet.of(DelegatedPower.ACCEPT, DelegatedPower.FORWARD))) {
      throw wrong.at("/powers", "place.accept-or-forward");
    }
    if (draft.letterNumber().isBlank()) {
      throw wrong.at("/letterNumber", "field.not-blank");
    }
    if (draft.issuedBy().isBlank()) {
      throw wrong.at("/issuedBy", "field.not-blank");
    }
    Ending.checkTerm(draft.from(), draft.until(), places.today());
  }

  private static PlaceRow centre(Optional<PlaceRow> found) {
    return found
        .filter(place -> place.kind() == PlaceKind.TOWNSHIP_CENTRE)
        .orElseThrow(
            () -> Problem.of(ProblemType.UNPROCESSABLE).at("/placeCode", "place.not-a-centre"));
  }

  private static void allowed(Actor by, String departmentCode, PlaceRow place) {
    reached(by, departmentCode, place.regionCode());
  }

  private static void reached(Actor by, String departmentCode, String regionCode) {
    if (!Scope.of(by).covers(departmentCode, regionCode)) {
      throw Problem.of(ProblemType.FORBIDDEN);
    }
  }

  private Uni<Made> recorded(
      SqlConnection connection, Draft draft, EntrustedItems.Item item, PlaceRow place, Actor by) {
    Stored stored =
        new Stored(
            UUID.randomUUID(),
            draft.itemCode(),
            item.name(),
            item.nameEn(),
            item.departmentCode(),
            item.departmentName(),
            item.departmentNameEn(),
            place.code(),
            place.name(),
            place.nameEn(),
            place.kind(),
            place.regionCode(),
            EnumSet.copyOf(draft.powers()),
            draft.letterNumber().strip(),
            draft.issuedBy().strip(),
            new DelegationTerm(draft.from(), draft.until(), null),
            null,
            null);
    return store
        .others(connection, stored)
        .invoke(
            others ->
                others.stream()
                    .filter(other -> other.term().overlaps(stored.term()))
                    .findFirst()
                    .ifPresent(
                        other -> {
                          throw Problem.of(ProblemType.CONFLICT)
                              .detail("place.delegated-already", other.letterNumber());
                        }))
        .chain(() -> store.insert(connection, stored, by.accountId()))
        .replaceWith(
            new Made(
                stored.id().toString(),
                ChangeAction.DELEGATION_RECORDED,
                subject(stored),
                draft.from(),
                new PlaceChanges.Fields()
                    .of("item", null, stored.itemName())
                    .of("place", null, stored.placeName())
                    .of("powers", null, powers(stored))
                    .of("letterNumber", null, stored.letterNumber())
                    .of("issuedBy", null, stored.issuedBy())
                    .of("fromDay", null, draft.from())
                    .of("untilDay", null, draft.until())
                    .all(),
                0,
                true));
  }

  private Uni<Made> ended(SqlConnection connection, Stored stored, Ending ending) {
    ending.shortens(stored.term(), places.today());
    return store
        .end(connection, stored.id(), ending.lastDay(), ending.why())
        .chain(() -> store.openCases(connection, stored))
        .map(
            running ->
                new Made(
                    stored.id().toString(),
                    ChangeAction.DELEGATION_ENDED,
                    subject(stored),
                    ending.lastDay().plusDays(1),
                    new PlaceChanges.Fields()
                        .of("untilDay", stored.term().lastDay(), ending.lastDay())
                        .of("why", null, ending.why())
                        .all(),
                    running,
                    true));
  }

  private static List<String> powers(Stored stored) {
    return stored.powers().stream().map(DelegatedPower::code).toList();
  }

  private static AdministrativeChange.Subject subject(Stored stored) {
    return new AdministrativeChange.Subject(
        stored.id().toString(),
        stored.letterNumber() + " " + stored.itemName() + " → " + stored.placeName(),
        null,
        stored.departmentCode(),
        stored.placeRegion());
  }
}
