package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlit.complaint.rules.ComplaintRules;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;
import org.sunlit.problem.Localised;

/** Complaints as they are listed and opened; who may see which is asked in the SQL itself. */
@ApplicationScoped
class ComplaintReads {
  static final int MOST = 200;

  private static final String LISTED =
      """
      select c.*, d.name as department, d.name_en as department_en, k.master, k.wrapped,
        count(*) over () as total
      from complaint c left join department d on d.code = c.lead_department
        join vault_key k on k.subject = 'complaint/' || c.number
      """;

  /**
   * The reader: all of them, their department, their days on duty, and never one about themselves.
   */
  private static final String SEEN =
      """
       where ($1::boolean or c.lead_department = $2::text or $2::text = any (c.joint)
          or c.channel = 'directLine' and ($4::boolean
            or (c.received_at at time zone 'Asia/Shanghai')::date = any ($5::date[])))
        and $3::text <> all (c.concerned)
      """;

  private static final String LIST =
      LISTED
          + SEEN
          + """
          and ($6::text is null or c.state = $6) and (not $7::boolean or c.state not in ('replied', 'closed'))
          and (not $8::boolean or c.state <> 'replied' and c.due_at < $11::timestamptz)
          and (not $9::boolean or c.supervised)
          and (not $10::boolean or c.state = 'closed' and not c.called_back and c.naming <> 'anonymous'
            and c.closed_at <= $11::timestamptz - make_interval(days => $14)
            and get_byte(uuid_send(c.id), 0) % $13 = 0)
          and ($12::text is null or c.lead_department = $12)
          order by c.state = 'closed', c.due_at nulls last, c.received_at desc limit 200
          """;
  private static final String CALLER =
      LISTED + " where c.phone_token = $1 order by c.received_at desc limit 20";
  private static final String ONE =
      "select cast(("
          + ComplaintStore.load().strip().replace(":of", "$1")
          + " c.number = $1) as text) as record";
  private static final String WORDS =
      """
      select a.number, a.kind, a.account, p.name, p.name_en, a.words
      from complaint_act a left join account p on p.account = a.account
      where a.complaint_id = $1 order by a.number
      """;
  private static final String NAMES =
      "select code, name, name_en from department where code = any ($1)";

  /** What is asked for. */
  record Asked(
      String state,
      boolean open,
      boolean overdue,
      boolean supervised,
      boolean callBack,
      String department) {}

  /** A complaint in a list, its subject unsealed. */
  record Listed(
      String number,
      String kind,
      String channel,
      String naming,
      String state,
      int round,
      boolean supervised,
      Content content,
      String department,
      String departmentName,
      String departmentNameEn,
      OffsetDateTime receivedAt,
      OffsetDateTime repliedAt,
      OffsetDateTime dueAt,
      int passedOn,
      String grade,
      List<String> concerned,
      long total) {}

  /**
   * An act's words and who said them.
   *
   * @param account null for the writer, and for what happens by itself
   */
  record Said(int number, String account, String name, String nameEn, byte[] words) {}

  /** A complaint with all that belongs to it. */
  record Opened(
      ComplaintRecord complaint,
      Content content,
      DataKey key,
      List<Said> said,
      Map<String, Localised> departments) {}

  private final Pool pool;
  private final Vault vault;
  private final ComplaintSettings settings;
  private final Clock clock;

  ComplaintReads(Pool pool, Vault vault, ComplaintSettings settings, Clock clock) {
    this.pool = pool;
    this.vault = vault;
    this.settings = settings;
    this.clock = clock;
  }

  /** Up to 200 of what this reader has a part in, what is due first. */
  Uni<List<Listed>> list(Readers reader, Asked asked) {
    Tuple given =
        Tuple.tuple()
            .addValue(reader.seesAll())
            .addValue(reader.department())
            .addValue(reader.actor().accountId())
            .addValue(reader.onDutyToday())
            .addValue(reader.dutyDays().toArray(LocalDate[]::new))
            .addValue(asked.state())
            .addValue(asked.open())
            .addValue(asked.overdue())
            .addValue(asked.supervised())
            .addValue(asked.callBack())
            .addValue(CityTime.offset(clock.instant()))
            .addValue(asked.department())
            .addValue(settings.callBackOneIn())
            .addValue((int) ComplaintRules.CALL_BACK_AFTER.toDays());
    return pool.preparedQuery(LIST).execute(given).map(this::listed);
  }

  /** What came from a telephone before; none about whoever asks. */
  Uni<List<Listed>> ofCaller(byte[] phoneToken, String asking) {
    return pool.preparedQuery(CALLER)
        .execute(Tuple.of(phoneToken))
        .map(
            rows ->
                listed(rows).stream()
                    .filter(listed -> !listed.concerned().contains(asking))
                    .toList());
  }

  private List<Listed> listed(RowSet<Row> rows) {
    return rows.stream().map(this::listed).toList();
  }

  private Listed listed(Row row) {
    String number = row.getString("number");
    DataKey key =
        vault.unwrap(
            new WrappedKey(
                ComplaintRecord.SUBJECT + number,
                row.getString("master"),
                row.getBuffer("wrapped").getBytes()));
    return new Listed(
        number,
        row.getString("kind"),
        row.getString("channel"),
        row.getString("naming"),
        row.getString("state"),
        row.getInteger("round"),
        row.getBoolean("supervised"),
        Content.open(key, row.getBuffer("content").getBytes()),
        row.getString("lead_department"),
        row.getString("department"),
        row.getString("department_en"),
        CityTime.offset(row.getOffsetDateTime("received_at").toInstant()),
        offset(row, "first_replied_at"),
        offset(row, "due_at"),
        row.getInteger("passed_on"),
        row.getString("grade"),
        Arrays.asList(row.getArrayOfStrings("concerned")),
        row.getLong("total"));
  }

  private static OffsetDateTime offset(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : CityTime.offset(at.toInstant());
  }

  /** The whole of it, for whoever asks; empty when there is none. */
  Uni<Optional<ComplaintRecord>> find(String number) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(number))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(row -> row.getString("record"))
                    .map(ComplaintStore::read));
  }

  /** With its words unsealed as far as needed, and the names of its departments. */
  Uni<Opened> open(ComplaintRecord complaint) {
    return vault
        .find(complaint.subject())
        .map(Optional::orElseThrow)
        .chain(
            key ->
                said(complaint.id())
                    .chain(
                        said ->
                            names(complaint)
                                .map(
                                    names ->
                                        new Opened(
                                            complaint,
                                            Content.open(key, complaint.content()),
                                            key,
                                            said,
                                            names))));
  }

  private Uni<List<Said>> said(UUID id) {
    return pool.preparedQuery(WORDS)
        .execute(Tuple.of(id))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Said(
                                row.getInteger("number"),
                                row.getString("account"),
                                row.getString("name"),
                                row.getString("name_en"),
                                row.getBuffer("words") == null
                                    ? null
                                    : row.getBuffer("words").getBytes()))
                    .toList());
  }

  private Uni<Map<String, Localised>> names(ComplaintRecord complaint) {
    Collection<String> codes =
        complaint.acts().stream()
            .flatMap(act -> ComplaintShapes.departments(act).stream())
            .collect(Collectors.toSet());
    Set<String> all =
        Stream.concat(codes.stream(), Stream.ofNullable(complaint.namedDepartment()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return pool.preparedQuery(NAMES)
        .execute(Tuple.of(all.toArray(String[]::new)))
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.toMap(
                            row -> row.getString("code"),
                            row ->
                                new Localised(row.getString("name"), row.getString("name_en")))));
  }
}
