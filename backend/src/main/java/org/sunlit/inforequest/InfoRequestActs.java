package org.sunlit.inforequest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.identity.Actor;
import org.sunlit.inforequest.rules.ConsultedKind;
import org.sunlit.inforequest.rules.Decision;
import org.sunlit.inforequest.rules.DecisionKind;
import org.sunlit.inforequest.rules.Opinion;
import org.sunlit.inforequest.rules.RequestAct;
import org.sunlit.inforequest.rules.RequestAction;
import org.sunlit.inforequest.rules.RequestClock;
import org.sunlit.inforequest.rules.RequestRules;
import org.sunlit.inforequest.rules.RequestRules.Flaw;
import org.sunlit.inforequest.rules.RequestStanding;
import org.sunlit.inforequest.rules.RequestStanding.Consultation;
import org.sunlit.platform.Coded;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What the disclosure office does about requests. */
@ApplicationScoped
public class InfoRequestActs {
  /** What somebody wants done; what the action doesn't need is null. */
  public record Wanted(
      RequestAction action,
      String words,
      Integer days,
      ConsultedKind consulted,
      Integer consultation,
      Opinion opinion,
      Decision decision) {

    /** An action that takes words at most. */
    public static Wanted of(RequestAction action, String words) {
      return new Wanted(action, words, null, null, null, null, null);
    }

    /** One that gives, or asks for, working days. */
    public static Wanted days(RequestAction action, String words, int days) {
      return new Wanted(action, words, days, null, null, null, null);
    }

    public static Wanted consult(ConsultedKind consulted, String words) {
      return new Wanted(RequestAction.CONSULT, words, null, consulted, null, null, null);
    }

    public static Wanted draft(Decision decision, String words) {
      return new Wanted(RequestAction.DRAFT, words, null, null, null, null, decision);
    }
  }

  private final RequestStore store;
  private final RequestWriter writer;
  private final RequestChecks checks;
  private final CalendarService calendars;
  private final Idempotency idempotency;

  InfoRequestActs(
      RequestStore store,
      RequestWriter writer,
      RequestChecks checks,
      CalendarService calendars,
      Idempotency idempotency) {
    this.store = store;
    this.writer = writer;
    this.checks = checks;
    this.calendars = calendars;
    this.idempotency = idempotency;
  }

  /**
   * Does it.
   *
   * @param version the version last seen
   * @return fails with a {@link Problem}: 404 for one the actor may not see, 403 for what isn't
   *     theirs to do, 412 when it has changed, 409 when it can't be done now, 422 for what is
   *     missing or rests on nothing
   */
  public Uni<Void> act(
      String number, int version, Wanted wanted, Actor actor, String idempotencyKey) {
    return checks
        .check(wanted)
        .chain(
            () ->
                idempotency.once(
                    "infoRequest " + wanted.action().code() + " " + number,
                    actor.accountId(),
                    idempotencyKey,
                    StoredJson.bytes(wanted),
                    session ->
                        store
                            .hold(session, number)
                            .map(
                                found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
                            .chain(request -> act(session, request, version, wanted, actor))
                            .replaceWith(new Reply(200, "{}"))))
        .replaceWithVoid();
  }

  private Uni<Void> act(
      Mutiny.Session session, RequestRecord request, int version, Wanted wanted, Actor actor) {
    RequestStanding standing = request.standing();
    RequestRules.Reader reader = Readers.of(actor);
    RequestRules.Today today = new RequestRules.Today(writer.after(request), calendars.current());
    if (!RequestRules.sees(standing, reader)) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    if (request.version() != version) {
      throw Problem.of(ProblemType.STALE_VERSION).detail("inforequest.changed");
    }
    if (!RequestRules.possible(standing, wanted.action(), today)) {
      throw Problem.of(ProblemType.IMPOSSIBLE_TRANSITION)
          .detail("inforequest.not-now")
          .possible(
              RequestRules.possible(standing, reader, today).stream().map(Coded::code).toList());
    }
    if (!RequestRules.mayEver(standing, wanted.action(), reader)) {
      throw Problem.of(ProblemType.SEPARATION_OF_DUTY).detail("inforequest.not-yours");
    }
    needSound(standing, wanted, today);
    return writer.add(
        session, request, act(standing, wanted, today.now(), reader.account()), wanted.words());
  }

  private static void needSound(RequestStanding standing, Wanted wanted, RequestRules.Today today) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    switch (wanted.action()) {
      case DRAFT -> {
        for (Flaw flaw : RequestRules.flaws(standing, wanted.decision(), today)) {
          wrong = flawed(wrong, flaw);
        }
      }
      case ASK_EXTENSION -> {
        if (wanted.days() > RequestClock.EXTENSION_MOST_DAYS) {
          wrong = wrong.at("/days", "inforequest.extension");
        }
      }
      case ENTER_OPINION -> {
        Consultation asked =
            standing.consultations().stream()
                .filter(each -> each.number() == wanted.consultation())
                .filter(each -> each.opinion() == null)
                .findFirst()
                .orElse(null);
        if (asked == null) {
          wrong = wrong.at("/consultation", "inforequest.consultation");
        } else if (wanted.opinion() == Opinion.NONE
            && !today.now().isAfter(RequestClock.opinionBy(asked, today.calendar()))) {
          wrong = wrong.at("/opinion", "inforequest.still-time");
        }
      }
      case ACKNOWLEDGE,
          ASK_CLARIFICATION,
          ENTER_SUPPLEMENT,
          LAPSE,
          ASK_REASONS,
          ENTER_REASONS,
          CONSULT,
          GRANT_EXTENSION,
          REFUSE_EXTENSION,
          RETURN_DRAFT,
          RELEASE,
          CONFIRM,
          ENTER_WITHDRAWAL -> {
        // Nothing of them rests on more than the state.
      }
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
  }

  private static Problem flawed(Problem wrong, Flaw flaw) {
    return switch (flaw) {
      case GROUND_MISSING -> wrong.at("/ground", "inforequest.ground-missing");
      case GROUND_WITHOUT_NEED -> wrong.at("/ground", "inforequest.ground-without-need");
      case REASONS_NOT_HEARD -> wrong.at("/decision", "inforequest.reasons-not-heard");
      case OBJECTION_OVERRULED -> wrong.at("/publicInterest", "inforequest.objection-overruled");
      case AUTHORITY_WITHOUT_NEED -> wrong.at("/authority", "inforequest.authority-without-need");
    };
  }

  private static RequestAct act(RequestStanding standing, Wanted wanted, Instant at, String by) {
    return switch (wanted.action()) {
      case ACKNOWLEDGE -> new RequestAct.Acknowledged(at, by);
      case ASK_CLARIFICATION -> new RequestAct.ClarificationAsked(at, by, wanted.days());
      case ENTER_SUPPLEMENT -> new RequestAct.Supplemented(at, by);
      case LAPSE -> new RequestAct.Lapsed(at, by);
      case ASK_REASONS -> new RequestAct.ReasonsAsked(at, by, wanted.days());
      case ENTER_REASONS -> new RequestAct.ReasonsGiven(at, by);
      case CONSULT -> new RequestAct.Consulted(at, by, wanted.consulted());
      case ENTER_OPINION ->
          new RequestAct.OpinionEntered(at, by, wanted.consultation(), wanted.opinion());
      case ASK_EXTENSION -> new RequestAct.ExtensionAsked(at, by, wanted.days());
      case GRANT_EXTENSION -> new RequestAct.ExtensionGranted(at, by, standing.extensionWanted());
      case REFUSE_EXTENSION -> new RequestAct.ExtensionRefused(at, by);
      case DRAFT -> new RequestAct.Drafted(at, by, wanted.decision());
      case RETURN_DRAFT -> new RequestAct.DraftReturned(at, by);
      case RELEASE -> new RequestAct.Released(at, by);
      case CONFIRM -> new RequestAct.Confirmed(at, by);
      case ENTER_WITHDRAWAL -> new RequestAct.Withdrawn(at, by);
    };
  }

  /** The decisions there are, with what they rest on. */
  static Decision decision(DecisionKind kind, String ground, String authority, Boolean interest) {
    return kind == null
        ? null
        : new Decision(
            kind,
            ground == null ? null : org.sunlit.inforequest.rules.RefusalGround.of(ground),
            authority,
            Boolean.TRUE.equals(interest));
  }
}
