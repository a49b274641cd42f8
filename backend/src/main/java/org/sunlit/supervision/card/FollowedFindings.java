package org.sunlit.supervision.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sunlit.platform.StoredJson;
import org.sunlit.supervision.Finding;
import org.sunlit.supervision.FindingListener;

/**
 * Notes in the transaction of findings that something is to follow from them; {@link CardWork} does
 * it, in the same order, each once.
 */
@ApplicationScoped
class FollowedFindings implements FindingListener {
  private static final String NOTE =
      """
      insert into supervision_card_task (finding, withdrawn, reason)
      select f.value, $2, $3
      from jsonb_array_elements(cast($1 as text)::jsonb) with ordinality as f(value, place) order by f.place
      """;

  @Override
  public Uni<Void> made(SqlConnection connection, List<Finding> findings) {
    return note(connection, findings, false, null);
  }

  @Override
  public Uni<Void> withdrawn(SqlConnection connection, List<Finding> findings, String reason) {
    return note(connection, findings, true, reason);
  }

  private static Uni<Void> note(
      SqlConnection connection, List<Finding> findings, boolean withdrawn, String reason) {
    return connection
        .preparedQuery(NOTE)
        .execute(Tuple.of(StoredJson.write(findings), withdrawn, reason))
        .replaceWithVoid();
  }
}
