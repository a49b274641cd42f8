package org.sunlit.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Departments and regions by every word that lists have for them: code, name, short name. */
final class Places {
  private static final String DEPARTMENTS =
      """
      select code, code as word from department union all select code, name from department
      union all select code, short_name from department where short_name is not null
      union all select department_code, code from department_code
      """;
  private static final String REGIONS =
      "select code, code as word from region union all select code, name from region";

  private final Map<String, String> departments;
  private final Map<String, String> regions;

  private Places(Map<String, String> departments, Map<String, String> regions) {
    this.departments = departments;
    this.regions = regions;
  }

  static Uni<Places> read(SqlConnection connection) {
    return connection
        .query(DEPARTMENTS)
        .execute()
        .chain(
            departments ->
                connection
                    .query(REGIONS)
                    .execute()
                    .map(regions -> new Places(words(departments), words(regions))));
  }

  /** The department of this word; empty when there is none or there are several. */
  Optional<String> department(String word) {
    return Optional.ofNullable(departments.get(word));
  }

  /** The region of this word; empty when there is none or there are several. */
  Optional<String> region(String word) {
    return Optional.ofNullable(regions.get(word));
  }

  private static Map<String, String> words(RowSet<Row> rows) {
    Map<String, String> words = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    rows.forEach(
        row -> {
          String before = words.put(row.getString("word"), row.getString("code"));
          if (before != null && !before.equals(row.getString("code"))) {
            ambiguous.add(row.getString("word"));
          }
        });
    ambiguous.forEach(words::remove);
    return words;
  }
}
