package org.sunlit.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.privacy.DataKey;

/**
 * A case as it is stored: what never changes, its events and what came with them.
 *
 * @param itemVersionId the version of its item it runs on: the one it began on, until it was moved
 * @param jointNumber the joint application it belongs to (并联审批); null when it stands alone
 * @param ownership whose it is
 * @param codeHash hash of the tracking code, in hex
 * @param applicant what stays of them when their data has been deleted at their request
 * @param subject null when not said or deleted
 * @param key what everything personal in it is sealed with; null when it has been deleted
 * @param personalDataDeletedAt when; null while it is there
 * @param pendingChange the change of its clock that waits for a second person; null when none does
 * @param placement where it was taken in and is collected; null for the usual places
 */
record StoredCase(
    String caseNumber,
    UUID itemVersionId,
    String departmentCode,
    String regionCode,
    String applicantMasked,
    String jointNumber,
    Ownership ownership,
    String codeHash,
    ApplicantDetails applicant,
    String subject,
    List<CaseEvent> events,
    List<StoredMaterial> materials,
    List<ShownNotice> notices,
    DataKey key,
    Instant personalDataDeletedAt,
    PendingClockChange pendingChange,
    Placement placement) {
  StoredCase {
    events = List.copyOf(events);
    materials = materials == null ? List.of() : List.copyOf(materials);
    notices = notices == null ? List.of() : List.copyOf(notices);
  }

  /** The number of the last event. */
  int version() {
    return events.get(events.size() - 1).number();
  }

  StoredCase after(CaseEvent event, List<StoredMaterial> received) {
    boolean waits = !event.kind().byTwo() && event.toStepId() == null;
    return having(
        joined(events, List.of(event)),
        joined(materials, received),
        notices,
        waits ? pendingChange : null);
  }

  StoredCase telling(List<ShownNotice> sent) {
    return having(events, materials, joined(notices, sent), pendingChange);
  }

  /**
   * The case as it was after the event of this number: what a repeated command is answered with.
   */
  StoredCase asOf(int number) {
    return having(
        events.stream().filter(event -> event.number() <= number).toList(),
        materials.stream().filter(material -> material.eventNumber() <= number).toList(),
        notices.stream().filter(notice -> !notice.createdAt().isAfter(lastAt(number))).toList(),
        pendingChange);
  }

  /** The version of the item it runs on after these of its events: a move changes it. */
  private UUID versionAfter(List<CaseEvent> happened) {
    UUID moved = null;
    for (CaseEvent event : happened) {
      moved = event.kind() == CaseEventKind.MIGRATED ? event.change().move().to() : moved;
    }
    if (moved != null) {
      return moved;
    }
    return events.stream()
        .filter(event -> event.kind() == CaseEventKind.MIGRATED)
        .findFirst()
        .map(event -> event.change().move().from())
        .orElse(itemVersionId);
  }

  private StoredCase having(
      List<CaseEvent> happened,
      List<StoredMaterial> handedIn,
      List<ShownNotice> told,
      PendingClockChange waiting) {
    return new StoredCase(
        caseNumber,
        versionAfter(happened),
        departmentCode,
        regionCode,
        applicantMasked,
        jointNumber,
        ownership,
        codeHash,
        applicant,
        subject,
        happened,
        handedIn,
        told,
        key,
        personalDataDeletedAt,
        waiting,
        placement);
  }

  /** What stays of it when the person's data is deleted at their request: what happened. */
  StoredCase withoutPersonalData(Instant at) {
    return new StoredCase(
        caseNumber,
        itemVersionId,
        departmentCode,
        regionCode,
        applicantMasked,
        jointNumber,
        ownership,
        codeHash,
        ApplicantDetails.deleted(applicant.kind(), applicantMasked),
        null,
        events.stream().map(CaseEvent::wordless).toList(),
        materials.stream().map(StoredMaterial::nameless).toList(),
        List.of(),
        null,
        at,
        null,
        placement);
  }

  private Instant lastAt(int number) {
    return events.get(Math.min(number, events.size()) - 1).at();
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
