package org.sunlit.attendance;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Named;
import org.sunlit.platform.TimeCursor;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;

/** Contests as they are listed and opened. */
@ApplicationScoped
public class ContestReads {
  private static final String COLUMNS =
      """
      select c.id, c.kind, c.line, c.words, c.raised_at, c.upheld, c.corrected_to, c.reason, c.answered_at,
        a.account, a.name, a.name_en, d.code as department_code, d.name as department, d.name_en as department_en,
        b.account as by_account, b.name as by_name, b.name_en as by_name_en
      from attendance_contest c join account a on a.account = c.account
        left join department d on d.code = a.department_code left join account b on b.account = c.answered_by
      """;
  private static final String ASKED =
      """
       where (cast($1 as text) is null or c.account = $1)
        and (cast($2 as boolean) is null or (c.answered_at is null) = $2)
      """;
  private static final String PAGE =
      COLUMNS
          + ASKED
          + " and (c.raised_at, c.id) < ($3, $4) order by c.raised_at desc, c.id desc limit $5";
  private static final String TOTAL = "select count(*) as total from attendance_contest c" + ASKED;
  private static final String ONE = COLUMNS + " where c.id = $1";
  private static final String WORK =
      """
      select line, upheld from attendance_contest
      where account = $1 and kind = 'work' order by raised_at
      """;

  /** A contest with all that was said; {@code upheld} is null while nobody has answered. */
  record Opened(
      UUID id,
      String kind,
      String line,
      Named person,
      Named department,
      String words,
      Instant raisedAt,
      Boolean upheld,
      String correctedTo,
      String reason,
      Named answeredBy,
      Instant answeredAt) {}

  private final Pool pool;
  private final Vault vault;

  ContestReads(Pool pool, Vault vault) {
    this.pool = pool;
    this.vault = vault;
  }

  /** The latest first; {@code account} and {@code open} are null for any. */
  Uni<List<Opened>> page(String account, Boolean open, TimeCursor after, int limit) {
    return pool.preparedQuery(PAGE)
        .execute(Tuple.of(account, open, CityTime.offset(after.at()), after.id(), limit))
        .chain(rows -> opened(rows.stream().toList()));
  }

  Uni<Integer> total(String account, Boolean open) {
    return pool.preparedQuery(TOTAL)
        .execute(Tuple.of(account, open))
        .map(rows -> rows.iterator().next().getLong("total").intValue());
  }

  Uni<Opened> one(UUID id) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(id))
        .chain(rows -> opened(rows.stream().toList()))
        .map(found -> found.get(0));
  }

  /**
   * What was said against this person's work figures: by line whether the last contest of it is
   * open, upheld or not.
   */
  public Uni<Map<String, Standing>> ofWork(String account) {
    return pool.preparedQuery(WORK)
        .execute(Tuple.of(account))
        .map(
            rows -> {
              Map<String, Standing> all = new HashMap<>();
              rows.forEach(
                  row -> all.put(row.getString("line"), Standing.of(row.getBoolean("upheld"))));
              return all;
            });
  }

  /** How a contest stands. */
  public enum Standing {
    OPEN("open"),
    UPHELD("upheld"),
    DECLINED("declined");

    private final String code;

    Standing(String code) {
      this.code = code;
    }

    /** The word of the contract. */
    public String code() {
      return code;
    }

    static Standing of(Boolean upheld) {
      if (upheld == null) {
        return OPEN;
      }
      return upheld ? UPHELD : DECLINED;
    }
  }

  /** One key after the other: a page has few people. */
  private Uni<List<Opened>> opened(List<Row> rows) {
    return Multi.createFrom()
        .iterable(rows.stream().map(row -> row.getString("account")).distinct().toList())
        .onItem()
        .transformToUniAndConcatenate(
            account -> vault.find(Contests.subject(account)).map(key -> Map.entry(account, key)))
        .collect()
        .asMap(Map.Entry::getKey, Map.Entry::getValue)
        .map(
            keys ->
                rows.stream()
                    .map(row -> opened(row, keys.get(row.getString("account")).orElse(null)))
                    .toList());
  }

  private static Opened opened(Row row, DataKey key) {
    UUID id = row.getUUID("id");
    return new Opened(
        id,
        row.getString("kind"),
        row.getString("line"),
        Named.of(row, "account", "name"),
        Named.of(row, "department_code", "department"),
        text(key, Contests.words(id), row, "words"),
        row.getOffsetDateTime("raised_at").toInstant(),
        row.getBoolean("upheld"),
        row.getString("corrected_to"),
        text(key, Contests.reason(id), row, "reason"),
        Named.of(row, "by_account", "by_name"),
        row.getOffsetDateTime("answered_at") == null
            ? null
            : row.getOffsetDateTime("answered_at").toInstant());
  }

  /** Null where nothing was said, or where the key was destroyed. */
  private static String text(DataKey key, String place, Row row, String column) {
    if (key == null || row.getBuffer(column) == null) {
      return null;
    }
    return key.openWords(place, row.getBuffer(column).getBytes());
  }
}
