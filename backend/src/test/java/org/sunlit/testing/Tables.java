package org.sunlit.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The tables behind the API, for what it doesn't show. */
@ApplicationScoped
public class Tables {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Pool pool;

  Tables(Pool pool) {
    this.pool = pool;
  }

  /** How many there are, by a query of one number. */
  public long count(String query, Object... of) {
    return first(query, of).getLong(0);
  }

  /** What there is, by a query of one text. */
  public String text(String query, Object... of) {
    return first(query, of).getString(0);
  }

  /** Fails when the database lets it happen. */
  public void refused(String statement, Object... of) {
    assertThrows(
        PgException.class,
        () ->
            pool.preparedQuery(statement).execute(Tuple.from(List.of(of))).await().atMost(PATIENCE),
        statement);
  }

  private Row first(String query, Object... of) {
    return pool.preparedQuery(query)
        .execute(Tuple.from(List.of(of)))
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next();
  }
}
