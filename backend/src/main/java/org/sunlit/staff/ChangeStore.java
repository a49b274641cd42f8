package org.sunlit.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sunlit.api.model.AdministrativeChange;
import org.sunlit.api.model.AdministrativeChangePage;
import org.sunlit.api.model.FieldChange;
import org.sunlit.staff.rules.Scope;

/** What administrators changed, as it was written down with each change. */
@ApplicationScoped
class ChangeStore {
  private static final String FROM =
      " from administrative_change c where "
          + Scope.within("c", 1)
          // The rest of the record is the power list's and the calendar's.
          + """
            and c.subject_kind not in ('item', 'flow', 'department', 'jointTheme', 'calendar')
            and (cast($3 as text) is null or c.subject_id = $3)
            and (cast($4 as text) is null or c.department_code = $4)
          """;
  private static final String PAGE =
      """
      select c.id, c.at, c.by_account, c.by_name, c.action, c.subject_kind, c.subject_id, c.subject_name,
        c.effective_from, c.fields
      """
          + FROM
          + " and (cast($5 as bigint) is null or c.id < $5) order by c.id desc limit $6";
  private static final String TOTAL = "select count(*) as total" + FROM;

  private final Pool pool;

  ChangeStore(Pool pool) {
    this.pool = pool;
  }

  Uni<AdministrativeChangePage> list(
      String subject, String department, int limit, String cursor, Scope scope) {
    String[] after = Rows.parts(cursor, 1);
    Tuple page =
        filter(subject, department, scope).addValue(Rows.number(after[0])).addValue(limit + 1);
    return pool.preparedQuery(PAGE)
        .execute(page)
        .map(
            rows ->
                Rows.page(rows, limit, ChangeStore::change, row -> Rows.cursor(row.getLong("id"))))
        .chain(
            read ->
                pool.preparedQuery(TOTAL)
                    .execute(filter(subject, department, scope))
                    .map(
                        rows ->
                            new AdministrativeChangePage()
                                .items(read.items())
                                .nextCursor(read.nextCursor())
                                .total(rows.iterator().next().getLong("total").intValue())));
  }

  private static Tuple filter(String subject, String department, Scope scope) {
    return Tuple.tuple()
        .addValue(scope.department())
        .addValue(scope.regionsLike())
        .addValue(subject)
        .addValue(department);
  }

  private static AdministrativeChange change(Row row) {
    return new AdministrativeChange()
        .id(row.getLong("id"))
        .at(Rows.local(row, "at"))
        .by(row.getString("by_account"))
        .byName(row.getString("by_name"))
        .action(row.getString("action"))
        .subjectKind(row.getString("subject_kind"))
        .subjectId(row.getString("subject_id"))
        .subjectName(row.getString("subject_name"))
        .effectiveFrom(Rows.local(row, "effective_from"))
        .changes(
            row.getJsonArray("fields").stream()
                .map(JsonObject.class::cast)
                .map(
                    field ->
                        new FieldChange()
                            .field(field.getString("field"))
                            .before(texts(field.getJsonArray("before")))
                            .after(texts(field.getJsonArray("after"))))
                .toList());
  }

  private static List<String> texts(JsonArray array) {
    return array.stream().map(String::valueOf).toList();
  }
}
