package org.sunlit.project;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.project.rules.ProjectPath;

/** Paths in the database, version by version. */
@ApplicationScoped
class PathStore {
  private static final String COLUMNS =
      "code, version, effective_from, definition::text as definition, published_at, published_by";
  private static final String IN_FORCE =
      "select distinct on (code) "
          + COLUMNS
          + " from project_path_version where effective_from <= $1 order by code, version desc";
  private static final String ALL =
      "select " + COLUMNS + " from project_path_version order by code, version desc";
  private static final String NEWEST =
      "select "
          + COLUMNS
          + " from project_path_version where code = $1 order by version desc limit 1";
  private static final String INSERT =
      """
      insert into project_path_version (code, version, effective_from, definition, published_at, published_by)
      values ($1, $2, $3, cast(cast($4 as text) as jsonb), $5, $6)
      on conflict do nothing
      """;

  private final Pool pool;

  PathStore(Pool pool) {
    this.pool = pool;
  }

  /** The version of each path that holds on a day, closed ones too. */
  Uni<List<PathVersion>> inForce(LocalDate on) {
    return pool.preparedQuery(IN_FORCE)
        .execute(Tuple.of(on))
        .map(rows -> rows.stream().map(PathStore::version).toList());
  }

  /** All versions of all paths, the newest of each first. */
  Uni<List<PathVersion>> all() {
    return pool.query(ALL).execute().map(rows -> rows.stream().map(PathStore::version).toList());
  }

  /** The newest version of a path, also one that begins later. */
  Uni<Optional<PathVersion>> newest(SqlClient client, String code) {
    return client
        .preparedQuery(NEWEST)
        .execute(Tuple.of(code))
        .map(rows -> rows.stream().findFirst().map(PathStore::version));
  }

  /** Stores a version; false when somebody else has stored one with this number or day. */
  Uni<Boolean> insert(SqlClient client, PathVersion one) {
    return client
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple(
                Arrays.asList(
                    one.code(),
                    one.version(),
                    one.effectiveFrom(),
                    StoredJson.write(one.path()),
                    CityTime.offset(one.publishedAt()),
                    one.publishedBy())))
        .map(rows -> rows.rowCount() == 1);
  }

  private static PathVersion version(Row row) {
    return new PathVersion(
        row.getString("code"),
        row.getInteger("version"),
        row.getLocalDate("effective_from"),
        row.getOffsetDateTime("published_at").toInstant(),
        row.getString("published_by"),
        StoredJson.read(row.getString("definition"), ProjectPath.class));
  }
}
