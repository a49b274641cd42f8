package org.sunlit.platform;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Which statements a connection keeps. Long ones too: the driver keeps up to 2,048 characters
 * unless told otherwise, and the statement that writes a case in one round trip is longer, so it
 * would be parsed and planned anew for every case. But none that searches texts: how it is best
 * done hangs on how frequent the words are, and PostgreSQL soon has one plan for all words of a
 * statement that is kept.
 */
@Singleton
class StatementCache implements PgPoolCreator {
  private static final int LONGEST_STATEMENT = 16_384;
  private static final String SEARCHES_TEXTS = "::tsquery";

  @Override
  public Pool create(Input input) {
    input
        .pgConnectOptionsList()
        .forEach(options -> options.setPreparedStatementCacheSqlFilter(StatementCache::keeps));
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
        .using(input.vertx())
        .build();
  }

  static boolean keeps(String statement) {
    return statement.length() <= LONGEST_STATEMENT && !statement.contains(SEARCHES_TEXTS);
  }
}
