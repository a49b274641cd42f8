package org.sunlit.appointment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Reach;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Calls after somebody was served (电话回访): tasks, and what was said. */
@ApplicationScoped
class CallBacks {
  /** After so many calls that reached nobody it is left. */
  static final int ATTEMPTS = 3;

  private static final String SEALED_IN = "call_back";
  private static final String NOT_REACHED = "notReached";
  private static final String SELECT =
      """
      select b.id as call_id, b.due_on, b.attempts, b.result, b.said, b.by_name, b.done_at, b.version as call_version,
        x.*
      from call_back b join ("""
          + Stored.SELECT
          + ") x on x.appointment_id = b.appointment_id\n";
  private static final String REACHED =
      " and " + Reach.within("coalesce(x.department_code, '')", "x.region_code", 1);
  private static final String OF_PLACE =
      SELECT
          + " where b.place_code = $6"
          + REACHED
          + " order by b.done_at desc nulls first, b.due_on limit 200";
  private static final String ONE = SELECT + " where b.id = $6" + REACHED;
  private static final String RECORD =
      """
      update call_back set attempts = attempts + 1, result = $3, said = $4, by_name = $5, done_at = $6,
        version = version + 1
      where id = $1 and version = $2 and done_at is null
      """;

  /**
   * A call to be made, or made.
   *
   * @param said null when nothing was
   * @param doneAt null while it is open
   */
  record Call(
      UUID id,
      Stored of,
      LocalDate dueOn,
      int attempts,
      String result,
      String said,
      String byName,
      Instant doneAt,
      int version) {}

  private final Pool pool;
  private final Vault vault;
  private final Clock clock;

  CallBacks(Pool pool, Vault vault, Clock clock) {
    this.pool = pool;
    this.vault = vault;
    this.clock = clock;
  }

  Uni<List<Call>> of(String placeCode, Actor actor) {
    return pool.preparedQuery(OF_PLACE)
        .execute(Desk.reach(actor).addString(placeCode))
        .map(rows -> Schedules.all(rows, this::call));
  }

  Uni<Call> record(UUID id, int seen, String result, String said, Actor actor) {
    return find(id, actor)
        .invoke(
            call -> {
              if (call.version() != seen) {
                throw Problem.of(ProblemType.STALE_VERSION);
              }
              if (call.doneAt() != null) {
                throw Problem.of(ProblemType.CONFLICT).detail("appointment.called-already");
              }
            })
        .chain(call -> record(call, result, said, actor))
        .chain(() -> find(id, actor));
  }

  private Uni<Void> record(Call call, String result, String said, Actor actor) {
    boolean over = !result.equals(NOT_REACHED) || call.attempts() + 1 >= ATTEMPTS;
    byte[] sealed =
        said == null || said.isBlank()
            ? null
            : call.of().key(vault).sealWords(SEALED_IN, said.strip());
    return pool.preparedQuery(RECORD)
        .execute(
            Tuple.tuple()
                .addUUID(call.id())
                .addInteger(call.version())
                .addString(result)
                .addValue(sealed == null ? null : Buffer.buffer(sealed))
                .addString(actor.displayName())
                .addValue(over ? CityTime.offset(clock.instant()) : null))
        .invoke(
            rows -> {
              if (rows.rowCount() == 0) {
                throw Problem.of(ProblemType.STALE_VERSION);
              }
            })
        .replaceWithVoid();
  }

  private Uni<Call> find(UUID id, Actor actor) {
    return pool.preparedQuery(ONE)
        .execute(Desk.reach(actor).addUUID(id))
        .map(
            rows ->
                Schedules.all(rows, this::call).stream()
                    .findFirst()
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private Call call(Row row) {
    Stored of = Stored.of(row);
    var sealed = row.getBuffer("said");
    return new Call(
        row.getUUID("call_id"),
        of,
        row.getLocalDate("due_on"),
        row.getInteger("attempts"),
        row.getString("result"),
        sealed == null ? null : of.key(vault).openWords(SEALED_IN, sealed.getBytes()),
        row.getString("by_name"),
        row.getOffsetDateTime("done_at") == null
            ? null
            : row.getOffsetDateTime("done_at").toInstant(),
        row.getInteger("call_version"));
  }
}
