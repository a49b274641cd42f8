package org.sunlit.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * An event of the journal as a {@link JournalFollower} reads it.
 *
 * @param place its place, gap-free in commit order
 */
public record PlacedEvent(
    long place,
    UUID id,
    SubjectKind subjectKind,
    String subjectId,
    String kind,
    String actorAccount,
    String actorPost,
    Instant occurredAt,
    String privatePayload) {}
