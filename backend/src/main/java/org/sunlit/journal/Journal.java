package org.sunlit.journal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;

/** Where everything that happens is written down, in the transaction that makes it true. */
@ApplicationScoped
public class Journal {

  // One statement, one round trip: the event, its public row and its ticket for the sequencer.
  private static final String EVENT =
      """
      with event as (
        insert into journal_event
          (id, subject_kind, subject_id, kind, actor_account, actor_post, occurred_at, private_payload)
        values (:id, :subjectKind, :subjectId, :kind, :actorAccount, :actorPost, :occurredAt,
          cast(cast(:payload as text) as jsonb))
        returning id, sequence
      )""";
  private static final String PUBLIC_ROW =
      """
      , public_row as (
        insert into journal_public
          (event_id, case_number, item_code, item_name, item_name_en, department_code, department_name,
           department_name_en, region_code, handling, state, step_id, step_name, step_name_en,
           applicant_masked, occurred_at, due_at, joint_number, taken_in_at, taken_in_at_en)
        select id, cast(:caseNumber as text), cast(:itemCode as text), cast(:itemName as text),
          cast(:itemNameEn as text), cast(:departmentCode as text), cast(:departmentName as text),
          cast(:departmentNameEn as text), cast(:regionCode as text), cast(:handling as text),
          cast(:state as text), cast(:stepId as text), cast(:stepName as text), cast(:stepNameEn as text),
          cast(:applicantMasked as text), cast(:publicAt as timestamptz), cast(:dueAt as timestamptz),
          cast(:jointNumber as text), cast(:takenInAt as text), cast(:takenInAtEn as text)
        from event
      )""";
  private static final String TICKET =
      """

      insert into journal_waiting (sequence, event_id) select sequence, id from event""";

  private static final String MANY =
      """
      with event as (
        insert into journal_event
          (id, subject_kind, subject_id, kind, actor_account, actor_post, occurred_at, private_payload)
        select id, "subjectKind", "subjectId", kind, "actorAccount", "actorPost", "occurredAt", payload::jsonb
        from jsonb_to_recordset(cast($1 as text)::jsonb) as x(id uuid, "subjectKind" text, "subjectId" text,
          kind text, "actorAccount" text, "actorPost" text, "occurredAt" timestamptz, payload text)
        returning id, sequence
      )"""
          + TICKET;

  /** An entry as {@link #MANY} reads it. */
  private record Written(
      UUID id,
      String subjectKind,
      String subjectId,
      String kind,
      String actorAccount,
      String actorPost,
      Instant occurredAt,
      String payload) {
    static Written of(JournalEntry entry) {
      if (entry.publicProjection().isPresent()) {
        throw new IllegalArgumentException("Public rows are written one by one");
      }
      return new Written(
          entry.id(),
          entry.subjectKind().code(),
          entry.subjectId(),
          entry.kind(),
          entry.actorAccount(),
          entry.actorPost(),
          entry.occurredAt(),
          entry.privatePayload());
    }
  }

  /** Appends entries of which nothing is public, all in one statement, within a transaction. */
  public Uni<Void> appendAll(SqlConnection connection, List<JournalEntry> entries) {
    return entries.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection
            .preparedQuery(MANY)
            .execute(Tuple.of(StoredJson.write(entries.stream().map(Written::of).toList())))
            .replaceWithVoid();
  }

  /** Appends an entry within the caller's transaction; it has no place until that is committed. */
  public Uni<Void> append(Mutiny.Session session, JournalEntry entry) {
    var projection = entry.publicProjection();
    String statement = projection.isPresent() ? EVENT + PUBLIC_ROW + TICKET : EVENT + TICKET;
    var query =
        session
            .createNativeQuery(statement)
            .setParameter("id", entry.id())
            .setParameter("subjectKind", entry.subjectKind().code())
            .setParameter("subjectId", entry.subjectId())
            .setParameter("kind", entry.kind())
            .setParameter("actorAccount", entry.actorAccount())
            .setParameter("actorPost", entry.actorPost())
            .setParameter("occurredAt", CityTime.offset(entry.occurredAt()))
            .setParameter("payload", entry.privatePayload());
    projection.ifPresent(
        row ->
            query
                .setParameter("caseNumber", row.caseNumber())
                .setParameter("itemCode", row.itemCode())
                .setParameter("itemName", row.itemName())
                .setParameter("itemNameEn", row.itemNameEn())
                .setParameter("departmentCode", row.departmentCode())
                .setParameter("departmentName", row.departmentName())
                .setParameter("departmentNameEn", row.departmentNameEn())
                .setParameter("regionCode", row.regionCode())
                .setParameter("handling", row.handling())
                .setParameter("state", row.state())
                .setParameter("stepId", row.stepId())
                .setParameter("stepName", row.stepName())
                .setParameter("stepNameEn", row.stepNameEn())
                .setParameter("applicantMasked", row.applicantMasked())
                .setParameter("publicAt", CityTime.offset(row.occurredAt()))
                .setParameter("dueAt", CityTime.offset(row.dueAt()))
                .setParameter("jointNumber", row.jointNumber())
                .setParameter("takenInAt", row.takenIn() == null ? null : row.takenIn().name())
                .setParameter(
                    "takenInAtEn", row.takenIn() == null ? null : row.takenIn().nameEn()));
    return query.executeUpdate().replaceWithVoid();
  }
}
