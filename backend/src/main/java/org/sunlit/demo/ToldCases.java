package org.sunlit.demo;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.platform.CityTime;

/** The stories that the player goes on telling after a restart. */
@ApplicationScoped
class ToldCases {

  private static final String KEEP =
      """
      insert into demo_case
        (case_number, tracking_code, item_code, region_code, seed, version, state, step_id, acts, next_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      on conflict (case_number) do update set version = excluded.version, state = excluded.state,
        step_id = excluded.step_id, acts = excluded.acts, next_at = excluded.next_at
      """;
  private static final String FORGET = "delete from demo_case where case_number = $1";
  private static final String NEXT = "select * from demo_case order by next_at limit 1";
  private static final String COUNT = "select count(*) as cases from demo_case";

  private final Pool pool;

  ToldCases(Pool pool) {
    this.pool = pool;
  }

  Uni<Void> keep(List<ToldCase> cases) {
    if (cases.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return pool.preparedQuery(KEEP)
        .executeBatch(cases.stream().map(ToldCases::row).toList())
        .replaceWithVoid();
  }

  /** Stops telling a case's story: it has ended, or somebody else has taken it over. */
  Uni<Void> forget(ToldCase told) {
    return pool.preparedQuery(FORGET).execute(Tuple.of(told.caseNumber())).replaceWithVoid();
  }

  /** The case to which something happens next. */
  Uni<Optional<ToldCase>> next() {
    return pool.query(NEXT)
        .execute()
        .map(
            rows ->
                rows.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(told(rows.iterator().next())));
  }

  Uni<Long> count() {
    return pool.query(COUNT).execute().map(rows -> rows.iterator().next().getLong("cases"));
  }

  private static Tuple row(ToldCase told) {
    return Tuple.tuple()
        .addString(told.caseNumber())
        .addString(told.trackingCode())
        .addString(told.itemCode())
        .addString(told.regionCode())
        .addLong(told.seed())
        .addInteger(told.version())
        .addString(told.state().code())
        .addString(told.stepId())
        .addInteger(told.acts())
        .addOffsetDateTime(CityTime.offset(told.nextAt()));
  }

  private static ToldCase told(Row row) {
    return new ToldCase(
        row.getString("case_number"),
        row.getString("tracking_code"),
        row.getString("item_code"),
        row.getString("region_code"),
        row.getLong("seed"),
        row.getInteger("version"),
        CaseState.of(row.getString("state")),
        row.getString("step_id"),
        row.getInteger("acts"),
        row.getOffsetDateTime("next_at").toInstant());
  }
}
