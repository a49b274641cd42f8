package org.sunlit.supervision;

import java.time.Instant;
import java.util.UUID;
import org.sunlit.supervision.rules.Subject;

/**
 * What a rule of supervision found (监察发现, E1). Nothing of it names an applicant.
 *
 * @param id the same whenever the journal is read again: made of the rule, what it is about and the
 *     occasion
 * @param rule code of the rule
 * @param account who did it; null where nobody did, as when a deadline passes
 * @param post whose it was to do; null where that isn't known
 * @param stepId in which step; null for the case as a whole
 * @param occurredAt when what is wrong happened
 * @param foundAt when it was found
 * @param place of the last event of the journal that it rests on
 */
public record Finding(
    UUID id,
    String rule,
    Severity severity,
    Subject subject,
    String itemCode,
    String departmentCode,
    String regionCode,
    String account,
    String post,
    String stepId,
    Instant occurredAt,
    Instant foundAt,
    long place) {}
