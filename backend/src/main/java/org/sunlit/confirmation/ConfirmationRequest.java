package org.sunlit.confirmation;

import java.time.Instant;
import java.util.UUID;

/**
 * A request for confirmation as it stands.
 *
 * @param requestedBy the account that asked
 * @param requestedByName its holder's name
 * @param requestedByNameEn the same in English; may be null
 * @param reason why; kept sealed with the key of the subject; null when the payload has it
 * @param payload a JSON document, see {@link WantedConfirmation}
 * @param expiresAt from when on it can't be decided any more
 * @param decidedBy the second person's account; null unless confirmed or declined
 * @param decidedAt when it ended; null while it is open
 * @param note what the second person, or whoever took it back, said; null when nothing
 */
public record ConfirmationRequest(
    UUID id,
    String kind,
    String subject,
    String departmentCode,
    String regionCode,
    String requestedBy,
    String requestedByName,
    String requestedByNameEn,
    String reason,
    String payload,
    Instant requestedAt,
    Instant expiresAt,
    ConfirmationState state,
    String decidedBy,
    String decidedByName,
    String decidedByNameEn,
    Instant decidedAt,
    String note) {}
