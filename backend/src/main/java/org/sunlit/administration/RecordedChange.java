package org.sunlit.administration;

import java.time.Instant;

/**
 * One line of the record of changes, of any kind.
 *
 * @param actor the account that made it
 * @param action what was done, such as {@code itemPublished} or {@code personChanged}
 * @param kind what kind of thing it was done to
 * @param subject the code, account or id of what was changed
 * @param subjectNameEn its English name, or null
 * @param effectiveFrom from when it counts
 * @param fields the fields that differ: a JSON array of objects with {@code field}, {@code before}
 *     and {@code after}
 */
public record RecordedChange(
    long id,
    Instant at,
    String actor,
    String actorName,
    String action,
    String kind,
    String subject,
    String subjectName,
    String subjectNameEn,
    Instant effectiveFrom,
    String fields) {}
