package org.sunlit.report;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.edge.ProofOfWork;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.report.ReportReads.Message;
import org.sunlit.report.ReportReads.Standing;
import org.sunlit.report.ReportStore.Held;
import org.sunlit.report.rules.ReportState;
import org.sunlit.report.rules.SealedSizes;

/** The reporter's side: to file, to come back with the receipt, to write once more. */
@ApplicationScoped
public class Conversations {
  /** What the reporter's browser opens. */
  record Conversation(Standing standing, List<Message> messages) {
    int next() {
      return messages.size() + 1;
    }
  }

  private final ReportStore store;
  private final ReportReads reads;
  private final RecipientReads recipients;
  private final Mailboxes mailboxes;
  private final ReportSettings settings;
  private final ProofOfWork work;
  private final Transactor transactor;
  private final Clock clock;

  Conversations(
      ReportStore store,
      ReportReads reads,
      RecipientReads recipients,
      Mailboxes mailboxes,
      ReportSettings settings,
      ProofOfWork work,
      Transactor transactor,
      Clock clock) {
    this.store = store;
    this.reads = reads;
    this.recipients = recipients;
    this.mailboxes = mailboxes;
    this.settings = settings;
    this.work = work;
    this.transactor = transactor;
    this.clock = clock;
  }

  /**
   * Files a report. Sent twice it is filed once: its mailbox is its own idempotency key.
   *
   * @param mailbox what the receipt opens it with
   * @param publicKey the reporter's, made from the receipt
   * @param leftOut recipients whom it is kept from, now and later
   * @return fails with a {@link Problem}: 409 while there are fewer than two recipients, when they
   *     have changed, or when the mailbox is another's
   */
  public Uni<Void> file(
      byte[] mailbox,
      byte[] publicKey,
      SealedMessage message,
      List<UUID> files,
      Set<UUID> leftOut) {
    byte[] hash = mailboxes.hash(mailbox);
    if (!SealedSizes.isPublicKey(publicKey)) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/publicKey", "report.shape");
    }
    check(files);
    UUID report = UUID.randomUUID();
    LocalDate today = today();
    return recipients
        .doorIsOpen()
        .invoke(
            open -> {
              if (!open) {
                throw Problem.of(ProblemType.CONFLICT).detail("report.door-closed");
              }
            })
        .chain(
            () ->
                transactor.write(
                    session ->
                        store
                            .open(session, report, hash, publicKey, today)
                            .chain(
                                opened ->
                                    opened
                                        ? first(session, report, message, files, leftOut, today)
                                            .replaceWith(true)
                                        : Uni.createFrom().item(false))))
        .chain(
            opened ->
                opened
                    ? Uni.createFrom().voidItem()
                    : found(hash).chain(standing -> mustBeTheSame(standing, 1, message)));
  }

  private Uni<Void> first(
      Mutiny.Session session,
      UUID report,
      SealedMessage message,
      List<UUID> files,
      Set<UUID> leftOut,
      LocalDate today) {
    return store
        .leaveOut(session, report, leftOut)
        .chain(() -> store.say(session, report, 1, null, message, files, today))
        .chain(() -> store.step(session, report, ReportState.NEW, null, today));
  }

  /** What was sent before is there already; something else under its name isn't taken. */
  private Uni<Void> mustBeTheSame(Standing standing, int number, SealedMessage message) {
    return reads
        .written(standing.id(), number)
        .invoke(
            before -> {
              if (before.filter(body -> Arrays.equals(body, message.body())).isEmpty()) {
                throw Problem.of(ProblemType.CONFLICT).detail("report.another-first");
              }
            })
        .replaceWithVoid();
  }

  /** Opens a conversation; 404 for what no receipt opens. */
  Uni<Conversation> open(byte[] mailbox) {
    return found(mailboxes.hash(mailbox))
        .chain(
            standing ->
                reads
                    .messages(standing.id(), null)
                    .map(messages -> new Conversation(standing, messages)));
  }

  /** The report that a mailbox belongs to; 404 for what no receipt opens. */
  public Uni<UUID> idOf(byte[] mailbox) {
    return found(mailboxes.hash(mailbox)).map(Standing::id);
  }

  /**
   * Writes once more.
   *
   * @param number the message's, which the reporter's browser has sealed into it
   * @return fails with a {@link Problem}: 404 for what no receipt opens, 409 when another message
   *     came first, the recipients have changed, or the conversation is too long
   */
  public Uni<Void> write(byte[] mailbox, int number, SealedMessage message, List<UUID> files) {
    byte[] hash = mailboxes.hash(mailbox);
    check(files);
    return found(hash)
        .chain(
            standing ->
                reads
                    .count(standing.id())
                    .chain(
                        said ->
                            number <= said
                                ? mustBeTheSame(standing, number, message)
                                : more(standing.id(), number, message, files)));
  }

  private Uni<Void> more(UUID report, int number, SealedMessage message, List<UUID> files) {
    if (number > settings.messagesAtMost()) {
      throw Problem.of(ProblemType.CONFLICT).detail("report.too-long", settings.messagesAtMost());
    }
    return transactor.write(
        session ->
            store
                .hold(session, report)
                .chain(held -> say(session, report, held, number, message, files)));
  }

  private Uni<Void> say(
      Mutiny.Session session,
      UUID report,
      Held held,
      int number,
      SealedMessage message,
      List<UUID> files) {
    LocalDate today = today();
    return store
        .say(session, report, number, null, message, files, today)
        .chain(
            () ->
                store.go(
                    session, report, held.version(), held.state().whenWrittenTo(), null, today));
  }

  private Uni<Standing> found(byte[] hash) {
    return reads
        .byMailbox(hash)
        .map(
            (Optional<Standing> found) ->
                found.orElseThrow(
                    () -> {
                      work.wrongGuess();
                      return Problem.of(ProblemType.NOT_FOUND).detail("report.no-such-receipt");
                    }));
  }

  private void check(List<UUID> files) {
    if (files.size() > settings.filesAtMost()) {
      throw Problem.of(ProblemType.UNPROCESSABLE)
          .at("/attachments", "report.too-many-files", settings.filesAtMost());
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }
}
