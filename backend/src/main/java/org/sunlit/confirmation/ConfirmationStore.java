package org.sunlit.confirmation;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.identity.Actor;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.privacy.Vault;

/** Writes requests for confirmation, each with its entry in the journal. */
@ApplicationScoped
class ConfirmationStore {
  private static final String INSERT =
"""
insert into confirmation_request
  (id, kind, subject, department_code, region_code, requested_by, reason_sealed, payload,
  requested_at, expires_at)
values (:id, :kind, :subject, cast(:department as text), cast(:region as text), :requestedBy, cast(:reason as bytea),
  cast(cast(:payload as text) as jsonb), :now, :expiresAt)
on conflict (kind, subject) where state = 'open' do nothing
""";
  private static final String EXPIRE =
      """
      update confirmation_request set state = 'expired', decided_at = :now
      where kind = :kind and subject = :subject and state = 'open' and expires_at <= :now
      """;
  private static final String LAPSE =
      """
      update confirmation_request set state = 'lapsed', decided_at = :now
      where kind = :kind and subject = :subject and state = 'open'
      """;
  private static final String END =
"""
update confirmation_request
set state = :state, decided_by = cast(:decidedBy as text), decided_at = :now, note_sealed = cast(:note as bytea)
where id = :id and state = 'open' and expires_at > :now
""";

  private final Journal journal;
  private final Vault vault;

  ConfirmationStore(Journal journal, Vault vault) {
    this.journal = journal;
    this.vault = vault;
  }

  /** False when the same is open already. */
  Uni<Boolean> insert(
      Mutiny.Session session,
      UUID id,
      WantedConfirmation wanted,
      Actor by,
      Instant now,
      Instant expiresAt) {
    return sealedReason(session, id, wanted)
        .chain(reason -> insert(session, id, wanted, reason.orElse(null), by, now, expiresAt))
        .call(
            inserted ->
                inserted
                    ? told(session, id, wanted.kind(), wanted.subject(), "requested", by, now)
                    : Uni.createFrom().voidItem());
  }

  private Uni<Optional<byte[]>> sealedReason(
      Mutiny.Session session, UUID id, WantedConfirmation wanted) {
    return wanted.reason() == null
        ? Uni.createFrom().item(Optional.empty())
        : vault
            .find(session, wanted.subject())
            .map(
                key ->
                    key.orElseThrow(
                        () ->
                            new IllegalStateException(
                                "What is said of " + wanted.subject() + " can't be sealed")))
            .map(key -> Optional.of(ConfirmationWords.REASON.seal(key, id, wanted.reason())));
  }

  private static Uni<Boolean> insert(
      Mutiny.Session session,
      UUID id,
      WantedConfirmation wanted,
      byte[] reason,
      Actor by,
      Instant now,
      Instant expiresAt) {
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", id)
        .setParameter("kind", wanted.kind())
        .setParameter("subject", wanted.subject())
        .setParameter("department", wanted.departmentCode())
        .setParameter("region", wanted.regionCode())
        .setParameter("requestedBy", by.accountId())
        .setParameter("reason", reason)
        .setParameter("payload", wanted.payload())
        .setParameter("now", now)
        .setParameter("expiresAt", expiresAt)
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  Uni<Void> expire(Mutiny.Session session, String kind, String subject, Instant now) {
    return ofSubject(session, EXPIRE, kind, subject, now);
  }

  Uni<Void> lapse(Mutiny.Session session, String kind, String subject, Instant now) {
    return ofSubject(session, LAPSE, kind, subject, now);
  }

  /** False when somebody was faster, or it is too late. */
  Uni<Boolean> end(
      Mutiny.Session session,
      ConfirmationRequest request,
      ConfirmationState state,
      Actor by,
      String note,
      Instant now) {
    return sealedNote(session, request, note)
        .chain(kept -> end(session, request, state, by, kept.orElse(null), now))
        .call(
            ended ->
                ended
                    ? told(
                        session,
                        request.id(),
                        request.kind(),
                        request.subject(),
                        state.code(),
                        by,
                        now)
                    : Uni.createFrom().voidItem());
  }

  /** Nothing is kept of a subject whose key has been destroyed. */
  private Uni<Optional<byte[]>> sealedNote(
      Mutiny.Session session, ConfirmationRequest request, String note) {
    return note == null
        ? Uni.createFrom().item(Optional.empty())
        : vault
            .find(session, request.subject())
            .map(found -> found.map(key -> ConfirmationWords.NOTE.seal(key, request.id(), note)));
  }

  private static Uni<Boolean> end(
      Mutiny.Session session,
      ConfirmationRequest request,
      ConfirmationState state,
      Actor by,
      byte[] note,
      Instant now) {
    boolean decided = state == ConfirmationState.CONFIRMED || state == ConfirmationState.DECLINED;
    return session
        .createNativeQuery(END)
        .setParameter("state", state.code())
        .setParameter("decidedBy", decided ? by.accountId() : null)
        .setParameter("note", note)
        .setParameter("id", request.id())
        .setParameter("now", now)
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  private static Uni<Void> ofSubject(
      Mutiny.Session session, String statement, String kind, String subject, Instant now) {
    return session
        .createNativeQuery(statement)
        .setParameter("kind", kind)
        .setParameter("subject", subject)
        .setParameter("now", now)
        .executeUpdate()
        .replaceWithVoid();
  }

  private Uni<Void> told(
      Mutiny.Session session,
      UUID id,
      String kind,
      String subject,
      String what,
      Actor by,
      Instant now) {
    return journal.append(
        session,
        JournalEntry.inside(
            SubjectKind.CONFIRMATION,
            id.toString(),
            "confirmation." + what,
            by.accountId(),
            now,
            new JsonObject().put("kind", kind).put("subject", subject).encode()));
  }
}
