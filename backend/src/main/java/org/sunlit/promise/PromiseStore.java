package org.sunlit.promise;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.powerlist.BreachConsequence;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;
import org.sunlit.problem.Problem;
import org.sunlit.promise.rules.Piece;
import org.sunlit.promise.rules.PieceStanding;
import org.sunlit.promise.rules.PromiseEvent;
import org.sunlit.promise.rules.PromiseRules;
import org.sunlit.promise.rules.PromiseStanding;

/**
 * Promises in the database: the events are the truth, the pieces their fold for lists and sweeps.
 */
@ApplicationScoped
class PromiseStore {
  /** The whole promise as one JSON document, bytes in base64. */
  private static final String LOAD =
      """
      select json_build_object('caseNumber', p.case_number, 'itemName', p.item_name, 'itemNameEn', p.item_name_en,
        'departmentCode', p.department_code, 'departmentName', d.name, 'departmentNameEn', d.name_en,
        'regionCode', p.region_code, 'applicantKind', p.applicant_kind, 'applicantMasked', p.applicant_masked,
        'identity', encode(p.identity, 'base64'), 'pieces', p.pieces, 'breach', p.breach,
        'sealed', encode(p.sealed, 'base64'), 'master', k.master, 'wrapped', encode(k.wrapped, 'base64'),
        'events', (
          select json_agg(json_build_object('body', e.body, 'said', encode(e.said, 'base64')) order by e.number)
          from promise_event e where e.case_number = p.case_number))::text
      from promise p
        join department d on d.code = p.department_code
        left join vault_key k on k.subject = p.case_number
      where p.case_number =\s""";

  private static final String INSERT =
      """
      insert into promise (case_number, item_name, item_name_en, department_code, region_code, applicant_kind,
        applicant_masked, identity, pieces, breach, text_version, sealed, signed_at, extension, version)
      values (:number, :itemName, cast(:itemNameEn as text), :department, :region, :kind, :masked, :identity,
        cast(cast(:pieces as text) as jsonb), :breach, :textVersion, :sealed, :at, 'none', 1)
      """;
  private static final String MOVE =
      """
      update promise set extension = :extension, ended = :ended, version = :version
      where case_number = :number and version = :version - 1
      """;
  private static final String LOCK =
      "update promise set version = version where case_number = :number and version = :version";
  private static final String EVENT =
      """
      insert into promise_event (case_number, number, kind, at, body, said)
      values (:number, :event, :kind, :at, cast(cast(:body as text) as jsonb), cast(:said as bytea))
      """;
  private static final String PIECES =
      """
      insert into promise_piece (case_number, code, kind, name, name_en, department_code, region_code, state,
        to_review, due_on, due_at, due_provisional, remind_at)
      select p.case_number, x.code, x.kind, x.name, x."nameEn", p.department_code, p.region_code, x.state,
        x."toReview", x."dueOn", x."dueAt", x.provisional, x."remindAt"
      from promise p, jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as x(code text, kind text, name text,
        "nameEn" text, state text, "toReview" boolean, "dueOn" date, "dueAt" timestamptz, provisional boolean,
        "remindAt" timestamptz)
      where p.case_number = :number
      on conflict (case_number, code) do update set state = excluded.state, to_review = excluded.to_review,
        due_on = excluded.due_on, due_at = excluded.due_at, due_provisional = excluded.due_provisional,
        remind_at = excluded.remind_at
      """;

  private record StoredEvent(PromiseEvent body, String said) {}

  private record StoredPromise(
      String caseNumber,
      String itemName,
      String itemNameEn,
      String departmentCode,
      String departmentName,
      String departmentNameEn,
      String regionCode,
      String applicantKind,
      String applicantMasked,
      String identity,
      List<Piece> pieces,
      String breach,
      String sealed,
      String master,
      String wrapped,
      List<StoredEvent> events) {}

  private record PieceRow(
      String code,
      String kind,
      String name,
      String nameEn,
      String state,
      boolean toReview,
      LocalDate dueOn,
      OffsetDateTime dueAt,
      boolean provisional,
      OffsetDateTime remindAt) {}

  private final Pool pool;
  private final Vault vault;
  private final CalendarService calendars;
  private final PromiseSettings settings;

  PromiseStore(Pool pool, Vault vault, CalendarService calendars, PromiseSettings settings) {
    this.pool = pool;
    this.vault = vault;
    this.calendars = calendars;
    this.settings = settings;
  }

  /** What was promised with this case, whoever asks; empty when nothing was. */
  Uni<Optional<PromiseRecord>> find(String caseNumber) {
    return pool.preparedQuery(LOAD + "$1")
        .execute(Tuple.of(caseNumber))
        .map(rows -> rows.stream().findFirst().map(row -> record(row.getString(0))));
  }

  /** The same within the caller's transaction, over its connection. */
  Uni<Optional<PromiseRecord>> find(Mutiny.Session session, String caseNumber) {
    return session
        .createNativeQuery(LOAD + ":number", String.class)
        .setParameter("number", caseNumber)
        .getSingleResultOrNull()
        .map(found -> Optional.ofNullable(found).map(this::record));
  }

  /** Stores a promise that has just been signed. */
  Uni<Void> insert(Mutiny.Session session, PromiseRecord born) {
    PromiseEvent signed = born.events().get(0);
    return session
        .createNativeQuery(INSERT)
        .setParameter("number", born.caseNumber())
        .setParameter("itemName", born.itemName())
        .setParameter("itemNameEn", born.itemNameEn())
        .setParameter("department", born.departmentCode())
        .setParameter("region", born.regionCode())
        .setParameter("kind", born.applicantKind())
        .setParameter("masked", born.applicantMasked())
        .setParameter("identity", born.identity())
        .setParameter("pieces", StoredJson.write(born.pieces()))
        .setParameter("breach", born.breach().code())
        .setParameter("textVersion", born.signed().text().version())
        .setParameter("sealed", PromiseSeals.seal(born.key(), born.signed()))
        .setParameter("at", CityTime.offset(signed.at()))
        .executeUpdate()
        .chain(() -> event(session, born, signed))
        .chain(() -> pieces(session, born));
  }

  /**
   * Adds the last event of a promise.
   *
   * @return fails with 412 when somebody else has added one since
   */
  Uni<Void> append(Mutiny.Session session, PromiseRecord after) {
    PromiseEvent event = after.events().get(after.events().size() - 1);
    PromiseStanding standing = after.standing(calendars.current());
    return session
        .createNativeQuery(MOVE)
        .setParameter("extension", standing.extension().code())
        .setParameter("ended", standing.ended())
        .setParameter("number", after.caseNumber())
        .setParameter("version", event.number())
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .chain(() -> event(session, after, event))
        .chain(() -> pieces(session, after));
  }

  /** Counts the days of a promise again, unless it has moved on; nothing has happened to it. */
  Uni<Void> recount(Mutiny.Session session, PromiseRecord record) {
    return session
        .createNativeQuery(LOCK)
        .setParameter("number", record.caseNumber())
        .setParameter("version", record.version())
        .executeUpdate()
        .chain(same -> same == 1 ? pieces(session, record) : Uni.createFrom().voidItem());
  }

  private Uni<Void> pieces(Mutiny.Session session, PromiseRecord record) {
    List<PieceRow> rows =
        record.standing(calendars.current()).pieces().stream().map(this::row).toList();
    return session
        .createNativeQuery(PIECES)
        .setParameter("rows", StoredJson.write(rows))
        .setParameter("number", record.caseNumber())
        .executeUpdate()
        .replaceWithVoid();
  }

  private PieceRow row(PieceStanding piece) {
    Piece promised = piece.piece();
    return new PieceRow(
        piece.code(),
        promised.kind().code(),
        promised.name(),
        promised.nameEn(),
        piece.state().code(),
        piece.toReview(),
        piece.dueOn().orElse(null),
        piece.dueAt().map(CityTime::offset).orElse(null),
        piece.runs() && piece.deadline().map(due -> due.provisional()).orElse(false),
        PromiseRules.remindAt(piece, settings.remindDays(), calendars.current())
            .map(CityTime::offset)
            .orElse(null));
  }

  private static Uni<Void> event(Mutiny.Session session, PromiseRecord record, PromiseEvent event) {
    return session
        .createNativeQuery(EVENT)
        .setParameter("number", record.caseNumber())
        .setParameter("event", event.number())
        .setParameter("kind", event.kind().code())
        .setParameter("at", CityTime.offset(event.at()))
        .setParameter("body", StoredJson.write(event.wordless()))
        .setParameter("said", PromiseSeals.said(record.key(), event.number(), event.said()))
        .executeUpdate()
        .replaceWithVoid();
  }

  private PromiseRecord record(String document) {
    StoredPromise stored = StoredJson.read(document, StoredPromise.class);
    DataKey key =
        stored.master() == null
            ? null
            : vault.unwrap(
                new WrappedKey(stored.caseNumber(), stored.master(), bytes(stored.wrapped())));
    return new PromiseRecord(
        stored.caseNumber(),
        stored.itemName(),
        stored.itemNameEn(),
        stored.departmentCode(),
        stored.departmentName(),
        stored.departmentNameEn(),
        stored.regionCode(),
        stored.applicantKind(),
        stored.applicantMasked(),
        bytes(stored.identity()),
        stored.pieces(),
        BreachConsequence.of(stored.breach()),
        PromiseSeals.open(key, bytes(stored.sealed())),
        stored.events().stream().map(event -> opened(event, key)).toList(),
        key);
  }

  private static PromiseEvent opened(StoredEvent stored, DataKey key) {
    PromiseEvent body = stored.body();
    return body.saying(PromiseSeals.openSaid(key, body.number(), stored.said()));
  }

  private static byte[] bytes(String base64) {
    return Base64.getMimeDecoder().decode(base64);
  }

  /** The key of a row's case; null when it has been destroyed. */
  static DataKey key(Vault vault, String caseNumber, Row row) {
    String master = row.getString("master");
    return master == null
        ? null
        : vault.unwrap(new WrappedKey(caseNumber, master, row.getBuffer("wrapped").getBytes()));
  }
}
