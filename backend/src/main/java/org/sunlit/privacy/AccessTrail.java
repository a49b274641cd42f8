package org.sunlit.privacy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.CityTime;

/**
 * Who looked at what 查阅留痕. A look is stored before its answer goes out, so that none that was
 * answered is missing. Rows are only added; the database refuses anything else.
 */
@ApplicationScoped
public class AccessTrail {
  private static final String COLUMNS =
      "(at, account, post, department_code, session, action, case_number, material_id, fields, reason_kind)";
  private static final String WRITE =
      "insert into access_trail " + COLUMNS + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
  private static final String WRITE_WITHIN =
      "insert into access_trail "
          + COLUMNS
          + """
           values (:at, cast(:account as text), cast(:post as text), cast(:department as text),
            cast(cast(:session as text) as uuid), :action, cast(:caseNumber as text),
            cast(cast(:material as text) as uuid),
            string_to_array(cast(:fields as text), ','), cast(:reasonKind as text))
          """;
  private static final String RECENT =
      "select count(*) as looks from access_trail where account = $1 and action = $2 and at > $3";
  private static final String READ =
      """
      select t.id, t.at, t.account, a.name, a.name_en, t.post, t.department_code, t.session, t.action,
        t.case_number, t.material_id, t.fields, t.reason_kind
      from access_trail t left join account a on a.account = t.account
      """;
  private static final String PAGE =
      READ
          + """
          where ($1::text is null or t.account = $1) and ($2::text is null or t.case_number = $2)
            and ($3::text is null or t.action = $3) and ($4::timestamptz is null or t.at >= $4)
            and ($5::timestamptz is null or t.at < $5) and t.id < $6
          order by t.id desc limit $7
          """;
  private static final String ABOUT =
      READ
          + " where t.case_number = any ($1) and t.account is not null and t.action <> 'trailRead'"
          + " order by t.id desc limit $2";

  /** A row of the trail. */
  public record Entry(long id, Instant at, String accountName, String accountNameEn, Look look) {}

  /** Which rows are wanted; null is any. */
  record Asked(String account, String caseNumber, LookKind action, LocalDate from, LocalDate to) {}

  private final Pool pool;
  private final Clock clock;

  AccessTrail(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Stores a look; what was looked at is to be answered only then. */
  public Uni<Void> write(Look look) {
    Tuple row = Tuple.tuple();
    row.addValue(CityTime.offset(clock.instant()))
        .addValue(look.account())
        .addValue(look.post())
        .addValue(look.departmentCode())
        .addValue(look.session())
        .addValue(look.kind().code())
        .addValue(look.caseNumber())
        .addValue(look.materialId())
        .addValue(look.fields().isEmpty() ? null : look.fields().toArray(String[]::new))
        .addValue(look.reasonKind());
    return pool.preparedQuery(WRITE).execute(row).replaceWithVoid();
  }

  /** Stores a look within the caller's transaction. */
  public Uni<Void> write(Mutiny.Session session, Look look) {
    return session
        .createNativeQuery(WRITE_WITHIN)
        .setParameter("at", CityTime.offset(clock.instant()))
        .setParameter("account", look.account())
        .setParameter("post", look.post())
        .setParameter("department", look.departmentCode())
        .setParameter("session", look.session() == null ? null : look.session().toString())
        .setParameter("action", look.kind().code())
        .setParameter("caseNumber", look.caseNumber())
        .setParameter("material", look.materialId() == null ? null : look.materialId().toString())
        .setParameter("fields", look.fields().isEmpty() ? null : String.join(",", look.fields()))
        .setParameter("reasonKind", look.reasonKind())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** How often an account has done this lately. */
  public Uni<Long> recent(String account, LookKind kind, Duration lately) {
    return pool.preparedQuery(RECENT)
        .execute(Tuple.of(account, kind.code(), CityTime.offset(clock.instant().minus(lately))))
        .map(rows -> rows.iterator().next().getLong("looks"));
  }

  /**
   * What others did with the data of these cases, the latest first. That a supervisor read the
   * trail says nothing about the person.
   */
  public Uni<List<Entry>> about(List<String> caseNumbers, int most) {
    return pool.preparedQuery(ABOUT)
        .execute(Tuple.of(caseNumbers.toArray(String[]::new), most))
        .map(AccessTrail::entries);
  }

  Uni<List<Entry>> page(Asked asked, long before, int most) {
    Tuple page = Tuple.tuple();
    page.addValue(asked.account())
        .addValue(asked.caseNumber())
        .addValue(asked.action() == null ? null : asked.action().code())
        .addValue(CityTime.startOf(asked.from()))
        .addValue(CityTime.endOf(asked.to()))
        .addValue(before)
        .addValue(most);
    return pool.preparedQuery(PAGE).execute(page).map(AccessTrail::entries);
  }

  private static List<Entry> entries(RowSet<Row> rows) {
    List<Entry> entries = new ArrayList<>();
    for (Row row : rows) {
      String[] fields = row.getArrayOfStrings("fields");
      UUID material = row.getUUID("material_id");
      entries.add(
          new Entry(
              row.getLong("id"),
              row.getOffsetDateTime("at").toInstant(),
              row.getString("name"),
              row.getString("name_en"),
              new Look(
                  org.sunlit.platform.Coded.of(LookKind.class, row.getString("action")),
                  row.getString("account"),
                  row.getString("post"),
                  row.getString("department_code"),
                  row.getUUID("session"),
                  row.getString("case_number"),
                  material,
                  fields == null ? List.of() : List.of(fields),
                  row.getString("reason_kind"))));
    }
    return entries;
  }
}
