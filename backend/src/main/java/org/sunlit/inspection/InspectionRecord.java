package org.sunlit.inspection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sunlit.inspection.rules.Facts;
import org.sunlit.inspection.rules.InspectionAct;
import org.sunlit.inspection.rules.InspectionKind;
import org.sunlit.inspection.rules.InspectionStanding;

/**
 * An inspection as it is stored.
 *
 * @param placeCode null for the department itself
 * @param post the post that was inspected; null when it was none
 * @param sampleId null unless it is a call-back
 */
record InspectionRecord(
    UUID id,
    String number,
    InspectionKind kind,
    int checklistVersion,
    String departmentCode,
    String regionCode,
    String placeCode,
    String post,
    Instant inspectedAt,
    List<String> inspectors,
    Facts facts,
    UUID sampleId,
    List<InspectionAct> acts) {
  /** What was said of it, sealed with its key. */
  record Words(String found, String conclusion) {}

  InspectionRecord {
    inspectors = List.copyOf(inspectors);
    acts = List.copyOf(acts);
  }

  InspectionStanding standing() {
    return InspectionStanding.of(acts);
  }

  int version() {
    return acts.size();
  }

  InspectionAct last() {
    return acts.get(acts.size() - 1);
  }

  InspectionRecord after(InspectionAct act) {
    List<InspectionAct> longer = new ArrayList<>(acts);
    longer.add(act);
    return new InspectionRecord(
        id,
        number,
        kind,
        checklistVersion,
        departmentCode,
        regionCode,
        placeCode,
        post,
        inspectedAt,
        inspectors,
        facts,
        sampleId,
        longer);
  }
}
