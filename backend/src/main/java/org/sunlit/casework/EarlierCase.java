package org.sunlit.casework;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.platform.Coded;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;

/** An earlier case of somebody's as far as it can be of use for a new one, sealed (base64). */
record EarlierCase(
    String caseNumber,
    UUID itemVersionId,
    String itemCode,
    String itemName,
    String itemNameEn,
    String state,
    String regionCode,
    Instant submittedAt,
    String personal,
    List<Handed> files,
    String master,
    String wrapped) {
  /** A file that came with it. */
  record Handed(UUID id, String code, String contentType, String sealed, Instant receivedAt) {}

  CaseState standing() {
    return Coded.of(CaseState.class, state);
  }

  DataKey key(Vault vault) {
    return vault.unwrap(
        new WrappedKey(caseNumber, master, Base64.getMimeDecoder().decode(wrapped)));
  }

  MaterialOrigin.Source source() {
    return new MaterialOrigin.Source(caseNumber, itemCode, itemName, itemNameEn, submittedAt);
  }
}
