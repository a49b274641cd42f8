package org.sunlit.place;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.administration.AdministrativeChange;
import org.sunlit.administration.ChangeAction;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Scope;
import org.sunlit.place.CrossRegionStore.Stored;
import org.sunlit.place.PlaceChanges.Made;
import org.sunlit.place.rules.DelegationTerm;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Items that the centre of any other region takes in (全省通办、跨区域通办, B22): a standing permission from
 * day to day, where a delegation is a letter to one place. The window receives, checks form and
 * identity and gives the receipt; who decides doesn't change.
 */
@ApplicationScoped
public class CrossRegionItems {
  /** What is marked. */
  public record Draft(
      String itemCode, String basis, boolean collects, LocalDate from, LocalDate until) {}

  /**
   * A permission that holds.
   *
   * @param basis the document it rests on
   * @param collects whether the result can be collected at the window
   */
  public record Permission(UUID id, String basis, boolean collects) {}

  /** The region that decides. */
  public record Home(String code, String name, String nameEn) {}

  private final CrossRegionStore store;
  private final EntrustedItems items;
  private final Places places;
  private final PlaceChanges changes;

  CrossRegionItems(
      CrossRegionStore store, EntrustedItems items, Places places, PlaceChanges changes) {
    this.store = store;
    this.items = items;
    this.places = places;
    this.changes = changes;
  }

  /** The permission that an item is taken in by on this day; empty when there is none. */
  public Uni<Optional<Permission>> inForce(String itemCode, LocalDate day) {
    return store
        .list(itemCode, false, day)
        .map(
            found ->
                found.stream()
                    .findFirst()
                    .map(one -> new Permission(one.id(), one.basis(), one.collects())));
  }

  /** The region of this code; empty when there is none. */
  public Uni<Optional<Home>> home(String code) {
    return store
        .region(code)
        .map(found -> found.map(one -> new Home(one.code(), one.name(), one.nameEn())));
  }

  /** Marks an item. */
  public Uni<String> mark(Draft draft, Actor by) {
    return mark(draft, by, false).map(Made::id);
  }

  Uni<Made> mark(Draft draft, Actor by, boolean dryRun) {
    if (draft.basis().isBlank()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/basis", "field.not-blank");
    }
    Ending.checkTerm(draft.from(), draft.until(), places.today());
    return changes.make(
        by,
        dryRun,
        connection ->
            items
                .need(connection, draft.itemCode())
                .invoke(item -> reached(by, item.departmentCode()))
                .chain(item -> marked(connection, draft, item, by)));
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
                .invoke(stored -> reached(by, stored.departmentCode()))
                .invoke(stored -> ending.shortens(stored.term(), places.today()))
                .call(() -> store.end(connection, id, ending))
                .chain(
                    stored ->
                        store
                            .openCases(connection, id)
                            .map(running -> ended(stored, ending, running))));
  }

  /** It binds every region, so that nobody of a single one decides it. */
  private static void reached(Actor by, String departmentCode) {
    if (!Scope.of(by).covers(departmentCode, null)) {
      throw Problem.of(ProblemType.FORBIDDEN);
    }
  }

  private Uni<Made> marked(
      SqlConnection connection, Draft draft, EntrustedItems.Item item, Actor by) {
    Stored stored =
        new Stored(
            UUID.randomUUID(),
            draft.itemCode(),
            item.name(),
            item.nameEn(),
            item.departmentCode(),
            item.departmentName(),
            item.departmentNameEn(),
            draft.basis().strip(),
            draft.collects(),
            new DelegationTerm(draft.from(), draft.until(), null),
            null,
            null);
    return store
        .of(connection, stored.itemCode())
        .invoke(
            others -> {
              if (others.stream().anyMatch(other -> other.term().overlaps(stored.term()))) {
                throw Problem.of(ProblemType.CONFLICT).detail("place.anywhere-already");
              }
            })
        .chain(() -> store.insert(connection, stored, by.accountId()))
        .replaceWith(
            new Made(
                stored.id().toString(),
                ChangeAction.CROSS_REGION_OPENED,
                subject(stored),
                draft.from(),
                new PlaceChanges.Fields()
                    .of("item", null, stored.itemName())
                    .of("basis", null, stored.basis())
                    .of("collect", null, stored.collects())
                    .of("fromDay", null, draft.from())
                    .of("untilDay", null, draft.until())
                    .all(),
                0,
                true));
  }

  private static Made ended(Stored stored, Ending ending, long running) {
    return new Made(
        stored.id().toString(),
        ChangeAction.CROSS_REGION_ENDED,
        subject(stored),
        ending.lastDay().plusDays(1),
        new PlaceChanges.Fields()
            .of("untilDay", stored.term().lastDay(), ending.lastDay())
            .of("why", null, ending.why())
            .all(),
        running,
        true);
  }

  private static AdministrativeChange.Subject subject(Stored stored) {
    return new AdministrativeChange.Subject(
        stored.id().toString(),
        stored.itemName(),
        stored.itemNameEn(),
        stored.departmentCode(),
        null);
  }
}
