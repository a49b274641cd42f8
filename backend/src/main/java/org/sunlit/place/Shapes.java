package org.sunlit.place;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.sunlit.api.model.DelegatedPower;
import org.sunlit.api.model.Delegation;
import org.sunlit.api.model.DelegationState;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.DutyEntry;
import org.sunlit.api.model.DutyWay;
import org.sunlit.api.model.FieldChange;
import org.sunlit.api.model.ItemPlace;
import org.sunlit.api.model.LiaisonOfficer;
import org.sunlit.api.model.OpeningSpan;
import org.sunlit.api.model.Place;
import org.sunlit.api.model.PlaceChange;
import org.sunlit.api.model.PlaceKind;
import org.sunlit.api.model.PlaceOffer;
import org.sunlit.api.model.PlaceReference;
import org.sunlit.api.model.RoomCheck;
import org.sunlit.api.model.RoomStandard;
import org.sunlit.place.rules.Hours;
import org.sunlit.place.rules.OpeningException;
import org.sunlit.place.rules.RoomItem;
import org.sunlit.platform.CityTime;

/** Puts places into the contract's words. */
final class Shapes {
  private Shapes() {}

  static Place place(PlaceRow row) {
    return new Place()
        .code(row.code())
        .kind(PlaceKind.fromValue(row.kind().code()))
        .name(row.name())
        .nameEn(row.nameEn())
        .regionCode(row.regionCode())
        .regionName(row.regionName())
        .regionNameEn(row.regionNameEn())
        .address(row.address())
        .addressEn(row.addressEn())
        .telephone(row.telephone())
        .hours(spans(row.hours()))
        .standard(
            row.checkedOn() == null
                ? null
                : new RoomStandard()
                    .checkedOn(row.checkedOn())
                    .met(items(row.met()))
                    .complete(RoomItem.complete(row.met())))
        .offers((int) row.offers());
  }

  static org.sunlit.api.model.OpeningException exception(OpeningException exception) {
    return new org.sunlit.api.model.OpeningException()
        .from(exception.from())
        .until(exception.until())
        .hours(spans(exception.hours()))
        .why(exception.why())
        .whyEn(exception.whyEn());
  }

  private static List<OpeningSpan> spans(Hours hours) {
    return hours.spans().stream()
        .map(span -> new OpeningSpan().from(span.from().toString()).until(span.until().toString()))
        .toList();
  }

  static Hours hours(List<OpeningSpan> spans) {
    return new Hours(
        spans.stream()
            .map(
                span ->
                    new Hours.Span(
                        LocalTime.parse(span.getFrom()), LocalTime.parse(span.getUntil())))
            .toList());
  }

  static PlaceOffer offer(PlaceQueries.Offer offer) {
    return new PlaceOffer()
        .itemCode(offer.itemCode())
        .itemName(offer.itemName())
        .itemNameEn(offer.itemNameEn())
        .department(
            department(offer.departmentCode(), offer.departmentName(), offer.departmentNameEn()))
        .own(offer.own())
        .handIn(offer.handIn())
        .accepts(offer.accepts())
        .collect(offer.collect())
        .letter(offer.letter())
        .until(offer.until());
  }

  static ItemPlace itemPlace(PlaceQueries.OfferedAt at) {
    return new ItemPlace()
        .place(place(at.place()))
        .own(at.offer().own())
        .handIn(at.offer().handIn())
        .accepts(at.offer().accepts())
        .collect(at.offer().collect());
  }

  static PlaceChange change(PlaceChanges.Made made) {
    return new PlaceChange()
        .applied(made.applied())
        .id(made.id())
        .effectiveFrom(made.effectiveFrom())
        .changes(fields(made.fields()))
        .runningCases((int) made.runningCases());
  }

  private static List<FieldChange> fields(JsonArray fields) {
    return fields.stream()
        .map(JsonObject.class::cast)
        .map(
            one ->
                new FieldChange()
                    .field(one.getString("field"))
                    .before(texts(one.getJsonArray("before")))
                    .after(texts(one.getJsonArray("after"))))
        .toList();
  }

  private static List<String> texts(JsonArray values) {
    return values.stream().map(String::valueOf).toList();
  }

  static Delegation delegation(DelegationStore.Stored stored, LocalDate today) {
    return new Delegation()
        .id(stored.id())
        .itemCode(stored.itemCode())
        .itemName(stored.itemName())
        .itemNameEn(stored.itemNameEn())
        .department(
            department(stored.departmentCode(), stored.departmentName(), stored.departmentNameEn()))
        .place(
            new PlaceReference()
                .code(stored.placeCode())
                .name(stored.placeName())
                .nameEn(stored.placeNameEn())
                .kind(PlaceKind.fromValue(stored.placeKind().code())))
        .powers(
            stored.powers().stream().map(power -> DelegatedPower.fromValue(power.code())).toList())
        .letterNumber(stored.letterNumber())
        .issuedBy(stored.issuedBy())
        .from(stored.term().from())
        .until(stored.term().lastDay())
        .endedWhy(stored.endedWhy())
        .state(DelegationState.fromValue(stored.term().state(today).code()))
        .recordedAt(CityTime.offset(stored.recordedAt()));
  }

  static RoomCheck check(RoomChecks.Check check) {
    return new RoomCheck()
        .id(check.id())
        .checkedOn(check.checkedOn())
        .met(items(check.met()))
        .complete(RoomItem.complete(check.met()))
        .byName(check.byName());
  }

  static DutyEntry entry(DutyRegister.Entry entry) {
    DutyRegister.Draft said = entry.said();
    return new DutyEntry()
        .id(entry.id())
        .at(CityTime.offset(entry.at()))
        .way(DutyWay.fromValue(said.way()))
        .who(said.who())
        .telephone(said.telephone())
        .matter(said.matter())
        .done(said.done())
        .caseNumber(said.caseNumber())
        .byName(entry.byName());
  }

  static LiaisonOfficer officer(LiaisonOfficers.Officer officer) {
    return new LiaisonOfficer()
        .id(officer.id())
        .department(
            department(
                officer.departmentCode(), officer.departmentName(), officer.departmentNameEn()))
        .name(officer.name())
        .nameEn(officer.nameEn())
        .title(officer.title())
        .telephone(officer.telephone())
        .since(CityTime.offset(officer.since()));
  }

  private static List<org.sunlit.api.model.RoomItem> items(List<RoomItem> items) {
    return items.stream()
        .map(item -> org.sunlit.api.model.RoomItem.fromValue(item.code()))
        .toList();
  }

  private static DepartmentReference department(String code, String name, String nameEn) {
    return new DepartmentReference().code(code).name(name).nameEn(nameEn);
  }
}
