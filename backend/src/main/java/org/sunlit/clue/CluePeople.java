package org.sunlit.clue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Who a name belongs to, who of the office there is, and which departments are. */
@ApplicationScoped
class CluePeople {
  /** A department's own people; without one, the discipline office's. */
  private static final String OF_THAT_NAME =
      """
      select account from account where kind = 'staff' and name = $1
        and (department_code = $2
          or $2::text is null and department_code is null and roles && array['investigator', 'disciplineHead'])
      """;

  private static final String OFFICERS =
      """
      select account, name, name_en, department_code from account
      where kind = 'staff' and not disabled and 'investigator' = any (roles) order by account
      """;
  private static final String ANOTHER_HEAD =
      """
      select exists (select from account where kind = 'staff' and not disabled and 'disciplineHead' = any (roles)
        and ($1::text is null or account <> $1)) as there
      """;
  private static final String DEPARTMENT =
      "select exists (select from department where code = $1) as there";

  /** Somebody a clue can be dispatched to. */
  record Officer(String account, String name, String nameEn, String department) {
    static Officer of(Row row) {
      return new Officer(
          row.getString("account"),
          row.getString("name"),
          row.getString("name_en"),
          row.getString("department_code"));
    }
  }

  private final Pool pool;

  CluePeople(Pool pool) {
    this.pool = pool;
  }

  /** The account of that name; empty when there is none, or more than one. */
  Uni<Optional<String>> account(String name, String department) {
    return name == null
        ? Uni.createFrom().item(Optional.empty())
        : pool.preparedQuery(OF_THAT_NAME)
            .execute(Tuple.of(name, department))
            .map(
                rows ->
                    rows.rowCount() == 1
                        ? Optional.of(rows.iterator().next().getString("account"))
                        : Optional.empty());
  }

  Uni<List<Officer>> officers() {
    return pool.query(OFFICERS).execute().map(rows -> rows.stream().map(Officer::of).toList());
  }

  /** Whether somebody heads the office who isn't this account. */
  Uni<Boolean> anotherHead(String than) {
    return pool.preparedQuery(ANOTHER_HEAD)
        .execute(Tuple.of(than))
        .map(rows -> rows.iterator().next().getBoolean("there"));
  }

  /** Whether there is such a department. */
  Uni<Boolean> isDepartment(String code) {
    return pool.preparedQuery(DEPARTMENT)
        .execute(Tuple.of(code))
        .map(rows -> rows.iterator().next().getBoolean("there"));
  }
}
