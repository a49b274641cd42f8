package org.sunlit.powerlist;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.CityTime;

/** Imports in the database. Once one has ended, its row never changes again. */
@ApplicationScoped
class ImportStore {
  private static final int MOST_LISTED = 50;
  private static final String COLUMNS =
      """
      select id, file_name, dry_run, status, started_at, finished_at, started_by, done, total, result::text as result,
        mapping::text as mapping, unknown_columns::text as unknown_columns, error_count, errors::text as errors
      from power_list_import
      """;
  private static final String END =
      """
      update power_list_import set status = $2, finished_at = $3, result = $4, error_count = $5, errors = $6,
        done = case when $2 = 'done' then total else done end
      where id = $1 and finished_at is null
      """;

  private final Pool pool;
  private final Clock clock;

  ImportStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Stores a new import within a transaction of the caller's. */
  Uni<Void> insert(Mutiny.Session session, ImportRecord record, ImportRequest request) {
    return session
        .createNativeQuery(
            """
            insert into power_list_import (id, file_name, file_sha256, dry_run, effective_from, status, started_at,
              started_by)
            values (:id, :fileName, :sha256, :dryRun, :effectiveFrom, 'waiting', :startedAt, :startedBy)
            """)
        .setParameter("id", record.id())
        .setParameter("fileName", record.fileName())
        .setParameter("sha256", FileHash.of(request.file()))
        .setParameter("dryRun", record.dryRun())
        .setParameter("effectiveFrom", request.effectiveFrom())
        .setParameter("startedAt", record.startedAt())
        .setParameter("startedBy", record.startedBy())
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> status(UUID id, String status) {
    return pool.preparedQuery(
            "update power_list_import set status = $2, seen_at = now() where id = $1 and finished_at is null")
        .execute(Tuple.of(id, status))
        .replaceWithVoid();
  }

  Uni<Void> mapped(UUID id, ColumnMapping mapping, int total) {
    return pool.preparedQuery(
            """
            update power_list_import set status = 'checking', mapping = $2, unknown_columns = $3, total = $4
            where id = $1 and finished_at is null
            """)
        .execute(
            Tuple.of(
                id,
                new JsonObject(new LinkedHashMap<>(mapping.shown())),
                new JsonArray(mapping.unknown()),
                total))
        .replaceWithVoid();
  }

  Uni<Void> progress(UUID id, int done) {
    return pool.preparedQuery(
            "update power_list_import set status = 'writing', done = $2 where id = $1 and finished_at is null")
        .execute(Tuple.of(id, done))
        .replaceWithVoid();
  }

  /**
   * Ends an import well, in the very transaction that publishes, so that either both are true or
   * neither.
   *
   * @return fails when the import was given up meanwhile
   */
  Uni<Void> done(SqlConnection connection, UUID id, PublishResult result) {
    return connection
        .preparedQuery(END)
        .execute(
            Tuple.tuple(
                Arrays.asList(
                    id, "done", now(), new JsonObject(ItemJson.write(result)), 0, new JsonArray())))
        .map(
            rows -> {
              if (rows.rowCount() != 1) {
                throw new IllegalStateException("Import " + id + " was given up meanwhile");
              }
              return null;
            });
  }

  /**
   * Ends an import that changes nothing: {@code refused} for the file's faults, {@code failed} for
   * ours.
   */
  Uni<Void> end(UUID id, String status, ImportErrors errors) {
    return pool.preparedQuery(END)
        .execute(
            Tuple.tuple(
                Arrays.asList(
                    id,
                    status,
                    now(),
                    null,
                    errors.count(),
                    new JsonArray(ItemJson.write(errors.kept())))))
        .replaceWithVoid();
  }

  /** Says that this node is still at work on these. */
  Uni<Void> seen(Collection<UUID> ids) {
    return pool.preparedQuery("update power_list_import set seen_at = now() where id = any($1)")
        .execute(Tuple.of(ids.toArray(UUID[]::new)))
        .replaceWithVoid();
  }

  /** Ends the imports whose node has fallen silent: their transaction never committed. */
  Uni<Integer> endAbandoned(ImportErrors errors) {
    return pool.preparedQuery(
            """
            update power_list_import set status = 'failed', finished_at = $1, error_count = $2, errors = $3
            where finished_at is null and seen_at < now() - interval '10 seconds'
            """)
        .execute(Tuple.of(now(), errors.count(), new JsonArray(ItemJson.write(errors.kept()))))
        .map(rows -> rows.rowCount());
  }

  Uni<Optional<ImportRecord>> find(UUID id) {
    return pool.preparedQuery(COLUMNS + "where id = $1")
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().findFirst().map(ImportStore::record));
  }

  Uni<List<ImportRecord>> latest() {
    return pool.query(COLUMNS + "order by started_at desc, id limit " + MOST_LISTED)
        .execute()
        .map(rows -> rows.stream().map(ImportStore::record).toList());
  }

  private OffsetDateTime now() {
    return CityTime.offset(clock.instant());
  }

  @SuppressWarnings("unchecked")
  private static ImportRecord record(Row row) {
    String result = row.getString("result");
    String mapping = row.getString("mapping");
    OffsetDateTime finished = row.getOffsetDateTime("finished_at");
    return new ImportRecord(
        row.getUUID("id"),
        row.getString("file_name"),
        row.getBoolean("dry_run"),
        row.getString("status"),
        row.getOffsetDateTime("started_at").toInstant(),
        finished == null ? null : finished.toInstant(),
        row.getString("started_by"),
        row.getInteger("done"),
        row.getInteger("total"),
        result == null ? null : ItemJson.read(result, PublishResult.class),
        mapping == null ? null : ItemJson.read(mapping, Map.class),
        List.of(ItemJson.read(row.getString("unknown_columns"), String[].class)),
        row.getInteger("error_count"),
        List.of(ItemJson.read(row.getString("errors"), ImportError[].class)));
  }
}
