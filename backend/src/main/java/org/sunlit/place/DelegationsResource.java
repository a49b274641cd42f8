package org.sunlit.place;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sunlit.api.DelegationsApi;
import org.sunlit.api.model.DelegationDraft;
import org.sunlit.api.model.DelegationEnding;
import org.sunlit.api.model.DelegationPage;
import org.sunlit.api.model.PlaceChange;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.place.rules.DelegatedPower;
import org.sunlit.platform.Coded;

/** What departments have delegated to townships, for the staff. */
class DelegationsResource implements DelegationsApi {
  private final Delegations delegations;
  private final DelegationStore store;
  private final Places places;
  private final CurrentActor currentActor;

  DelegationsResource(
      Delegations delegations, DelegationStore store, Places places, CurrentActor currentActor) {
    this.delegations = delegations;
    this.store = store;
    this.places = places;
    this.currentActor = currentActor;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PLACES_READ)
  public Uni<DelegationPage> listDelegations(
      String place, String department, String item, Integer limit, String cursor) {
    PlaceCursor after = PlaceCursor.read(cursor);
    return store
        .page(new DelegationStore.Asked(place, department, item, limit, after.at(), after.id()))
        .map(
            page ->
                new DelegationPage()
                    .items(
                        page.items().stream()
                            .map(stored -> Shapes.delegation(stored, places.today()))
                            .toList())
                    .total((int) page.total())
                    .nextCursor(page.next()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PLACES_MANAGE)
  public Uni<PlaceChange> recordDelegation(DelegationDraft draft, Boolean dryRun) {
    return delegations
        .record(
            new Delegations.Draft(
                draft.getItemCode(),
                draft.getPlaceCode(),
                draft.getPowers().stream()
                    .map(power -> Coded.of(DelegatedPower.class, power.toString()))
                    .collect(Collectors.toUnmodifiableSet()),
                draft.getLetterNumber(),
                draft.getIssuedBy(),
                draft.getFrom(),
                draft.getUntil()),
            currentActor.get(),
            dryRun)
        .map(Shapes::change);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PLACES_MANAGE)
  public Uni<PlaceChange> endDelegation(UUID id, DelegationEnding ending, Boolean dryRun) {
    return delegations
        .end(id, ending.getLastDay(), ending.getWhy(), currentActor.get(), dryRun)
        .map(Shapes::change);
  }
}
