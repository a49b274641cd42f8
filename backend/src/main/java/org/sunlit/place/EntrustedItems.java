package org.sunlit.place;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Items that can be entrusted to a place or taken in anywhere: what people apply for. */
@ApplicationScoped
class EntrustedItems {
  /** An item as it can be delegated. */
  record Item(
      String name,
      String nameEn,
      String departmentCode,
      String departmentName,
      String departmentNameEn) {}

  private static final String ITEM =
      """
      select v.name, v.name_en, v.department_code, d.name as department_name, d.name_en as department_name_en
      from power_item i join power_item_version v on v.item_id = i.id join department d on d.code = v.department_code
      where i.code = $1 and v.status = 'inForce' and v.effective_from <= $2 and coalesce(v.effective_to, $2) >= $2
        and v.category not in ('penalty', 'coercion', 'levy', 'inspection')
      """;
  private final Places places;

  EntrustedItems(Places places) {
    this.places = places;
  }

  /** The item of this code that holds today; fails with 422 when there is none. */
  Uni<Item> need(SqlConnection connection, String code) {
    return connection
        .preparedQuery(ITEM)
        .execute(Tuple.of(code, places.today()))
        .map(
            rows ->
                PlaceQueries.all(
                        rows,
                        row ->
                            new Item(
                                row.getString("name"),
                                row.getString("name_en"),
                                row.getString("department_code"),
                                row.getString("department_name"),
                                row.getString("department_name_en")))
                    .stream()
                    .findFirst()
                    .orElseThrow(
                        () ->
                            Problem.of(ProblemType.UNPROCESSABLE)
                                .at("/itemCode", "apply.item-unknown")));
  }
}
