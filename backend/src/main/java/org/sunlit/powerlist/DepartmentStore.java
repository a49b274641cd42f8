package org.sunlit.powerlist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The departments' tables, as their editors need them. */
final class DepartmentStore {
  private static final String ALL =
      """
      select code, name, name_en, short_name, short_name_en, region_code, duty, telephone, supervision_telephone,
        address, place, opened_on, closed_on, revision
      from department order by place, code
      """;
  private static final String ONE =
      """
      select code, name, name_en, short_name, short_name_en, region_code, duty, telephone, supervision_telephone,
        address, place, opened_on, closed_on, revision
      from department where code = $1 for update
      """;
  private static final String PLANS =
      """
      select id, department_code, effective_from, texts::text as texts from department_plan
      where applied_at is null and (cast($1 as date) is null or effective_from <= $1)
      order by effective_from for update skip locked
      """;
  private static final String FOUND =
      """
      insert into department (name, name_en, short_name, short_name_en, region_code, duty, telephone,
        supervision_telephone, address, code, opened_on, place)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, (select coalesce(max(place), 0) + 1 from department))
      """;
  private static final String CHANGE =
      """
      update department set name = $1, name_en = $2, short_name = $3, short_name_en = $4, region_code = $5,
        duty = $6, telephone = $7, supervision_telephone = $8, address = $9, revision = revision + 1
      where code = $10
      """;
  private static final String PLAN =
      """
      insert into department_plan (id, department_code, effective_from, texts)
      values ($1, $2, $3, cast(cast($4 as text) as jsonb))
      on conflict (department_code, effective_from) do update set texts = excluded.texts, applied_at = null
      """;
  private static final String ITEMS =
      """
      select count(*)::int as items from power_item_version
      where department_code = $1 and status = 'inForce' and (effective_to is null or effective_to >= $2)
      """;

  private DepartmentStore() {}

  /** A department with the number of its latest change. */
  record Stored(DepartmentView view, int revision) {
    static Stored of(Row row) {
      return new Stored(DepartmentView.of(row), row.getInteger("revision"));
    }
  }

  /** What a department will be from a later day on. */
  record Plan(UUID id, String code, LocalDate effectiveFrom, DepartmentForm texts) {
    static Plan of(Row row) {
      return new Plan(
          row.getUUID("id"),
          row.getString("department_code"),
          row.getLocalDate("effective_from"),
          ItemJson.read(row.getString("texts"), DepartmentForm.class));
    }
  }

  static Uni<List<Stored>> all(SqlConnection connection) {
    return connection.query(ALL).execute().map(rows -> rows.stream().map(Stored::of).toList());
  }

  /** Locked until the transaction ends. */
  static Uni<Optional<Stored>> find(SqlConnection connection, String code) {
    return connection
        .preparedQuery(ONE)
        .execute(Tuple.of(code))
        .map(rows -> rows.stream().map(Stored::of).findFirst());
  }

  /** What is planned and not applied yet; only what is due by a day, unless that is null. */
  static Uni<List<Plan>> plans(SqlConnection connection, LocalDate dueBy) {
    return connection
        .preparedQuery(PLANS)
        .execute(Tuple.of(dueBy))
        .map(rows -> rows.stream().map(Plan::of).toList());
  }

  static Uni<Void> found(
      SqlConnection connection, String code, DepartmentForm texts, LocalDate openedOn) {
    List<Object> values = new ArrayList<>(texts.values());
    values.add(code);
    values.add(openedOn);
    return connection
        .preparedQuery(FOUND)
        .execute(Tuple.from(values))
        .chain(
            () ->
                connection
                    .preparedQuery(
                        "insert into department_code (code, department_code) values ($1, $1)")
                    .execute(Tuple.of(code)))
        .replaceWithVoid();
  }

  static Uni<Void> change(SqlConnection connection, String code, DepartmentForm texts) {
    List<Object> values = new ArrayList<>(texts.values());
    values.add(code);
    return connection.preparedQuery(CHANGE).execute(Tuple.from(values)).replaceWithVoid();
  }

  static Uni<Void> plan(
      SqlConnection connection, String code, LocalDate from, DepartmentForm texts) {
    return connection
        .preparedQuery(PLAN)
        .execute(Tuple.of(UUID.randomUUID(), code, from, ItemJson.write(texts)))
        .chain(
            () ->
                connection
                    .preparedQuery("update department set revision = revision + 1 where code = $1")
                    .execute(Tuple.of(code)))
        .replaceWithVoid();
  }

  static Uni<Void> applied(SqlConnection connection, UUID plan, OffsetDateTime at) {
    return connection
        .preparedQuery("update department_plan set applied_at = $2 where id = $1")
        .execute(Tuple.of(plan, at))
        .replaceWithVoid();
  }

  static Uni<Void> close(SqlConnection connection, String code, LocalDate closedOn) {
    return connection
        .preparedQuery(
            "update department set closed_on = $2, revision = revision + 1 where code = $1")
        .execute(Tuple.of(code, closedOn))
        .replaceWithVoid();
  }

  /** How many versions of its items are in force on a day or later. */
  static Uni<Integer> itemsFrom(SqlConnection connection, String code, LocalDate day) {
    return connection
        .preparedQuery(ITEMS)
        .execute(Tuple.of(code, day))
        .map(rows -> rows.iterator().next().getInteger("items"));
  }
}
