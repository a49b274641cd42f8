package org.sunlit.report;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.report.ReportReads.Standing;
import org.sunlit.report.ReportStore.Held;
import org.sunlit.report.rules.ReportState;

/** The office's side: to answer, to say how far it has come, to let others read too. */
@ApplicationScoped
public class Investigations {
  /** The content key of a message, sealed again for one who couldn't open it. */
  record SealedAgain(UUID report, int number, UUID recipient, byte[] key) {}

  private final ReportStore store;
  private final ReportReads reads;
  private final RecipientReads recipients;
  private final Transactor transactor;
  private final Clock clock;

  Investigations(
      ReportStore store,
      ReportReads reads,
      RecipientReads recipients,
      Transactor transactor,
      Clock clock) {
    this.store = store;
    this.reads = reads;
    this.recipients = recipients;
    this.transactor = transactor;
    this.clock = clock;
  }

  /** A report that is there for who asks; fails with 404. */
  Uni<Standing> find(UUID report, Actor by) {
    return reads
        .byId(report, by.accountId())
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /**
   * Writes to the reporter.
   *
   * @return fails with a {@link Problem}: 404 for no report, 409 for who isn't a recipient, or when
   *     another message came first
   */
  public Uni<Void> answer(UUID report, int number, SealedMessage message, Actor by) {
    return find(report, by)
        .chain(() -> mine(by))
        .chain(
            sender ->
                transactor.write(
                    session ->
                        store
                            .hold(session, report)
                            .chain(
                                held ->
                                    answer(session, report, held, number, sender, message, by))));
  }

  private Uni<Void> answer(
      Mutiny.Session session,
      UUID report,
      Held held,
      int number,
      UUID sender,
      SealedMessage message,
      Actor by) {
    LocalDate today = today();
    return store
        .say(session, report, number, sender, message, List.of(), today)
        .chain(
            () ->
                store.go(
                    session,
                    report,
                    held.version(),
                    held.state().whenAnswered(),
                    by.accountId(),
                    today));
  }

  /**
   * Says how far it has come.
   *
   * @param seen the version that was seen
   * @return fails with a {@link Problem}: 409 when it doesn't go there from where it is, 412 when
   *     somebody has been faster
   */
  public Uni<Void> go(UUID report, int seen, ReportState state, Actor by) {
    return find(report, by)
        .chain(
            standing -> {
              if (standing.version() != seen) {
                throw Problem.of(ProblemType.STALE_VERSION);
              }
              if (!standing.state().next().contains(state)) {
                throw Problem.of(ProblemType.CONFLICT).detail("report.not-from-here");
              }
              return transactor.write(
                  session -> store.go(session, report, seen, state, by.accountId(), today()));
            });
  }

  /**
   * Keeps keys that one who can read has sealed for those who can't; what is there already stays.
   */
  Uni<Void> sealAgain(List<SealedAgain> keys, Actor by) {
    if (!keys.stream().allMatch(key -> SealedMessage.isSealedKey(key.key()))) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/keys", "report.shape");
    }
    return mine(by)
        .chain(
            sender ->
                transactor.write(
                    session ->
                        ReportStore.each(
                            keys,
                            key ->
                                store.keyAgain(
                                    session,
                                    key.report(),
                                    key.number(),
                                    key.recipient(),
                                    key.key(),
                                    sender))));
  }

  /** The recipient that the actor is; fails with 409 for who is none. */
  Uni<UUID> mine(Actor by) {
    return recipients
        .of(by.accountId())
        .map(
            found ->
                found.orElseThrow(
                    () -> Problem.of(ProblemType.CONFLICT).detail("report.no-recipient")));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }
}
