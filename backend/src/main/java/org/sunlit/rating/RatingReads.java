package org.sunlit.rating;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.sunlit.platform.Coded;
import org.sunlit.platform.TimeCursor;
import org.sunlit.privacy.Vault;
import org.sunlit.rating.RatingSeals.Text;
import org.sunlit.rating.rules.Grades;
import org.sunlit.rating.rules.Sign;
import org.sunlit.rating.rules.SignKind;

/** Ratings as supervisors read them. */
@ApplicationScoped
class RatingReads {
  private static final String COLUMNS =
      """
      select r.*, d.name as department_name, d.name_en as department_name_en, t.place, t.place_en, m.state,
        coalesce((select jsonb_agg(jsonb_build_object('kind', s.kind, 'reason', s.reason, 'reasonEn', s.reason_en)
          order by s.kind) from rating_sign s where s.rating = r.id), '[]') as signs
      """;
  private static final String FROM =
      """
      from rating r
        join department d on d.code = r.department_code
        left join rating_terminal t on t.id = r.terminal
        left join rectification m on m.rating = r.id
      """;
  private static final String ASKED =
      """
      where ($1::timestamptz is null or r.rated_at >= $1) and ($2::timestamptz is null or r.rated_at < $2)
        and ($3::text is null or r.department_code = $3) and ($4::text is null or r.overall = $4)
        and (not $5 or exists (select 1 from rating_sign s where s.rating = r.id))
      """;
  private static final String PAGE =
      COLUMNS
          + FROM
          + ASKED
          + " and (r.rated_at, r.id) < ($6, $7) order by r.rated_at desc, r.id desc limit $8";
  private static final String TOTAL = "select count(*) as total from rating r " + ASKED;
  private static final String FILE =
      COLUMNS
          + ", c.item_name, c.item_name_en, c.ended_at, a.name as person, a.name_en as person_en,"
          + RatingSeals.COLUMNS
          + FROM
          + "join ratable_case c on c.case_number = r.case_number left join account a on a.account = r.rated_person"
          + RatingSeals.JOIN
          + "where r.id = $1";

  /** What is asked for; null is any. */
  record Asked(
      OffsetDateTime from, OffsetDateTime to, String department, String overall, boolean suspect) {
    Tuple tuple() {
      return Tuple.of(from, to, department, overall, suspect);
    }
  }

  /**
   * A rating without words and without who.
   *
   * @param state of its rectification; null when there is none
   */
  record Listed(
      UUID id,
      String departmentCode,
      String departmentName,
      String departmentNameEn,
      String channel,
      String place,
      String placeEn,
      Grades grades,
      Instant ratedAt,
      boolean counted,
      List<Sign> signs,
      String state) {}

  /** A rating with everything. */
  record Whole(
      Listed listed,
      String caseNumber,
      String itemName,
      String itemNameEn,
      Instant endedAt,
      String person,
      String personEn,
      String words,
      boolean mayBeNamed,
      Instant reviewedAt,
      String reviewReason,
      int version) {}

  private final Pool pool;
  private final Vault vault;

  RatingReads(Pool pool, Vault vault) {
    this.pool = pool;
    this.vault = vault;
  }

  Uni<List<Listed>> page(Asked asked, TimeCursor after, int most) {
    Tuple tuple = asked.tuple();
    tuple
        .addOffsetDateTime(OffsetDateTime.ofInstant(after.at(), java.time.ZoneOffset.UTC))
        .addUUID(after.id())
        .addInteger(most);
    return pool.preparedQuery(PAGE)
        .execute(tuple)
        .map(rows -> RatingStore.all(rows, RatingReads::listed));
  }

  Uni<Integer> total(Asked asked) {
    return pool.preparedQuery(TOTAL)
        .execute(asked.tuple())
        .map(rows -> rows.iterator().next().getLong("total").intValue());
  }

  Uni<Optional<Whole>> find(UUID id) {
    return pool.preparedQuery(FILE)
        .execute(Tuple.of(id))
        .map(
            rows ->
                rows.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(whole(rows.iterator().next())));
  }

  private Whole whole(Row row) {
    return new Whole(
        listed(row),
        row.getString("case_number"),
        row.getString("item_name"),
        row.getString("item_name_en"),
        RatedCases.instant(row, "ended_at"),
        row.getString("person"),
        row.getString("person_en"),
        RatingSeals.open(
            RatingSeals.key(vault, row), row.getUUID("id"), Text.WORDS, row.getBuffer("words")),
        row.getBoolean("may_be_named"),
        RatedCases.instant(row, "reviewed_at"),
        row.getString("review_reason"),
        row.getInteger("version"));
  }

  private static Listed listed(Row row) {
    return new Listed(
        row.getUUID("id"),
        row.getString("department_code"),
        row.getString("department_name"),
        row.getString("department_name_en"),
        row.getString("channel"),
        row.getString("place"),
        row.getString("place_en"),
        RatedCases.grades(row),
        RatedCases.instant(row, "rated_at"),
        row.getBoolean("counted"),
        signs(row.getJsonArray("signs")),
        row.getString("state"));
  }

  private static List<Sign> signs(JsonArray stored) {
    return IntStream.range(0, stored.size())
        .mapToObj(stored::getJsonObject)
        .map(RatingReads::sign)
        .toList();
  }

  private static Sign sign(JsonObject stored) {
    return new Sign(
        Coded.of(SignKind.class, stored.getString("kind")),
        stored.getString("reason"),
        stored.getString("reasonEn"));
  }
}
