package org.sunlit.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sunlit.complaint.rules.ComplaintKind;
import org.sunlit.privacy.PublicAnswer;
import org.sunlit.privacy.Redaction;

/**
 * An earlier message with its answer, as a row of a file says it, what looked personal blotted out.
 *
 * @param row as a spreadsheet shows it
 * @param id follows from its number, or from what it says
 * @param fingerprint SHA-256 of the row as it came
 * @param marks what was blotted out
 * @param department its code; null where none is said
 * @param category its code; null where none is said
 */
record EarlierRow(
    int row,
    UUID id,
    byte[] fingerprint,
    ComplaintKind kind,
    PublicAnswer text,
    List<Redaction.Marked> marks,
    String department,
    String category,
    Instant receivedAt,
    Instant repliedAt) {}
