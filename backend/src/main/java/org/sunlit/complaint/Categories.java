package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sunlit.complaint.rules.Category;
import org.sunlit.complaint.rules.CategoryPlan;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What complaints can be about 诉求分类: a tree of three levels at most, kept as data. */
@ApplicationScoped
public class Categories {
  /** Parents come before their children. */
  private static final String ALL =
      """
      with recursive tree as (
        select code, in_use, array[name] as path from complaint_category where parent is null
        union all
        select c.code, c.in_use, t.path || c.name from complaint_category c join tree t on c.parent = t.code)
      select code, in_use, path from tree order by code
      """;

  private static final String PUT =
      """
      insert into complaint_category (code, parent, name, in_use) values ($1, $2, $3, true)
      on conflict (code) do update set in_use = true
      """;
  private static final String RETIRE =
      "update complaint_category set in_use = false where code = any ($1)";

  /** What a file does, or has done. */
  record Report(boolean applied, int rows, CategoryPlan plan, List<Fault> faults) {}

  private final Pool pool;

  Categories(Pool pool) {
    this.pool = pool;
  }

  /** All there ever were, in order. */
  Uni<List<Category>> all() {
    return all(pool);
  }

  private static Uni<List<Category>> all(SqlClient client) {
    return client
        .query(ALL)
        .execute()
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Category(
                                row.getString("code"),
                                List.of(row.getArrayOfStrings("path")),
                                row.getBoolean("in_use")))
                    .toList());
  }

  /** Those in use, in order. */
  Uni<List<Category>> inUse() {
    return all().map(all -> all.stream().filter(Category::inUse).toList());
  }

  /** Codes of those in use by their names from the first level down, {@code /} between them. */
  Uni<Map<String, String>> paths() {
    return inUse()
        .map(
            all ->
                all.stream()
                    .collect(
                        Collectors.toMap(
                            category -> String.join("/", category.path()), Category::code)));
  }

  /** The one with this code, whether it is in use or not; empty for null. */
  Uni<Optional<Category>> find(String code) {
    return code == null
        ? Uni.createFrom().item(Optional.empty())
        : all().map(all -> all.stream().filter(found -> found.code().equals(code)).findFirst());
  }

  /** Fails with 422 unless it is one in use; null is none. */
  Uni<Void> need(String code) {
    return code == null
        ? Uni.createFrom().voidItem()
        : inUse()
            .invoke(
                all -> {
                  if (all.stream().noneMatch(category -> category.code().equals(code))) {
                    throw Problem.of(ProblemType.UNPROCESSABLE)
                        .at("/category", "complaint.unknown-link");
                  }
                })
            .replaceWithVoid();
  }

  /** Takes a whole list of CSV or XLSX: every row or none. */
  public Uni<Void> take(byte[] file) {
    return take(UploadedTable.of(file), false).replaceWithVoid();
  }

  Uni<Report> take(UploadedTable file, boolean dryRun) {
    CategoryTable table = CategoryTable.read(file);
    if (!table.faults().isEmpty()) {
      return Uni.createFrom()
          .item(new Report(false, table.rows(), CategoryPlan.NOTHING, table.faults()));
    }
    return pool.withTransaction(
        connection ->
            // Two at a time would number the same new category twice.
            connection
                .query("lock table complaint_category in share row exclusive mode")
                .execute()
                .chain(() -> all(connection))
                .map(there -> CategoryPlan.of(there, table.paths()))
                .chain(plan -> take(connection, plan, table.rows(), dryRun)));
  }

  private static Uni<Report> take(
      SqlClient connection, CategoryPlan plan, int rows, boolean dryRun) {
    if (plan.overflows()) {
      Fault fault = Fault.of(null, null, "earlier.category-many", CategoryPlan.MOST_CHILDREN);
      return Uni.createFrom().item(new Report(false, rows, CategoryPlan.NOTHING, List.of(fault)));
    }
    Uni<Void> written = dryRun ? Uni.createFrom().voidItem() : write(connection, plan);
    return written.replaceWith(new Report(!dryRun, rows, plan, List.of()));
  }

  private static Uni<Void> write(SqlClient connection, CategoryPlan plan) {
    List<Tuple> put =
        plan.offered().stream()
            .map(category -> Tuple.of(category.code(), category.parent(), category.name()))
            .toList();
    return connection
        .preparedQuery(PUT)
        .executeBatch(put)
        .chain(
            () ->
                connection
                    .preparedQuery(RETIRE)
                    .execute(
                        Tuple.of(
                            plan.retired().stream().map(Category::code).toArray(String[]::new))))
        .replaceWithVoid();
  }
}
