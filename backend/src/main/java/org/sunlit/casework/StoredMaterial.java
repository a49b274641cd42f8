package org.sunlit.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * A material of a case, without its bytes.
 *
 * @param origin what it was taken over from; null when it was handed in
 * @param fileKey the key of its file, wrapped under the case's key, in base64
 */
record StoredMaterial(
    UUID id,
    int eventNumber,
    String code,
    String fileName,
    String contentType,
    long size,
    String sha256,
    MaterialOrigin origin,
    String fileKey,
    Instant receivedAt) {
  /** That there was one, and when; how it was called may name somebody. */
  StoredMaterial nameless() {
    return new StoredMaterial(
        id, eventNumber, code, null, contentType, size, null, null, null, receivedAt);
  }
}
