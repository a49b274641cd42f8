package org.sunlit.report;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.Coded;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.report.rules.Keeping;
import org.sunlit.report.rules.ReportState;

/** Writes what browsers have sealed, and how reports go. */
@ApplicationScoped
class ReportStore {
  private static final String OPEN =
      """
      insert into report (id, mailbox, public_key, state, filed_on, changed_on, destroy_on, version)
      values (:id, :mailbox, :publicKey, 'new', :today, :today, :destroyOn, 1)
      on conflict (mailbox) do nothing
      """;
  private static final String SAY =
      """
      insert into report_message (report_id, number, sender, on_day, body, reporter_key)
      select :report, :number, cast(:sender as uuid), :today, :body, :reporterKey
      where :number = (select coalesce(max(number), 0) + 1 from report_message where report_id = :report)
      on conflict do nothing
      """;
  private static final String KEY =
      """
      insert into report_message_key (report_id, number, recipient_id, sealed, sealed_by)
      select :report, :number, id, :sealed, null from report_recipient r
      where id = :recipient and active and
      """
          + LeftOut.no(":report", "r.account")
          + "for share of r on conflict do nothing";

  /** Of a message that is there, by one who has its key: nobody else could seal it again. */
  private static final String KEY_AGAIN =
      """
      insert into report_message_key (report_id, number, recipient_id, sealed, sealed_by)
      select own.report_id, own.number, r.id, :sealed, own.recipient_id
      from report_message_key own, report_recipient r
      where own.report_id = :report and own.number = :number and own.recipient_id = :by
        and r.id = :recipient and r.active and
      """
          + LeftOut.no(":report", "r.account")
          + "for share of own, r on conflict do nothing";

  private static final String HOLD =
      "select state, version from report where id = :report for update";
  private static final String MISSING =
      """
      select count(*) from report_recipient r where r.active and not exists (
        select 1 from report_message_key k
        where k.report_id = :report and k.number = :number and k.recipient_id = r.id) and
      """
          + LeftOut.no(":report", "r.account");
  private static final String LEAVE_OUT =
      """
      insert into report_left_out (report_id, account)
      select :report, account from report_recipient where id = :recipient
      on conflict (report_id, account) do update set account = excluded.account
      """;
  private static final String TAKE =
      """
      update report_attachment set report_id = :report, number = :number
      where id = :id and report_id is null
      """;
  private static final String GO =
      """
      update report set state = :state, changed_on = :today, destroy_on = cast(:destroyOn as date),
        version = version + 1
      where id = :report and version = :version
      """;
  private static final String STEP =
      """
      insert into report_step (report_id, number, state, on_day, account)
      select :report, coalesce(max(number), 0) + 1, :state, :today, cast(:account as text)
      from report_step where report_id = :report
      """;

  private final Keeping keeping;

  ReportStore(ReportSettings settings) {
    this.keeping = new Keeping(settings.keepUnread(), settings.keepClosed());
  }

  /**
   * A report that nobody else changes until the transaction ends.
   *
   * @param version that it has
   */
  record Held(ReportState state, int version) {}

  /** Waits until nobody else changes it; fails with 404 when it has been destroyed. */
  Uni<Held> hold(Mutiny.Session session, UUID report) {
    return session
        .createNativeQuery(HOLD, Object[].class)
        .setParameter("report", report)
        .getSingleResultOrNull()
        .onItem()
        .ifNull()
        .failWith(() -> Problem.of(ProblemType.NOT_FOUND))
        .map(row -> new Held(Coded.of(ReportState.class, (String) row[0]), (Integer) row[1]));
  }

  /** A new conversation; false when its mailbox is there already. */
  Uni<Boolean> open(
      Mutiny.Session session, UUID report, byte[] mailbox, byte[] publicKey, LocalDate today) {
    return session
        .createNativeQuery(OPEN)
        .setParameter("id", report)
        .setParameter("mailbox", mailbox)
        .setParameter("publicKey", publicKey)
        .setParameter("today", today)
        .setParameter("destroyOn", keeping.destroyedOn(ReportState.NEW, today).orElse(null))
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  /**
   * Whom this report is kept from, before its first message comes.
   *
   * @param recipients they may have left since the reporter saw their names
   * @return fails with 409 when one of them never was a recipient
   */
  Uni<Void> leaveOut(Mutiny.Session session, UUID report, Set<UUID> recipients) {
    return each(
        List.copyOf(recipients),
        recipient ->
            session
                .createNativeQuery(LEAVE_OUT)
                .setParameter("report", report)
                .setParameter("recipient", recipient)
                .executeUpdate()
                .invoke(rows -> must(rows == 1, "report.recipients-changed")));
  }

  /**
   * A message with its keys and files.
   *
   * @param sender the recipient who writes; null for the reporter
   * @return fails with 409 when another came first or the recipients have changed, 422 when a file
   *     isn't there
   */
  Uni<Void> say(
      Mutiny.Session session,
      UUID report,
      int number,
      UUID sender,
      SealedMessage message,
      List<UUID> files,
      LocalDate today) {
    return session
        .createNativeQuery(SAY)
        .setParameter("report", report)
        .setParameter("number", number)
        .setParameter("sender", sender)
        .setParameter("today", today)
        .setParameter("body", message.body())
        .setParameter("reporterKey", message.reporterKey())
        .executeUpdate()
        .invoke(rows -> must(rows == 1, "report.another-first"))
        .chain(() -> keys(session, report, number, message.keys()))
        .chain(() -> take(session, report, number, files));
  }

  /**
   * Exactly those who may read this report now get a key, so that nobody is forgotten and nobody
   * slips in; who is being let go meanwhile waits, and loses this one too. In the order in which
   * {@link Recipients} holds them.
   */
  private Uni<Void> keys(Mutiny.Session session, UUID report, int number, Map<UUID, byte[]> keys) {
    return each(
            keys.keySet().stream().sorted(Comparator.comparing(UUID::toString)).toList(),
            recipient ->
                key(KEY, session, report, number, recipient, keys.get(recipient))
                    .executeUpdate()
                    .invoke(added -> must(added == 1, "report.recipients-changed")))
        .chain(
            () ->
                session
                    .createNativeQuery(MISSING, Long.class)
                    .setParameter("report", report)
                    .setParameter("number", number)
                    .getSingleResult())
        .invoke(missing -> must(missing == 0, "report.recipients-changed"))
        .replaceWithVoid();
  }

  /**
   * The content key of a message for a recipient who lacks it, sealed again; what can't be kept
   * isn't.
   *
   * @param by the recipient who has sealed it
   */
  Uni<Void> keyAgain(
      Mutiny.Session session, UUID report, int number, UUID recipient, byte[] sealed, UUID by) {
    return key(KEY_AGAIN, session, report, number, recipient, sealed)
        .setParameter("by", by)
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Mutiny.MutationQuery key(
      String sql, Mutiny.Session session, UUID report, int number, UUID recipient, byte[] sealed) {
    return session
        .createNativeQuery(sql)
        .setParameter("report", report)
        .setParameter("number", number)
        .setParameter("recipient", recipient)
        .setParameter("sealed", sealed);
  }

  private static Uni<Void> take(Mutiny.Session session, UUID report, int number, List<UUID> files) {
    return each(
        files,
        file ->
            session
                .createNativeQuery(TAKE)
                .setParameter("report", report)
                .setParameter("number", number)
                .setParameter("id", file)
                .executeUpdate()
                .invoke(
                    rows -> {
                      if (rows != 1) {
                        throw Problem.of(ProblemType.UNPROCESSABLE)
                            .at("/attachments", "report.no-such-file");
                      }
                    }));
  }

  /**
   * Its new state.
   *
   * @param account whose doing that is; null for the reporter's
   * @return fails with 412 when somebody has been faster
   */
  Uni<Void> go(
      Mutiny.Session session,
      UUID report,
      int version,
      ReportState state,
      String account,
      LocalDate today) {
    return session
        .createNativeQuery(GO)
        .setParameter("state", state.code())
        .setParameter("today", today)
        .setParameter("destroyOn", keeping.destroyedOn(state, today).orElse(null))
        .setParameter("report", report)
        .setParameter("version", version)
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .chain(() -> step(session, report, state, account, today));
  }

  Uni<Void> step(
      Mutiny.Session session, UUID report, ReportState state, String account, LocalDate today) {
    return session
        .createNativeQuery(STEP)
        .setParameter("report", report)
        .setParameter("state", state.code())
        .setParameter("today", today)
        .setParameter("account", account)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** One after another: a session does one thing at a time. */
  static <T> Uni<Void> each(List<T> all, Function<T, Uni<?>> work) {
    return Multi.createFrom()
        .iterable(all)
        .onItem()
        .transformToUniAndConcatenate(one -> work.apply(one).replaceWithVoid())
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static void must(boolean held, String otherwise) {
    if (!held) {
      throw Problem.of(ProblemType.CONFLICT).detail(otherwise);
    }
  }
}
