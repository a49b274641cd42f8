package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sunlit.powerlist.RunningCases;

/** Counts open cases for those who are about to change what they run on. */
@ApplicationScoped
class RunningCasesByVersion implements RunningCases {
  private static final String SELECT =
      """
      select v.number, count(*)::int as cases
      from case_file c join power_item_version v on v.id = c.item_version_id
      where c.open and c.item_code = $1
      group by v.number
      """;

  private final Pool pool;

  RunningCasesByVersion(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<SortedMap<Integer, Integer>> byVersion(String itemCode) {
    return pool.preparedQuery(SELECT)
        .execute(Tuple.of(itemCode))
        .map(
            rows -> {
              SortedMap<Integer, Integer> cases = new TreeMap<>();
              rows.forEach(row -> cases.put(row.getInteger("number"), row.getInteger("cases")));
              return cases;
            });
  }
}
