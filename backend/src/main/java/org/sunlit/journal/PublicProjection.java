package org.sunlit.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The public state of a case after an event: what the website and the boards show (C2, K3). Columns
 * that everybody may read and no others; no free text, and of the applicant a surname and stars at
 * most.
 *
 * @param jointNumber of the joint application the case belongs to; null when it stands alone
 * @param takenIn where it was handed in when another region decides it (跨区域通办, B22); null elsewhere
 * @param handling {@code instant} 即办件 or {@code promised} 承诺件 (C5)
 * @param state the case's state, as in the contract
 * @param dueAt when the case is due; null while no clock runs
 */
public record PublicProjection(
    String caseNumber,
    String itemCode,
    String itemName,
    String itemNameEn,
    String departmentCode,
    String departmentName,
    String departmentNameEn,
    String regionCode,
    String handling,
    String state,
    String stepId,
    String stepName,
    String stepNameEn,
    String applicantMasked,
    Instant occurredAt,
    Instant dueAt,
    String jointNumber,
    TakenIn takenIn) {
  /**
   * A window of another region.
   *
   * @param nameEn may be null
   */
  public record TakenIn(String name, String nameEn) {}

  public PublicProjection {
    requireNonNull(caseNumber, "caseNumber");
    requireNonNull(itemCode, "itemCode");
    requireNonNull(itemName, "itemName");
    requireNonNull(departmentCode, "departmentCode");
    requireNonNull(departmentName, "departmentName");
    requireNonNull(regionCode, "regionCode");
    requireNonNull(handling, "handling");
    requireNonNull(state, "state");
    requireNonNull(stepId, "stepId");
    requireNonNull(stepName, "stepName");
    requireNonNull(occurredAt, "occurredAt");
  }
}
