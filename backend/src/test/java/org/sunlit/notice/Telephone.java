package org.sunlit.notice;

import io.quarkus.arc.Arc;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;

/** Reads what the outbox holds, as whoever has the telephone will. */
public final class Telephone {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Telephone() {}

  /** The message about this subject. */
  public static String message(String subject) {
    Row row =
        Arc.container()
            .instance(Pool.class)
            .get()
            .preparedQuery("select id, shown from notice where subject_id = $1")
            .execute(Tuple.of(subject))
            .await()
            .atMost(PATIENCE)
            .iterator()
            .next();
    DataKey key =
        Arc.container()
            .instance(Vault.class)
            .get()
            .find(subject)
            .await()
            .atMost(PATIENCE)
            .orElseThrow(() -> new AssertionError("The message can't be read any more"));
    return NoticeSeals.text(key, row.getUUID("id"), row.getBuffer("shown").getBytes()).chinese();
  }
}
