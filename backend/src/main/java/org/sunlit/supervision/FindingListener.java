package org.sunlit.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/**
 * Who acts on findings, within the transaction that writes them, so that each is acted on exactly
 * once.
 */
public interface FindingListener {
  /** These are new. */
  Uni<Void> made(SqlConnection connection, List<Finding> findings);

  /**
   * These don't stand any more.
   *
   * @param reason code of why, such as {@code recounted}: another calendar took the ground away
   */
  Uni<Void> withdrawn(SqlConnection connection, List<Finding> findings, String reason);
}
