package org.sunlit.promise;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.promise.rules.CreditEvent;
import org.sunlit.promise.rules.CreditStanding;

/** Credit entries in the database. */
@ApplicationScoped
class CreditStore {
  static final String READ =
      """
      select c.id, c.identity, c.applicant_kind, c.applicant_masked, c.case_number, c.piece, c.piece_name,
        c.piece_name_en, c.kind, c.item_name, c.item_name_en, c.department_code, d.name as department_name,
        d.name_en as department_name_en, c.region_code, c.entered_at, k.master, k.wrapped,
        p.state = 'broken' and p.kind = 'late' and not o.ended as can_be_made_good,
        (select json_agg(json_build_object('body', e.body, 'said', encode(e.said, 'base64')) order by e.number)::text
          from credit_event e where e.entry = c.id) as events
      from credit_entry c
        join department d on d.code = c.department_code
        join promise o on o.case_number = c.case_number
        join promise_piece p on p.case_number = c.case_number and p.code = c.piece
        left join vault_key k on k.subject = c.case_number
      """;

  /**
   * An entry restricts its person until it is repaired, and to the end of its period; $2 is today.
   */
  static final String COUNTS = "not c.removed and not (c.repaired and c.period_ends < $2)";

  private static final String ONE = READ + "where c.id = $1";
  private static final String OF_CASE =
      READ + "where c.case_number = $1 order by c.entered_at, c.id";
  private static final String COUNTING =
      READ + "where c.identity = $1 and " + COUNTS + " order by c.entered_at desc, c.id";
  private static final String ANY_COUNTING =
      "select exists (select from credit_entry c where c.identity = :identity and "
          + COUNTS.replace("$2", "cast(:today as date)")
          + ")";
  private static final String OF_ACCOUNT =
      READ
          + "where c.identity = (select token from account_identity where account = $1)"
          + " order by c.entered_at desc, c.id";
  private static final String INSERT =
      """
      insert into credit_entry (id, identity, applicant_kind, applicant_masked, case_number, piece, piece_name,
        piece_name_en, kind, item_name, item_name_en, department_code, region_code, entered_at, period_ends, version)
      values (:id, :identity, :applicantKind, :masked, :caseNumber, :piece, :pieceName, cast(:pieceNameEn as text),
        :kind, :itemName, cast(:itemNameEn as text), :department, :region, :at, cast(:periodEnds as date), 1)
      """;
  private static final String MOVE =
      """
      update credit_entry set removed = :removed, repaired = :repaired, contest = :contest, repair = :repair,
        version = :version
      where id = :id and version = :version - 1
      """;
  private static final String EVENT =
      """
      insert into credit_event (entry, number, kind, at, body, said)
      values (:id, :number, :kind, :at, cast(cast(:body as text) as jsonb), cast(:said as bytea))
      """;

  private record StoredEvent(CreditEvent body, String said) {}

  private final Pool pool;
  private final Vault vault;

  CreditStore(Pool pool, Vault vault) {
    this.pool = pool;
    this.vault = vault;
  }

  /** Whether anything restricts whoever has this identity at a moment; in the caller's session. */
  Uni<Boolean> counts(Mutiny.Session session, byte[] identity, Instant now) {
    return session
        .createNativeQuery(ANY_COUNTING, Boolean.class)
        .setParameter("identity", identity)
        .setParameter("today", today(now))
        .getSingleResult();
  }

  /** What restricts whoever has this identity at a moment, the newest first. */
  Uni<List<CreditEntryRecord>> counting(byte[] identity, Instant now) {
    return pool.preparedQuery(COUNTING)
        .execute(Tuple.of(Buffer.buffer(identity), today(now)))
        .map(this::all);
  }

  Uni<Optional<CreditEntryRecord>> find(UUID id) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().findFirst().map(this::read));
  }

  /** What came of the promise of a case, in order. */
  Uni<List<CreditEntryRecord>> ofCase(String caseNumber) {
    return pool.preparedQuery(OF_CASE).execute(Tuple.of(caseNumber)).map(this::all);
  }

  /** What is entered of the holder of an account, where their identity is known. */
  Uni<List<CreditEntryRecord>> ofAccount(String account) {
    return pool.preparedQuery(OF_ACCOUNT).execute(Tuple.of(account)).map(this::all);
  }

  Uni<Void> insert(Mutiny.Session session, CreditEntryRecord entry) {
    CreditEvent entered = entry.events().get(0);
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", entry.id())
        .setParameter("identity", entry.identity())
        .setParameter("applicantKind", entry.applicantKind())
        .setParameter("masked", entry.applicantMasked())
        .setParameter("caseNumber", entry.caseNumber())
        .setParameter("piece", entry.piece())
        .setParameter("pieceName", entry.pieceName())
        .setParameter("pieceNameEn", entry.pieceNameEn())
        .setParameter("kind", entry.kind().code())
        .setParameter("itemName", entry.itemName())
        .setParameter("itemNameEn", entry.itemNameEn())
        .setParameter("department", entry.departmentCode())
        .setParameter("region", entry.regionCode())
        .setParameter("at", CityTime.offset(entered.at()))
        .setParameter("periodEnds", entered.day())
        .executeUpdate()
        .chain(() -> event(session, entry, entered));
  }

  /**
   * Adds the last event of an entry.
   *
   * @return fails with 412 when somebody else has added one since
   */
  Uni<Void> append(Mutiny.Session session, CreditEntryRecord after) {
    CreditEvent event = after.events().get(after.events().size() - 1);
    CreditStanding standing = after.standing();
    return session
        .createNativeQuery(MOVE)
        .setParameter("removed", standing.removed())
        .setParameter("repaired", standing.repaired())
        .setParameter("contest", standing.contest().state().code())
        .setParameter("repair", standing.repair().state().code())
        .setParameter("id", after.id())
        .setParameter("version", event.number())
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .chain(() -> event(session, after, event));
  }

  private static Uni<Void> event(
      Mutiny.Session session, CreditEntryRecord entry, CreditEvent event) {
    return session
        .createNativeQuery(EVENT)
        .setParameter("id", entry.id())
        .setParameter("number", event.number())
        .setParameter("kind", event.kind().code())
        .setParameter("at", CityTime.offset(event.at()))
        .setParameter("body", StoredJson.write(event.wordless()))
        .setParameter(
            "said", PromiseSeals.said(entry.key(), entry.id(), event.number(), event.said()))
        .executeUpdate()
        .replaceWithVoid();
  }

  List<CreditEntryRecord> all(RowSet<Row> rows) {
    return rows.stream().map(this::read).toList();
  }

  private CreditEntryRecord read(Row row) {
    String caseNumber = row.getString("case_number");
    DataKey key = PromiseStore.key(vault, caseNumber, row);
    UUID id = row.getUUID("id");
    return new CreditEntryRecord(
        id,
        row.getBuffer("identity").getBytes(),
        row.getString("applicant_kind"),
        row.getString("applicant_masked"),
        caseNumber,
        row.getString("piece"),
        row.getString("piece_name"),
        row.getString("piece_name_en"),
        CreditEntryRecord.Kind.of(row.getString("kind")),
        row.getString("item_name"),
        row.getString("item_name_en"),
        row.getString("department_code"),
        row.getString("department_name"),
        row.getString("department_name_en"),
        row.getString("region_code"),
        Stream.of(StoredJson.read(row.getString("events"), StoredEvent[].class))
            .map(
                stored ->
                    stored
                        .body()
                        .saying(
                            PromiseSeals.openSaid(key, id, stored.body().number(), stored.said())))
            .toList(),
        row.getBoolean("can_be_made_good"),
        key);
  }

  static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, CityTime.ZONE);
  }
}
