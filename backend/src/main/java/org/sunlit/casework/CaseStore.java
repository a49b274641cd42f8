package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.privacy.Vault;

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
        'applicantMasked', c.applicant_masked, 'jointNumber', c.joint_number, 'codeHash', encode(v.code_hash, 'hex'),
        'ownership', json_build_object('account', c.applicant_account,
          'samePerson', array_to_json(case_own_accounts(c.case_number))),
        'kind', a.kind, 'personal', encode(a.sealed, 'base64'),
        'events', (select json_agg(json_build_object('body', e.body, 'said', encode(e.said, 'base64'))
          order by e.number) from case_event e where e.case_number = c.case_number),
        'materials', (select json_agg(json_build_object('id', m.id, 'eventNumber', m.event_number,
            'code', m.code, 'contentType', m.content_type, 'size', m.size, 'sealed', encode(m.sealed, 'base64'),
            'fileKey', encode(m.file_key, 'base64'), 'receivedAt', m.received_at) order by m.received_at, m.code, m.id)
          from case_material m where m.case_number = c.case_number),
        'notices', (select json_agg(json_build_object('id', n.id, 'channel', n.channel,
            'shown', encode(n.shown, 'base64'), 'createdAt', n.created_at, 'status', n.status, 'deliveries', n.deliveries)
            order by n.created_at)
          from notice_shown n where n.subject_id = c.case_number),
        'pendingChange', (select json_build_object('id', w.id, 'requestedBy', w.requested_by,
            'requestedByName', w.requested_by_name, 'requestedByNameEn', w.requested_by_name_en,
            'wanted', w.payload, 'requestedAt', w.requested_at, 'expiresAt', w.expires_at)
          from confirmation_waiting w where w.kind in ('pause', 'extend', 'mark-green', 'reopen') and w.subject = c.case_number
          order by w.requested_at limit 1),
        'master', k.master, 'wrapped', encode(k.wrapped, 'base64'),
        'deletedAt', c.personal_data_deleted_at,
        'placement', (select p.body from case_place p where p.case_number = c.case_number))::text as document
      from case_file c
        join case_applicant a on a.case_number = c.case_number
        join case_view v on v.case_number = c.case_number
        left join vault_key k on k.subject = c.case_number
      where c.case_number = $1
      """;
  private static final String OWN = LOAD + " and c.applicant_account = $2";
  private static final String READABLE = LOAD + " and " + CaseRights.readable(2);

  private static final String ROW =
      """
      with x as (
        select * from jsonb_to_record(cast(cast(:row as text) as jsonb)) as x(
          "caseNumber" text, state text, "stepId" text, "stepName" text, "stepNameEn" text, "stepPosts" text[],
          "stepDueAt" timestamptz, "dueAt" timestamptz, "dueProvisional" boolean, "dueOrder" timestamptz, priority smallint,
          "acceptedAt" timestamptz, "endedAt" timestamptz, "updatedAt" timestamptz, version integer,
          event jsonb, said text, materials jsonb, "actingAt" text)
      ),
      """;
  private static final String FOLLOWING =
      """
      , event as (
        insert into case_event (case_number, number, kind, step_id, to_step_id, at, actor, acting_for,
          confirmed_by, body, said)
        select file.case_number, x.version, x.event ->> 'kind', x.event ->> 'stepId', x.event ->> 'toStepId',
          x."updatedAt", x.event -> 'by' ->> 'account', x.event -> 'by' ->> 'actingFor',
          x.event -> 'confirmedBy' ->> 'account', x.event, decode(x.said, 'base64')
        from file, x
      ), material as (
        insert into case_material
          (id, case_number, event_number, code, content_type, size, sealed, file_key, received_at)
        select m.id, file.case_number, x.version, m.code, m."contentType", m.size,
          decode(m.sealed, 'base64'), decode(m."fileKey", 'base64'), x."updatedAt"
        from file, x, jsonb_to_recordset(x.materials) as m(
          id uuid, code text, "contentType" text, size bigint, sealed text, "fileKey" text)
      )
      """;
  private static final String INSERT =
      ROW
          + """
          born as (
            select * from jsonb_to_record(cast(cast(:born as text) as jsonb)) as born(
              "itemVersionId" uuid, "flowId" uuid, "itemCode" text, "itemName" text, "itemNameEn" text,
              handling text, "departmentCode" text, "regionCode" text, "applicantMasked" text,
              "applicantAccount" text, "codeHash" text, kind text, personal text, master text, wrapped text,
              tokens jsonb, "jointNumber" text, placement jsonb)
          ), file as (
            insert into case_file
              (case_number, item_version_id, flow_id, item_code, item_name, item_name_en, handling,
               department_code, region_code, applicant_masked, applicant_account, state, step_id, step_name,
               step_name_en, step_posts, step_due_at, due_at, due_provisional, due_order, priority, submitted_at, accepted_at,
               ended_at, updated_at, version, joint_number)
            select x."caseNumber", born."itemVersionId", born."flowId", born."itemCode", born."itemName",
              born."itemNameEn", born.handling, born."departmentCode", born."regionCode",
              born."applicantMasked", born."applicantAccount", x.state, x."stepId", x."stepName",
              x."stepNameEn", coalesce(x."stepPosts", '{}'),
              x."stepDueAt", x."dueAt", x."dueProvisional", x."dueOrder", x.priority, x."updatedAt", x."acceptedAt",
              x."endedAt", x."updatedAt", x.version, born."jointNumber"
            from x, born returning case_number
          )"""
          + FOLLOWING
          + """
          , applicant as (
            insert into case_applicant (case_number, kind, sealed)
            select file.case_number, born.kind, decode(born.personal, 'base64') from file, born
          ), key as (
            insert into vault_key (subject, master, wrapped, created_at)
            select file.case_number, born.master, decode(born.wrapped, 'base64'), x."updatedAt"
            from file, born, x
          ), found as (
            insert into person_index (token, kind, case_number)
            select distinct decode(t.token, 'base64'), t.kind, file.case_number
            from file, born, jsonb_to_recordset(born.tokens) as t(kind text, token text)
          ), placed as (
            insert into case_place (case_number, taken_in_at, collect_at, acting_at, cross_region, body)
            select file.case_number, born.placement -> 'takenIn' ->> 'regionCode',
              born.placement -> 'collect' ->> 'regionCode', x."actingAt",
              cast(born.placement -> 'crossRegion' ->> 'permission' as uuid), born.placement
            from file, born, x
            where jsonb_typeof(born.placement) = 'object'
          )
          insert into case_view (case_number, code_hash, item_version_id, body, said)
          select file.case_number, decode(born."codeHash", 'hex'), born."itemVersionId", cast(:view as bytea),
            cast(:said as bytea)
          from file, born
          """;
  private static final String UPDATE =
      ROW
          + """
          file as (
            update case_file c
            set state = x.state, step_id = x."stepId", step_name = x."stepName",
              step_name_en = x."stepNameEn", step_posts = coalesce(x."stepPosts", '{}'), step_due_at = x."stepDueAt",
              due_at = x."dueAt", due_provisional = x."dueProvisional", due_order = x."dueOrder",
              priority = x.priority, accepted_at = x."acceptedAt", ended_at = x."endedAt", updated_at = x."updatedAt",
              version = x.version
            from x
            where c.case_number = x."caseNumber" and c.version = x.version - 1
            returning c.case_number
          )"""
          + FOLLOWING
          + """
          , placed as (
            update case_place p set acting_at = x."actingAt"
            from file, x
            where p.case_number = file.case_number and p.acting_at is distinct from x."actingAt"
          )
          update case_view v set body = cast(:view as bytea), said = cast(:said as bytea)
          from file where v.case_number = file.case_number
          """;

  private static final String MOVE =
      """
      with file as (
        update case_file set item_version_id = :version, flow_id = :flow, item_name = :name, item_name_en = :nameEn,
          handling = :handling
        where case_number = :number returning case_number, item_version_id
      )
      update case_view v set item_version_id = file.item_version_id from file where v.case_number = file.case_number
      """;

  private final Pool pool;
  private final Vault vault;
  private final BlindIndex blind;

  CaseStore(Pool pool, Vault vault, BlindIndex blind) {
    this.pool = pool;
    this.vault = vault;
    this.blind = blind;
  }

  /** The case with this number, whoever asks. */
  Uni<Optional<StoredCase>> find(String caseNumber) {
    return pool.preparedQuery(LOAD).execute(Tuple.of(caseNumber)).map(this::first);
  }

  /**
   * The case with this number, if this reader may see it; everybody else sees that it isn't there.
   */
  Uni<Optional<StoredCase>> find(String caseNumber, CaseRights rights) {
    return pool.preparedQuery(READABLE)
        .execute(rights.addTo(Tuple.of(caseNumber)))
        .map(this::first);
  }

  /** The case with this number, if it is this account's own. */
  Uni<Optional<StoredCase>> findOwn(String caseNumber, String account) {
    return pool.preparedQuery(OWN).execute(Tuple.of(caseNumber, account)).map(this::first);
  }

  /** Stores a case with its first event. */
  Uni<Void> insert(Mutiny.Session session, CaseNow now, ViewParts view) {
    return session
        .createNativeQuery(INSERT)
        .setParameter("row", StoredJson.write(CaseRow.of(now)))
        .setParameter(
            "born",
            StoredJson.write(NewCase.of(now, vault.wrap(now.stored().key()), blind.tokens())))
        .setParameter("view", view.body())
        .setParameter("said", view.said())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Lets a case run on another version of its item; what its event changes follows. */
  Uni<Void> moveTo(Mutiny.Session session, CaseNow now) {
    return session
        .createNativeQuery(MOVE)
        .setParameter("number", now.number())
        .setParameter("version", now.basis().item().versionId())
        .setParameter("flow", now.basis().item().flowId())
        .setParameter("name", now.basis().item().name())
        .setParameter("nameEn", now.basis().item().nameEn())
        .setParameter("handling", now.basis().item().handling().code())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Stores what the last event changed; false when somebody else was faster. */
  Uni<Boolean> update(Mutiny.Session session, CaseNow now, ViewParts view) {
    return session
        .createNativeQuery(UPDATE)
        .setParameter("row", StoredJson.write(CaseRow.of(now)))
        .setParameter("view", view.body())
        .setParameter("said", view.said())
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  private Optional<StoredCase> first(
      io.vertx.mutiny.sqlclient.RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(
            StoredJson.read(rows.iterator().next().getString("document"), SealedCase.class)
                .open(vault));
  }
}
