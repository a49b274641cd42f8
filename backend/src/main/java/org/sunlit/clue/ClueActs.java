package org.sunlit.clue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.clue.CluePeople.Officer;
import org.sunlit.clue.rules.ClearingForm;
import org.sunlit.clue.rules.ClueAct;
import org.sunlit.clue.rules.ClueAction;
import org.sunlit.clue.rules.ClueRules;
import org.sunlit.clue.rules.ClueStanding;
import org.sunlit.clue.rules.Disposal;
import org.sunlit.clue.rules.Finding;
import org.sunlit.clue.rules.Refusal;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What the discipline office does about clues. */
@ApplicationScoped
public class ClueActs {
  /**
   * What somebody wants done; what the action doesn't need is null.
   *
   * @param letter what the person it is about is told
   * @param feedback what whoever brought it is told
   */
  public record Wanted(
      ClueAction action,
      String words,
      String investigator,
      String reviewer,
      Disposal disposal,
      Finding finding,
      String letter,
      String feedback,
      LocalDate visitOn,
      ClearingForm form) {

    /** An action that takes words at most. */
    public static Wanted of(ClueAction action, String words) {
      return new Wanted(action, words, null, null, null, null, null, null, null, null);
    }

    public static Wanted dispatch(String investigator, String reviewer) {
      return new Wanted(
          ClueAction.DISPATCH, null, investigator, reviewer, null, null, null, null, null, null);
    }

    public static Wanted propose(Disposal disposal, String words) {
      return new Wanted(
          ClueAction.PROPOSE, words, null, null, disposal, null, null, null, null, null);
    }

    public static Wanted report(Finding finding, String words) {
      return new Wanted(
          ClueAction.REPORT, words, null, null, null, finding, null, null, null, null);
    }

    public static Wanted decide(
        Finding finding, String words, String letter, String feedback, LocalDate visitOn) {
      return new Wanted(
          ClueAction.DECIDE, words, null, null, null, finding, letter, feedback, visitOn, null);
    }

    Texts texts() {
      return new Texts(words, letter, feedback);
    }
  }

  private final ClueStore store;
  private final ClueWriter writer;
  private final ClueChecks checks;
  private final CluePeople people;
  private final ClueMarks marks;
  private final ClueFiles files;
  private final CalendarService calendars;
  private final ClueSettings settings;
  private final Idempotency idempotency;

  ClueActs(
      ClueStore store,
      ClueWriter writer,
      ClueChecks checks,
      CluePeople people,
      ClueMarks marks,
      ClueFiles files,
      CalendarService calendars,
      ClueSettings settings,
      Idempotency idempotency) {
    this.store = store;
    this.writer = writer;
    this.checks = checks;
    this.people = people;
    this.marks = marks;
    this.files = files;
    this.calendars = calendars;
    this.settings = settings;
    this.idempotency = idempotency;
  }

  /**
   * Does it.
   *
   * @param version the version last seen
   * @return fails with a {@link Problem}: 404 for one that isn't there for the actor, 403 for what
   *     isn't theirs to do, 412 when it has changed, 409 when it can't be done now, 422 for what is
   *     missing or can't stand
   */
  public Uni<Void> act(
      String number, int version, Wanted wanted, Actor actor, String idempotencyKey) {
    return people
        .officers()
        .chain(
            officers ->
                idempotency.once(
                    "clue " + wanted.action().code() + " " + number,
                    actor.accountId(),
                    idempotencyKey,
                    StoredJson.bytes(wanted),
                    session ->
                        store
                            .hold(session, number)
                            .map(
                                found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
                            .chain(clue -> act(session, clue, version, wanted, actor, officers))
                            .replaceWith(new Reply(200, "{}"))))
        .replaceWithVoid();
  }

  private Uni<Void> act(
      Mutiny.Session session,
      ClueRecord clue,
      int version,
      Wanted wanted,
      Actor actor,
      List<Officer> officers) {
    return files
        .key(session, clue)
        .chain(key -> act(session, clue, version, wanted, actor, officers, key));
  }

  private Uni<Void> act(
      Mutiny.Session session,
      ClueRecord clue,
      int version,
      Wanted wanted,
      Actor actor,
      List<Officer> officers,
      DataKey key) {
    ClueStanding standing = clue.standing();
    Content content = Content.open(key, clue.content());
    ClueRules.Reader reader = Readers.of(actor);
    if (!ClueRules.sees(standing, content.concern(), reader)) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    if (clue.version() != version) {
      throw Problem.of(ProblemType.STALE_VERSION).detail("clue.changed");
    }
    needAllowed(standing, content, wanted.action(), reader);
    Instant at = writer.after(clue);
    checks.needSound(standing, content, wanted, officers, day(at), actor);
    ClueAct act = act(standing, wanted, at, actor.accountId());
    List<String> handlers = handlers(clue.number(), wanted, officers, actor);
    return writer.add(session, clue, act, handlers, content, wanted.texts(), key);
  }

  private static void needAllowed(
      ClueStanding standing, Content content, ClueAction action, ClueRules.Reader reader) {
    ClueRules.refusal(standing, content.concern(), action, reader)
        .ifPresent(
            refusal -> {
              throw refusal == Refusal.NOT_NOW
                  ? Problem.of(ProblemType.IMPOSSIBLE_TRANSITION)
                      .detail("clue.notNow")
                      .possible(possible(standing, content, reader))
                  : Problem.of(ProblemType.SEPARATION_OF_DUTY).detail("clue." + refusal.code());
            });
  }

  private static List<String> possible(
      ClueStanding standing, Content content, ClueRules.Reader reader) {
    return Stream.of(ClueAction.values())
        .filter(each -> ClueRules.refusal(standing, content.concern(), each, reader).isEmpty())
        .map(ClueAction::code)
        .toList();
  }

  /** Marks of those who have a part by it, so that the database can refuse who has to keep out. */
  private List<String> handlers(String number, Wanted wanted, List<Officer> officers, Actor actor) {
    return switch (wanted.action()) {
      case DISPATCH ->
          officers.stream()
              .filter(
                  each ->
                      each.account().equals(wanted.investigator())
                          || each.account().equals(wanted.reviewer()))
              .flatMap(each -> marks.officer(number, each.account(), each.department()).stream())
              .toList();
      case DECIDE -> marks.officer(number, actor.accountId(), actor.departmentCode());
      case HAND_OVER,
          PROPOSE,
          APPROVE,
          RETURN_PROPOSAL,
          ENTER_REPLY,
          TAKE_UP,
          REPORT,
          AGREE,
          OBJECT,
          RETURN_REPORT,
          ENTER_WISH,
          CLEAR,
          VISIT ->
          List.of();
    };
  }

  private ClueAct act(ClueStanding standing, Wanted wanted, Instant at, String by) {
    return switch (wanted.action()) {
      case DISPATCH -> new ClueAct.Dispatched(at, by, wanted.investigator(), wanted.reviewer());
      case HAND_OVER -> new ClueAct.HandedOver(at, by);
      case PROPOSE -> new ClueAct.Proposed(at, by, wanted.disposal());
      case APPROVE -> new ClueAct.ProposalApproved(at, by, replyBy(standing, at));
      case RETURN_PROPOSAL -> new ClueAct.ProposalReturned(at, by);
      case ENTER_REPLY -> new ClueAct.ReplyEntered(at, by);
      case TAKE_UP -> new ClueAct.TakenUp(at, by);
      case REPORT -> new ClueAct.Reported(at, by, wanted.finding());
      case AGREE -> new ClueAct.Agreed(at, by);
      case OBJECT -> new ClueAct.Objected(at, by);
      case RETURN_REPORT -> new ClueAct.ReportReturned(at, by);
      case DECIDE -> new ClueAct.Decided(at, by, wanted.finding(), wanted.visitOn());
      case ENTER_WISH -> new ClueAct.WishSaid(at, by, wanted.form());
      case CLEAR -> new ClueAct.Cleared(at, by);
      case VISIT -> new ClueAct.Visited(at, by);
    };
  }

  /** The day that is said in the letter stays, whatever becomes of the calendar. */
  private LocalDate replyBy(ClueStanding standing, Instant at) {
    return standing.disposal() == Disposal.INQUIRY
        ? calendars.current().plusWorkingDays(day(at), settings.replyDays())
        : null;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, CityTime.ZONE);
  }
}
