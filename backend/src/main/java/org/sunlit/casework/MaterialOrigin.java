package org.sunlit.casework;

import java.time.Instant;
import java.util.UUID;
import org.sunlit.casework.rules.ReuseKind;
import org.sunlit.document.OfficialDocuments;

/**
 * What a material was taken over from, sealed with its name: which other case somebody has is
 * nobody's business who may not see this one.
 *
 * @param id of the document or the file it was copied from
 * @param document for a document, which; null for a file
 * @param receivedAt for a file, when it was handed in; null for a document
 * @param checkedAt when it was taken over, and stood
 */
record MaterialOrigin(
    ReuseKind kind,
    UUID id,
    Source source,
    OfficialDocuments.Grant document,
    Instant receivedAt,
    Instant checkedAt) {
  /** The application it came from. */
  record Source(
      String caseNumber,
      String itemCode,
      String itemName,
      String itemNameEn,
      Instant submittedAt) {}
}
