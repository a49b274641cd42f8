package org.sunlit.report;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.platform.TimeCursor;
import org.sunlit.report.rules.ReportState;

/** Reads reports: sealed bytes, and what stands around them. */
@ApplicationScoped
class ReportReads {
  private static final String REPORT =
      """
      select id, public_key, state, filed_on, changed_on, destroy_on, version, array(
        select r.id from report_left_out l join report_recipient r on r.account = l.account and r.active
        where l.report_id = report.id order by r.id) as left_out
      from report where
      """;

  private static final String MESSAGES =
      """
      select m.number, m.sender, m.on_day, m.body, m.reporter_key, k.sealed, k.sealed_by
      from report_message m left join report_message_key k
        on k.report_id = m.report_id and k.number = m.number and k.recipient_id = $2::uuid
      where m.report_id = $1 order by m.number
      """;
  private static final String WRITTEN =
      "select body from report_message where report_id = $1 and number = $2 and sender is null";
  private static final String COUNT =
      "select count(*) as said from report_message where report_id = $1";
  private static final String FILES =
      """
      select id, number, length(sealed) as size from report_attachment where report_id = $1
      order by number, id
      """;
  private static final String STEPS =
      """
      select s.state, s.on_day, s.account, a.name, a.name_en from report_step s
        left join account a on a.account = s.account
      where s.report_id = $1 order by s.number
      """;
  private static final String LISTED =
      """
      select r.id, r.state, r.filed_on, r.changed_on, r.destroy_on, r.version,
        (select count(*) from report_message m where m.report_id = r.id) as messages,
        (select m.sender is null from report_message m where m.report_id = r.id
          order by m.number desc limit 1) as waiting,
        not exists (select 1 from report_message m where m.report_id = r.id and not exists (
          select 1 from report_message_key k where k.report_id = m.report_id and k.number = m.number
            and k.recipient_id = $2::uuid)) as readable
      from report r where ($1::text is null or r.state = $1)
        and (r.filed_on, r.id) < ($3::date, $4::uuid) and
      """
          + LeftOut.no("r.id", "$6")
          + "order by r.filed_on desc, r.id desc limit $5";
  private static final String TOTAL =
      "select count(*) as total from report where ($1::text is null or state = $1) and "
          + LeftOut.no("id", "$2");

  /**
   * A report as it stands.
   *
   * @param leftOut of the recipients of now, those whom it is kept from
   */
  record Standing(
      UUID id,
      byte[] publicKey,
      ReportState state,
      LocalDate filedOn,
      LocalDate changedOn,
      LocalDate destroyOn,
      int version,
      List<UUID> leftOut) {}

  /**
   * A message.
   *
   * @param sender the recipient who wrote it; null for the reporter
   * @param key its content key for whoever of the recipients asks; null when there is none
   * @param keyBy who sealed that again; null when it came with the message
   */
  record Message(
      int number,
      UUID sender,
      LocalDate on,
      byte[] body,
      byte[] reporterKey,
      byte[] key,
      UUID keyBy) {}

  record File(UUID id, int number, int size) {}

  /** A step of its way; nobody's account when the reporter's writing did it. */
  record Step(ReportState state, LocalDate on, String account, String name, String nameEn) {}

  record Listed(
      UUID id,
      ReportState state,
      LocalDate filedOn,
      LocalDate changedOn,
      LocalDate destroyOn,
      int version,
      int messages,
      boolean waiting,
      boolean readable) {}

  private final Pool pool;

  ReportReads(Pool pool) {
    this.pool = pool;
  }

  Uni<Optional<Standing>> byMailbox(byte[] mailbox) {
    return standing("mailbox = $1", Tuple.of(io.vertx.core.buffer.Buffer.buffer(mailbox)));
  }

  /**
   * @param account who asks
   */
  Uni<Optional<Standing>> byId(UUID report, String account) {
    return standing("id = $1 and " + LeftOut.no("id", "$2"), Tuple.of(report, account));
  }

  private Uni<Optional<Standing>> standing(String where, Tuple values) {
    return pool.preparedQuery(REPORT + where)
        .execute(values)
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(
                        row ->
                            new Standing(
                                row.getUUID("id"),
                                bytes(row, "public_key"),
                                state(row),
                                row.getLocalDate("filed_on"),
                                row.getLocalDate("changed_on"),
                                row.getLocalDate("destroy_on"),
                                row.getInteger("version"),
                                List.of(row.getArrayOfUUIDs("left_out")))));
  }

  /**
   * All of its messages.
   *
   * @param recipient for whom the keys are; null for the reporter
   */
  Uni<List<Message>> messages(UUID report, UUID recipient) {
    return pool.preparedQuery(MESSAGES)
        .execute(Tuple.of(report, recipient))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Message(
                                row.getInteger("number"),
                                row.getUUID("sender"),
                                row.getLocalDate("on_day"),
                                bytes(row, "body"),
                                bytes(row, "reporter_key"),
                                bytes(row, "sealed"),
                                row.getUUID("sealed_by")))
                    .toList());
  }

  /** How many messages there are. */
  Uni<Integer> count(UUID report) {
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(report))
        .map(rows -> rows.iterator().next().getLong("said").intValue());
  }

  /** The bytes of what the reporter has written under this number. */
  Uni<Optional<byte[]>> written(UUID report, int number) {
    return pool.preparedQuery(WRITTEN)
        .execute(Tuple.of(report, number))
        .map(rows -> rows.stream().findFirst().map(row -> bytes(row, "body")));
  }

  Uni<List<File>> files(UUID report) {
    return pool.preparedQuery(FILES)
        .execute(Tuple.of(report))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new File(
                                row.getUUID("id"),
                                row.getInteger("number"),
                                row.getInteger("size")))
                    .toList());
  }

  Uni<List<Step>> steps(UUID report) {
    return pool.preparedQuery(STEPS)
        .execute(Tuple.of(report))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Step(
                                state(row),
                                row.getLocalDate("on_day"),
                                row.getString("account"),
                                row.getString("name"),
                                row.getString("name_en")))
                    .toList());
  }

  /**
   * What there is for somebody, the newest first.
   *
   * @param recipient the one that they are; null for none
   */
  Uni<List<Listed>> page(
      ReportState state, String account, UUID recipient, TimeCursor after, int most) {
    return pool.preparedQuery(LISTED)
        .execute(
            Tuple.tuple()
                .addValue(state == null ? null : state.code())
                .addValue(recipient)
                .addValue(LocalDate.ofInstant(after.at(), CityTime.ZONE))
                .addValue(after.id())
                .addValue(most)
                .addValue(account))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Listed(
                                row.getUUID("id"),
                                state(row),
                                row.getLocalDate("filed_on"),
                                row.getLocalDate("changed_on"),
                                row.getLocalDate("destroy_on"),
                                row.getInteger("version"),
                                row.getLong("messages").intValue(),
                                row.getBoolean("waiting"),
                                row.getBoolean("readable")))
                    .toList());
  }

  Uni<Integer> total(ReportState state, String account) {
    return pool.preparedQuery(TOTAL)
        .execute(Tuple.tuple().addValue(state == null ? null : state.code()).addValue(account))
        .map(rows -> rows.iterator().next().getLong("total").intValue());
  }

  private static ReportState state(Row row) {
    return Coded.of(ReportState.class, row.getString("state"));
  }

  static byte[] bytes(Row row, String column) {
    Buffer value = row.getBuffer(column);
    return value == null ? null : value.getBytes();
  }
}
