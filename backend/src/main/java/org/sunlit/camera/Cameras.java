package org.sunlit.camera;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sunlit.administration.AdministrativeChange;
import org.sunlit.administration.AdministrativeChanges;
import org.sunlit.administration.ChangeAction;
import org.sunlit.administration.FieldChanges;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Scope;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The register of cameras over windows 电子眼登记. */
@ApplicationScoped
public class Cameras {
  /**
   * What is looked for; nulls for any.
   *
   * @param on a day on which they watched
   */
  record Asked(String place, String window, String department, LocalDate on) {}

  private static final String SELECT =
      "select" + CameraRow.COLUMNS + " from camera c" + CameraRow.JOINED;
  private static final String PAGE =
      SELECT
          + """
          where ($1::text is null or c.place_code = $1) and ($2::text is null or c.window_number = $2)
            and ($3::text is null or c.department_code = $3)
            and ($4::date is null or c.from_on <= $4 and coalesce(c.until_on, $4) >= $4)
            and c.code > $5
          order by c.code limit $6
          """;
  private static final String ONE = SELECT + " where c.code = $1";
  private static final String KNOWN =
      """
      select (select region_code from place where code = $1) as region,
        exists (select from department where code = $2) as department
      """;
  private static final String WRITE =
      """
      insert into camera (code, place_code, window_number, department_code, from_on, until_on, definition, version)
      values ($1, $2, $3, $4, $5, $6, cast(cast($7 as text) as jsonb), 1)
      on conflict (code) do update set place_code = excluded.place_code, window_number = excluded.window_number,
        department_code = excluded.department_code, from_on = excluded.from_on, until_on = excluded.until_on,
        definition = excluded.definition, version = camera.version + 1
      where camera.version = $8
      """;

  private final Pool pool;
  private final AdministrativeChanges changes;
  private final Clock clock;

  Cameras(Pool pool, AdministrativeChanges changes, Clock clock) {
    this.pool = pool;
    this.changes = changes;
    this.clock = clock;
  }

  /** By code, after that one. */
  Uni<List<CameraRow>> page(Asked asked, String after, int limit) {
    Tuple tuple =
        Tuple.tuple()
            .addString(asked.place())
            .addString(asked.window())
            .addString(asked.department())
            .addLocalDate(asked.on())
            .addString(after)
            .addInteger(limit);
    return pool.preparedQuery(PAGE)
        .execute(tuple)
        .map(rows -> rows.stream().map(CameraRow::of).toList());
  }

  Uni<Optional<CameraRow>> find(String code) {
    return find(pool, code);
  }

  private static Uni<Optional<CameraRow>> find(SqlClient client, String code) {
    return client
        .preparedQuery(ONE)
        .execute(Tuple.of(code))
        .map(rows -> rows.stream().findFirst().map(CameraRow::of));
  }

  /**
   * Enters a camera, or changes what is said of it. Nobody takes one off the register: it ends on a
   * day, and what it recorded until then stays to be looked at.
   *
   * @param seen the version last seen; 0 for a new one
   * @return fails with 403 beyond the actor's reach, 412 for a version that is not the newest, 422
   */
  public Uni<Void> keep(String code, CameraForm form, int seen, Actor by) {
    return pool.withTransaction(
        connection ->
            known(connection, form)
                .chain(
                    region ->
                        find(connection, code)
                            .invoke(before -> allowed(before, form, region, seen, by))
                            .chain(before -> write(connection, code, form, region, before, by))));
  }

  /** The region of its place; fails with 422 for what there isn't. */
  private static Uni<String> known(SqlConnection connection, CameraForm form) {
    return connection
        .preparedQuery(KNOWN)
        .execute(Tuple.of(form.placeCode(), form.departmentCode()))
        .map(rows -> judged(form, rows.iterator().next()));
  }

  private static String judged(CameraForm form, Row row) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (form.name().isBlank()) {
      throw wrong.at("/name", "field.not-blank");
    }
    if (form.window().isBlank()) {
      throw wrong.at("/window", "field.not-blank");
    }
    if (row.getString("region") == null) {
      throw wrong.at("/placeCode", "inspection.no-place");
    }
    if (!row.getBoolean("department")) {
      throw wrong.at("/departmentCode", "inspection.no-department");
    }
    if (form.until() != null && form.until().isBefore(form.from())) {
      throw wrong.at("/until", "staff.until-before-from");
    }
    return row.getString("region");
  }

  private static void allowed(
      Optional<CameraRow> before, CameraForm form, String region, int seen, Actor by) {
    Scope scope = Scope.of(by);
    boolean reached =
        scope.covers(form.departmentCode(), region)
            && before
                .map(row -> scope.covers(row.form().departmentCode(), row.placeRegion()))
                .orElse(true);
    if (!reached) {
      throw Problem.of(ProblemType.FORBIDDEN);
    }
    if (before.map(CameraRow::version).orElse(0) != seen) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
  }

  private Uni<Void> write(
      SqlConnection connection,
      String code,
      CameraForm form,
      String region,
      Optional<CameraRow> before,
      Actor by) {
    var changed = FieldChanges.between(before.map(CameraRow::form).orElse(null), form);
    if (changed.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple row =
        Tuple.tuple()
            .addString(code)
            .addString(form.placeCode())
            .addString(form.window())
            .addString(form.departmentCode())
            .addLocalDate(form.from())
            .addLocalDate(form.until())
            .addString(StoredJson.write(form))
            .addInteger(before.map(CameraRow::version).orElse(0));
    return connection
        .preparedQuery(WRITE)
        .execute(row)
        .invoke(rows -> Problem.staleUnlessOne(rows.rowCount()))
        .chain(
            () ->
                changes.record(
                    connection,
                    new AdministrativeChange(
                        clock.instant(),
                        by,
                        ChangeAction.CAMERA_CHANGED,
                        new AdministrativeChange.Subject(
                            code, form.name(), form.nameEn(), form.departmentCode(), region),
                        LocalDate.ofInstant(clock.instant(), CityTime.ZONE),
                        StoredJson.write(changed))));
  }
}
