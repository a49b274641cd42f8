package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.sunlit.calendar.DeadlineRecount.Cause;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;

/** The tables of recounts, and what a recount writes of cases. */
@ApplicationScoped
class RecountStore {
  /** One at a time, so that of two changes each has an edition of its own. */
  private static final String ONE_AT_A_TIME =
      "select pg_advisory_xact_lock(hashtextextended('sunlit.recount', 0))";

  /** Whoever changes a day has everything counted again, whatever was counted before. */
  private static final String REQUEST =
      """
      insert into recount (id, edition, cause, year, source, requested_by, requested_by_name,
        requested_by_name_en, requested_at, days)
      select $1, greatest(sum(version), (select max(edition) + 1 from recount)), 'edited',
        $2, $3, $4, $5, $6, $7, $8 from calendar_year
      """;

  private static final String NOTICE =
      """
      insert into recount (id, edition, cause, requested_at)
      select $1, sum(version), 'release', $2 from calendar_year
      having sum(version) > coalesce((select max(edition) from recount), 0)
      """;
  private static final String UNFINISHED =
      "select exists (select from recount where finished_at is null) as waiting";
  private static final String TAKE =
      """
      update recount r set started_at = coalesce(r.started_at, $1),
        total = case when r.started_at is null then (select count(*) from case_file where open) else r.total end
      where r.id = (select id from recount where finished_at is null order by edition limit 1
        for update skip locked)
      returning r.id, r.days, r.reached, r.settled
      """;
  private static final String HOLD =
      """
      select case_number from case_file where open and case_number > $1 order by case_number limit $2
      for update
      """;
  private static final String WRITE =
      """
      with x as (
        select * from jsonb_to_recordset(cast($1 as text)::jsonb) as x("caseNumber" text,
          "stepDueAt" timestamptz, "dueAt" timestamptz, "dueProvisional" boolean, "dueOrder" timestamptz)
      ), file as (
        update case_file c set step_due_at = x."stepDueAt", due_at = x."dueAt",
          due_provisional = x."dueProvisional", due_order = x."dueOrder"
        from x where c.case_number = x."caseNumber"
          and (c.step_due_at, c.due_at, c.due_provisional, c.due_order)
            is distinct from (x."stepDueAt", x."dueAt", x."dueProvisional", x."dueOrder")
      )
      update case_view v set body = shown.body
      from unnest($2::text[], $3::bytea[]) as shown (case_number, body)
      where v.case_number = shown.case_number and v.body is distinct from shown.body
      """;
  private static final String MOVED =
      """
      insert into recount_case (recount, case_number, before, after, because, now_late)
      select $1, "caseNumber", before, after, because, "nowLate"
      from jsonb_to_recordset(cast($2 as text)::jsonb) as x("caseNumber" text, before timestamptz,
        after timestamptz, because date, "nowLate" boolean)
      """;
  private static final String ADVANCE =
      """
      update recount set reached = $2, done = done + $3, later = later + $4, earlier = earlier + $5,
        now_late = now_late + $6
      where id = $1
      """;
  private static final String SETTLED = "update recount set settled = $2 where id = $1";
  private static final String FINISH = "update recount set finished_at = $2 where id = $1";

  /**
   * A recount that isn't finished.
   *
   * @param reached the last case counted; empty at the beginning
   * @param settled the last case whose stopped clocks were counted; empty at the beginning
   */
  record Job(UUID id, List<LocalDate> days, String reached, String settled) {
    /** The first changed day; the beginning of time where the changed days aren't known. */
    Instant since() {
      return days.stream()
          .min(Comparator.naturalOrder())
          .map(day -> day.atStartOfDay(CityTime.ZONE).toInstant())
          .orElse(Instant.EPOCH);
    }
  }

  private record Due(
      String caseNumber,
      Instant stepDueAt,
      Instant dueAt,
      boolean dueProvisional,
      Instant dueOrder) {
    static Due of(OpenCases.Counted counted) {
      CaseRow row = CaseRow.of(counted.now());
      return new Due(
          row.caseNumber(), row.stepDueAt(), row.dueAt(), row.dueProvisional(), row.dueOrder());
    }
  }

  Uni<Void> request(SqlConnection connection, Cause cause, Instant at) {
    Tuple job =
        Tuple.tuple()
            .addUUID(UUID.randomUUID())
            .addInteger(cause.year())
            .addString(cause.source())
            .addString(cause.actor().accountId())
            .addString(cause.actor().displayName())
            .addString(cause.actor().displayNameEn())
            .addOffsetDateTime(CityTime.offset(at))
            .addArrayOfLocalDate(cause.days().toArray(LocalDate[]::new));
    return connection
        .query(ONE_AT_A_TIME)
        .execute()
        .chain(() -> connection.preparedQuery(REQUEST).execute(job))
        .replaceWithVoid();
  }

  /** Asks for one where the calendar was changed by nobody who asked for it. */
  Uni<Void> notice(Pool pool, Instant at) {
    return pool.withTransaction(
            connection ->
                connection
                    .query(ONE_AT_A_TIME)
                    .execute()
                    .chain(
                        () ->
                            connection
                                .preparedQuery(NOTICE)
                                .execute(Tuple.of(UUID.randomUUID(), CityTime.offset(at)))))
        .replaceWithVoid();
  }

  Uni<Boolean> unfinished(Pool pool) {
    return pool.query(UNFINISHED)
        .execute()
        .map(rows -> rows.iterator().next().getBoolean("waiting"));
  }

  /**
   * The oldest that isn't finished and that nobody is at, held until the end of the transaction.
   */
  Uni<Optional<Job>> take(SqlConnection connection, Instant at) {
    return connection
        .preparedQuery(TAKE)
        .execute(Tuple.of(CityTime.offset(at)))
        .map(rows -> rows.stream().findFirst().map(RecountStore::job));
  }

  private static Job job(Row row) {
    return new Job(
        row.getUUID("id"),
        List.of(row.getArrayOfLocalDates("days")),
        row.getString("reached"),
        row.getString("settled"));
  }

  /** The next open cases, which nobody changes until the end of the transaction. */
  Uni<List<String>> hold(SqlConnection connection, String after, int most) {
    return connection
        .preparedQuery(HOLD)
        .execute(Tuple.of(after, most))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.getString("case_number"))
                    .toList());
  }

  /** Stores what is due when; of what an applicant sees, only what doesn't name anybody changes. */
  Uni<Void> write(SqlClient client, List<OpenCases.Counted> counted) {
    String due = StoredJson.write(counted.stream().map(Due::of).toList());
    String[] numbers = counted.stream().map(one -> one.now().number()).toArray(String[]::new);
    Buffer[] bodies =
        counted.stream()
            .map(one -> Buffer.buffer(CaseViews.body(one.now())))
            .toArray(Buffer[]::new);
    return client
        .preparedQuery(WRITE)
        .execute(Tuple.tuple().addString(due).addArrayOfString(numbers).addValue(bodies))
        .replaceWithVoid();
  }

  Uni<Void> advance(
      SqlConnection connection, Job job, List<String> numbers, List<RecountedDue> moved) {
    int later = (int) moved.stream().filter(RecountedDue::later).count();
    Tuple progress =
        Tuple.of(
            job.id(),
            numbers.get(numbers.size() - 1),
            numbers.size(),
            later,
            moved.size() - later,
            (int) moved.stream().filter(RecountedDue::nowLate).count());
    return connection
        .preparedQuery(MOVED)
        .execute(Tuple.of(job.id(), StoredJson.write(moved)))
        .chain(() -> connection.preparedQuery(ADVANCE).execute(progress))
        .replaceWithVoid();
  }

  /** Keeps how far stopped clocks have been counted. */
  Uni<Void> settled(SqlConnection connection, Job job, String last) {
    return connection.preparedQuery(SETTLED).execute(Tuple.of(job.id(), last)).replaceWithVoid();
  }

  Uni<Void> finish(SqlConnection connection, Job job, Instant at) {
    return connection
        .preparedQuery(FINISH)
        .execute(Tuple.of(job.id(), CityTime.offset(at)))
        .replaceWithVoid();
  }
}
