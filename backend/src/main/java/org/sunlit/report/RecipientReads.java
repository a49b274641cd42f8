package org.sunlit.report;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sunlit.report.rules.Fingerprint;

/** Who can read reports, and could: their public keys, and which messages they can't open yet. */
@ApplicationScoped
class RecipientReads {
  /** With fewer, losing one would lose everything: the door stays shut. */
  static final int FEWEST = 2;

  private static final String ALL =
      """
      select r.id, r.account, coalesce(a.name, r.account) as name, a.name_en, a.title, r.public_key, r.active,
        r.since, r.until
      from report_recipient r left join account a on a.account = r.account
      order by r.active desc, r.since, r.account, r.id
      """;
  private static final String MISSING =
      """
      select r.id, count(*) as missing from report_recipient r cross join report_message m
      where r.active and not exists (select 1 from report_message_key k
        where k.report_id = m.report_id and k.number = m.number and k.recipient_id = r.id) and
      """
          + LeftOut.no("m.report_id", "r.account")
          + "group by r.id";
  private static final String OF = "select id from report_recipient where account = $1 and active";
  private static final String DOOR = "select count(*) as active from report_recipient where active";
  private static final String KNOWN = "select 1 from report_recipient where public_key = $1";
  private static final String GAPS =
      """
      select m.report_id, m.number, m.sender, p.public_key, sha256(m.body) as digest, k.sealed, k.sealed_by,
        array_agg(r.id) as recipients
      from report_message m
        join report p on p.id = m.report_id
        join report_message_key k on k.report_id = m.report_id and k.number = m.number and k.recipient_id = $1
        join report_recipient r on r.active and not exists (select 1 from report_message_key x
          where x.report_id = m.report_id and x.number = m.number and x.recipient_id = r.id) and
      """
          + LeftOut.no("m.report_id", "r.account")
          + """
      group by m.report_id, m.number, p.public_key, k.sealed, k.sealed_by
      order by m.report_id, m.number limit $2
      """;

  /** Who can read reports, or could. */
  record Recipient(
      UUID id,
      String account,
      String name,
      String nameEn,
      String title,
      byte[] publicKey,
      boolean active,
      LocalDate since,
      LocalDate until) {
    String fingerprint() {
      return Fingerprint.of(publicKey);
    }
  }

  /**
   * A message that some can't open and one can, who may seal its key for them.
   *
   * @param digest SHA-256 of its body, which its keys are bound to
   * @param key its content key for the one who can
   * @param recipients those who can't
   */
  record Gap(
      UUID report,
      int number,
      UUID sender,
      byte[] publicKey,
      byte[] digest,
      byte[] key,
      UUID keyBy,
      List<UUID> recipients) {}

  private final Pool pool;

  RecipientReads(Pool pool) {
    this.pool = pool;
  }

  /** All there are and were. */
  Uni<List<Recipient>> all() {
    return pool.preparedQuery(ALL)
        .execute()
        .map(rows -> rows.stream().map(RecipientReads::recipient).toList());
  }

  /** How many messages a recipient has no key of; only those that lack some. */
  Uni<Map<UUID, Integer>> missing() {
    return pool.preparedQuery(MISSING)
        .execute()
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.toMap(
                            row -> row.getUUID("id"), row -> row.getLong("missing").intValue())));
  }

  Uni<Boolean> doorIsOpen() {
    return pool.preparedQuery(DOOR)
        .execute()
        .map(rows -> rows.iterator().next().getLong("active") >= FEWEST);
  }

  /** The recipient that this account is now. */
  Uni<Optional<UUID>> of(String account) {
    return pool.preparedQuery(OF)
        .execute(Tuple.of(account))
        .map(rows -> rows.stream().findFirst().map(row -> row.getUUID("id")));
  }

  Uni<Boolean> isKnown(byte[] publicKey) {
    return pool.preparedQuery(KNOWN)
        .execute(Tuple.of(Buffer.buffer(publicKey)))
        .map(rows -> rows.size() > 0);
  }

  Uni<List<Gap>> gaps(UUID recipient, int most) {
    return pool.preparedQuery(GAPS)
        .execute(Tuple.of(recipient, most))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Gap(
                                row.getUUID("report_id"),
                                row.getInteger("number"),
                                row.getUUID("sender"),
                                ReportReads.bytes(row, "public_key"),
                                ReportReads.bytes(row, "digest"),
                                ReportReads.bytes(row, "sealed"),
                                row.getUUID("sealed_by"),
                                List.of(row.getArrayOfUUIDs("recipients"))))
                    .toList());
  }

  private static Recipient recipient(Row row) {
    return new Recipient(
        row.getUUID("id"),
        row.getString("account"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("title"),
        ReportReads.bytes(row, "public_key"),
        row.getBoolean("active"),
        row.getLocalDate("since"),
        row.getLocalDate("until"));
  }
}
