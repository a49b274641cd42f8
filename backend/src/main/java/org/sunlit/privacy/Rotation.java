package org.sunlit.privacy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Wraps stored keys again under the current master key 主密钥轮换, a batch at a time, so that the old
 * one can be taken away. What is sealed with the keys stays as it is. It can stop anywhere and goes
 * on from there; several nodes may do it at once.
 */
@ApplicationScoped
class Rotation {
  private static final Logger LOG = Logger.getLogger(Rotation.class);
  private static final int BATCH = 500;
  private static final String LEFT =
      "select count(*) as keys from vault_key where master < $1 or master > $1";
  private static final String TAKE =
      """
      select subject, master, wrapped from vault_key where master < $1 or master > $1
      limit $2 for update skip locked
      """;
  private static final String PUT =
      "update vault_key set master = $2, wrapped = $3 where subject = $1";

  private final Vault vault;
  private final Pool pool;
  private final AtomicLong left = new AtomicLong();

  Rotation(Vault vault, Pool pool, MeterRegistry meters) {
    this.vault = vault;
    this.pool = pool;
    meters.gauge("sunlit.vault.keys.under.old.master", left);
  }

  @Scheduled(
      every = "1m",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> run() {
    return countLeft()
        .chain(
            keys -> {
              if (keys == 0) {
                return Uni.createFrom().voidItem();
              }
              LOG.infof("%d keys are to be wrapped under %s", keys, current());
              return rotate(0);
            });
  }

  private Uni<Void> rotate(long before) {
    return batch()
        .chain(
            done -> {
              long sum = before + done;
              if (done > 0) {
                left.addAndGet(-done);
                LOG.infof("%d keys wrapped under %s", sum, current());
                return rotate(sum);
              }
              return countLeft()
                  .invoke(
                      keys -> {
                        if (keys == 0) {
                          LOG.infof(
                              "All keys are wrapped under %s; older master keys can be removed",
                              current());
                        }
                      })
                  .replaceWithVoid();
            });
  }

  /** Wraps at most a batch; the number of keys wrapped. */
  Uni<Integer> batch() {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(current(), BATCH))
                .chain(rows -> put(connection, rows)));
  }

  private Uni<Integer> put(SqlConnection connection, Iterable<Row> rows) {
    List<Tuple> wrapped = new ArrayList<>();
    for (Row row : rows) {
      WrappedKey old =
          new WrappedKey(
              row.getString("subject"),
              row.getString("master"),
              row.getBuffer("wrapped").getBytes());
      WrappedKey anew = vault.wrap(vault.unwrap(old));
      wrapped.add(
          Tuple.of(
              anew.subject(), anew.master(), io.vertx.core.buffer.Buffer.buffer(anew.wrapped())));
    }
    return wrapped.isEmpty()
        ? Uni.createFrom().item(0)
        : connection.preparedQuery(PUT).executeBatch(wrapped).replaceWith(wrapped.size());
  }

  private Uni<Long> countLeft() {
    return pool.preparedQuery(LEFT)
        .execute(Tuple.of(current()))
        .map(rows -> rows.iterator().next().getLong("keys"))
        .invoke(left::set);
  }

  private String current() {
    return vault.masters().current();
  }
}
