package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.confirmation.ConfirmationRequest;
import org.sunlit.confirmation.ConfirmedAct;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.notice.Outbox;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.privacy.Vault;

/**
 * Deletes what is personal in a case: its key, by which everything sealed becomes noise, and with
 * it files, messages and what it was found by. What happened stays, without who it was.
 */
@ApplicationScoped
class DeletionAct implements ConfirmedAct {
  static final String KIND = "personal-data-deletion";
  private static final String DELETE =
      """
      with tokens as (
        delete from person_index where case_number = :number
      ), file as (
        delete from material_file f using case_material m where m.case_number = :number and f.id = m.id
      ), material as (
        update case_material set sealed = null, file_key = null where case_number = :number
      ), applicant as (
        update case_applicant set sealed = null where case_number = :number
      ), view as (
        update case_view set body = cast(:view as bytea), said = null where case_number = :number
      ), request as (
        update deletion_request set status = 'carriedOut', decided_by = :by, decided_at = :at where id = :id
      ), refused as (
        update deletion_request set words_sealed = null where case_number = :number and id <> :id
      )
      update case_file set personal_data_deleted_at = :at where case_number = :number
      """;

  /** What the second person confirms. */
  record Payload(UUID id) {}

  private final CaseService cases;
  private final CaseViews views;
  private final Deletions deletions;
  private final Outbox outbox;
  private final Vault vault;
  private final Journal journal;
  private final AccessTrail trail;
  private final Clock clock;

  DeletionAct(
      CaseService cases,
      CaseViews views,
      Deletions deletions,
      Outbox outbox,
      Vault vault,
      Journal journal,
      AccessTrail trail,
      Clock clock) {
    this.cases = cases;
    this.views = views;
    this.deletions = deletions;
    this.outbox = outbox;
    this.vault = vault;
    this.journal = journal;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Permission needs() {
    return Permission.PERSONAL_DATA_MANAGE;
  }

  @Override
  public Uni<Deed> ready(ConfirmationRequest request, Actor confirmer) {
    return deletions
        .check(request.subject())
        .chain(() -> cases.find(request.subject()))
        .map(Optional::orElseThrow)
        .map(before -> session -> carryOut(session, before, request, confirmer));
  }

  private Uni<Void> carryOut(
      Mutiny.Session session, CaseNow before, ConfirmationRequest request, Actor confirmer) {
    String number = request.subject();
    Instant now = clock.instant();
    return delete(session, before, request, confirmer, now)
        .chain(() -> outbox.empty(session, number, now))
        .chain(() -> vault.destroy(session, number))
        .chain(
            () ->
                journal.append(
                    session,
                    JournalEntry.inside(
                        SubjectKind.CASE,
                        number,
                        "case.personalDataDeleted",
                        confirmer.accountId(),
                        now,
                        "{}")))
        .chain(
            () ->
                trail.write(
                    session, Look.by(confirmer, null, LookKind.DELETION_DECIDED).in(number)));
  }

  private Uni<Void> delete(
      Mutiny.Session session,
      CaseNow before,
      ConfirmationRequest request,
      Actor confirmer,
      Instant now) {
    CaseNow after =
        CaseNow.of(before.stored().withoutPersonalData(now), before.basis(), before.calendar());
    return session
        .createNativeQuery(DELETE)
        .setParameter("number", before.number())
        .setParameter("view", views.parts(after).body())
        .setParameter("by", confirmer.accountId())
        .setParameter("at", CityTime.offset(now))
        .setParameter("id", StoredJson.read(request.payload(), Payload.class).id())
        .executeUpdate()
        .replaceWithVoid();
  }
}
