package org.sunlit.joint;

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
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;

/** Themes in the database, version by version. */
@ApplicationScoped
class ThemeStore {
  private static final String COLUMNS =
      "code, version, effective_from, definition::text as definition, published_at, published_by";
  private static final String IN_FORCE =
      "select distinct on (code) "
          + COLUMNS
          + " from joint_theme_version where effective_from <= $1"
          + " and ($2::text is null or code = $2) order by code, version desc";
  private static final String ONE =
      "select " + COLUMNS + " from joint_theme_version where code = $1 and version = $2";
  private static final String ALL =
      "select " + COLUMNS + " from joint_theme_version order by code, version desc";
  private static final String NEWEST =
      "select "
          + COLUMNS
          + " from joint_theme_version where code = $1 order by version desc limit 1";
  private static final String INSERT =
      """
      insert into joint_theme_version (code, version, effective_from, definition, published_at, published_by)
      values ($1, $2, $3, cast(cast($4 as text) as jsonb), $5, $6)
      on conflict do nothing
      """;

  private final Pool pool;

  ThemeStore(Pool pool) {
    this.pool = pool;
  }

  /** The version of each theme that holds on a day. */
  Uni<List<ThemeVersion>> inForce(LocalDate on) {
    return pool.preparedQuery(IN_FORCE)
        .execute(Tuple.tuple(Arrays.asList(on, null)))
        .map(rows -> rows.stream().map(ThemeStore::version).toList());
  }

  /** The version of one theme that holds on a day. */
  Uni<Optional<ThemeVersion>> inForce(String code, LocalDate on) {
    return pool.preparedQuery(IN_FORCE)
        .execute(Tuple.of(on, code))
        .map(rows -> rows.stream().findFirst().map(ThemeStore::version));
  }

  Uni<ThemeVersion> version(String code, int version) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(code, version))
        .map(rows -> version(rows.iterator().next()));
  }

  /** All versions of all themes, the newest of each first. */
  Uni<List<ThemeVersion>> all() {
    return pool.query(ALL).execute().map(rows -> rows.stream().map(ThemeStore::version).toList());
  }

  /** The newest version of a theme, also one that begins later. */
  Uni<Optional<ThemeVersion>> newest(SqlClient client, String code) {
    return client
        .preparedQuery(NEWEST)
        .execute(Tuple.of(code))
        .map(rows -> rows.stream().findFirst().map(ThemeStore::version));
  }

  /** Stores a version; false when somebody else has stored one with this number or day. */
  Uni<Boolean> insert(SqlClient client, ThemeVersion one) {
    return client
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple(
                Arrays.asList(
                    one.code(),
                    one.version(),
                    one.effectiveFrom(),
                    StoredJson.write(one.theme()),
                    CityTime.offset(one.publishedAt()),
                    one.publishedBy())))
        .map(rows -> rows.rowCount() == 1);
  }

  private static ThemeVersion version(Row row) {
    return new ThemeVersion(
        row.getString("code"),
        row.getInteger("version"),
        row.getLocalDate("effective_from"),
        row.getOffsetDateTime("published_at").toInstant(),
        row.getString("published_by"),
        StoredJson.read(row.getString("definition"), JointTheme.class));
  }
}
