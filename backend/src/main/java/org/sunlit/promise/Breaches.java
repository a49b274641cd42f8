package org.sunlit.promise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.PromisedCase;
import org.sunlit.casework.PromisedCases;
import org.sunlit.notice.NoticeText;
import org.sunlit.platform.Transactor;
import org.sunlit.powerlist.BreachConsequence;
import org.sunlit.problem.Localised;
import org.sunlit.promise.rules.PieceStanding;
import org.sunlit.promise.rules.PromiseEventKind;
import org.sunlit.promise.rules.PromiseRules;
import org.sunlit.promise.rules.PromiseStanding;

/**
 * What becomes of a promise by the passing of time: the applicant is reminded, and when the last
 * day has gone by it is broken. Each is done once, whichever node comes first: the promise's
 * version moves on in the same transaction.
 */
@ApplicationScoped
class Breaches {
  private final PromiseStore store;
  private final PromiseChanges changes;
  private final PromisedCases cases;
  private final CreditRecord credit;
  private final CalendarService calendars;
  private final PromiseSettings settings;
  private final Transactor transactor;
  private final Clock clock;

  Breaches(
      PromiseStore store,
      PromiseChanges changes,
      PromisedCases cases,
      CreditRecord credit,
      CalendarService calendars,
      PromiseSettings settings,
      Transactor transactor,
      Clock clock) {
    this.store = store;
    this.changes = changes;
    this.cases = cases;
    this.credit = credit;
    this.calendars = calendars;
    this.settings = settings;
    this.transactor = transactor;
    this.clock = clock;
  }

  /** Reminds of what is due soon; false when there is nothing to be reminded of any more. */
  Uni<Boolean> remind(String caseNumber) {
    return both(caseNumber, this::remind);
  }

  /** Notes that the last day of something has gone by; false when it hasn't. */
  Uni<Boolean> breach(String caseNumber) {
    return both(caseNumber, this::breach);
  }

  private interface Work {
    Uni<Boolean> on(PromiseRecord record, PromisedCase of);
  }

  private Uni<Boolean> both(String caseNumber, Work work) {
    return store
        .find(caseNumber)
        .map(Optional::orElseThrow)
        .chain(
            record ->
                cases.find(caseNumber).map(Optional::orElseThrow).chain(of -> work.on(record, of)));
  }

  private Uni<Boolean> remind(PromiseRecord record, PromisedCase of) {
    Instant now = clock.instant();
    PromiseStanding standing = record.standing(calendars.current());
    List<PieceStanding> due =
        standing.pieces().stream()
            .filter(piece -> !piece.overdue(now))
            .filter(
                piece ->
                    PromiseRules.remindAt(piece, settings.remindDays(), calendars.current())
                        .filter(at -> !at.isAfter(now))
                        .isPresent())
            .toList();
    if (due.isEmpty()) {
      return Uni.createFrom().item(false);
    }
    var event = PromiseRules.next(standing, PromiseEventKind.REMINDED, now, null, codes(due));
    return transactor.write(
        session ->
            changes
                .go(session, record, event)
                .chain(
                    () ->
                        tell(
                            session,
                            of,
                            event.number(),
                            "promise.reminder",
                            names(due),
                            due.get(0).dueOn().orElseThrow()))
                .replaceWith(true));
  }

  private Uni<Boolean> breach(PromiseRecord record, PromisedCase of) {
    Instant now = clock.instant();
    PromiseStanding standing = record.standing(calendars.current());
    List<PieceStanding> overdue = standing.overdue(now);
    if (overdue.isEmpty()) {
      return Uni.createFrom().item(false);
    }
    return transactor.write(
        session -> breach(session, record, standing, overdue, of, now).replaceWith(true));
  }

  private Uni<Void> breach(
      Mutiny.Session session,
      PromiseRecord record,
      PromiseStanding standing,
      List<PieceStanding> overdue,
      PromisedCase of,
      Instant now) {
    boolean ends = record.breach() == BreachConsequence.END && of.state().open() && !of.granted();
    var broken = PromiseRules.next(standing, PromiseEventKind.BROKEN, now, null, codes(overdue));
    return changes
        .go(session, record, broken)
        .call(() -> enter(session, record, overdue, broken.at()))
        .chain(after -> ends ? end(session, after, of, overdue) : Uni.createFrom().voidItem())
        .chain(
            () ->
                tell(
                    session,
                    of,
                    broken.number(),
                    ends ? "promise.broken-ended" : "promise.broken",
                    names(overdue)));
  }

  private Uni<Void> enter(
      Mutiny.Session session, PromiseRecord record, List<PieceStanding> overdue, Instant at) {
    Uni<Void> entered = Uni.createFrom().voidItem();
    for (PieceStanding piece : overdue) {
      entered =
          entered.chain(
              () -> credit.enter(session, record, piece, CreditEntryRecord.Kind.LATE, at));
    }
    return entered;
  }

  /** Nothing more is waited for, and the case ends by itself. */
  private Uni<Void> end(
      Mutiny.Session session, PromiseRecord record, PromisedCase of, List<PieceStanding> overdue) {
    PromiseStanding standing = record.standing(calendars.current());
    var ended =
        PromiseRules.next(standing, PromiseEventKind.ENDED, clock.instant(), null, List.of());
    String reason = "逾期未补交承诺后补的材料：" + names(overdue).chinese();
    return changes.go(session, record, ended).chain(() -> cases.end(session, of, reason));
  }

  private Uni<Void> tell(
      Mutiny.Session session, PromisedCase of, int number, String key, Object... said) {
    Object[] args = new Object[said.length + 2];
    args[0] = new Localised(of.item().name(), of.item().nameEn());
    args[1] = of.caseNumber();
    System.arraycopy(said, 0, args, 2, said.length);
    return cases.tell(session, of, "promise " + number, NoticeText.of(key, args));
  }

  private static List<String> codes(List<PieceStanding> pieces) {
    return pieces.stream().map(PieceStanding::code).toList();
  }

  static Localised names(List<PieceStanding> pieces) {
    return new Localised(
        pieces.stream().map(piece -> piece.piece().name()).collect(Collectors.joining("、")),
        pieces.stream()
            .map(piece -> piece.piece())
            .map(piece -> piece.nameEn() == null ? piece.name() : piece.nameEn())
            .collect(Collectors.joining(", ")));
  }
}
