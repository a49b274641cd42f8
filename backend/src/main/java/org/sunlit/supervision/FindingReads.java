package org.sunlit.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.TimeCursor;

/** Findings as people read them. */
@ApplicationScoped
class FindingReads {
  private static final int READER = 8;
  private static final int AFTER = READER + FindingReader.PARAMETERS;
  private static final String WHERE =
      """
       from supervision_finding f
      where ($1::text is null or f.rule = $1)
        and ($2::text[] is null or f.severity = any ($2))
        and ($3::text is null or f.department_code = $3)
        and ($4::text is null or f.subject = $4)
        and ($5::text is null or f.state = $5)
        and ($6::timestamptz is null or f.occurred_at >= $6)
        and ($7::timestamptz is null or f.occurred_at < $7)
        and\s"""
          + FindingReader.condition(READER);
  private static final String PAGE =
      "select f.*"
          + WHERE
          + " and (f.occurred_at, f.id) < ($%d, $%d) order by f.occurred_at desc, f.id desc limit $%d"
              .formatted(AFTER, AFTER + 1, AFTER + 2);
  private static final String TOTAL = "select count(*) as total" + WHERE;
  private static final String ONE =
      "select f.* from supervision_finding f where f.id = $1 and " + FindingReader.condition(2);

  /**
   * What is asked for; what is null is not asked.
   *
   * @param severities codes of them; null for all
   */
  record Asked(
      String rule,
      List<String> severities,
      String department,
      String subject,
      String state,
      LocalDate from,
      LocalDate until) {
    private Tuple tuple() {
      return Tuple.tuple()
          .addString(rule)
          .addArrayOfString(severities == null ? null : severities.toArray(String[]::new))
          .addString(department)
          .addString(subject)
          .addString(state)
          .addOffsetDateTime(start(from))
          .addOffsetDateTime(until == null ? null : start(until.plusDays(1)));
    }

    private static OffsetDateTime start(LocalDate day) {
      return day == null ? null : day.atStartOfDay(CityTime.ZONE).toOffsetDateTime();
    }
  }

  /**
   * A finding with what it rests on.
   *
   * @param withdrawnAt null while it stands, as are the two after it
   */
  record Read(
      Finding finding,
      Evidence evidence,
      String state,
      Instant withdrawnAt,
      String withdrawnReason,
      Long withdrawnPlace) {}

  private final Pool pool;

  FindingReads(Pool pool) {
    this.pool = pool;
  }

  /** The latest first. */
  Uni<List<Read>> page(Asked asked, FindingReader reader, TimeCursor after, int most) {
    Tuple tuple = reader.addTo(asked.tuple());
    tuple.addOffsetDateTime(CityTime.offset(after.at())).addUUID(after.id()).addInteger(most);
    return pool.preparedQuery(PAGE)
        .execute(tuple)
        .map(rows -> rows.stream().map(FindingReads::read).toList());
  }

  Uni<Integer> total(Asked asked, FindingReader reader) {
    return pool.preparedQuery(TOTAL)
        .execute(reader.addTo(asked.tuple()))
        .map(rows -> rows.iterator().next().getLong("total").intValue());
  }

  /** Empty as well when this reader may not see it. */
  Uni<Optional<Read>> find(UUID id, FindingReader reader) {
    return pool.preparedQuery(ONE)
        .execute(reader.addTo(Tuple.of(id)))
        .map(rows -> rows.stream().findFirst().map(FindingReads::read));
  }

  private static Read read(Row row) {
    OffsetDateTime withdrawn = row.getOffsetDateTime("withdrawn_at");
    return new Read(
        SupervisionStore.finding(row),
        StoredJson.read(row.getJson("evidence").toString(), Evidence.class),
        row.getString("state"),
        withdrawn == null ? null : withdrawn.toInstant(),
        row.getString("withdrawn_reason"),
        row.getLong("withdrawn_place"));
  }
}
