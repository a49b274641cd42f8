package org.sunlit.place;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sunlit.place.rules.DelegatedPower;
import org.sunlit.place.rules.DelegationTerm;
import org.sunlit.place.rules.PlaceKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;

/** Delegations in the database. */
@ApplicationScoped
class DelegationStore {
  /** A delegation with the names of what it is about. */
  record Stored(
      UUID id,
      String itemCode,
      String itemName,
      String itemNameEn,
      String departmentCode,
      String departmentName,
      String departmentNameEn,
      String placeCode,
      String placeName,
      String placeNameEn,
      PlaceKind placeKind,
      String placeRegion,
      Set<DelegatedPower> powers,
      String letterNumber,
      String issuedBy,
      DelegationTerm term,
      String endedWhy,
      Instant recordedAt) {}

  record Page(List<Stored> items, String next, long total) {}

  /** What is asked for; nulls for any. */
  record Asked(
      String place, String department, String item, int limit, Instant before, UUID last) {}

  private static final String ALL =
      """
      select g.*, p.name as place_name, p.name_en as place_name_en, p.kind, p.region_code as place_region,
        d.name as department_name, d.name_en as department_name_en, v.name as item_name, v.name_en as item_name_en
      from delegation g join place p on p.code = g.place_code join department d on d.code = g.department_code
        join lateral (select v.name, v.name_en from power_item i join power_item_version v on v.item_id = i.id
          where i.code = g.item_code order by v.number desc limit 1) v on true
      """;
  private static final String FILTER =
      """
       where (cast($1 as text) is null or g.place_code = $1)
        and (cast($2 as text) is null or g.department_code = $2)
        and (cast($3 as text) is null or g.item_code = $3)
      """;
  private static final String PAGE =
      ALL
          + FILTER
          + " and (cast($4 as timestamptz) is null or (g.recorded_at, g.id) < ($4, cast($5 as uuid)))"
          + " order by g.recorded_at desc, g.id desc limit $6";
  private static final String TOTAL = "select count(*) as total from delegation g" + FILTER;
  private static final String ONE = ALL + " where g.id = $1";
  private static final String OTHERS = ALL + " where g.item_code = $1 and g.place_code = $2";
  private static final String INSERT =
      """
      insert into delegation (id, item_code, department_code, place_code, powers, letter_number, issued_by, from_on,
        until_on, recorded_by, recorded_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """;
  private static final String END =
      "update delegation set ended_on = $2, ended_why = $3 where id = $1";

  /** Open cases that a letter is in the papers of. */
  private static final String OPEN_CASES =
      """
      select count(*) as running from case_place p join case_file c on c.case_number = p.case_number
      where c.open and c.item_code = $1
        and (p.body -> 'takenIn' ->> 'letter' = $2 or p.body -> 'collect' ->> 'letter' = $2)
      """;

  private final Pool pool;
  private final Clock clock;

  DelegationStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<Page> page(Asked asked) {
    Tuple filter = Tuple.of(asked.place(), asked.department(), asked.item());
    Tuple page =
        Tuple.of(asked.place(), asked.department(), asked.item())
            .addValue(CityTime.offset(asked.before()))
            .addValue(asked.last())
            .addInteger(asked.limit() + 1);
    return pool.preparedQuery(PAGE)
        .execute(page)
        .map(rows -> PlaceQueries.all(rows, DelegationStore::stored))
        .chain(
            found ->
                pool.preparedQuery(TOTAL)
                    .execute(filter)
                    .map(rows -> page(found, asked.limit(), rows.iterator().next())));
  }

  Uni<Optional<Stored>> find(SqlClient client, UUID id) {
    return client
        .preparedQuery(ONE)
        .execute(Tuple.of(id))
        .map(rows -> PlaceQueries.all(rows, DelegationStore::stored).stream().findFirst());
  }

  /** The delegations there are of the same item to the same place. */
  Uni<List<Stored>> others(SqlConnection connection, Stored like) {
    return connection
        .preparedQuery(OTHERS)
        .execute(Tuple.of(like.itemCode(), like.placeCode()))
        .map(rows -> PlaceQueries.all(rows, DelegationStore::stored));
  }

  Uni<Void> insert(SqlConnection connection, Stored stored, String by) {
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addUUID(stored.id())
                .addString(stored.itemCode())
                .addString(stored.departmentCode())
                .addString(stored.placeCode())
                .addArrayOfString(
                    stored.powers().stream().map(DelegatedPower::code).toArray(String[]::new))
                .addString(stored.letterNumber())
                .addString(stored.issuedBy())
                .addValue(stored.term().from())
                .addValue(stored.term().until())
                .addString(by)
                .addValue(CityTime.offset(clock.instant())))
        .replaceWithVoid();
  }

  Uni<Void> end(SqlConnection connection, UUID id, LocalDate lastDay, String why) {
    return connection.preparedQuery(END).execute(Tuple.of(id, lastDay, why)).replaceWithVoid();
  }

  Uni<Long> openCases(SqlConnection connection, Stored stored) {
    return connection
        .preparedQuery(OPEN_CASES)
        .execute(Tuple.of(stored.itemCode(), stored.letterNumber()))
        .map(rows -> rows.iterator().next().getLong("running"));
  }

  private static Page page(List<Stored> found, int limit, Row total) {
    List<Stored> shown = found.subList(0, Math.min(limit, found.size()));
    Stored last = found.size() > limit ? shown.get(limit - 1) : null;
    return new Page(
        shown,
        last == null ? null : PlaceCursor.write(last.recordedAt(), last.id()),
        total.getLong("total"));
  }

  private static Stored stored(Row row) {
    return new Stored(
        row.getUUID("id"),
        row.getString("item_code"),
        row.getString("item_name"),
        row.getString("item_name_en"),
        row.getString("department_code"),
        row.getString("department_name"),
        row.getString("department_name_en"),
        row.getString("place_code"),
        row.getString("place_name"),
        row.getString("place_name_en"),
        PlaceQueries.kind(row),
        row.getString("place_region"),
        Arrays.stream(row.getArrayOfStrings("powers"))
            .map(code -> Coded.of(DelegatedPower.class, code))
            .collect(Collectors.toCollection(TreeSet::new)),
        row.getString("letter_number"),
        row.getString("issued_by"),
        PlaceQueries.term(row),
        row.getString("ended_why"),
        row.getOffsetDateTime("recorded_at").toInstant());
  }
}
