package org.sunlit.board;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.board.rules.CarrierKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.platform.StoredJson;

/** The register of carriers in the database. */
@ApplicationScoped
class CarrierStore {
  /** What is looked for; nulls for any. */
  record Asked(String words, String kind, boolean attention, LocalDate today, String responsible) {}

  /** How many there are that are not taken down. */
  record Counts(int all, int paired, int silent, int overdue) {}

  /** When a device was silent or without news. */
  record Outage(String kind, Instant beganAt, Instant noticedAt, Instant recoveredAt) {}

  /** What was posted on a board or wall. */
  record Posting(LocalDate postedOn, String what, String by, Instant notedAt) {}

  private static final String FROM =
      """
       from carrier c join department d on d.code = c.department_code join account a on a.account = c.responsible
        left join carrier_outage o on o.carrier_code = c.code and o.recovered_at is null
      """;
  private static final String ALL =
      """
      select c.code, c.definition::text as definition, c.version, c.registered_on, c.key_hash is not null as paired,
        c.seen_at, c.beat::text as beat, c.posted_on, c.posted_by, c.posting_due_on, o.began_at as silent_since,
        d.name as department_name, d.name_en as department_name_en, a.name as person_name,
        a.name_en as person_name_en, a.title as person_title"""
          + FROM;
  private static final String FILTER =
      """
       where (cast($1 as text) is null or concat_ws(' ', c.code, c.definition ->> 'name', c.definition ->> 'nameEn',
          c.definition ->> 'place', c.definition ->> 'placeEn') ilike $1)
        and (cast($2 as text) is null or c.kind = $2)
        and (not $3::boolean or not c.closed and (o.id is not null or c.posting_due_on < $4))
        and (cast($5 as text) is null or c.responsible = $5)
      """;
  private static final String PAGE = ALL + FILTER + " and c.code > $6 order by c.code limit $7";
  private static final String TOTAL = "select count(*) as total" + FROM + FILTER;
  private static final String COUNTS =
      """
      select count(*) as every, count(c.key_hash) as paired, count(o.id) as silent,
        count(*) filter (where c.posting_due_on < $1) as overdue
      from carrier c left join carrier_outage o on o.carrier_code = c.code and o.recovered_at is null
      where not c.closed
      """;
  private static final String OF = ALL + " where c.code = any($1)";
  private static final String OUTAGES =
      "select * from carrier_outage where carrier_code = $1 order by id desc limit 20";
  private static final String POSTINGS =
      "select * from carrier_posting where carrier_code = $1 order by posted_on desc, id desc limit 20";
  private static final String WRITE =
      """
      insert into carrier (code, kind, region_code, department_code, responsible, screen_code, closed, definition,
        posting_due_on, registered_on, version)
      values ($1, $2, $3, $4, $5, $6, $7, cast(cast($8 as text) as jsonb), $9, $10, 1)
      on conflict (code) do update set kind = excluded.kind, region_code = excluded.region_code,
        department_code = excluded.department_code, responsible = excluded.responsible,
        screen_code = excluded.screen_code, closed = excluded.closed, definition = excluded.definition,
        posting_due_on = excluded.posting_due_on, version = carrier.version + 1,
        key_hash = case when $12 then carrier.key_hash end
      where carrier.version = $11
      """;
  private static final String SILENCED =
      "update carrier_outage set recovered_at = $2 where carrier_code = $1 and recovered_at is null";
  private static final String PAIR =
      "update carrier set key_hash = $2, seen_at = null, beat = null where code = $1";
  private static final String POST =
      """
      with noted as (
        insert into carrier_posting (carrier_code, posted_on, what, account, name, noted_at)
        values (:code, :day, :what, :account, :name, :at) returning carrier_code
      )
      update carrier set posted_on = :day, posted_by = :name, posting_due_on = cast(:dueOn as date)
      where code in (select carrier_code from noted) and (posted_on is null or posted_on <= :day)
      """;

  private final Pool pool;

  CarrierStore(Pool pool) {
    this.pool = pool;
  }

  /** Carriers by code, after that one. */
  Uni<List<CarrierRow>> page(Asked asked, String after, int limit) {
    return pool.preparedQuery(PAGE)
        .execute(filter(asked).addString(after).addInteger(limit))
        .map(rows -> rows.stream().map(CarrierStore::carrier).toList());
  }

  Uni<Integer> total(Asked asked) {
    return pool.preparedQuery(TOTAL)
        .execute(filter(asked))
        .map(rows -> rows.iterator().next().getLong("total").intValue());
  }

  Uni<Counts> counts(LocalDate today) {
    return pool.preparedQuery(COUNTS)
        .execute(Tuple.of(today))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new Counts(
                  row.getLong("every").intValue(),
                  row.getLong("paired").intValue(),
                  row.getLong("silent").intValue(),
                  row.getLong("overdue").intValue());
            });
  }

  Uni<Optional<CarrierRow>> find(String code) {
    return of(pool, List.of(code)).map(found -> found.stream().findFirst());
  }

  /** Those of these codes that are there. */
  Uni<List<CarrierRow>> of(SqlClient client, Collection<String> codes) {
    return client
        .preparedQuery(OF)
        .execute(Tuple.of(codes.toArray(String[]::new)))
        .map(rows -> rows.stream().map(CarrierStore::carrier).toList());
  }

  Uni<List<Outage>> outages(String code) {
    return pool.preparedQuery(OUTAGES)
        .execute(Tuple.of(code))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Outage(
                                row.getString("kind"),
                                instant(row, "began_at"),
                                instant(row, "noticed_at"),
                                instant(row, "recovered_at")))
                    .toList());
  }

  Uni<List<Posting>> postings(String code) {
    return pool.preparedQuery(POSTINGS)
        .execute(Tuple.of(code))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Posting(
                                row.getLocalDate("posted_on"),
                                row.getString("what"),
                                row.getString("name"),
                                instant(row, "noted_at")))
                    .toList());
  }

  /**
   * Stores what is said of a carrier; false when somebody else was faster. What was taken down, or
   * has no device any more, has no key and is missed by nobody.
   *
   * @param seen the version it was made from; 0 for a new one
   */
  Uni<Boolean> write(
      SqlClient client, String code, CarrierForm form, LocalDate dueOn, int seen, Instant now) {
    boolean listens = !form.closed() && Coded.of(CarrierKind.class, form.kind()).device();
    Uni<Boolean> written =
        client
            .preparedQuery(WRITE)
            .execute(
                Tuple.tuple(
                    Arrays.asList(
                        code,
                        form.kind(),
                        form.regionCode(),
                        form.departmentCode(),
                        form.responsible(),
                        form.screenCode(),
                        form.closed(),
                        StoredJson.write(form),
                        dueOn,
                        LocalDate.ofInstant(now, CityTime.ZONE),
                        seen,
                        listens)))
            .map(rows -> rows.rowCount() == 1);
    return listens
        ? written
        : written.call(
            () -> client.preparedQuery(SILENCED).execute(Tuple.of(code, CityTime.offset(now))));
  }

  /** From now on this key is its device's, and no other. */
  Uni<Void> pair(String code, Buffer keyHash) {
    return pool.preparedQuery(PAIR).execute(Tuple.of(code, keyHash)).replaceWithVoid();
  }

  /**
   * Notes, within the caller's transaction, that it was changed; what is noted for an earlier day
   * changes no date.
   */
  Uni<Void> post(
      Mutiny.Session session, String code, Posting posting, String account, LocalDate dueOn) {
    return session
        .createNativeQuery(POST)
        .setParameter("code", code)
        .setParameter("day", posting.postedOn())
        .setParameter("what", posting.what())
        .setParameter("account", account)
        .setParameter("name", posting.by())
        .setParameter("at", CityTime.offset(posting.notedAt()))
        .setParameter("dueOn", dueOn)
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Tuple filter(Asked asked) {
    return Tuple.tuple()
        .addString(asked.words() == null ? null : "%" + literal(asked.words()) + "%")
        .addString(asked.kind())
        .addBoolean(asked.attention())
        .addLocalDate(asked.today())
        .addString(asked.responsible());
  }

  /** What somebody types means itself in a pattern. */
  private static String literal(String words) {
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static CarrierRow carrier(Row row) {
    String beat = row.getString("beat");
    return new CarrierRow(
        row.getString("code"),
        StoredJson.read(row.getString("definition"), CarrierForm.class),
        row.getInteger("version"),
        row.getLocalDate("registered_on"),
        row.getBoolean("paired"),
        instant(row, "seen_at"),
        beat == null ? null : StoredJson.read(beat, CarrierRow.Beat.class),
        instant(row, "silent_since"),
        row.getLocalDate("posted_on"),
        row.getString("posted_by"),
        row.getLocalDate("posting_due_on"),
        new CarrierRow.Named(row.getString("department_name"), row.getString("department_name_en")),
        new CarrierRow.Named(row.getString("person_name"), row.getString("person_name_en")),
        row.getString("person_title"));
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }
}
