package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;

/** Earlier answers and their imports in the database. */
@ApplicationScoped
class EarlierStore {
  private static final int MOST_LISTED = 50;

  /** An import whose writer has been silent so long is over: its transaction never ended. */
  private static final String SILENT = "interval '30 seconds'";

  private static final String COLUMNS =
      """
      select i.*, i.faults::text as faults_text, coalesce(a.name, a.account) as starter, case when i.status = 'writing' and i.seen_at < now() - %s
        then 'failed' else i.status end as shown_status
      from earlier_answer_import i join account a on a.account = i.started_by
      """
          .formatted(SILENT);
  private static final String INSERT_IMPORT =
      """
      insert into earlier_answer_import (id, file_name, status, started_at, started_by, total, unchanged, refused,
        faults, marked) values ($1, $2, 'writing', $3, $4, $5, $6, $7, $8, $9)
      """;

  /** What was withdrawn may come back with another import. */
  private static final String PUT =
      """
      insert into earlier_answer as e (id, import_id, kind, title, question, answer, fingerprint, department, category,
        received_at, replied_at, working_days, search)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::text::tsvector)
      on conflict (id) do update set import_id = excluded.import_id, kind = excluded.kind, title = excluded.title,
        question = excluded.question, answer = excluded.answer, fingerprint = excluded.fingerprint,
        department = excluded.department, category = excluded.category, received_at = excluded.received_at,
        replied_at = excluded.replied_at, working_days = excluded.working_days, search = excluded.search,
        withdrawn_at = null
      where e.withdrawn_at is not null
      """;

  private static final String END =
      """
      update earlier_answer_import set status = 'done', finished_at = $2, done = total,
        taken = (select count(*) from earlier_answer where import_id = $1) where id = $1 and status = 'writing'
      """;
  private static final String WITHDRAW =
      """
      with gone as (update earlier_answer_import set withdrawn_at = $2, withdrawn_by = $3, withdrawn_why = $4
        where id = $1 and status = 'done' and withdrawn_at is null returning id)
      , answers as (update earlier_answer set withdrawn_at = $2
        where import_id in (select id from gone) and withdrawn_at is null)
      select count(*) as gone from gone
      """;

  /** An import as it stands. */
  record Stored(
      UUID id,
      String fileName,
      String status,
      Instant startedAt,
      Instant finishedAt,
      String startedBy,
      int done,
      int total,
      int taken,
      int unchanged,
      int refused,
      List<Fault> faults,
      int marked,
      Instant withdrawnAt,
      String withdrawnWhy) {}

  private final Pool pool;

  EarlierStore(Pool pool) {
    this.pool = pool;
  }

  /** What is public of these already: how it looked when it came, by id. */
  Uni<Map<UUID, byte[]>> fingerprints(List<UUID> ids) {
    return pool.preparedQuery(
            "select id, fingerprint from earlier_answer where id = any ($1) and withdrawn_at is null")
        .execute(Tuple.of(ids.toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, byte[]> found = new HashMap<>();
              rows.forEach(
                  row -> found.put(row.getUUID("id"), row.getBuffer("fingerprint").getBytes()));
              return found;
            });
  }

  /** Codes of departments by code and name. */
  Uni<Map<String, String>> departments() {
    return pool.query("select code, name from department order by code desc")
        .execute()
        .map(
            rows -> {
              Map<String, String> codes = new HashMap<>();
              rows.forEach(row -> codes.put(row.getString("name"), row.getString("code")));
              rows.forEach(row -> codes.put(row.getString("code"), row.getString("code")));
              return codes;
            });
  }

  Uni<Void> begin(
      UUID id, String fileName, String account, Instant at, EarlierImports.Sorted file) {
    return pool.preparedQuery(INSERT_IMPORT)
        .execute(
            Tuple.tuple(
                Arrays.asList(
                    id,
                    fileName,
                    CityTime.offset(at),
                    account,
                    file.fresh().size(),
                    file.unchanged(),
                    file.refused(),
                    new JsonArray(StoredJson.write(Fault.kept(file.faults()))),
                    file.marked())))
        .replaceWithVoid();
  }

  /**
   * Writes some rows within a transaction.
   *
   * @param workingDays between message and answer, by row
   */
  Uni<Void> put(SqlClient connection, UUID id, List<EarlierRow> rows, List<Integer> workingDays) {
    List<Tuple> batch = new java.util.ArrayList<>(rows.size());
    for (int place = 0; place < rows.size(); place++) {
      EarlierRow row = rows.get(place);
      batch.add(
          Tuple.tuple(
              Arrays.asList(
                  row.id(),
                  id,
                  row.kind().code(),
                  row.text().title(),
                  row.text().question(),
                  row.text().answer(),
                  Buffer.buffer(row.fingerprint()),
                  row.department(),
                  row.category(),
                  CityTime.offset(row.receivedAt()),
                  CityTime.offset(row.repliedAt()),
                  workingDays.get(place),
                  Answers.vector(row.text()))));
    }
    return connection.preparedQuery(PUT).executeBatch(batch).replaceWithVoid();
  }

  /** How many are written so far, seen by everybody while the transaction is still open. */
  Uni<Void> progress(UUID id, int done) {
    return pool.preparedQuery(
            "update earlier_answer_import set done = $2, seen_at = now() where id = $1 and status = 'writing'")
        .execute(Tuple.of(id, done))
        .replaceWithVoid();
  }

  Uni<Void> end(SqlClient connection, UUID id, Instant at) {
    return connection
        .preparedQuery(END)
        .execute(Tuple.of(id, CityTime.offset(at)))
        .replaceWithVoid();
  }

  Uni<Void> fail(UUID id, Instant at) {
    return pool.preparedQuery(
            "update earlier_answer_import set status = 'failed', finished_at = $2, done = 0 where id = $1 and status = 'writing'")
        .execute(Tuple.of(id, CityTime.offset(at)))
        .replaceWithVoid();
  }

  /** False where there is none that could be. */
  Uni<Boolean> withdraw(SqlClient connection, UUID id, Instant at, String account, String why) {
    return connection
        .preparedQuery(WITHDRAW)
        .execute(Tuple.of(id, CityTime.offset(at), account, why))
        .map(rows -> rows.iterator().next().getLong("gone") == 1);
  }

  Uni<Optional<Stored>> find(UUID id) {
    return pool.preparedQuery(COLUMNS + "where i.id = $1")
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().findFirst().map(EarlierStore::stored));
  }

  Uni<List<Stored>> latest() {
    return pool.query(COLUMNS + "order by i.started_at desc, i.id desc limit " + MOST_LISTED)
        .execute()
        .map(rows -> rows.stream().map(EarlierStore::stored).toList());
  }

  private static Stored stored(Row row) {
    return new Stored(
        row.getUUID("id"),
        row.getString("file_name"),
        row.getString("shown_status"),
        at(row, "started_at"),
        at(row, "finished_at"),
        row.getString("starter"),
        row.getInteger("done"),
        row.getInteger("total"),
        row.getInteger("taken"),
        row.getInteger("unchanged"),
        row.getInteger("refused"),
        List.of(StoredJson.read(row.getString("faults_text"), Fault[].class)),
        row.getInteger("marked"),
        at(row, "withdrawn_at"),
        row.getString("withdrawn_why"));
  }

  private static Instant at(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column))
        .map(at -> at.toInstant())
        .orElse(null);
  }
}
