package org.sunlit.casework;

import java.util.List;
import java.util.UUID;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.privacy.BlindTokens;
import org.sunlit.privacy.WrappedKey;

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
    String applicantAccount,
    String codeHash,
    String kind,
    String personal,
    String master,
    String wrapped,
    List<CaseSeals.Token> tokens,
    String jointNumber,
    Placement placement) {
  static NewCase of(CaseNow now, WrappedKey key, BlindTokens blind) {
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
        stored.ownership().account(),
        stored.codeHash(),
        stored.applicant().kind(),
        CaseSeals.seal(stored.key(), new CaseSeals.Personal(stored.applicant(), stored.subject())),
        key.master(),
        key.base64(),
        CaseSeals.tokens(blind, stored.applicant()),
        stored.jointNumber(),
        stored.placement());
  }
}
