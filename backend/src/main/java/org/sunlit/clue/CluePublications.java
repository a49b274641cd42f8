package org.sunlit.clue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.clue.ClueFiles.Opened;
import org.sunlit.clue.rules.ClueAct;
import org.sunlit.clue.rules.ClueRules;
import org.sunlit.clue.rules.ClueRules.Publication;
import org.sunlit.clue.rules.ClueState;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.PublicAnswer;
import org.sunlit.privacy.PublicationDraft;
import org.sunlit.privacy.PublicationProposal;
import org.sunlit.privacy.PublicationTable;
import org.sunlit.privacy.Redaction;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Making typical cases public without names, and clearings whose person wanted it with theirs: by a
 * head who neither decided nor took part, and has looked through what the machine marked.
 */
@ApplicationScoped
public class CluePublications {
  private static final PublicationTable TABLE =
      new PublicationTable(
          "clue_publication", "clue_id", Map.of("kind", "text", "decided_by", "text"));

  private final Pool pool;
  private final ClueFiles files;
  private final ClueStore store;
  private final ClueWriter writer;
  private final Transactor transactor;
  private final Clock clock;

  CluePublications(
      Pool pool,
      ClueFiles files,
      ClueStore store,
      ClueWriter writer,
      Transactor transactor,
      Clock clock) {
    this.pool = pool;
    this.files = files;
    this.store = store;
    this.writer = writer;
    this.transactor = transactor;
    this.clock = clock;
  }

  /** What is public of it, or could be, with everything blotted out that looks personal. */
  public Uni<PublicationProposal> propose(String number, Actor actor, UUID session) {
    return publishable(number, actor, session)
        .chain(opened -> TABLE.propose(pool, opened.clue().id(), () -> proposal(opened)));
  }

  /** Of a clearing the letter is what is said aloud; of a case the report and the decision. */
  private static Redaction proposal(Opened opened) {
    var standing = opened.clue().standing();
    var decided = opened.texts(standing.decisionAct());
    PublicAnswer plain =
        kind(opened) == Publication.CLEARING
            ? new PublicAnswer(opened.content().title(), opened.content().title(), decided.letter())
            : new PublicAnswer(
                opened.content().title(),
                opened.texts(standing.reportAct()).words(),
                decided.words());
    return Redaction.of(plain, hidden(opened));
  }

  /** Whose names must not stand in it: whoever brought it, and in a typical case everybody's. */
  private static List<String> hidden(Opened opened) {
    return switch (kind(opened)) {
      case TYPICAL_CASE -> opened.content().everybody();
      case CLEARING -> opened.content().bringers();
    };
  }

  /**
   * Publishes it. A clearing is done with it.
   *
   * @return fails with 404 for one that isn't there for the actor, 409 where there is nothing to
   *     publish or another published meanwhile, 403 for whoever decided or took part, 422 where
   *     something certain is still personal
   */
  public Uni<Void> publish(String number, PublicationDraft draft, Actor actor, UUID session) {
    return publishable(number, actor, session)
        .invoke(opened -> Redaction.needClean(draft.text(), hidden(opened)))
        .chain(
            opened ->
                transactor.write(
                    writing ->
                        put(writing, opened, draft, actor)
                            .chain(() -> clear(writing, opened, actor))));
  }

  private Uni<Void> put(
      Mutiny.Session session, Opened opened, PublicationDraft draft, Actor actor) {
    Map<String, Object> own =
        Map.of("kind", code(kind(opened)), "decided_by", opened.clue().standing().decidedBy());
    return TABLE.publish(
        session, opened.clue().id(), draft, actor.accountId(), clock.instant(), own);
  }

  private Uni<Void> clear(Mutiny.Session session, Opened opened, Actor actor) {
    return store
        .hold(session, opened.clue().number())
        .map(found -> found.orElseThrow())
        .chain(
            clue ->
                clue.standing().state() == ClueState.CLEARING
                    ? files
                        .key(session, clue)
                        .chain(
                            key ->
                                writer.add(
                                    session,
                                    clue,
                                    new ClueAct.Cleared(writer.after(clue), actor.accountId()),
                                    List.of(),
                                    opened.content(),
                                    Texts.NONE,
                                    key))
                    : Uni.createFrom().voidItem());
  }

  /**
   * Takes it back.
   *
   * @return fails with 404 for one that isn't there for the actor or isn't public
   */
  public Uni<Void> withdraw(String number, String reason, Actor actor, UUID session) {
    return publishable(number, actor, session)
        .chain(
            opened ->
                transactor.write(
                    writing ->
                        TABLE.withdraw(
                            writing,
                            opened.clue().id(),
                            reason,
                            actor.accountId(),
                            clock.instant())));
  }

  private Uni<Opened> publishable(String number, Actor actor, UUID session) {
    return files.open(number, actor, session).invoke(opened -> needPublishable(opened, actor));
  }

  private static void needPublishable(Opened opened, Actor actor) {
    var standing = opened.clue().standing();
    if (ClueRules.publication(standing).isEmpty()) {
      throw Problem.of(ProblemType.CONFLICT).detail("clue.not-publishable");
    }
    if (!ClueRules.mayPublish(standing, opened.content().concern(), Readers.of(actor))) {
      throw Problem.of(ProblemType.SEPARATION_OF_DUTY).detail("clue.decided-it");
    }
  }

  private static Publication kind(Opened opened) {
    return ClueRules.publication(opened.clue().standing()).orElseThrow();
  }

  static String code(Publication kind) {
    return switch (kind) {
      case TYPICAL_CASE -> "typicalCase";
      case CLEARING -> "clearing";
    };
  }
}
