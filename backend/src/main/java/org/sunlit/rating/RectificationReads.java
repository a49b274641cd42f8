package org.sunlit.rating;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.platform.TimeCursor;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.rating.RatingSeals.Text;
import org.sunlit.rating.rules.RectificationCourse;

/** Rectifications as supervisors and departments read them. */
@ApplicationScoped
class RectificationReads {
  private static final String READ =
      """
      select c.*, d.name as department_name, d.name_en as department_name_en, r.words, r.may_be_named,
      """
          + RatingSeals.COLUMNS
          + """
          from rectification c
            join department d on d.code = c.department_code
            join rating r on r.id = c.rating
          """
          + RatingSeals.JOIN;
  private static final String ONE = READ + "where c.id = $1";
  private static final String PAGE =
      READ
          + """
          where ($1::text is null or c.state = $1) and (c.opened_at, c.id) < ($2, $3)
          order by c.opened_at desc, c.id desc limit $4
          """;
  private static final String TOTAL =
      "select count(*) as total from rectification c where ($1::text is null or c.state = $1)";
  private static final String OF_DEPARTMENTS =
      READ
          + """
          where c.department_code = any ($1) and c.assigned_at is not null and (c.assigned_at, c.id) < ($2, $3)
          order by c.assigned_at desc, c.id desc limit $4
          """;
  private static final String TOTAL_OF_DEPARTMENTS =
      """
      select count(*) as total from rectification c
      where c.department_code = any ($1) and c.assigned_at is not null
      """;

  /** A rectification with all its words; who may read which of them is said by {@link Shapes}. */
  record Read(
      UUID id,
      UUID rating,
      String caseNumber,
      String departmentCode,
      String departmentName,
      String departmentNameEn,
      RectificationCourse course,
      Instant openedAt,
      Instant assignedAt,
      boolean dueProvisional,
      boolean mayBeNamed,
      String problem,
      String answer,
      String stillWrong,
      String words,
      String closeReason,
      int version,
      DataKey key) {}

  private final Pool pool;
  private final Vault vault;

  RectificationReads(Pool pool, Vault vault) {
    this.pool = pool;
    this.vault = vault;
  }

  Uni<Optional<Read>> find(UUID id) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(id))
        .map(
            rows ->
                rows.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(read(rows.iterator().next())));
  }

  Uni<List<Read>> page(String state, TimeCursor after, int most) {
    return pool.preparedQuery(PAGE)
        .execute(Tuple.of(state, at(after), after.id(), most))
        .map(rows -> RatingStore.all(rows, this::read));
  }

  Uni<Integer> total(String state) {
    return count(TOTAL, Tuple.of(state));
  }

  /** What has been given to these departments. */
  Uni<List<Read>> ofDepartments(String[] departments, TimeCursor after, int most) {
    return pool.preparedQuery(OF_DEPARTMENTS)
        .execute(Tuple.of(departments, at(after), after.id(), most))
        .map(rows -> RatingStore.all(rows, this::read));
  }

  Uni<Integer> totalOfDepartments(String[] departments) {
    return count(TOTAL_OF_DEPARTMENTS, Tuple.of(departments));
  }

  private Uni<Integer> count(String sql, Tuple tuple) {
    return pool.preparedQuery(sql)
        .execute(tuple)
        .map(rows -> rows.iterator().next().getLong("total").intValue());
  }

  private static OffsetDateTime at(TimeCursor after) {
    return OffsetDateTime.ofInstant(after.at(), ZoneOffset.UTC);
  }

  private Read read(Row row) {
    DataKey key = RatingSeals.key(vault, row);
    UUID id = row.getUUID("id");
    UUID rating = row.getUUID("rating");
    return new Read(
        id,
        rating,
        row.getString("case_number"),
        row.getString("department_code"),
        row.getString("department_name"),
        row.getString("department_name_en"),
        RatedCases.course(row),
        RatedCases.instant(row, "opened_at"),
        RatedCases.instant(row, "assigned_at"),
        row.getBoolean("due_provisional"),
        row.getBoolean("may_be_named"),
        RatingSeals.open(key, id, Text.PROBLEM, row.getBuffer("problem")),
        RatingSeals.open(key, id, Text.ANSWER, row.getBuffer("answer")),
        RatingSeals.open(key, id, Text.STILL_WRONG, row.getBuffer("still_wrong")),
        RatingSeals.open(key, rating, Text.WORDS, row.getBuffer("words")),
        row.getString("close_reason"),
        row.getInteger("version"),
        key);
  }
}
