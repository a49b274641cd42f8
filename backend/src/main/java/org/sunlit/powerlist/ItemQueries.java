package org.sunlit.powerlist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads of single items for everybody. */
@ApplicationScoped
class ItemQueries {
  private static final String ITEM =
      VersionRow.SELECT.formatted(
              """
              f.code as flow_code, f.definition->>'name' as flow_name, f.definition->>'nameEn' as flow_name_en,
              (select counter from power_list_change) as counter
              """)
          + """
          where i.code = $1 and v.effective_from <= $2 and (v.effective_to is null or v.effective_to >= $2)
          """;
  private static final String VERSIONS =
      VersionRow.SELECT.formatted("f.content_hash as flow_hash")
          + "where i.code = $1 order by v.number desc";
  private static final String FLOW_OF =
      """
      select v.id, v.flow_id, v.name, v.name_en, d.name as department_name, d.name_en as department_name_en,
        v.promised_amount, v.promised_unit, v.statutory_amount, v.statutory_unit
      from power_item_version v
        join power_item i on i.id = v.item_id
        join department d on d.code = v.department_code
      where i.code = $1 and v.effective_from <= $2 and (v.effective_to is null or v.effective_to >= $2)
      """;

  /**
   * An item with what only its page shows.
   *
   * @param entityTag changes whenever anything of the page may have changed
   */
  record ItemPage(
      VersionRow version, String flowCode, String flowName, String flowNameEn, String entityTag) {}

  /**
   * A version with what tells it from the one before.
   *
   * @param flowHash of its flow
   */
  record PastVersion(VersionRow version, String flowHash) {}

  /** What a flowchart says above it. */
  record FlowOf(
      UUID versionId,
      UUID flowId,
      String name,
      String nameEn,
      String departmentName,
      String departmentNameEn,
      org.sunlit.calendar.Limit promised,
      org.sunlit.calendar.Limit statutory) {}

  private final Pool pool;

  ItemQueries(Pool pool) {
    this.pool = pool;
  }

  Uni<Optional<ItemPage>> item(String code, LocalDate on) {
    return pool.preparedQuery(ITEM)
        .execute(Tuple.of(code, on))
        .map(rows -> rows.stream().findFirst().map(ItemQueries::page));
  }

  private static ItemPage page(Row row) {
    VersionRow version = VersionRow.of(row);
    return new ItemPage(
        version,
        row.getString("flow_code"),
        row.getString("flow_name"),
        row.getString("flow_name_en"),
        "\"" + version.id() + "-" + row.getLong("counter") + "\"");
  }

  /** Newest first; empty when there is no such item. */
  Uni<List<PastVersion>> versions(String code) {
    return pool.preparedQuery(VERSIONS)
        .execute(Tuple.of(code))
        .map(
            rows ->
                rows.stream()
                    .map(row -> new PastVersion(VersionRow.of(row), row.getString("flow_hash")))
                    .toList());
  }

  Uni<Optional<FlowOf>> flowOf(String code, LocalDate on) {
    return pool.preparedQuery(FLOW_OF)
        .execute(Tuple.of(code, on))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(
                        row ->
                            new FlowOf(
                                row.getUUID("id"),
                                row.getUUID("flow_id"),
                                row.getString("name"),
                                row.getString("name_en"),
                                row.getString("department_name"),
                                row.getString("department_name_en"),
                                VersionRow.limit(row, "promised_amount", "promised_unit"),
                                VersionRow.limit(row, "statutory_amount", "statutory_unit"))));
  }
}
