package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.council.rules.Moderation;
import org.sunlit.council.rules.TopicAct;
import org.sunlit.council.rules.TopicAction;
import org.sunlit.council.rules.TopicClock;
import org.sunlit.council.rules.TopicRules;
import org.sunlit.council.rules.TopicRules.Reader;
import org.sunlit.council.rules.TopicStanding;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Coded;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What the office does about topics, and the departments it asks. */
@ApplicationScoped
public class TopicActs {
  private static final Set<TopicAction> SAID =
      EnumSet.of(
          TopicAction.REFUSE, TopicAction.TAKE_DOWN, TopicAction.SEND_BACK, TopicAction.ANSWER);
  private static final Set<TopicAction> ABOUT_ONE =
      EnumSet.of(TopicAction.RELEASE, TopicAction.REFUSE, TopicAction.TAKE_DOWN);

  /** What somebody wants done; what the action doesn't need is null. */
  public record Wanted(
      TopicAction action,
      String words,
      Integer of,
      String department,
      Integer days,
      List<UUID> files) {
    /** An action that takes words at most. */
    public static Wanted of(TopicAction action, String words) {
      return new Wanted(action, words, null, null, null, List.of());
    }

    /** One about a contribution. */
    public static Wanted about(TopicAction action, int of, String words) {
      return new Wanted(action, words, of, null, null, List.of());
    }

    public static Wanted ask(String department, int days, String words) {
      return new Wanted(TopicAction.ASK, words, null, department, days, List.of());
    }
  }

  private final TopicStore store;
  private final TopicWriter writer;
  private final Topics topics;
  private final ComplaintDoor complaints;
  private final Idempotency idempotency;

  TopicActs(
      TopicStore store,
      TopicWriter writer,
      Topics topics,
      ComplaintDoor complaints,
      Idempotency idempotency) {
    this.store = store;
    this.writer = writer;
    this.topics = topics;
    this.complaints = complaints;
    this.idempotency = idempotency;
  }

  /**
   * Does it.
   *
   * @param version the version last seen
   * @return fails with a {@link Problem}: 404 for one the actor may not see, 403 for what isn't
   *     theirs to do, 412 when it has changed, 409 when it can't be done now, 422 for what is
   *     missing
   */
  public Uni<Void> act(
      String number, int version, Wanted wanted, Actor actor, String idempotencyKey) {
    check(wanted);
    return topics
        .known(wanted.department())
        .chain(
            () ->
                idempotency.once(
                    "council " + wanted.action().code() + " " + number,
                    actor.accountId(),
                    idempotencyKey,
                    StoredJson.bytes(wanted),
                    session ->
                        store
                            .hold(session, number)
                            .map(
                                found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
                            .chain(topic -> act(session, topic, version, wanted, actor))
                            .replaceWith(new Reply(200, "{}"))))
        .replaceWithVoid();
  }

  private static void check(Wanted wanted) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (SAID.contains(wanted.action()) && wanted.words() == null) {
      wrong = wrong.at("/words", "field.not-blank");
    }
    if (ABOUT_ONE.contains(wanted.action()) && wanted.of() == null) {
      wrong = wrong.at("/of", "field.required");
    }
    if (wanted.action() == TopicAction.ASK && wanted.department() == null) {
      wrong = wrong.at("/department", "field.required");
    }
    if (wanted.action() != TopicAction.ANSWER && !wanted.files().isEmpty()) {
      wrong = wrong.at("/files", "council.files-without-need");
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
  }

  private Uni<Void> act(
      Mutiny.Session session, TopicRecord topic, int version, Wanted wanted, Actor actor) {
    TopicStanding standing = topic.standing();
    Reader reader = CouncilReaders.staff(actor);
    if (!TopicRules.sees(standing, reader)) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    if (topic.version() != version) {
      throw Problem.of(ProblemType.STALE_VERSION).detail("council.changed");
    }
    if (!TopicRules.mayEver(standing, wanted.action(), reader)) {
      throw Problem.of(ProblemType.SEPARATION_OF_DUTY).detail("council.not-yours");
    }
    if (!TopicRules.possible(standing, wanted.action())) {
      throw Problem.of(ProblemType.IMPOSSIBLE_TRANSITION)
          .detail("council.not-now")
          .possible(TopicRules.possible(standing, reader).stream().map(Coded::code).toList());
    }
    needContribution(standing, wanted);
    if (wanted.action() == TopicAction.MAKE_COMPLAINT) {
      return complaints
          .send(session, topic, actor)
          .chain(
              receipt ->
                  writer.add(
                      session,
                      topic,
                      new TopicAct.MadeComplaint(
                          writer.after(topic), actor.accountId(), receipt.number()),
                      receipt.trackingCode(),
                      List.of()));
    }
    TopicAct act = act(standing, wanted, writer.after(topic), actor.accountId());
    return writer.add(session, topic, act, wanted.words(), wanted.files());
  }

  private static void needContribution(TopicStanding standing, Wanted wanted) {
    if (!ABOUT_ONE.contains(wanted.action())) {
      return;
    }
    Moderation needed =
        wanted.action() == TopicAction.TAKE_DOWN ? Moderation.SHOWN : Moderation.WAITING;
    standing
        .contribution(wanted.of())
        .filter(each -> each.moderation() == needed)
        .orElseThrow(
            () -> Problem.of(ProblemType.UNPROCESSABLE).at("/of", "council.no-contribution"));
  }

  private static TopicAct act(TopicStanding standing, Wanted wanted, Instant at, String by) {
    return switch (wanted.action()) {
      case RELEASE -> new TopicAct.Released(at, by, wanted.of());
      case REFUSE -> new TopicAct.Refused(at, by, wanted.of());
      case TAKE_DOWN -> new TopicAct.TakenDown(at, by, wanted.of());
      case ASK -> new TopicAct.Asked(at, by, wanted.department(), days(standing, wanted));
      case SEND_BACK -> new TopicAct.SentBack(at, by);
      case ANSWER -> new TopicAct.Answered(at, by);
      case CLOSE -> new TopicAct.Closed(at, by);
      case MAKE_COMPLAINT -> throw new IllegalStateException("It needs a complaint first");
    };
  }

  /** Given once: whoever is asked next has what is left. */
  private static int days(TopicStanding standing, Wanted wanted) {
    if (standing.askedAt() != null) {
      return 0;
    }
    return wanted.days() == null ? TopicClock.ANSWER_DAYS : wanted.days();
  }
}
