package org.sunlit.place;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sunlit.identity.Reach;
import org.sunlit.place.rules.DelegationTerm;
import org.sunlit.place.rules.PlaceKind;
import org.sunlit.platform.Coded;

/**
 * Places and what can be done there. A township's own items 自办 are those of its region, or whose
 * flow has a step in its post; a delegated one 代办 is handed in in the villages of the township too,
 * through their agents, and collected at the township.
 */
@ApplicationScoped
class PlaceQueries {
  /**
   * What can be done where on the day {@code $1}: a row for each place below the city and item.
   *
   * <p>The restrictions on the place come from whoever joins it.
   */
  static final String OFFERS =
      """
      select h.code as place_code, i.code as item_code, v.name as item_name, v.name_en as item_name_en,
        v.department_code, d.name as department_name, d.name_en as department_name_en,
        w.own, w.hand_in, w.accepts, w.collect, w.letter, w.until_on
      from place h
        cross join lateral (
          select g.item_code, false as own, g.powers && array['accept', 'forward'] as hand_in,
            'accept' = any (g.powers) as accepts, 'issue' = any (g.powers) and centre.code = h.code as collect,
            g.letter_number as letter, least(g.until_on, g.ended_on) as until_on
          from delegation g join place centre on centre.code = g.place_code
          where h.region_code like region_prefix(centre.region_code) || '%'
            and $1 >= g.from_on and $1 <= coalesce(least(g.until_on, g.ended_on), $1)
          union all
          select own_item.code, true, true, h.kind = 'townshipCentre', false, null, null
          from power_item own_item
            join power_item_version own on own.item_id = own_item.id and own.status = 'inForce'
              and own.effective_from <= $1 and coalesce(own.effective_to, $1) >= $1
            join flow_definition f on f.id = own.flow_id
          where (h.region_code like region_prefix(own.region_code) || '%'
              and f.definition -> 'steps' @> '[{"post": {"code": "township"}}]')
            or (length(region_prefix(own.region_code)) >= 9
              and h.region_code like region_prefix(own.region_code) || '%')
        ) w
        join power_item i on i.code = w.item_code
        join power_item_version v on v.item_id = i.id and v.status = 'inForce'
          and v.effective_from <= $1 and coalesce(v.effective_to, $1) >= $1
          and v.category not in ('penalty', 'coercion', 'levy', 'inspection')
        join department d on d.code = v.department_code
      where h.kind <> 'cityHall' and (w.hand_in or w.collect)
      """;

  private static final String PLACE =
      """
      select p.*, r.name as region_name, r.name_en as region_name_en, c.checked_on, c.met,
        case p.kind
          when 'cityHall' then (select count(*) from power_item_version v
            where v.status = 'inForce' and v.effective_from <= $1 and coalesce(v.effective_to, $1) >= $1)
          else (select count(*) from ("""
          + OFFERS
          + """
           and h.code = p.code) o)
        end as offers
      from place p join region r on r.code = p.region_code
        left join lateral (
          select checked_on, met from room_check k where k.place_code = p.code
          order by checked_on desc, recorded_at desc limit 1
        ) c on true
      """;

  /** The larger first: the city hall, then townships, each followed by its villages. */
  private static final String FOUND =
      """
      where (cast($2 as text) is null or p.name ilike $2 or p.name_en ilike $2 or p.address ilike $2
          or p.address_en ilike $2 or r.name ilike $2 or r.name_en ilike $2)
        and (cast($3 as text) is null or p.kind = $3)
        and (cast($4 as text) is null or p.region_code like $4)
        and (cast($5 as text) is null or p.kind = 'cityHall' or exists (select from ("""
          + OFFERS
          + """
           and h.code = p.code and i.code = $5) o))
      """;

  private static final String PAGE =
      PLACE
          + FOUND
          + " and (cast($6 as text) is null or p.region_code || '/' || p.code > $6)"
          + " order by p.region_code || '/' || p.code limit $7";
  private static final String TOTAL =
      "select count(*) as total from place p join region r on r.code = p.region_code " + FOUND;
  private static final String ONE = PLACE + " where p.code = $2";
  private static final String OF_ITEM =
      "select o.*, p.* from ("
          + OFFERS
          + " and i.code = $2) o join ("
          + PLACE
          + ") p on p.code = o.place_code order by p.region_code, p.code limit 1000";

  private final Pool pool;

  PlaceQueries(Pool pool) {
    this.pool = pool;
  }

  Pool pool() {
    return pool;
  }

  /** What is asked for; nulls for any. */
  record Asked(String q, PlaceKind kind, String region, String item, int limit, String after) {}

  record Found(List<PlaceRow> places, String next, long total) {}

  /** An item at a place. */
  record Offer(
      String placeCode,
      String itemCode,
      String itemName,
      String itemNameEn,
      String departmentCode,
      String departmentName,
      String departmentNameEn,
      boolean own,
      boolean handIn,
      boolean accepts,
      boolean collect,
      String letter,
      LocalDate until) {}

  record OfferedAt(PlaceRow place, Offer offer) {}

  Uni<Found> search(Asked asked, LocalDate day) {
    Tuple filter = filter(asked, day);
    Tuple page = filter(asked, day).addString(asked.after()).addInteger(asked.limit() + 1);
    return pool.preparedQuery(PAGE)
        .execute(page)
        .chain(
            rows ->
                pool.preparedQuery(TOTAL)
                    .execute(filter)
                    .map(total -> found(rows, asked.limit(), total.iterator().next())));
  }

  Uni<Optional<PlaceRow>> find(String code, LocalDate day) {
    return find(pool, code, day);
  }

  Uni<Optional<PlaceRow>> find(SqlClient client, String code, LocalDate day) {
    return client
        .preparedQuery(ONE)
        .execute(Tuple.of(day, code))
        .map(rows -> all(rows, PlaceRow::of).stream().findFirst());
  }

  /** What can be done at a place, by department and name. */
  Uni<List<Offer>> offers(String placeCode, LocalDate day) {
    return pool.preparedQuery(OFFERS + " and h.code = $2 order by d.place, v.name, w.own limit 500")
        .execute(Tuple.of(day, placeCode))
        .map(rows -> all(rows, PlaceQueries::offer));
  }

  /** Where an item can be handed in or collected. */
  Uni<List<OfferedAt>> of(String itemCode, LocalDate day) {
    return pool.preparedQuery(OF_ITEM)
        .execute(Tuple.of(day, itemCode))
        .map(rows -> all(rows, row -> new OfferedAt(PlaceRow.of(row), offer(row))));
  }

  static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
    List<T> all = new ArrayList<>();
    rows.forEach(row -> all.add(read.apply(row)));
    return all;
  }

  private static Tuple filter(Asked asked, LocalDate day) {
    return Tuple.tuple()
        .addValue(day)
        .addString(asked.q() == null ? null : "%" + Reach.literal(asked.q()) + "%")
        .addString(asked.kind() == null ? null : asked.kind().code())
        .addString(asked.region() == null ? null : Reach.regionsLike(asked.region()))
        .addString(asked.item());
  }

  private static Found found(RowSet<Row> rows, int limit, Row total) {
    List<PlaceRow> all = all(rows, PlaceRow::of);
    List<PlaceRow> shown = all.subList(0, Math.min(limit, all.size()));
    PlaceRow last = all.size() > limit ? shown.get(limit - 1) : null;
    return new Found(
        shown, last == null ? null : last.regionCode() + "/" + last.code(), total.getLong("total"));
  }

  private static Offer offer(Row row) {
    return new Offer(
        row.getString("place_code"),
        row.getString("item_code"),
        row.getString("item_name"),
        row.getString("item_name_en"),
        row.getString("department_code"),
        row.getString("department_name"),
        row.getString("department_name_en"),
        row.getBoolean("own"),
        row.getBoolean("hand_in"),
        row.getBoolean("accepts"),
        row.getBoolean("collect"),
        row.getString("letter"),
        row.getLocalDate("until_on"));
  }

  /** From when to when something is entrusted. */
  static DelegationTerm term(Row row) {
    return new DelegationTerm(
        row.getLocalDate("from_on"), row.getLocalDate("until_on"), row.getLocalDate("ended_on"));
  }

  static PlaceKind kind(Row row) {
    return Coded.of(PlaceKind.class, row.getString("kind"));
  }
}
