package org.sunlit.powerlist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sunlit.powerlist.PublishPlan.Latest;

/** Reads the newest version of many items at once. */
final class LatestVersions {
  private static final String SELECT =
      VersionRow.SELECT.formatted("v.item_id, v.content_hash, f.definition::text as definition")
          + """
          where i.code = any($1)
            and v.number = (select max(n.number) from power_item_version n where n.item_id = v.item_id)
          """;

  private LatestVersions() {}

  /** By item code; items not known yet are absent. */
  static Uni<Map<String, Latest>> of(SqlConnection connection, List<String> codes) {
    return connection
        .preparedQuery(SELECT)
        .execute(Tuple.of(codes.toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, String> flows = new HashMap<>();
              Map<String, Latest> latest = new HashMap<>();
              for (Row row : rows) {
                VersionRow version = VersionRow.of(row);
                latest.put(
                    version.code(),
                    new Latest(
                        row.getLong("item_id"),
                        version.id(),
                        version.number(),
                        version.effectiveFrom(),
                        row.getString("content_hash"),
                        version.flowOrigin(),
                        flows.computeIfAbsent(row.getString("definition"), flow -> flow),
                        version.content()));
              }
              return latest;
            });
  }
}
