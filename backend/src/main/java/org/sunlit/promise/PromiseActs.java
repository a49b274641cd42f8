package org.sunlit.promise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.PromisedCase;
import org.sunlit.casework.PromisedCases;
import org.sunlit.casework.rules.Handler;
import org.sunlit.confirmation.Confirmations;
import org.sunlit.confirmation.WantedConfirmation;
import org.sunlit.identity.Actor;
import org.sunlit.notice.NoticeText;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Localised;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.promise.PromiseHandling.Action;
import org.sunlit.promise.PromiseHandling.Wanted;
import org.sunlit.promise.rules.Piece;
import org.sunlit.promise.rules.PieceKind;
import org.sunlit.promise.rules.PieceStanding;
import org.sunlit.promise.rules.PieceState;
import org.sunlit.promise.rules.PromiseEvent;
import org.sunlit.promise.rules.PromiseEventKind;
import org.sunlit.promise.rules.PromiseRules;
import org.sunlit.promise.rules.PromiseStanding;

/** What becomes of a promise, its case and its applicant when staff act on it. */
@ApplicationScoped
class PromiseActs {
  private final PromiseChanges changes;
  private final PromisedCases cases;
  private final CreditRecord credit;
  private final Confirmations confirmations;
  private final CalendarService calendars;
  private final Clock clock;

  PromiseActs(
      PromiseChanges changes,
      PromisedCases cases,
      CreditRecord credit,
      Confirmations confirmations,
      CalendarService calendars,
      Clock clock) {
    this.changes = changes;
    this.cases = cases;
    this.credit = credit;
    this.confirmations = confirmations;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** Does it, within the caller's transaction. */
  Uni<Void> carryOut(
      Mutiny.Session session,
      PromiseRecord record,
      PromisedCase of,
      Wanted wanted,
      Handler by,
      Actor actor) {
    check(wanted);
    return switch (wanted.action()) {
      case REVIEW -> review(session, record, of, wanted, actor);
      case DECIDE_EXTENSION -> decideExtension(session, record, of, wanted, actor);
      case CHECK -> checkConditions(session, record, of, wanted, actor);
      case REVOKE -> askToRevoke(session, record, of, wanted, by, actor);
    };
  }

  /** Whoever says no says why. */
  private static void check(Wanted wanted) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    boolean decides = wanted.action() != Action.REVOKE;
    if (decides && wanted.approve() == null) {
      wrong = wrong.at("/approve", "field.not-blank");
    }
    if (wanted.action() == Action.REVIEW && wanted.piece() == null) {
      wrong = wrong.at("/piece", "field.not-blank");
    }
    if (wanted.reason() == null && !Boolean.TRUE.equals(decides ? wanted.approve() : null)) {
      wrong = wrong.at("/reason", "field.not-blank");
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
  }

  private Uni<Void> review(
      Mutiny.Session session, PromiseRecord record, PromisedCase of, Wanted wanted, Actor actor) {
    PromiseStanding standing = record.standing(calendars.current());
    PieceStanding piece =
        standing
            .piece(wanted.piece())
            .filter(PieceStanding::toReview)
            .orElseThrow(PromiseActs::notNow);
    PromiseEventKind kind =
        wanted.approve() ? PromiseEventKind.APPROVED : PromiseEventKind.REJECTED;
    PromiseEvent event = event(standing, kind, actor, List.of(piece.code()), null, wanted);
    boolean mends = wanted.approve() && piece.state() == PieceState.BROKEN;
    return changes
        .go(session, record, event)
        .call(
            () ->
                mends
                    ? credit.madeGood(session, record.caseNumber(), piece.code(), event.at())
                    : Uni.createFrom().voidItem())
        .chain(
            after ->
                wanted.approve()
                    ? tell(session, of, event, "promise.approved", name(piece.piece()))
                    : tellRejected(session, of, event, after, piece));
  }

  private Uni<Void> tellRejected(
      Mutiny.Session session,
      PromisedCase of,
      PromiseEvent event,
      PromiseRecord after,
      PieceStanding piece) {
    Optional<LocalDate> due =
        after.standing(calendars.current()).piece(piece.code()).flatMap(PieceStanding::dueOn);
    return due.isPresent()
        ? tell(session, of, event, "promise.rejected", name(piece.piece()), event.said(), due.get())
        : tell(session, of, event, "promise.rejected-open", name(piece.piece()), event.said());
  }

  private Uni<Void> decideExtension(
      Mutiny.Session session, PromiseRecord record, PromisedCase of, Wanted wanted, Actor actor) {
    PromiseStanding standing = record.standing(calendars.current());
    if (!PromiseRules.mayDecideExtension(standing)) {
      throw notNow();
    }
    boolean granted = wanted.approve();
    PromiseEvent event =
        event(
            standing,
            granted ? PromiseEventKind.EXTENSION_GRANTED : PromiseEventKind.EXTENSION_DECLINED,
            actor,
            List.of(),
            granted ? standing.extensionDays() : null,
            wanted);
    return changes
        .go(session, record, event)
        .chain(
            () ->
                granted
                    ? tell(session, of, event, "promise.extended", standing.extensionDays())
                    : tell(session, of, event, "promise.not-extended", event.said()));
  }

  private Uni<Void> checkConditions(
      Mutiny.Session session, PromiseRecord record, PromisedCase of, Wanted wanted, Actor actor) {
    PromiseStanding standing = record.standing(calendars.current());
    PieceStanding conditions =
        standing.of(PieceKind.CONDITIONS).stream()
            .filter(piece -> piece.state() == PieceState.AWAITED)
            .findFirst()
            .orElseThrow(PromiseActs::notNow);
    boolean kept = wanted.approve();
    PromiseEvent event =
        event(
            standing,
            kept ? PromiseEventKind.CONDITIONS_KEPT : PromiseEventKind.CONDITIONS_FALSE,
            actor,
            List.of(conditions.code()),
            null,
            wanted);
    return changes
        .go(session, record, event)
        .call(
            () ->
                kept
                    ? Uni.createFrom().voidItem()
                    : credit.enter(
                        session,
                        record,
                        conditions,
                        CreditEntryRecord.Kind.FALSE_PROMISE,
                        event.at()))
        .chain(
            () ->
                kept
                    ? tell(session, of, event, "promise.true")
                    : tell(session, of, event, "promise.false", event.said()));
  }

  /** Nothing is revoked before a second person has confirmed it. */
  private Uni<Void> askToRevoke(
      Mutiny.Session session,
      PromiseRecord record,
      PromisedCase of,
      Wanted wanted,
      Handler by,
      Actor actor) {
    PromiseStanding standing = record.standing(calendars.current());
    if (of.key() == null || !PromiseRules.mayRevoke(standing, of.granted())) {
      throw notNow();
    }
    return confirmations
        .request(
            session,
            new WantedConfirmation(
                RevocationAct.KIND,
                of.caseNumber(),
                of.departmentCode(),
                of.regionCode(),
                wanted.reason(),
                StoredJson.write(new RevocationAct.Payload(by))),
            actor)
        .replaceWithVoid();
  }

  private PromiseEvent event(
      PromiseStanding standing,
      PromiseEventKind kind,
      Actor actor,
      List<String> pieces,
      Integer days,
      Wanted wanted) {
    return new PromiseEvent(
        standing.version() + 1,
        kind,
        PromiseRules.at(standing, clock.instant()),
        actor.accountId(),
        pieces,
        days,
        wanted.reason());
  }

  private Uni<Void> tell(
      Mutiny.Session session, PromisedCase of, PromiseEvent event, String key, Object... said) {
    Object[] args = new Object[said.length + 2];
    args[0] = new Localised(of.item().name(), of.item().nameEn());
    args[1] = of.caseNumber();
    System.arraycopy(said, 0, args, 2, said.length);
    return cases.tell(session, of, "promise " + event.number(), NoticeText.of(key, args));
  }

  private static Localised name(Piece piece) {
    return new Localised(piece.name(), piece.nameEn());
  }

  private static Problem notNow() {
    return Problem.of(ProblemType.CONFLICT).detail("promise.not-now");
  }
}
