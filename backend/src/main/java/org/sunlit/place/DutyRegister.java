package org.sunlit.place;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * The duty register of a place (登记簿, D4): who came or called, about what, and what was done. Each
 * entry is sealed with a key of its own (个人信息保护法第五十一条), and read by the place's own staff and by
 * supervisors only; for everybody else it isn't there.
 */
@ApplicationScoped
public class DutyRegister {
  /**
   * What is entered.
   *
   * @param way visit, telephone or call
   * @param telephone null when not said
   * @param caseNumber the case it led to; null for none
   */
  public record Draft(
      String way, String who, String telephone, String matter, String done, String caseNumber) {}

  record Entry(UUID id, Instant at, Draft said, String byName) {}

  record Reading(Instant at, String byName) {}

  record Page(List<Entry> entries, String next, long total, List<Reading> readings) {}

  private static final String SEALED_IN = "duty_entry";
  private static final String OWN =
      "select code from place where code = $1 and ($2::boolean or region_code = any ($3::text[]))";
  private static final String COLUMNS =
      """
      select e.id, e.at, e.way, e.said, e.case_number, e.by_name, k.master, k.wrapped
      from duty_entry e join vault_key k on k.subject = 'duty/' || e.id
      """;
  private static final String PAGE =
      COLUMNS
          + """
           where e.place_code = $1 and (cast($2 as timestamptz) is null or (e.at, e.id) < ($2, cast($3 as uuid)))
          order by e.at desc, e.id desc limit $4
          """;
  private static final String TOTAL =
      "select count(*) as total from duty_entry where place_code = $1";
  private static final String ONE = COLUMNS + " where e.id = $1";
  private static final String READ =
      "insert into register_reading (place_code, at, account, name) values ($1, $2, $3, $4)";
  private static final String READINGS =
      "select at, name from register_reading where place_code = $1 order by id desc limit 10";
  private static final String CASE =
      """
      select c.case_number from case_file c join place p on p.code = $2
        left join case_place h on h.case_number = c.case_number
      where c.case_number = $1 and (c.region_code like region_prefix(p.region_code) || '%'
        or h.taken_in_at like region_prefix(p.region_code) || '%'
        or h.collect_at like region_prefix(p.region_code) || '%')
      """;
  private static final String INSERT =
      """
      insert into duty_entry (id, place_code, at, way, said, case_number, by_account, by_name, recorded_at)
      values (:id, :place, :at, :way, :said, cast(:case as text), :by, :name, :at)
      """;

  private final Pool pool;
  private final Vault vault;
  private final Idempotency idempotency;
  private final Clock clock;

  DutyRegister(Pool pool, Vault vault, Idempotency idempotency, Clock clock) {
    this.pool = pool;
    this.vault = vault;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /** The newest entries, for who may read this place's. */
  Uni<Page> page(String placeCode, Actor reader, int limit, String cursor) {
    PlaceCursor after = PlaceCursor.read(cursor);
    return own(placeCode, LocalReach.of(reader))
        .chain(
            () ->
                pool.preparedQuery(READ)
                    .execute(
                        Tuple.of(
                            placeCode,
                            CityTime.offset(clock.instant()),
                            reader.accountId(),
                            reader.displayName())))
        .chain(
            () ->
                pool.preparedQuery(PAGE)
                    .execute(
                        Tuple.of(placeCode, CityTime.offset(after.at()), after.id(), limit + 1)))
        .chain(
            rows ->
                pool.preparedQuery(TOTAL)
                    .execute(Tuple.of(placeCode))
                    .chain(
                        total ->
                            readings(placeCode)
                                .map(
                                    readings ->
                                        page(
                                            rows,
                                            limit,
                                            total.iterator().next().getLong("total"),
                                            readings))));
  }

  private Uni<List<Reading>> readings(String placeCode) {
    return pool.preparedQuery(READINGS)
        .execute(Tuple.of(placeCode))
        .map(
            rows ->
                PlaceQueries.all(
                    rows,
                    row ->
                        new Reading(
                            row.getOffsetDateTime("at").toInstant(), row.getString("name"))));
  }

  /** Enters something in the register of one's own place. */
  public Uni<UUID> enter(String placeCode, Draft draft, Actor by, String idempotencyKey) {
    check(draft);
    UUID id = UUID.randomUUID();
    return own(placeCode, new LocalReach(false, LocalReach.of(by).own()))
        .chain(() -> known(placeCode, draft.caseNumber()))
        .chain(
            () ->
                idempotency.once(
                    "dutyEntry " + placeCode,
                    by.accountId(),
                    idempotencyKey,
                    JsonObject.mapFrom(draft).encode().getBytes(StandardCharsets.UTF_8),
                    session ->
                        vault
                            .keep(session, "duty/" + id)
                            .chain(key -> insert(session, id, placeCode, draft, by, key))
                            .replaceWith(new Reply(201, id.toString()))))
        .map(reply -> UUID.fromString(reply.body()));
  }

  Uni<Entry> find(UUID id) {
    return pool.preparedQuery(ONE).execute(Tuple.of(id)).map(rows -> entry(rows.iterator().next()));
  }

  private static void check(Draft draft) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (draft.who().isBlank()) {
      throw wrong.at("/who", "field.not-blank");
    }
    if (draft.matter().isBlank()) {
      throw wrong.at("/matter", "field.not-blank");
    }
    if (draft.done().isBlank()) {
      throw wrong.at("/done", "field.not-blank");
    }
  }

  private Uni<Void> own(String placeCode, LocalReach reach) {
    return pool.preparedQuery(OWN)
        .execute(
            Tuple.tuple()
                .addString(placeCode)
                .addBoolean(reach.everything())
                .addArrayOfString(reach.regions()))
        .invoke(
            rows -> {
              if (rows.size() == 0) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
            })
        .replaceWithVoid();
  }

  /** A case of somewhere else is as unknown as one that doesn't exist. */
  private Uni<Void> known(String placeCode, String caseNumber) {
    return caseNumber == null
        ? Uni.createFrom().voidItem()
        : pool.preparedQuery(CASE)
            .execute(Tuple.of(caseNumber, placeCode))
            .invoke(
                rows -> {
                  if (rows.size() == 0) {
                    throw Problem.of(ProblemType.UNPROCESSABLE)
                        .at("/caseNumber", "place.case-unknown");
                  }
                })
            .replaceWithVoid();
  }

  private Uni<Integer> insert(
      Mutiny.Session session, UUID id, String placeCode, Draft draft, Actor by, DataKey key) {
    JsonObject said =
        new JsonObject()
            .put("who", draft.who().strip())
            .put("telephone", draft.telephone())
            .put("matter", draft.matter().strip())
            .put("done", draft.done().strip());
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", id)
        .setParameter("place", placeCode)
        .setParameter("at", CityTime.offset(clock.instant()))
        .setParameter("way", draft.way())
        .setParameter("said", key.sealWords(SEALED_IN, said.encode()))
        .setParameter("case", draft.caseNumber())
        .setParameter("by", by.accountId())
        .setParameter("name", by.displayName())
        .executeUpdate();
  }

  private Page page(RowSet<Row> rows, int limit, long total, List<Reading> readings) {
    List<Entry> all = PlaceQueries.all(rows, this::entry);
    List<Entry> shown = all.subList(0, Math.min(limit, all.size()));
    Entry last = all.size() > limit ? shown.get(limit - 1) : null;
    return new Page(
        shown, last == null ? null : PlaceCursor.write(last.at(), last.id()), total, readings);
  }

  private Entry entry(Row row) {
    UUID id = row.getUUID("id");
    DataKey key =
        vault.unwrap(
            new WrappedKey(
                "duty/" + id, row.getString("master"), row.getBuffer("wrapped").getBytes()));
    JsonObject said = new JsonObject(key.openWords(SEALED_IN, row.getBuffer("said").getBytes()));
    return new Entry(
        id,
        row.getOffsetDateTime("at").toInstant(),
        new Draft(
            row.getString("way"),
            said.getString("who"),
            said.getString("telephone"),
            said.getString("matter"),
            said.getString("done"),
            row.getString("case_number")),
        row.getString("by_name"));
  }
}
