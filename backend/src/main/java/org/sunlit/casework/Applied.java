package org.sunlit.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A case has begun.
 *
 * @param caseNumber its number
 * @param trackingCode its tracking code, told here and never again, as it is shown
 * @param itemVersionId the version of the item it stays on
 * @param submittedAt when
 * @param acceptanceDue by when acceptance has to be decided (行政许可法第三十二条); null when there is
 *     nothing to accept, or not yet
 */
public record Applied(
    String caseNumber,
    String trackingCode,
    UUID itemVersionId,
    Instant submittedAt,
    LocalDate acceptanceDue) {}
