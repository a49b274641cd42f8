package org.sunlit.place;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.CrossRegionApi;
import org.sunlit.api.model.CrossRegionFigure;
import org.sunlit.api.model.CrossRegionItem;
import org.sunlit.api.model.CrossRegionItemDraft;
import org.sunlit.api.model.DelegationEnding;
import org.sunlit.api.model.DelegationState;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.PlaceChange;
import org.sunlit.api.model.RegionName;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.place.CrossRegionStore.Figure;
import org.sunlit.place.CrossRegionStore.Region;
import org.sunlit.place.CrossRegionStore.Stored;
import org.sunlit.platform.CityTime;

/** Items that are taken in anywhere: for everybody to read, for administrators to keep. */
class CrossRegionResource implements CrossRegionApi {
  private static final int COUNTY_DIGITS = 6;
  private static final int TOWNSHIP_DIGITS = 9;

  private final CrossRegionItems items;
  private final CrossRegionStore store;
  private final Places places;
  private final CurrentActor currentActor;

  CrossRegionResource(
      CrossRegionItems items, CrossRegionStore store, Places places, CurrentActor currentActor) {
    this.items = items;
    this.store = store;
    this.places = places;
    this.currentActor = currentActor;
  }

  @Override
  @PermitAll
  public Uni<List<CrossRegionItem>> listCrossRegionItems(String item, Boolean all) {
    return store
        .list(item, all, places.today())
        .map(found -> found.stream().map(this::shown).toList());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PLACES_MANAGE)
  public Uni<PlaceChange> markCrossRegionItem(CrossRegionItemDraft draft, Boolean dryRun) {
    return items
        .mark(
            new CrossRegionItems.Draft(
                draft.getItemCode(),
                draft.getBasis(),
                draft.getCollect(),
                draft.getFrom(),
                draft.getUntil()),
            currentActor.get(),
            dryRun)
        .map(Shapes::change);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PLACES_MANAGE)
  public Uni<PlaceChange> endCrossRegionItem(UUID id, DelegationEnding ending, Boolean dryRun) {
    return items
        .end(id, ending.getLastDay(), ending.getWhy(), currentActor.get(), dryRun)
        .map(Shapes::change);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PLACES_READ)
  public Uni<List<CrossRegionFigure>> countCrossRegionCases(
      LocalDate from, LocalDate until, String level) {
    return store
        .figures(
            from == null ? null : start(from),
            until == null ? null : start(until.plusDays(1)),
            "township".equals(level) ? TOWNSHIP_DIGITS : COUNTY_DIGITS)
        .map(found -> found.stream().map(CrossRegionResource::shown).toList());
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(CityTime.ZONE).toInstant();
  }

  private CrossRegionItem shown(Stored stored) {
    return new CrossRegionItem()
        .id(stored.id())
        .itemCode(stored.itemCode())
        .itemName(stored.itemName())
        .itemNameEn(stored.itemNameEn())
        .department(
            new DepartmentReference()
                .code(stored.departmentCode())
                .name(stored.departmentName())
                .nameEn(stored.departmentNameEn()))
        .basis(stored.basis())
        .collect(stored.collects())
        .from(stored.term().from())
        .until(stored.term().lastDay())
        .endedWhy(stored.endedWhy())
        .state(DelegationState.fromValue(stored.term().state(places.today()).code()))
        .recordedAt(CityTime.offset(stored.recordedAt()));
  }

  private static CrossRegionFigure shown(Figure figure) {
    return new CrossRegionFigure()
        .takenIn(shown(figure.takenIn()))
        .home(shown(figure.home()))
        .cases((int) figure.cases())
        .open((int) figure.open())
        .granted((int) figure.granted())
        .refused((int) figure.refused())
        .medianHours(figure.hours() == null ? null : figure.hours().intValue());
  }

  private static RegionName shown(Region region) {
    return new RegionName().code(region.code()).name(region.name()).nameEn(region.nameEn());
  }
}
