package org.sunlit.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sunlit.privacy.DataKey;
import org.sunlit.promise.rules.CreditEvent;
import org.sunlit.promise.rules.CreditStanding;

/**
 * An entry of the credit record as it is stored: of whom, it knows the keyed hash of their identity
 * number and their masked name.
 *
 * @param piece code of what was broken
 * @param events with what was said, as far as it is still there
 * @param canStillBeMadeGood whether what was broken can still be handed in
 * @param key the case's; null when it has been destroyed
 */
record CreditEntryRecord(
    UUID id,
    byte[] identity,
    String applicantKind,
    String applicantMasked,
    String caseNumber,
    String piece,
    String pieceName,
    String pieceNameEn,
    Kind kind,
    String itemName,
    String itemNameEn,
    String departmentCode,
    String departmentName,
    String departmentNameEn,
    String regionCode,
    List<CreditEvent> events,
    boolean canStillBeMadeGood,
    DataKey key) {
  /** What kind of breach it is. */
  enum Kind {
    /** 逾期未补交. */
    LATE("late"),
    /** 承诺不实. */
    FALSE_PROMISE("falsePromise");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }

    static Kind of(String code) {
      return LATE.code.equals(code) ? LATE : FALSE_PROMISE;
    }
  }

  CreditEntryRecord {
    events = List.copyOf(events);
  }

  CreditStanding standing() {
    return CreditStanding.of(events);
  }

  int version() {
    return events.size();
  }

  boolean mayAskForRepair() {
    return standing().mayAskForRepair(canStillBeMadeGood);
  }

  CreditEntryRecord after(CreditEvent event) {
    List<CreditEvent> longer = new ArrayList<>(events);
    longer.add(event);
    return new CreditEntryRecord(
        id,
        identity,
        applicantKind,
        applicantMasked,
        caseNumber,
        piece,
        pieceName,
        pieceNameEn,
        kind,
        itemName,
        itemNameEn,
        departmentCode,
        departmentName,
        departmentNameEn,
        regionCode,
        longer,
        canStillBeMadeGood,
        key);
  }
}
