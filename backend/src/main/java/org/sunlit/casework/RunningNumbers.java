package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Running numbers for cases. This node takes them from the database in blocks and never puts one
 * back: after a restart some are missing, but none is ever given twice (ADR 0030).
 */
@ApplicationScoped
class RunningNumbers {
  /** As the sequence counts. */
  private static final int BLOCK = 50;

  private final Pool pool;
  private final Queue<Long> ready = new ConcurrentLinkedQueue<>();

  RunningNumbers(Pool pool) {
    this.pool = pool;
  }

  Uni<Long> next() {
    Long number = ready.poll();
    return number != null ? Uni.createFrom().item(number) : takeBlock();
  }

  private Uni<Long> takeBlock() {
    return pool.query("select nextval('case_running_number') as first")
        .execute()
        .map(rows -> rows.iterator().next().getLong("first"))
        .invoke(
            first -> {
              for (long number = first + 1; number < first + BLOCK; number++) {
                ready.add(number);
              }
            });
  }
}
