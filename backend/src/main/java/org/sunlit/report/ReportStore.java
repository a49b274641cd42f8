package org.sunlit.report;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
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
      select :report, :number, id, :sealed, cast(:by as uuid) from report_recipient where id = :recipient and active
      on conflict do nothing
      """;
  private static final String MISSING =
      """
      select count(*) from report_recipient r where r.active and not exists (
        select 1 from report_message_key k
        where k.report_id = :report and k.number = :number and k.recipient_id = r.id)
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

  /** Exactly those who may read now get a key, so that nobody is forgotten and nobody slips in. */
  private Uni<Void> keys(Mutiny.Session session, UUID report, int number, Map<UUID, byte[]> keys) {
    return each(
            List.copyOf(keys.entrySet()),
            key ->
                key(session, report, number, key.getKey(), key.getValue(), null)
                    .invoke(added -> must(added, "report.recipients-changed")))
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
   * The content key of a message for a recipient; false when it has one or is none.
   *
   * @param by the recipient who seals it again; null when it comes with the message
   */
  Uni<Boolean> key(
      Mutiny.Session session, UUID report, int number, UUID recipient, byte[] sealed, UUID by) {
    return session
        .createNativeQuery(KEY)
        .setParameter("report", report)
        .setParameter("number", number)
        .setParameter("recipient", recipient)
        .setParameter("sealed", sealed)
        .setParameter("by", by)
        .executeUpdate()
        .map(rows -> rows == 1);
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
  static <T> Uni<Void> each(List<T> all, java.util.function.Function<T, Uni<?>> work) {
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
