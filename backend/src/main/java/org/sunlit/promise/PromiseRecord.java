package org.sunlit.promise;

import java.util.ArrayList;
import java.util.List;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.powerlist.BreachConsequence;
import org.sunlit.privacy.DataKey;
import org.sunlit.promise.rules.Piece;
import org.sunlit.promise.rules.PromiseEvent;
import org.sunlit.promise.rules.PromiseStanding;

/**
 * A promise as it is stored.
 *
 * @param identity the keyed hash of the identity number of whoever signed it
 * @param signed the text with the name under it; null when the personal data has been deleted
 * @param events with what was said, as far as it is still there
 * @param key the case's; null when it has been destroyed
 */
record PromiseRecord(
    String caseNumber,
    String itemName,
    String itemNameEn,
    String departmentCode,
    String departmentName,
    String departmentNameEn,
    String regionCode,
    String applicantKind,
    String applicantMasked,
    byte[] identity,
    List<Piece> pieces,
    BreachConsequence breach,
    PromiseSeals.Signed signed,
    List<PromiseEvent> events,
    DataKey key) {
  PromiseRecord {
    pieces = List.copyOf(pieces);
    events = List.copyOf(events);
  }

  int version() {
    return events.get(events.size() - 1).number();
  }

  PromiseStanding standing(WorkingCalendar calendar) {
    return PromiseStanding.of(pieces, events, calendar);
  }

  PromiseRecord after(PromiseEvent event) {
    List<PromiseEvent> longer = new ArrayList<>(events);
    longer.add(event);
    return new PromiseRecord(
        caseNumber,
        itemName,
        itemNameEn,
        departmentCode,
        departmentName,
        departmentNameEn,
        regionCode,
        applicantKind,
        applicantMasked,
        identity,
        pieces,
        breach,
        signed,
        longer,
        key);
  }
}
