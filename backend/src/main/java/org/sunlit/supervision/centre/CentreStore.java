package org.sunlit.supervision.centre;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sunlit.platform.StoredJson;
import org.sunlit.supervision.centre.rules.Fact;
import org.sunlit.supervision.rules.Happening;
import org.sunlit.supervision.rules.Told;
import org.sunlit.supervision.work.rules.CaseFacts;

/** The tables of the centre: a few statements for a run of events, however many they are. */
@Singleton
class CentreStore {
  private static final String OPEN =
      "select case_number, course::text as course from supervision_open_case where case_number = any ($1)";
  private static final String CLOSE =
      "delete from supervision_open_case where case_number = any ($1)";
  private static final String KEEP =
      """
      insert into supervision_open_case (case_number, item_code, department_code, region_code, handling, state, due_at,
        step_name, step_name_en, course)
      select "caseNumber", "itemCode", "departmentCode", "regionCode", handling, state, "dueAt", "stepName",
        "stepNameEn", course::jsonb
      from jsonb_to_recordset(cast($1 as text)::jsonb) as x("caseNumber" text, "itemCode" text, "departmentCode" text,
        "regionCode" text, handling text, state text, "dueAt" timestamptz, "stepName" text, "stepNameEn" text,
        course text)
      """;
  private static final String COUNT =
      """
      with fact as (
        select * from jsonb_to_recordset(cast($1 as text)::jsonb) as x(place bigint, kind text, at timestamptz,
          "caseNumber" text, "departmentCode" text, "regionCode" text, "onTime" boolean, early boolean, once boolean,
          days integer)
      ), kept as (
        insert into supervision_fact (place, kind, at, case_number, department_code, region_code, on_time, early, once,
          days)
        select place, kind, at, "caseNumber", "departmentCode", "regionCode", "onTime", early, once, days from fact
      )
      insert into supervision_day as d (day, department_code, region_code, received, closed, with_deadline, on_time)
      select (at at time zone 'Asia/Shanghai')::date as day, "departmentCode", "regionCode",
        count(*) filter (where kind = 'received'), count(*) filter (where kind = 'ended'),
        count("onTime"), count(*) filter (where "onTime")
      from fact where kind in ('received', 'ended')
      group by day, "departmentCode", "regionCode" order by day, "departmentCode", "regionCode"
      on conflict (day, department_code, region_code) do update set received = d.received + excluded.received,
        closed = d.closed + excluded.closed, with_deadline = d.with_deadline + excluded.with_deadline,
        on_time = d.on_time + excluded.on_time
      """;

  /** A case that is open. */
  record OpenRow(
      String caseNumber,
      String itemCode,
      String departmentCode,
      String regionCode,
      String handling,
      String state,
      Instant dueAt,
      String stepName,
      String stepNameEn,
      String course) {
    static OpenRow of(Told told, CaseFacts course) {
      boolean one = told.live() != null && told.live().size() == 1;
      return new OpenRow(
          course.caseNumber(),
          told.itemCode(),
          told.departmentCode(),
          told.regionCode(),
          told.handling(),
          told.state(),
          told.dueAt(),
          one ? told.live().get(0).name() : null,
          one ? told.live().get(0).nameEn() : null,
          StoredJson.write(course));
    }
  }

  /** What counts of an event. */
  record FactRow(
      long place,
      String kind,
      Instant at,
      String caseNumber,
      String departmentCode,
      String regionCode,
      Boolean onTime,
      Boolean early,
      Boolean once,
      Integer days) {
    static FactRow of(Happening event, Fact fact) {
      return new FactRow(
          event.place(),
          fact.kind().code(),
          event.at(),
          event.subject(),
          event.told().departmentCode(),
          event.told().regionCode(),
          fact.onTime(),
          fact.early(),
          fact.once(),
          fact.days());
    }
  }

  /**
   * @param untouched numbers of cases that stay as they are
   */
  record Changes(List<OpenRow> open, Set<String> untouched, List<FactRow> facts) {}

  /** How these cases stood, as far as they are open. */
  Uni<Map<String, CaseFacts>> open(SqlConnection connection, Set<String> numbers) {
    return connection
        .preparedQuery(OPEN)
        .execute(array(numbers))
        .map(
            rows -> {
              Map<String, CaseFacts> open = new HashMap<>();
              rows.forEach(
                  row ->
                      open.put(
                          row.getString("case_number"),
                          StoredJson.read(row.getString("course"), CaseFacts.class)));
              return open;
            });
  }

  Uni<Void> write(SqlConnection connection, Set<String> numbers, Changes changes) {
    List<String> touched =
        numbers.stream().filter(number -> !changes.untouched().contains(number)).toList();
    return connection
        .preparedQuery(CLOSE)
        .execute(array(touched))
        .chain(() -> rows(connection, KEEP, changes.open()))
        .chain(() -> rows(connection, COUNT, changes.facts()));
  }

  private static Tuple array(Collection<String> numbers) {
    return Tuple.tuple().addArrayOfString(numbers.toArray(String[]::new));
  }

  private static Uni<Void> rows(SqlConnection connection, String sql, Collection<?> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection.preparedQuery(sql).execute(Tuple.of(StoredJson.write(rows))).replaceWithVoid();
  }
}
