package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.council.TopicReads.Opened;
import org.sunlit.council.rules.TopicRules;
import org.sunlit.identity.Actor;
import org.sunlit.journal.Journal;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.PublicAnswer;
import org.sunlit.privacy.PublicationDraft;
import org.sunlit.privacy.PublicationProposal;
import org.sunlit.privacy.PublicationTable;
import org.sunlit.privacy.Redaction;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Making public what a member asked and a department answered: by the office, which didn't answer,
 * once it has looked through what the machine marked as personal. Members' names are never in it.
 */
@ApplicationScoped
public class CouncilPublications {
  private static final PublicationTable TABLE =
      new PublicationTable("council_publication", "topic_id", Map.of("answered_by", "text"));

  private final Pool pool;
  private final TopicReads reads;
  private final Journal journal;
  private final Transactor transactor;
  private final Clock clock;

  CouncilPublications(
      Pool pool, TopicReads reads, Journal journal, Transactor transactor, Clock clock) {
    this.pool = pool;
    this.reads = reads;
    this.journal = journal;
    this.transactor = transactor;
    this.clock = clock;
  }

  /** What is public of it, or could be, with everything blotted out that looks personal. */
  public Uni<PublicationProposal> propose(String number, Actor office) {
    return publishable(number, office)
        .chain(opened -> TABLE.propose(pool, opened.topic().id(), () -> proposal(opened)));
  }

  private static Redaction proposal(Opened opened) {
    return Redaction.of(
        new PublicAnswer(
            opened.title(), opened.words(1), opened.words(opened.topic().standing().answerAct())),
        names(opened));
  }

  /** Of everybody who wrote: what is public says what was asked, not by whom. */
  private static List<String> names(Opened opened) {
    return opened.authors().values().stream()
        .flatMap(member -> Stream.of(member.about().name(), member.about().organisation()))
        .filter(Objects::nonNull)
        .filter(name -> name.length() >= 2)
        .toList();
  }

  /**
   * Publishes it.
   *
   * @return fails with 404 for one the actor may not see, 409 while nothing was answered or another
   *     published meanwhile, 403 for whoever answered, 422 where something certain is still
   *     personal
   */
  public Uni<Void> publish(String number, PublicationDraft draft, Actor office) {
    return publishable(number, office)
        .invoke(opened -> Redaction.needClean(draft.text(), names(opened)))
        .chain(
            opened ->
                transactor.write(
                    session ->
                        put(session, opened, draft, office)
                            .chain(() -> written(session, number, "published", office))));
  }

  private Uni<Void> put(
      Mutiny.Session session, Opened opened, PublicationDraft draft, Actor office) {
    Map<String, Object> own = Map.of("answered_by", opened.topic().standing().answeredBy());
    return TABLE.publish(
        session, opened.topic().id(), draft, office.accountId(), clock.instant(), own);
  }

  /**
   * Takes it back.
   *
   * @return fails with 404 for one the actor may not see or that isn't public
   */
  public Uni<Void> withdraw(String number, String reason, Actor office) {
    return publishable(number, office)
        .chain(
            opened ->
                transactor.write(
                    session ->
                        TABLE
                            .withdraw(
                                session,
                                opened.topic().id(),
                                reason,
                                office.accountId(),
                                clock.instant())
                            .chain(
                                () -> written(session, number, "publicationWithdrawn", office))));
  }

  private Uni<Void> written(Mutiny.Session session, String number, String what, Actor office) {
    return journal.append(
        session, TopicWriter.entry(number, what, office.accountId(), clock.instant(), Map.of()));
  }

  private Uni<Opened> publishable(String number, Actor office) {
    return reads
        .open(number, CouncilReaders.staff(office))
        .invoke(
            opened -> {
              var standing = opened.topic().standing();
              if (!TopicRules.publishable(standing)) {
                throw Problem.of(ProblemType.CONFLICT).detail("council.not-publishable");
              }
              if (office.accountId().equals(standing.answeredBy())) {
                throw Problem.of(ProblemType.SEPARATION_OF_DUTY).detail("council.answered-it");
              }
            });
  }
}
