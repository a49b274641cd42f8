package org.sunlit.administration;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;

/**
 * Editions of one kind in the database. Their table has the columns {@code code}, {@code version},
 * {@code effective_from}, {@code definition}, {@code published_at} and {@code published_by}, and no
 * two with the same number or day.
 */
public class EditionStore<T> {
  private final Pool pool;
  private final Class<T> type;
  private final String inForce;
  private final String one;
  private final String all;
  private final String newest;
  private final String insert;

  /**
   * @param table name of the table, as it stands in a statement
   * @param type what a definition is read as
   */
  protected EditionStore(Pool pool, String table, Class<T> type) {
    this.pool = pool;
    this.type = type;
    String select =
        "select code, version, effective_from, definition::text as definition, published_at, published_by from "
            + table;
    inForce =
        select.replaceFirst("select", "select distinct on (code)")
            + " where effective_from <= $1 and ($2::text is null or code = $2) order by code, version desc";
    one = select + " where code = $1 and version = $2";
    all = select + " order by code, version desc";
    newest = select + " where code = $1 order by version desc limit 1";
    insert =
        "insert into "
            + table
            + " (code, version, effective_from, definition, published_at, published_by)"
            + " values ($1, $2, $3, cast(cast($4 as text) as jsonb), $5, $6) on conflict do nothing";
  }

  /** The edition of each code that holds on a day, closed ones too. */
  public Uni<List<Edition<T>>> inForce(LocalDate on) {
    return pool.preparedQuery(inForce)
        .execute(Tuple.tuple(Arrays.asList(on, null)))
        .map(rows -> rows.stream().map(this::edition).toList());
  }

  /** The edition of one code that holds on a day. */
  public Uni<Optional<Edition<T>>> inForce(String code, LocalDate on) {
    return pool.preparedQuery(inForce)
        .execute(Tuple.of(on, code))
        .map(rows -> rows.stream().findFirst().map(this::edition));
  }

  /** An edition that exists. */
  public Uni<Edition<T>> version(String code, int version) {
    return pool.preparedQuery(one)
        .execute(Tuple.of(code, version))
        .map(rows -> edition(rows.iterator().next()));
  }

  /** All editions, the newest of each code first. */
  public Uni<List<Edition<T>>> all() {
    return pool.query(all).execute().map(rows -> rows.stream().map(this::edition).toList());
  }

  /** The newest edition of a code, also one that begins later. */
  public Uni<Optional<Edition<T>>> newest(SqlClient client, String code) {
    return client
        .preparedQuery(newest)
        .execute(Tuple.of(code))
        .map(rows -> rows.stream().findFirst().map(this::edition));
  }

  /** Stores an edition; false when somebody else has stored one with this number or day. */
  public Uni<Boolean> insert(SqlClient client, Edition<T> edition) {
    return client
        .preparedQuery(insert)
        .execute(
            Tuple.tuple(
                Arrays.asList(
                    edition.code(),
                    edition.version(),
                    edition.effectiveFrom(),
                    StoredJson.write(edition.definition()),
                    CityTime.offset(edition.publishedAt()),
                    edition.publishedBy())))
        .map(rows -> rows.rowCount() == 1);
  }

  private Edition<T> edition(Row row) {
    return new Edition<>(
        row.getString("code"),
        row.getInteger("version"),
        row.getLocalDate("effective_from"),
        row.getOffsetDateTime("published_at").toInstant(),
        row.getString("published_by"),
        StoredJson.read(row.getString("definition"), type));
  }
}
