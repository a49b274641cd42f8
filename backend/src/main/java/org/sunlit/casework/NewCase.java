package org.sunlit.casework;

import java.util.UUID;
import org.sunlit.powerlist.ItemInForce;

/** What a case is born with and keeps, as {@link CaseStore#INSERT} reads it. */
record NewCase(
    UUID itemVersionId,
    UUID flowId,
    String itemCode,
    String itemName,
    String itemNameEn,
    String handling,
    String departmentCode,
    String regionCode,
    String applicantMasked,
    String codeHash,
    ApplicantDetails applicant,
    String subject) {
  static NewCase of(CaseNow now) {
    ItemInForce item = now.basis().item();
    StoredCase stored = now.stored();
    return new NewCase(
        item.versionId(),
        item.flowId(),
        item.code(),
        item.name(),
        item.nameEn(),
        item.handling().code(),
        stored.departmentCode(),
        stored.regionCode(),
        stored.applicantMasked(),
        stored.codeHash(),
        stored.applicant(),
        stored.subject());
  }
}
