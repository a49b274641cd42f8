package org.sunlit.waybill;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Reach;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.waybill.rules.Direction;

/** Waybills in the database. */
@ApplicationScoped
class WaybillStore {
  private static final String FROM =
      """
      from case_file c join department d on d.code = c.department_code
        join case_place p on p.case_number = c.case_number and p.taken_in_at is not null
      """;
  private static final String SELECT =
      """
      select w.id, w.case_number, c.item_name, c.item_name_en, w.direction, w.carrier, w.number, w.materials, w.expected_on,
        w.sent_at, w.sent_by, s.name as sent_name, s.name_en as sent_name_en,
        w.received_at, w.received_by, r.name as received_name, r.name_en as received_name_en,
        w.missing_at, w.missing_by, m.name as missing_name, m.name_en as missing_name_en, w.version,
      """
          + Waybill.Ends.COLUMNS
          + FROM
          + """
            join waybill w on w.case_number = c.case_number
            left join account s on s.account = w.sent_by left join account r on r.account = w.received_by
            left join account m on m.account = w.missing_by
          """;
  private static final String OF_CASE =
      SELECT + " where w.case_number = $1 order by w.sent_at desc, w.id";
  private static final String ONE = SELECT + " where w.case_number = $1 and w.id = $2";

  /** What is late comes first. */
  private static final String OPEN =
      SELECT
          + " where w.received_at is null and ("
          + Reach.within("c.department_code", "c.region_code", 1)
          + " or p.taken_in_at like any ($%1$d::text[]) or p.hall_at like any ($%1$d::text[]))"
              .formatted(1 + Reach.PLACE_PATTERNS)
          + " order by w.expected_on, w.sent_at, w.id limit 200";

  private static final String ENDS =
      "select " + Waybill.Ends.COLUMNS + FROM + " where c.case_number = $1";
  private static final String MATERIALS =
      """
      select m ->> 'code' as code
      from case_view v join power_item_version i on i.id = v.item_version_id, jsonb_array_elements(i.detail -> 'materials') m
      where v.case_number = $1
      """;
  private static final String INSERT =
      """
      insert into waybill (id, case_number, direction, carrier, number, materials, expected_on, sent_at, sent_by)
      values (:id, :caseNumber, :direction, :carrier, :number, string_to_array(:materials, ','), :expected, :at, :by)
      """;
  private static final String RECEIVE =
      """
      update waybill set received_at = $3, received_by = $4, version = version + 1
      where id = $1 and version = $2 and received_at is null
      """;
  private static final String MISS =
      """
      update waybill set missing_at = $3, missing_by = $4, version = version + 1
      where id = $1 and version = $2 and received_at is null and missing_at is null
      """;

  private final Pool pool;

  WaybillStore(Pool pool) {
    this.pool = pool;
  }

  /** A new one as it is sent. */
  record Sent(
      UUID id,
      String caseNumber,
      Direction direction,
      String carrier,
      String number,
      List<String> materials,
      LocalDate expectedOn) {}

  /** Those of a case, the latest first. */
  Uni<List<Waybill>> ofCase(String caseNumber) {
    return pool.preparedQuery(OF_CASE)
        .execute(Tuple.of(caseNumber))
        .map(rows -> rows.stream().map(Waybill::of).toList());
  }

  Uni<Optional<Waybill>> find(String caseNumber, UUID id) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(caseNumber, id))
        .map(rows -> rows.stream().map(Waybill::of).findFirst());
  }

  /** Those that nobody has signed for, of the cases somebody reaches, what is due first. */
  Uni<List<Waybill>> open(Actor actor) {
    return pool.preparedQuery(OPEN)
        .execute(Reach.of(actor).addTo(Tuple.tuple()))
        .map(rows -> rows.stream().map(Waybill::of).toList());
  }

  /** Between whom a case's paper goes; empty for one that was handed in where it is decided. */
  Uni<Optional<Waybill.Ends>> ends(String caseNumber) {
    return pool.preparedQuery(ENDS)
        .execute(Tuple.of(caseNumber))
        .map(rows -> rows.stream().map(Waybill.Ends::of).findFirst());
  }

  /** The codes of the materials that a case can have. */
  Uni<List<String>> materials(String caseNumber) {
    return pool.preparedQuery(MATERIALS)
        .execute(Tuple.of(caseNumber))
        .map(rows -> rows.stream().map(row -> row.getString("code")).toList());
  }

  Uni<Void> insert(Mutiny.Session session, Sent sent, String by, Instant at) {
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", sent.id())
        .setParameter("caseNumber", sent.caseNumber())
        .setParameter("direction", sent.direction().code())
        .setParameter("carrier", sent.carrier())
        .setParameter("number", sent.number())
        .setParameter("materials", String.join(",", sent.materials()))
        .setParameter("expected", sent.expectedOn())
        .setParameter("at", CityTime.offset(at))
        .setParameter("by", by)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Fails with 412 when it isn't as it was seen any more; so does the other. */
  Uni<Void> receive(UUID id, int seen, String by, Instant at) {
    return change(RECEIVE, id, seen, by, at);
  }

  Uni<Void> miss(UUID id, int seen, String by, Instant at) {
    return change(MISS, id, seen, by, at);
  }

  private Uni<Void> change(String change, UUID id, int seen, String by, Instant at) {
    return pool.preparedQuery(change)
        .execute(Tuple.of(id, seen, CityTime.offset(at), by))
        .invoke(rows -> Problem.staleUnlessOne(rows.rowCount()))
        .replaceWithVoid();
  }
}
