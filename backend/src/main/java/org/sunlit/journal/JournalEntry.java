package org.sunlit.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened 全程留痕 (C14), on its way into the journal.
 *
 * @param id chosen by the writer
 * @param subjectId what it happened to, such as a case number
 * @param kind what happened, such as {@code case.accepted}
 * @param actorAccount who did it; null for an applicant or the system
 * @param actorPost in which post; null when there is none
 * @param occurredAt by the city's clock
 * @param privatePayload a JSON object for staff and auditors; never shown to the public
 * @param publicProjection what everybody may see of it; empty when nothing of it is public
 */
public record JournalEntry(
    UUID id,
    SubjectKind subjectKind,
    String subjectId,
    String kind,
    String actorAccount,
    String actorPost,
    Instant occurredAt,
    String privatePayload,
    Optional<PublicProjection> publicProjection) {

  public JournalEntry {
    requireNonNull(id, "id");
    requireNonNull(subjectKind, "subjectKind");
    requireNonNull(subjectId, "subjectId");
    requireNonNull(kind, "kind");
    requireNonNull(occurredAt, "occurredAt");
    requireNonNull(privatePayload, "privatePayload");
    requireNonNull(publicProjection, "publicProjection");
  }

  /** Something of which nothing is public, done in no post. */
  public static JournalEntry inside(
      SubjectKind subjectKind,
      String subjectId,
      String kind,
      String actorAccount,
      Instant occurredAt,
      String privatePayload) {
    return new JournalEntry(
        UUID.randomUUID(),
        subjectKind,
        subjectId,
        kind,
        actorAccount,
        null,
        occurredAt,
        privatePayload,
        Optional.empty());
  }
}
