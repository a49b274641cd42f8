package org.sunlit.casework;

import org.sunlit.api.model.CaseConsent;
import org.sunlit.api.model.CaseCrossRegion;
import org.sunlit.api.model.CasePlace;
import org.sunlit.api.model.CasePlaces;
import org.sunlit.api.model.ConsentWay;
import org.sunlit.api.model.PlaceKind;
import org.sunlit.api.model.PlaceReference;
import org.sunlit.api.model.RegionName;
import org.sunlit.platform.CityTime;

/** Puts where a case was taken in and is collected into the contract's words. */
final class PlacementShapes {
  private PlacementShapes() {}

  /**
   * Null for the usual places.
   *
   * @param forStaff whether the reader is told by whom it was checked
   */
  static CasePlaces of(Placement placement, boolean forStaff) {
    return placement == null
        ? null
        : new CasePlaces()
            .takenIn(place(placement.takenIn()))
            .collect(place(placement.collect()))
            .consent(consent(placement.consent()))
            .crossRegion(crossRegion(placement.crossRegion(), forStaff));
  }

  private static CasePlace place(Placement.Counter counter) {
    return counter == null
        ? null
        : new CasePlace()
            .place(
                new PlaceReference()
                    .code(counter.code())
                    .name(counter.name())
                    .nameEn(counter.nameEn())
                    .kind(PlaceKind.fromValue(counter.kind())))
            .acts(counter.acts())
            .letter(counter.letter());
  }

  private static CaseCrossRegion crossRegion(Placement.CrossRegion between, boolean forStaff) {
    return between == null
        ? null
        : new CaseCrossRegion()
            .basis(between.basis())
            .home(
                new RegionName()
                    .code(between.homeCode())
                    .name(between.homeName())
                    .nameEn(between.homeNameEn()))
            .checkedAt(CityTime.offset(between.checkedAt()))
            .checkedBy(forStaff ? between.checkedBy() : null)
            .checkedByEn(forStaff ? between.checkedByEn() : null)
            .courier(between.courier());
  }

  private static CaseConsent consent(Placement.Consent consent) {
    return consent == null
        ? null
        : new CaseConsent()
            .way(ConsentWay.fromValue(consent.way()))
            .at(CityTime.offset(consent.at()))
            .agent(consent.agentName())
            .agentEn(consent.agentNameEn());
  }
}
