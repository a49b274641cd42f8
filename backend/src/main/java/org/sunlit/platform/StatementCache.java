package org.sunlit.platform;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Has each connection keep its long statements too. The driver keeps up to 2,048 characters unless
 * told otherwise, and the statement that writes a case in one round trip is longer: it would be
 * parsed and planned anew for every case.
 */
@Singleton
class StatementCache implements PgPoolCreator {
  private static final int LONGEST_STATEMENT = 16_384;

  @Override
  public Pool create(Input input) {
    input
        .pgConnectOptionsList()
        .forEach(options -> options.setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT));
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
        .using(input.vertx())
        .build();
  }
}
