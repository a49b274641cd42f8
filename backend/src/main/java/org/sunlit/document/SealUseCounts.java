package org.sunlit.document;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.sunlit.document.rules.IssuingUnit;
import org.sunlit.platform.CityTime;

/** How often the seal 行政审批专用章 was used (E10). The register only grows: the past stays as it was. */
@ApplicationScoped
public class SealUseCounts {
  private static final String COUNT =
      """
      select d.department_code, count(*) as uses from seal_use u join official_document d on d.id = u.document_id
      where u.at >= $1 and u.at < $2 and d.seal = $3 and u.id <= $4 group by d.department_code
      """;

  private static final String LAST = "select coalesce(max(id), 0) as last from seal_use";

  private final Pool pool;

  SealUseCounts(Pool pool) {
    this.pool = pool;
  }

  /** The id of the last use in the register. */
  public Uni<Long> last() {
    return pool.query(LAST).execute().map(rows -> rows.iterator().next().getLong("last"));
  }

  /**
   * By code of the department; of both moments the first counts.
   *
   * @param upTo the id of the last use that counts
   */
  public Uni<Map<String, Integer>> between(Instant from, Instant until, long upTo) {
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(CityTime.offset(from), CityTime.offset(until), IssuingUnit.SEAL, upTo))
        .map(
            rows -> {
              Map<String, Integer> uses = new HashMap<>();
              rows.forEach(
                  row ->
                      uses.put(row.getString("department_code"), row.getLong("uses").intValue()));
              return uses;
            });
  }
}
