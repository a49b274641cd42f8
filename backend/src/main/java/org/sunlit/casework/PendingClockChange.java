package org.sunlit.casework;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.sunlit.casework.rules.CaseAction;

/**
 * A change of a case's clock that waits for its second person (双人复核).
 *
 * @param id of the request for confirmation
 * @param action what is to be done: stopped, or given more days
 * @param details the code of the ground, or how many days
 * @param reason why, in the words of whoever asked; null when the case's personal data is deleted
 * @param requestedBy the account that asked
 */
record PendingClockChange(
    UUID id,
    String requestedBy,
    String requestedByName,
    String requestedByNameEn,
    CaseAction action,
    Map<String, String> details,
    String reason,
    Instant requestedAt,
    Instant expiresAt) {
  boolean waitsAt(Instant now) {
    return now.isBefore(expiresAt);
  }
}
