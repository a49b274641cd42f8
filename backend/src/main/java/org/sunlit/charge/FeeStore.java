package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sunlit.charge.rules.FeeStandard;
import org.sunlit.charge.rules.StandardVersion;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;

/** Fee standards in the database. */
@ApplicationScoped
class FeeStore {
  private static final String ON =
      """
      select distinct on (code) code, version, effective_from, definition::text as definition
      from fee_standard where effective_from <= $1 order by code, effective_from desc
      """;
  private static final String NEWEST =
      """
      select code, version, effective_from, definition::text as definition
      from fee_standard where code = $1 order by version desc limit 1
      """;
  private static final String INSERT =
      """
      insert into fee_standard (code, version, effective_from, definition, published_at, published_by)
      values ($1, $2, $3, cast(cast($4 as text) as jsonb), $5, $6) on conflict do nothing
      """;

  private final Pool pool;

  FeeStore(Pool pool) {
    this.pool = pool;
  }

  /** The version of each standard that holds on a day, whatever its status. */
  Uni<List<StandardVersion>> on(LocalDate day) {
    return pool.preparedQuery(ON)
        .execute(Tuple.of(day))
        .map(rows -> rows.stream().map(FeeStore::version).toList());
  }

  /** The newest version of a standard, also one that begins later. */
  Uni<Optional<StandardVersion>> newest(SqlClient client, String code) {
    return client
        .preparedQuery(NEWEST)
        .execute(Tuple.of(code))
        .map(rows -> rows.stream().findFirst().map(FeeStore::version));
  }

  /** Stores a version; false when somebody else has stored one with this number or day. */
  Uni<Boolean> insert(SqlClient client, StandardVersion one, Instant at, String by) {
    return client
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple(
                Arrays.asList(
                    one.code(),
                    one.version(),
                    one.effectiveFrom(),
                    StoredJson.write(one.standard()),
                    CityTime.offset(at),
                    by)))
        .map(rows -> rows.rowCount() == 1);
  }

  private static StandardVersion version(Row row) {
    return new StandardVersion(
        row.getString("code"),
        row.getInteger("version"),
        row.getLocalDate("effective_from"),
        StoredJson.read(row.getString("definition"), FeeStandard.class));
  }
}
