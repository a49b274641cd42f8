package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.rules.Bar;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.casework.rules.Duties;
import org.sunlit.casework.rules.Hand;
import org.sunlit.casework.rules.Handler;
import org.sunlit.casework.rules.PromiseEvents;
import org.sunlit.edge.Address;
import org.sunlit.identity.Actor;
import org.sunlit.notice.NoticeText;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Cases for the room of promises: whose they are, and what the keeping or breaking of a promise
 * does to them.
 */
@ApplicationScoped
public class PromisedCases {
  private final CaseService cases;
  private final CaseWriter writer;
  private final GuardedTracking tracking;
  private final UploadClaims claims;
  private final Telling telling;
  private final CalendarService calendars;
  private final Clock clock;

  PromisedCases(
      CaseService cases,
      CaseWriter writer,
      GuardedTracking tracking,
      UploadClaims claims,
      Telling telling,
      CalendarService calendars,
      Clock clock) {
    this.cases = cases;
    this.writer = writer;
    this.tracking = tracking;
    this.claims = claims;
    this.telling = telling;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** The case that number and code open; fails with 404 when they don't go together. */
  public Uni<PromisedCase> held(Address from, String typedNumber, String typedCode) {
    return tracking
        .guarded(from, typedNumber, () -> cases.showToApplicant(typedNumber, typedCode))
        .map(PromisedCase::new);
  }

  /** The account's own case; fails with 404 when it isn't. */
  public Uni<PromisedCase> own(String caseNumber, Actor owner) {
    return cases.showOwn(number(caseNumber), owner).map(PromisedCase::new);
  }

  /** A case the actor may read; fails with 404 when it isn't. */
  public Uni<PromisedCase> readable(String caseNumber, Actor actor) {
    return cases.show(number(caseNumber), actor).map(PromisedCase::new);
  }

  /** The case with this number, for work inside that nobody looks at. */
  public Uni<Optional<PromisedCase>> find(String caseNumber) {
    return cases.find(caseNumber).map(found -> found.map(PromisedCase::new));
  }

  /** Whether the actor handles cases like this one and nothing keeps them from this one. */
  public boolean mayHandle(PromisedCase of, Actor actor) {
    return barred(of, actor).isEmpty() && post(of, actor).isPresent();
  }

  /**
   * As whom the actor handles it.
   *
   * @throws Problem 403 when it isn't theirs to handle
   */
  public Handler handler(PromisedCase of, Actor actor) {
    barred(of, actor)
        .ifPresent(
            bar -> {
              throw CaseTexts.barred(bar);
            });
    FlowStep step =
        post(of, actor)
            .orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN).detail("case.not-yours"));
    return Admission.handler(of.now(), step, new CaseRights(actor));
  }

  private static Optional<Bar> barred(PromisedCase of, Actor actor) {
    Handler plain = plain(actor);
    return Duties.fromHandling(new CaseRights(actor).hand(plain, of.now().stored()));
  }

  private static Optional<FlowStep> post(PromisedCase of, Actor actor) {
    CaseRights rights = new CaseRights(actor);
    return of.item().flow().steps().stream()
        .filter(step -> step.post() != null)
        .filter(step -> Admission.mayAct(of.now(), step, rights))
        .findFirst();
  }

  private static Handler plain(Actor actor) {
    return new Handler(
        actor.accountId(), actor.displayName(), actor.displayNameEn(), null, null, null);
  }

  /** Takes materials that come late into the case, within the caller's transaction. */
  public Uni<Void> bring(
      Mutiny.Session session, PromisedCase before, List<HandedIn> materials, Handler by) {
    CaseNow now = before.now();
    CaseEvent event =
        PromiseEvents.lateMaterials(
            now.standing(),
            clock.instant(),
            by,
            materials.stream().map(HandedIn::code).distinct().toList());
    return claims
        .take(session, materials, event.number(), event.at(), now.stored().key())
        .map(received -> now.stored().after(event, received))
        .chain(after -> write(session, now, after));
  }

  /** Ends a case that isn't decided because its promise was broken, in the caller's transaction. */
  public Uni<Void> end(Mutiny.Session session, PromisedCase before, String reason) {
    CaseNow now = before.now();
    CaseEvent event = PromiseEvents.broken(now.standing(), clock.instant(), reason);
    return write(session, now, now.stored().after(event, List.of()));
  }

  /**
   * Takes back what was granted, within the caller's transaction.
   *
   * @param by who asked for it
   * @param confirmer the second person
   * @return fails with 403 when they may not, 409 when the personal data has been deleted
   */
  public Uni<Void> revoke(
      Mutiny.Session session, PromisedCase before, Handler by, Actor confirmer, String reason) {
    CaseNow now = before.now();
    if (now.stored().key() == null) {
      throw Problem.of(ProblemType.CONFLICT).detail("promise.data-deleted");
    }
    Handler second = plain(confirmer);
    Hand hand = new CaseRights(confirmer).hand(second, now.stored());
    Duties.fromConfirming(hand, by)
        .ifPresent(
            bar -> {
              throw CaseTexts.barred(bar);
            });
    CaseEvent event = PromiseEvents.revoked(now.standing(), clock.instant(), by, second, reason);
    return write(session, now, now.stored().after(event, List.of()))
        .onFailure(DutyRefusals::known)
        .transform(DutyRefusals::problem);
  }

  private Uni<Void> write(Mutiny.Session session, CaseNow before, StoredCase after) {
    return writer
        .go(session, CaseNow.of(after, before.basis(), calendars.current()))
        .replaceWithVoid();
  }

  /**
   * Tells the applicant, within the caller's transaction; nobody is told any more when their data
   * has been deleted.
   *
   * @param event what happened; of one event nobody is told twice
   */
  public Uni<Void> tell(Mutiny.Session session, PromisedCase of, String event, NoticeText text) {
    return telling.tell(session, of.now(), event, text);
  }

  /** A number that can't be anybody's is nobody's case. */
  private static String number(String typed) {
    return CaseNumbers.read(typed).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }
}
