package org.sunlit.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * A stop of the clock that waits for its second person (双人复核).
 *
 * @param id of the request for confirmation
 * @param ground the code of its ground
 * @param reason why, in the words of whoever asked; null when the case's personal data is deleted
 * @param requestedBy the account that asked
 */
record PendingPause(
    UUID id,
    String requestedBy,
    String requestedByName,
    String requestedByNameEn,
    String ground,
    String reason,
    Instant requestedAt,
    Instant expiresAt) {
  boolean waitsAt(Instant now) {
    return now.isBefore(expiresAt);
  }
}
