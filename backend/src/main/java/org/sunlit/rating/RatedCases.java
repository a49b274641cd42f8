package org.sunlit.rating;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.platform.Coded;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.rating.RatedCase.Given;
import org.sunlit.rating.RatedCase.Mending;
import org.sunlit.rating.RatingSeals.Text;
import org.sunlit.rating.rules.Grades;
import org.sunlit.rating.rules.RectificationCourse;
import org.sunlit.rating.rules.RectificationState;
import org.sunlit.rating.rules.Satisfaction;

/** Reads cases that can be rated, one at a time, for whoever holds them. */
@ApplicationScoped
class RatedCases {
  private static final String FIND =
      """
      select c.*, r.id as rating, r.overall, r.efficiency, r.attitude, r.quality, r.words, r.may_be_named,
        r.rated_at, m.id as mending, m.state, m.round, m.due_on, m.confirm_by, m.answer, m.answered_at,
        m.close_reason, m.version,
      """
          + RatingSeals.COLUMNS
          + """
          from ratable_case c
            left join rating r on r.case_number = c.case_number
            left join rectification m on m.rating = r.id
          """
          + RatingSeals.JOIN
          + "where c.case_number = $1";

  private final Pool pool;
  private final Vault vault;

  RatedCases(Pool pool, Vault vault) {
    this.pool = pool;
    this.vault = vault;
  }

  /** The case with this number, if it has ended. */
  Uni<Optional<RatedCase>> find(String caseNumber) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(caseNumber))
        .map(
            rows ->
                rows.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(read(rows.iterator().next())));
  }

  private RatedCase read(Row row) {
    DataKey key = RatingSeals.key(vault, row);
    Buffer hash = row.getBuffer("code_hash");
    return new RatedCase(
        row.getString("case_number"),
        row.getString("item_name"),
        row.getString("item_name_en"),
        row.getString("department_code"),
        row.getString("department_name"),
        row.getString("department_name_en"),
        row.getString("region_code"),
        row.getString("ended_by"),
        instant(row, "ended_at"),
        instant(row, "open_until"),
        hash == null ? null : hash.getBytes(),
        key,
        row.getUUID("rating") == null ? null : given(row, key));
  }

  private static Given given(Row row, DataKey key) {
    UUID id = row.getUUID("rating");
    return new Given(
        id,
        grades(row),
        RatingSeals.open(key, id, Text.WORDS, row.getBuffer("words")),
        row.getBoolean("may_be_named"),
        instant(row, "rated_at"),
        row.getUUID("mending") == null ? null : mending(row, key));
  }

  private static Mending mending(Row row, DataKey key) {
    UUID id = row.getUUID("mending");
    return new Mending(
        id,
        course(row),
        row.getInteger("version"),
        row.getLocalDate("due_on"),
        RatingSeals.open(key, id, Text.ANSWER, row.getBuffer("answer")),
        instant(row, "answered_at"),
        row.getString("close_reason"));
  }

  static Grades grades(Row row) {
    return new Grades(
        grade(row, "overall"),
        grade(row, "efficiency"),
        grade(row, "attitude"),
        grade(row, "quality"));
  }

  static RectificationCourse course(Row row) {
    return new RectificationCourse(
        Coded.of(RectificationState.class, row.getString("state")),
        row.getInteger("round"),
        row.getLocalDate("due_on"),
        row.getLocalDate("confirm_by"));
  }

  private static Satisfaction grade(Row row, String column) {
    String code = row.getString(column);
    return code == null ? null : Coded.of(Satisfaction.class, code);
  }

  static Instant instant(Row row, String column) {
    OffsetDateTime stored = row.getOffsetDateTime(column);
    return stored == null ? null : stored.toInstant();
  }
}
