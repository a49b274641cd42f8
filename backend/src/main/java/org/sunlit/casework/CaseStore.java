package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Cases in the database. A command reads its case in one statement and writes everything that
 * follows from its event in another, because round trips are what a command's time is made of; the
 * event and the tables' new values travel as one JSON document.
 */
@ApplicationScoped
class CaseStore {
  private static final String LOAD =
      """
      select json_build_object(
        'caseNumber', c.case_number, 'itemVersionId', c.item_version_id,
        'departmentCode', c.department_code, 'regionCode', c.region_code,
        'applicantMasked', c.applicant_masked, 'codeHash', encode(v.code_hash, 'hex'),
        'subject', a.subject,
        'applicant', json_build_object('kind', a.kind, 'name', a.name, 'identityNumber', a.identity_number,
          'phone', a.phone, 'address', a.address, 'contactName', a.contact_name),
        'events', (select json_agg(e.body order by e.number) from case_event e
          where e.case_number = c.case_number),
        'materials', (select json_agg(json_build_object('id', m.id, 'eventNumber', m.event_number,
            'code', m.code, 'fileName', m.file_name, 'contentType', m.content_type, 'size', m.size,
            'sha256', encode(m.sha256, 'hex'), 'receivedAt', m.received_at) order by m.received_at, m.code, m.id)
          from case_material m where m.case_number = c.case_number),
        'notices', (select json_agg(json_build_object('channel', n.channel,
            'recipient', n.recipient_masked, 'text', n.text, 'textEn', n.text_en,
            'createdAt', n.created_at, 'status', n.status) order by n.created_at)
          from notice_shown n where n.subject_id = c.case_number))::text as document
      from case_file c
        join case_applicant a on a.case_number = c.case_number
        join case_view v on v.case_number = c.case_number
      where c.case_number = $1
      """;
  private static final String READABLE = LOAD + CaseRights.READABLE_FROM_2;

  private static final String ROW =
      """
      with x as (
        select * from jsonb_to_record(cast(cast(:row as text) as jsonb)) as x(
          "caseNumber" text, state text, "stepId" text, "stepName" text, "stepNameEn" text, "stepPost" text,
          "stepDueAt" timestamptz, "dueAt" timestamptz, "dueProvisional" boolean, "dueOrder" timestamptz,
          "acceptedAt" timestamptz, "endedAt" timestamptz, "updatedAt" timestamptz, version integer,
          event jsonb, materials jsonb)
      ),
      """;
  private static final String FOLLOWING =
      """
      , event as (
        insert into case_event (case_number, number, kind, step_id, to_step_id, at, body)
        select file.case_number, x.version, x.event ->> 'kind', x.event ->> 'stepId', x.event ->> 'toStepId',
          x."updatedAt", x.event
        from file, x
      ), material as (
        insert into case_material
          (id, case_number, event_number, code, file_name, content_type, size, sha256, received_at)
        select m.id, file.case_number, x.version, m.code, m."fileName", m."contentType", m.size,
          decode(m.sha256, 'hex'), x."updatedAt"
        from file, x, jsonb_to_recordset(x.materials) as m(
          id uuid, code text, "fileName" text, "contentType" text, size bigint, sha256 text)
      )
      """;
  private static final String INSERT =
      ROW
          + """
          born as (
            select * from jsonb_to_record(cast(cast(:born as text) as jsonb)) as born(
              "itemVersionId" uuid, "flowId" uuid, "itemCode" text, "itemName" text, "itemNameEn" text,
              handling text, "departmentCode" text, "regionCode" text, "applicantMasked" text,
              "codeHash" text, subject text, applicant jsonb)
          ), file as (
            insert into case_file
              (case_number, item_version_id, flow_id, item_code, item_name, item_name_en, handling,
               department_code, region_code, applicant_masked, state, step_id, step_name, step_name_en,
               step_post, step_due_at, due_at, due_provisional, due_order, submitted_at, accepted_at,
               ended_at, updated_at, version)
            select x."caseNumber", born."itemVersionId", born."flowId", born."itemCode", born."itemName",
              born."itemNameEn", born.handling, born."departmentCode", born."regionCode",
              born."applicantMasked", x.state, x."stepId", x."stepName", x."stepNameEn", x."stepPost",
              x."stepDueAt", x."dueAt", x."dueProvisional", x."dueOrder", x."updatedAt", x."acceptedAt",
              x."endedAt", x."updatedAt", x.version
            from x, born returning case_number
          )"""
          + FOLLOWING
          + """
          , applicant as (
            insert into case_applicant
              (case_number, kind, name, identity_number, phone, address, contact_name, subject)
            select file.case_number, a.kind, a.name, a."identityNumber", a.phone, a.address,
              a."contactName", born.subject
            from file, born, jsonb_to_record(born.applicant) as a(
              kind text, name text, "identityNumber" text, phone text, address text, "contactName" text)
          )
          insert into case_view (case_number, code_hash, item_version_id, body)
          select file.case_number, decode(born."codeHash", 'hex'), born."itemVersionId", cast(:view as bytea)
          from file, born
          """;
  private static final String UPDATE =
      ROW
          + """
          file as (
            update case_file c
            set state = x.state, step_id = x."stepId", step_name = x."stepName",
              step_name_en = x."stepNameEn", step_post = x."stepPost", step_due_at = x."stepDueAt",
              due_at = x."dueAt", due_provisional = x."dueProvisional", due_order = x."dueOrder",
              accepted_at = x."acceptedAt", ended_at = x."endedAt", updated_at = x."updatedAt",
              version = x.version
            from x
            where c.case_number = x."caseNumber" and c.version = x.version - 1
            returning c.case_number
          )"""
          + FOLLOWING
          + """
          update case_view v set body = cast(:view as bytea) from file where v.case_number = file.case_number
          """;
  private static final String RECOUNT =
      ROW
          + """
          file as (
            update case_file c
            set step_due_at = x."stepDueAt", due_at = x."dueAt", due_provisional = x."dueProvisional",
              due_order = x."dueOrder"
            from x
            where c.case_number = x."caseNumber" and c.version = x.version
            returning c.case_number
          )
          update case_view v set body = cast(:view as bytea) from file where v.case_number = file.case_number
          """;

  private final Pool pool;

  CaseStore(Pool pool) {
    this.pool = pool;
  }

  /** The case with this number, whoever asks. */
  Uni<Optional<StoredCase>> find(String caseNumber) {
    return pool.preparedQuery(LOAD).execute(Tuple.of(caseNumber)).map(CaseStore::first);
  }

  /**
   * The case with this number, if this reader may see it; everybody else sees that it isn't there.
   */
  Uni<Optional<StoredCase>> find(String caseNumber, CaseRights rights) {
    return pool.preparedQuery(READABLE)
        .execute(
            Tuple.of(
                caseNumber, rights.readsAll(), rights.readsDepartment(), rights.readsRegionsLike()))
        .map(CaseStore::first);
  }

  /** Stores a case with its first event. */
  Uni<Void> insert(Mutiny.Session session, CaseNow now, byte[] view) {
    return session
        .createNativeQuery(INSERT)
        .setParameter("row", CaseJson.write(CaseRow.of(now)))
        .setParameter("born", CaseJson.write(NewCase.of(now)))
        .setParameter("view", view)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Stores what the last event changed; false when somebody else was faster. */
  Uni<Boolean> update(Mutiny.Session session, CaseNow now, byte[] view) {
    return write(session, UPDATE, now, view);
  }

  /** Stores deadlines counted anew; false when the case has moved on meanwhile. */
  Uni<Boolean> recount(Mutiny.Session session, CaseNow now, byte[] view) {
    return write(session, RECOUNT, now, view);
  }

  private static Uni<Boolean> write(
      Mutiny.Session session, String statement, CaseNow now, byte[] view) {
    return session
        .createNativeQuery(statement)
        .setParameter("row", CaseJson.write(CaseRow.of(now)))
        .setParameter("view", view)
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  private static Optional<StoredCase> first(
      io.vertx.mutiny.sqlclient.RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(
            CaseJson.read(rows.iterator().next().getString("document"), StoredCase.class));
  }
}
