package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.complaint.ComplaintReads.Opened;
import org.sunlit.complaint.rules.ComplaintAct;
import org.sunlit.complaint.rules.ComplaintRules;
import org.sunlit.identity.Actor;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.PublicAnswer;
import org.sunlit.privacy.PublicationDraft;
import org.sunlit.privacy.PublicationProposal;
import org.sunlit.privacy.PublicationTable;
import org.sunlit.privacy.Redaction;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Publishing questions with their answers: with the writer's consent, by a person who has looked
 * through what the machine marked and didn't answer it themselves.
 */
@ApplicationScoped
public class Publications {
  private static final PublicationTable TABLE =
      new PublicationTable("complaint_publication", "complaint_id", Map.of("search", "tsvector"));
  private static final String NOT_ABOUT =
      "select id from complaint where number = :number and :account <> all (concerned)";

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
  public Uni<PublicationProposal> propose(String number, Actor actor) {
    return publishable(number, actor)
        .chain(opened -> TABLE.propose(pool, opened.complaint().id(), () -> proposal(opened)));
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
   * @return fails with 404 for one the actor may not see, 409 without consent or answer or where
   *     another published meanwhile, 403 for whoever answered, 422 where something certain is still
   *     personal
   */
  public Uni<Void> publish(String number, PublicationDraft draft, Actor actor) {
    return publishable(number, actor)
        .invoke(opened -> Redaction.needClean(draft.text(), own(opened.content())))
        .chain(opened -> put(opened.complaint(), draft, actor));
  }

  private Uni<Void> put(ComplaintRecord complaint, PublicationDraft draft, Actor actor) {
    Map<String, Object> own = Map.of("search", Answers.vector(draft.text()));
    return transactor.write(
        session ->
            TABLE
                .publish(session, complaint.id(), draft, actor.accountId(), clock.instant(), own)
                .chain(
                    () -> journal.append(session, entry(complaint.number(), "published", actor))));
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
            notAbout(session, number, actor)
                .chain(
                    id -> TABLE.withdraw(session, id, reason, actor.accountId(), clock.instant()))
                .chain(
                    () -> journal.append(session, entry(number, "publicationWithdrawn", actor))));
  }

  private static Uni<UUID> notAbout(Mutiny.Session session, String number, Actor actor) {
    return session
        .createNativeQuery(NOT_ABOUT, UUID.class)
        .setParameter("number", number)
        .setParameter("account", actor.accountId())
        .getSingleResultOrNull()
        .onItem()
        .ifNull()
        .failWith(() -> Problem.of(ProblemType.NOT_FOUND));
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
