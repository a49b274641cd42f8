package org.sunlit.document;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.document.rules.DocumentKind;
import org.sunlit.document.rules.IssuingUnit;
import org.sunlit.document.rules.Matter;
import org.sunlit.platform.StoredJson;

/** Documents in the database: one statement before they are written, one that writes them. */
@ApplicationScoped
class DocumentStore {
  /**
   * The unit, the government it belongs to, the county its address names, its own word on its
   * documents, the articles of the item, and what the case was given before.
   */
  private static final String BASIS =
      """
      with recursive unit as (
        select d.* from department d where d.code = :department
      ), up as (
        select r.* from region r, unit where r.code = unit.region_code
        union all
        select r.* from region r join up on r.code = up.parent_code where up.level in ('township', 'village')
      ), government as (
        select * from up where level in ('city', 'county') limit 1
      ), seat as (
        select * from government where level = 'county'
        union all
        select county.* from region county, government, unit
        where government.level = 'city' and county.level = 'county' and county.parent_code = government.code
          and strpos(unit.address, county.name) > 0
        limit 1
      )
      select json_build_object(
        'unit', json_build_object(
          'name', unit.name, 'nameEn', unit.name_en, 'shortName', unit.short_name,
          'region', government.name, 'regionEn', government.name_en, 'seat', seat.name, 'seatEn', seat.name_en,
          'own', json_build_object('prefix', own.prefix, 'reviewAuthority', own.review_authority,
            'reviewAuthorityEn', own.review_authority_en, 'court', own.court, 'courtEn', own.court_en),
          'bases', (select v.detail -> 'legalBases' from power_item_version v where v.id = :itemVersion)),
        'documents', (select coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind)
            order by o.event_number), '[]')
          from official_document o where o.case_number = :caseNumber
            and not exists (select from document_withdrawal w where w.document_id = o.id)
            -- What is decided after a reopening is delivered again.
            and not (o.kind = 'delivery' and exists (select from official_document r
              where r.case_number = o.case_number and r.kind = 'reopening'
                and r.event_number > o.event_number))))#>>'{}'
      from unit left join government on true left join seat on true
        left join document_unit own on own.department_code = unit.code
      """;

  /**
   * Takes the numbers and writes documents and seal uses. The rows of the series are locked in one
   * order by everybody, that of the kinds.
   */
  private static final String INSERT =
      """
      with act as (
        select * from jsonb_to_record(cast(cast(:act as text) as jsonb)) as act(
          "caseNumber" text, "eventNumber" integer, prefix text, year integer, "unitName" text, "unitNameEn" text,
          "departmentCode" text, "regionCode" text, at timestamptz, seal text, account text, name text,
          "nameEn" text, post text, "postName" text, "postNameEn" text, "confirmedBy" text, documents jsonb)
      ), wanted as (
        select document.* from act, rows from (jsonb_to_recordset(act.documents) as (
          id uuid, kind text, mark text, title text, "titleEn" text, "checkCode" text, sealed text))
          with ordinality as document(id, kind, mark, title, "titleEn", "checkCode", sealed, place)
      ), series as (
        insert into document_series as s (prefix, kind, year, last)
        select act.prefix, wanted.kind, act.year, 1 from act, wanted order by wanted.place
        on conflict (prefix, kind, year) do update set last = s.last + 1
        returning s.kind, s.last
      ), issued as (
        insert into official_document (id, case_number, event_number, kind, number, prefix, year, running, title,
          title_en, unit_name, unit_name_en, department_code, region_code, seal, issued_at, check_code, sealed)
        select wanted.id, act."caseNumber", act."eventNumber", wanted.kind,
          act.prefix || wanted.mark || '〔' || act.year || '〕' || series.last || '号', act.prefix, act.year,
          series.last, wanted.title, wanted."titleEn", act."unitName", act."unitNameEn", act."departmentCode",
          act."regionCode", act.seal, act.at, wanted."checkCode", decode(wanted.sealed, 'base64')
        from act, wanted join series on series.kind = wanted.kind
        order by wanted.place
        returning id, event_number
      )
      insert into seal_use (document_id, account, name, name_en, post, post_name, post_name_en, confirmed_by, at)
      select issued.id, act.account, act.name, act."nameEn", act.post, act."postName", act."postNameEn",
        act."confirmedBy", act.at
      from act, issued join wanted on wanted.id = issued.id order by wanted.place
      """;

  /** A decision that doesn't stand any more, with the proof of its delivery. */
  private static final String WITHDRAW =
      """
      insert into document_withdrawal (document_id, by_document)
      select former.id, reopening.id
      from official_document former join official_document reopening
        on reopening.case_number = former.case_number and reopening.event_number = :event
          and reopening.kind = 'reopening'
      where former.case_number = :caseNumber and former.event_number < :event
        and former.kind in ('grant', 'refusal', 'nonAcceptance', 'delivery')
      on conflict (document_id) do nothing
      """;

  private static final String SHOWN =
      """
      select o.id, o.event_number, o.kind, o.number, o.title, o.title_en, o.unit_name, o.unit_name_en, o.seal,
        o.issued_at, o.check_code, by.number as withdrawn_by, by.issued_at as withdrawn_at,
      """;
  private static final String WITHDRAWN =
      """
      from official_document o
        left join document_withdrawal w on w.document_id = o.id
        left join official_document by on by.id = w.by_document
      """;
  private static final String OF_CASE =
      SHOWN + "encode(o.sealed, 'base64') as sealed\n" + WITHDRAWN + " where o.case_number = $1";
  private static final String BY_NUMBER =
      SHOWN + "null as sealed\n" + WITHDRAWN + " where o.number = $1";

  private static final String GRANTS =
      SHOWN
          + "o.case_number\n"
          + WITHDRAWN
          + " where o.case_number = any ($1) and o.kind = 'grant' order by o.issued_at desc, o.id";

  /** What documents are written from, besides their act. */
  record IssueBasis(IssuingUnit.Known unit, List<Earlier> documents) {}

  /** A document the case was given before. */
  record Earlier(UUID id, String kind) {}

  /** One document before it has its number. */
  record Draft(
      UUID id,
      String kind,
      String mark,
      String title,
      String titleEn,
      String checkCode,
      String sealed) {}

  /** The documents of one act. */
  record Issue(
      String caseNumber,
      int eventNumber,
      String prefix,
      int year,
      String unitName,
      String unitNameEn,
      String departmentCode,
      String regionCode,
      OffsetDateTime at,
      String seal,
      String account,
      String name,
      String nameEn,
      String post,
      String postName,
      String postNameEn,
      String confirmedBy,
      List<Draft> documents) {}

  /** A document as it is stored. */
  record Issued(
      UUID id,
      int eventNumber,
      DocumentKind kind,
      String number,
      String title,
      String titleEn,
      String unitName,
      String unitNameEn,
      String seal,
      Instant issuedAt,
      String checkCode,
      String withdrawnBy,
      Instant withdrawnAt,
      String sealed) {}

  private final Pool pool;

  DocumentStore(Pool pool) {
    this.pool = pool;
  }

  /** Where the text of a document is sealed to. */
  static String place(UUID document) {
    return "official_document/" + document;
  }

  Uni<IssueBasis> basis(Mutiny.Session session, Matter matter) {
    return session
        .createNativeQuery(BASIS, String.class)
        .setParameter("department", matter.departmentCode())
        .setParameter("itemVersion", matter.itemVersionId())
        .setParameter("caseNumber", matter.caseNumber())
        .getSingleResult()
        .map(found -> StoredJson.read(found, IssueBasis.class));
  }

  Uni<Void> insert(Mutiny.Session session, Issue issue) {
    return session
        .createNativeQuery(INSERT)
        .setParameter("act", StoredJson.write(issue))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Withdraws the decisions made before the reopening of this event. */
  Uni<Void> withdrawFormer(Mutiny.Session session, String caseNumber, int eventNumber) {
    return session
        .createNativeQuery(WITHDRAW)
        .setParameter("caseNumber", caseNumber)
        .setParameter("event", eventNumber)
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<List<Issued>> of(String caseNumber) {
    return pool.preparedQuery(OF_CASE)
        .execute(Tuple.of(caseNumber))
        .map(rows -> rows.stream().map(DocumentStore::issued).toList());
  }

  Uni<Optional<Issued>> byNumber(String number) {
    return pool.preparedQuery(BY_NUMBER)
        .execute(Tuple.of(number))
        .map(rows -> rows.stream().map(DocumentStore::issued).findFirst());
  }

  Uni<List<OfficialDocuments.Grant>> grants(List<String> caseNumbers) {
    return pool.preparedQuery(GRANTS)
        .execute(Tuple.of(caseNumbers.toArray(String[]::new)))
        .map(rows -> rows.stream().map(DocumentStore::grant).toList());
  }

  private static OfficialDocuments.Grant grant(Row row) {
    return new OfficialDocuments.Grant(
        row.getUUID("id"),
        row.getString("case_number"),
        row.getString("number"),
        row.getString("title"),
        row.getString("title_en"),
        row.getString("unit_name"),
        row.getString("unit_name_en"),
        row.getOffsetDateTime("issued_at").toInstant(),
        row.getString("withdrawn_by") != null);
  }

  private static Issued issued(Row row) {
    return new Issued(
        row.getUUID("id"),
        row.getInteger("event_number"),
        DocumentKind.of(row.getString("kind")),
        row.getString("number"),
        row.getString("title"),
        row.getString("title_en"),
        row.getString("unit_name"),
        row.getString("unit_name_en"),
        row.getString("seal"),
        row.getOffsetDateTime("issued_at").toInstant(),
        row.getString("check_code"),
        row.getString("withdrawn_by"),
        row.getOffsetDateTime("withdrawn_at") == null
            ? null
            : row.getOffsetDateTime("withdrawn_at").toInstant(),
        row.getString("sealed"));
  }
}
