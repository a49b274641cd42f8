package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.sunlit.complaint.ComplaintReads.Opened;
import org.sunlit.complaint.rules.ComplaintAct;
import org.sunlit.complaint.rules.ComplaintRules;
import org.sunlit.identity.Actor;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.PublicAnswer;
import org.sunlit.privacy.Redaction;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Publishing questions with their answers: with the writer's consent, by a person who has looked
 * through what the machine marked and didn't answer it themselves.
 */
@ApplicationScoped
public class Publications {
  private static final String FIND =
      "select title, question, answer from complaint_publication where complaint_id = $1 and withdrawn_at is null";
  private static final String PUT =
      """
      insert into complaint_publication
        (id, complaint_id, title, question, answer, search, published_at, published_by)
      values (:id, :complaint, :title, :question, :answer, cast(:search as tsvector), :at, :by)
      on conflict (complaint_id) do update set title = excluded.title, question = excluded.question,
        answer = excluded.answer, search = excluded.search, published_at = excluded.published_at,
        published_by = excluded.published_by, withdrawn_at = null, withdrawn_by = null, withdrawn_why = null
      """;
  private static final String WITHDRAW =
      """
      update complaint_publication set withdrawn_at = :at, withdrawn_by = :by, withdrawn_why = :why
      where withdrawn_at is null and complaint_id = (select id from complaint where number = :number
          and :by <> all (concerned))
      """;

  private final Pool pool;
  private final ComplaintReads reads;
  private final DutyRoster roster;
  private final Journal journal;
  private final Transactor transactor;
  private final Clock clock;

  Publications(
      Pool pool,
      ComplaintReads reads,
      DutyRoster roster,
      Journal journal,
      Transactor transactor,
      Clock clock) {
    this.pool = pool;
    this.reads = reads;
    this.roster = roster;
    this.journal = journal;
    this.transactor = transactor;
    this.clock = clock;
  }

  /** What is public of it, or could be, with everything blotted out that looks personal. */
  public Uni<Redaction> propose(String number, Actor actor) {
    return publishable(number, actor)
        .chain(
            opened ->
                published(opened.complaint().id())
                    .map(
                        found ->
                            found.map(Redaction::published).orElseGet(() -> proposal(opened))));
  }

  private Uni<Optional<PublicAnswer>> published(UUID complaint) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(complaint))
        .map(rows -> rows.stream().findFirst().map(PublicAnswer::of));
  }

  private static Redaction proposal(Opened opened) {
    Content content = opened.content();
    return Redaction.of(
        new PublicAnswer(content.subject(), content.text(), answer(opened)), own(content));
  }

  private static List<String> own(Content content) {
    return Stream.of(content.name(), content.phone())
        .filter(Objects::nonNull)
        .filter(value -> value.length() >= 2)
        .toList();
  }

  /** The last answer. */
  private static String answer(Opened opened) {
    int last = 0;
    List<ComplaintAct> acts = opened.complaint().acts();
    for (int place = 0; place < acts.size(); place++) {
      last = acts.get(place) instanceof ComplaintAct.Replied ? place : last;
    }
    return ComplaintWriter.words(opened.key(), last + 1, opened.said().get(last).words());
  }

  /**
   * Publishes it.
   *
   * @return fails with 404 for one the actor may not see, 409 without consent or answer, 403 for
   *     whoever answered, 422 where something certain is still personal
   */
  public Uni<Void> publish(String number, PublicAnswer draft, Actor actor) {
    return publishable(number, actor)
        .invoke(opened -> Redaction.needClean(draft, own(opened.content())))
        .chain(opened -> put(opened, draft, actor));
  }

  private Uni<Void> put(Opened opened, PublicAnswer draft, Actor actor) {
    return transactor.write(
        session ->
            session
                .createNativeQuery(PUT)
                .setParameter("id", UUID.randomUUID())
                .setParameter("complaint", opened.complaint().id())
                .setParameter("title", draft.title().strip())
                .setParameter("question", draft.question().strip())
                .setParameter("answer", draft.answer().strip())
                .setParameter("search", Answers.vector(draft))
                .setParameter("at", CityTime.offset(clock.instant()))
                .setParameter("by", actor.accountId())
                .executeUpdate()
                .chain(
                    () ->
                        journal.append(
                            session, entry(opened.complaint().number(), "published", actor))));
  }

  private JournalEntry entry(String number, String what, Actor actor) {
    return JournalEntry.inside(
        SubjectKind.COMPLAINT,
        number,
        "complaint." + what,
        actor.accountId(),
        clock.instant(),
        "{}");
  }

  /** Takes it back; fails with 404 when it isn't public, or about the actor. */
  public Uni<Void> withdraw(String number, String reason, Actor actor) {
    return transactor.write(
        session ->
            session
                .createNativeQuery(WITHDRAW)
                .setParameter("at", CityTime.offset(clock.instant()))
                .setParameter("by", actor.accountId())
                .setParameter("why", reason)
                .setParameter("number", number)
                .executeUpdate()
                .invoke(
                    changed -> {
                      if (changed == 0) {
                        throw Problem.of(ProblemType.NOT_FOUND);
                      }
                    })
                .chain(
                    () -> journal.append(session, entry(number, "publicationWithdrawn", actor))));
  }

  private Uni<Opened> publishable(String number, Actor actor) {
    return reads
        .find(number)
        .map(
            found ->
                found
                    .filter(
                        complaint ->
                            ComplaintRules.sees(
                                complaint.standing(),
                                new Readers(actor, Set.of(), roster.today())
                                    .of(complaint.receivedOn())))
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .invoke(complaint -> needPublishable(complaint, actor))
        .chain(reads::open);
  }

  private static void needPublishable(ComplaintRecord complaint, Actor actor) {
    if (!complaint.mayPublish()) {
      throw Problem.of(ProblemType.CONFLICT).detail("complaint.no-consent");
    }
    if (complaint.standing().state().owesAnAnswer()) {
      throw Problem.of(ProblemType.CONFLICT).detail("complaint.no-answer");
    }
    if (actor.accountId().equals(complaint.standing().handler())) {
      throw Problem.of(ProblemType.SEPARATION_OF_DUTY).detail("complaint.answered-it");
    }
  }
}
