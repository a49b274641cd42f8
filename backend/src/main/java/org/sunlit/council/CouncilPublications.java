package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.council.TopicReads.Opened;
import org.sunlit.council.rules.TopicRules;
import org.sunlit.identity.Actor;
import org.sunlit.journal.Journal;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.PublicAnswer;
import org.sunlit.privacy.Redaction;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Making public what a member asked and a department answered: by the office, which didn't answer,
 * once it has looked through what the machine marked as personal. Members' names are never in it.
 */
@ApplicationScoped
public class CouncilPublications {
  private static final String FIND =
      "select title, question, answer from council_publication where topic_id = $1 and withdrawn_at is null";
  private static final String PUT =
      """
      insert into council_publication (id, topic_id, title, question, answer, answered_by, published_at, published_by)
      values (:id, :topic, :title, :question, :answer, :answerer, :at, :by)
      on conflict (topic_id) do update set title = excluded.title, question = excluded.question,
        answer = excluded.answer, published_at = excluded.published_at, published_by = excluded.published_by,
        withdrawn_at = null, withdrawn_by = null, withdrawn_why = null
      """;
  private static final String WITHDRAW =
      """
      update council_publication set withdrawn_at = :at, withdrawn_by = :by, withdrawn_why = :why
      where topic_id = :topic and withdrawn_at is null
      """;

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
  public Uni<Redaction> propose(String number, Actor office) {
    return publishable(number, office)
        .chain(
            opened ->
                pool.preparedQuery(FIND)
                    .execute(Tuple.of(opened.topic().id()))
                    .map(
                        rows ->
                            rows.stream()
                                .findFirst()
                                .map(PublicAnswer::of)
                                .map(Redaction::published)
                                .orElseGet(() -> proposal(opened))));
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
   * @return fails with 404 for one the actor may not see, 409 while nothing was answered, 403 for
   *     whoever answered, 422 where something certain is still personal
   */
  public Uni<Void> publish(String number, PublicAnswer draft, Actor office) {
    return publishable(number, office)
        .invoke(opened -> Redaction.needClean(draft, names(opened)))
        .chain(
            opened ->
                transactor.write(
                    session ->
                        put(session, opened, draft, office)
                            .chain(() -> written(session, number, "published", office))));
  }

  private Uni<Integer> put(
      Mutiny.Session session, Opened opened, PublicAnswer draft, Actor office) {
    return session
        .createNativeQuery(PUT)
        .setParameter("id", UUID.randomUUID())
        .setParameter("topic", opened.topic().id())
        .setParameter("title", draft.title().strip())
        .setParameter("question", draft.question().strip())
        .setParameter("answer", draft.answer().strip())
        .setParameter("answerer", opened.topic().standing().answeredBy())
        .setParameter("at", CityTime.offset(clock.instant()))
        .setParameter("by", office.accountId())
        .executeUpdate();
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
                        session
                            .createNativeQuery(WITHDRAW)
                            .setParameter("topic", opened.topic().id())
                            .setParameter("at", CityTime.offset(clock.instant()))
                            .setParameter("by", office.accountId())
                            .setParameter("why", reason)
                            .executeUpdate()
                            .invoke(CouncilPublications::needPublic)
                            .chain(
                                () -> written(session, number, "publicationWithdrawn", office))));
  }

  private static void needPublic(int changed) {
    if (changed == 0) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
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
