package org.sunlit.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import org.sunlit.platform.StoredJson;
import org.sunlit.statistics.rules.Expectation;

/** Writes what was counted: a few statements for a run of events, however many they are. */
@ApplicationScoped
class StatisticsStore {
  private static final String EXPECTED =
      """
      select c.item_code, c.flow_id, c.step_id, c.closed, sum(c.cases)::bigint as cases
      from jsonb_to_recordset(cast($1 as text)::jsonb) as x("itemCode" text, "flowId" uuid, "stepId" text)
        join statistics_course c
          on c.item_code = x."itemCode" and c.flow_id = x."flowId" and c.step_id = x."stepId"
      group by c.item_code, c.flow_id, c.step_id, c.closed
      """;
  private static final String UNDER_WAY =
      """
      select u.item_code, u.flow_id, u.step_id, u.entered_on, sum(u.cases)::bigint as cases
      from jsonb_to_recordset(cast($1 as text)::jsonb) as x("itemCode" text, "flowId" uuid, "stepId" text)
        join statistics_under_way u
          on u.item_code = x."itemCode" and u.flow_id = x."flowId" and u.step_id = x."stepId"
      group by u.item_code, u.flow_id, u.step_id, u.entered_on
      """;
  private static final String COUNT_UNDER_WAY =
      """
      with x as (
        select * from jsonb_to_recordset(cast($1 as text)::jsonb) as x("itemCode" text, "flowId" uuid,
          "stepId" text, "enteredOn" date, "leftOn" date, times bigint)
      ), gone as (
        delete from statistics_under_way u using x
        where u.item_code = x."itemCode" and u.flow_id = x."flowId" and u.step_id = x."stepId"
          and u.entered_on = x."enteredOn" and u.left_on = x."leftOn" and u.cases + x.times <= 0
      ), fewer as (
        update statistics_under_way u set cases = u.cases + x.times from x
        where u.item_code = x."itemCode" and u.flow_id = x."flowId" and u.step_id = x."stepId"
          and u.entered_on = x."enteredOn" and u.left_on = x."leftOn" and x.times < 0 and u.cases + x.times > 0
      )
      insert into statistics_under_way as u (item_code, flow_id, step_id, entered_on, left_on, cases)
      select "itemCode", "flowId", "stepId", "enteredOn", "leftOn", times from x where times > 0
      on conflict (item_code, flow_id, step_id, entered_on, left_on) do update set cases = u.cases + excluded.cases
      """;
  private static final String STEP_COLUMNS =
      """
      jsonb_to_recordset(cast($1 as text)::jsonb) as x("itemCode" text, "flowId" uuid, "stepId" text,
        "departmentCode" text, "stepName" text, "stepNameEn" text, "postCode" text, "postName" text,
        "postNameEn" text, open integer, cases bigint)
      """;
  private static final String KNOW_STEPS =
      """
      insert into statistics_step (item_code, flow_id, step_id, department_code, step_name, step_name_en,
        post_code, post_name, post_name_en)
      select "itemCode", "flowId", "stepId", "departmentCode", "stepName", "stepNameEn", "postCode", "postName",
        "postNameEn"
      from
      """
          + STEP_COLUMNS
          + " on conflict (item_code, flow_id, step_id) do nothing";
  private static final String COUNT_STEPS =
      """
      update statistics_step s set open = greatest(s.open + x.open, 0), cases = s.cases + x.cases
      from
      """
          + STEP_COLUMNS
          + """
          where s.item_code = x."itemCode" and s.flow_id = x."flowId" and s.step_id = x."stepId"
          """;
  private static final String TIMES =
      """
      insert into statistics_step_time as t (item_code, flow_id, step_id, minutes, stays)
      select "itemCode", "flowId", "stepId", minutes, times
      from jsonb_to_recordset(cast($1 as text)::jsonb) as x("itemCode" text, "flowId" uuid, "stepId" text,
        minutes bigint, times bigint)
      on conflict (item_code, flow_id, step_id, minutes) do update set stays = t.stays + excluded.stays
      """;
  private static final String COURSES =
      """
      insert into statistics_course as c (item_code, flow_id, step_id, stayed, closed, cases)
      select "itemCode", "flowId", "stepId", stayed, closed, times
      from jsonb_to_recordset(cast($1 as text)::jsonb) as x("itemCode" text, "flowId" uuid, "stepId" text,
        stayed integer, closed integer, times bigint)
      on conflict (item_code, flow_id, step_id, stayed, closed) do update set cases = c.cases + excluded.cases
      """;
  private static final String CASES =
      """
      with x as (
        select * from jsonb_to_recordset(cast($1 as text)::jsonb) as x("caseNumber" text, "itemVersionId" uuid,
          steps jsonb, halt text)
      ), ended as (
        delete from statistics_case c using x where c.case_number = x."caseNumber" and x.steps = '[]'
      )
      insert into statistics_case (case_number, item_version_id, steps, halt)
      select "caseNumber", "itemVersionId", steps, halt from x where steps <> '[]'
      on conflict (case_number) do update set steps = excluded.steps, halt = excluded.halt,
        item_version_id = excluded.item_version_id
      """;
  private static final String PREDICTIONS =
      """
      insert into statistics_prediction (case_number, step_id, visit, item_code, category, made_at, probability,
        days, closed_by, cases)
      select "caseNumber", "stepId", visit, "itemCode", category, "madeAt", probability, days, "closedBy", cases
      from jsonb_to_recordset(cast($1 as text)::jsonb) as x("caseNumber" text, "stepId" text, visit integer,
        "itemCode" text, category text, "madeAt" timestamptz, probability integer, days integer, "closedBy" date,
        cases bigint)
      on conflict (case_number, step_id, visit) do nothing
      """;
  private static final String SETTLE =
      """
      with settled as (
        update statistics_prediction p
        set settled_at = x.at, came_true = x.days <= p.days
        from jsonb_to_recordset(cast($1 as text)::jsonb) as x("caseNumber" text, "stepId" text, visit integer,
          days integer, at timestamptz)
        where p.case_number = x."caseNumber" and p.step_id = x."stepId" and p.visit = x.visit
          and p.settled_at is null
        returning p.category, p.settled_at, p.came_true
      )
      insert into statistics_reliability as r (month, category, settled, came_true)
      select date_trunc('month', settled_at at time zone 'Asia/Shanghai')::date, category, count(*),
        count(*) filter (where came_true)
      from settled where came_true is not null group by 1, 2
      on conflict (month, category) do update
        set settled = r.settled + excluded.settled, came_true = r.came_true + excluded.came_true
      """;

  /** What cases that came to these steps led to so far; of every step asked for. */
  Uni<Map<StepKey, Expectation>> expectations(SqlConnection connection, Set<StepKey> keys) {
    Map<StepKey, Expectation> found = new HashMap<>();
    keys.forEach(key -> found.put(key, new Expectation()));
    if (keys.isEmpty()) {
      return Uni.createFrom().item(found);
    }
    String asked = StoredJson.write(keys);
    return connection
        .preparedQuery(EXPECTED)
        .execute(Tuple.of(asked))
        .invoke(
            rows ->
                rows.forEach(
                    row ->
                        found.get(key(row)).closed(row.getInteger("closed"), row.getLong("cases"))))
        .chain(() -> connection.preparedQuery(UNDER_WAY).execute(Tuple.of(asked)))
        .invoke(
            rows ->
                rows.forEach(
                    row ->
                        found
                            .get(key(row))
                            .underWay(row.getLocalDate("entered_on"), row.getLong("cases"))))
        .replaceWith(found);
  }

  private static StepKey key(Row row) {
    return new StepKey(
        row.getString("item_code"), row.getUUID("flow_id"), row.getString("step_id"));
  }

  Uni<Void> write(SqlConnection connection, Tally tally) {
    return rows(connection, KNOW_STEPS, tally.steps())
        .chain(() -> rows(connection, COUNT_STEPS, tally.steps()))
        .chain(() -> rows(connection, TIMES, counted(tally.times())))
        .chain(() -> rows(connection, COURSES, counted(tally.courses())))
        .chain(() -> rows(connection, COUNT_UNDER_WAY, counted(tally.underWay())))
        .chain(() -> rows(connection, CASES, tally.cases()))
        .chain(() -> rows(connection, PREDICTIONS, tally.predictions()))
        .chain(() -> rows(connection, SETTLE, tally.settlements()));
  }

  private static List<Counted> counted(Map<?, Integer> counts) {
    return counts.entrySet().stream().map(Counted::of).toList();
  }

  /** A row and how often it was met. */
  private record Counted(@com.fasterxml.jackson.annotation.JsonUnwrapped Object row, int times) {
    static Counted of(Entry<?, Integer> entry) {
      return new Counted(entry.getKey(), entry.getValue());
    }
  }

  private static Uni<Void> rows(SqlConnection connection, String statement, Collection<?> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection
            .preparedQuery(statement)
            .execute(Tuple.of(StoredJson.write(rows)))
            .replaceWithVoid();
  }
}
