package org.sunlit.promise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.ApplyCommand;
import org.sunlit.casework.PromiseKeeper;
import org.sunlit.casework.PromisedCase;
import org.sunlit.casework.SignedPromise;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.privacy.BlindTokens;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.promise.rules.Piece;
import org.sunlit.promise.rules.PieceKind;
import org.sunlit.promise.rules.PieceStanding;
import org.sunlit.promise.rules.PromiseEvent;
import org.sunlit.promise.rules.PromiseEventKind;
import org.sunlit.promise.rules.PromiseRules;
import org.sunlit.promise.rules.PromiseStanding;

/** Keeps what is promised with cases, in the cases' own transactions. */
@ApplicationScoped
class KeptPromises implements PromiseKeeper {
  private final PromiseStore store;
  private final PromiseChanges changes;
  private final CreditStore credit;
  private final CalendarService calendars;
  private final BlindIndex blind;
  private final Clock clock;

  KeptPromises(
      PromiseStore store,
      PromiseChanges changes,
      CreditStore credit,
      CalendarService calendars,
      BlindIndex blind,
      Clock clock) {
    this.store = store;
    this.changes = changes;
    this.credit = credit;
    this.calendars = calendars;
    this.blind = blind;
    this.clock = clock;
  }

  @Override
  public List<FieldProblem> objections(ApplyCommand command, ItemInForce item) {
    return PromiseTexts.objections(
        item, command.promise(), command.applicant().name(), command.applicant().identityNumber());
  }

  @Override
  public Uni<Void> signed(Mutiny.Session session, PromisedCase begun, SignedPromise promise) {
    byte[] identity =
        blind.tokens().of(BlindTokens.Kind.IDENTITY_NUMBER, begun.applicant().identityNumber());
    return credit
        .counts(session, identity, clock.instant())
        .invoke(
            counts -> {
              if (counts) {
                throw Problem.of(ProblemType.UNPROCESSABLE).at("/promise", "promise.credit");
              }
            })
        .chain(() -> changes.begin(session, born(begun, promise, identity)))
        .chain(
            record ->
                begun.acceptedAt() == null
                    ? Uni.createFrom().voidItem()
                    : goOn(session, record, begun));
  }

  private static PromiseRecord born(PromisedCase begun, SignedPromise promise, byte[] identity) {
    ItemInForce item = begun.item();
    List<Piece> pieces = PromiseTexts.pieces(item, promise.late(), promise.conditions());
    PromiseEvent signed =
        new PromiseEvent(
            1,
            PromiseEventKind.SIGNED,
            begun.lastAt(),
            null,
            pieces.stream().map(Piece::code).toList(),
            null,
            null);
    return new PromiseRecord(
        begun.caseNumber(),
        item.name(),
        item.nameEn(),
        begun.departmentCode(),
        item.department().name(),
        item.department().nameEn(),
        begun.regionCode(),
        begun.applicant().kind(),
        begun.applicantMasked(),
        identity,
        pieces,
        item.terms().breach(),
        new PromiseSeals.Signed(promise.signedName(), PromiseTexts.text(item, pieces)),
        List.of(signed),
        begun.key());
  }

  @Override
  public Uni<Void> check(Mutiny.Session session, PromisedCase before, CaseCommand command) {
    return switch (command.action()) {
      case DECIDE, ADVANCE, CLOSE, REQUEST_CORRECTION, REQUEST_ORIGINALS ->
          store
              .find(session, before.caseNumber())
              .invoke(found -> found.ifPresent(record -> check(record, command)))
              .replaceWithVoid();
      case ACCEPT,
          REFUSE,
          RECEIVE_ORIGINALS,
          RETURN,
          PAUSE,
          RESUME,
          EXTEND,
          MARK_GREEN,
          REOPEN,
          SUPPLEMENT,
          WITHDRAW ->
          Uni.createFrom().voidItem();
    };
  }

  private void check(PromiseRecord record, CaseCommand command) {
    PromiseStanding standing = record.standing(calendars.current());
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    for (int place = 0; place < command.missing().size(); place++) {
      String code = command.missing().get(place).materialCode();
      if (code != null && standing.piece(code).filter(KeptPromises::mayBeLate).isPresent()) {
        wrong = wrong.at("/missing/" + place + "/materialCode", "promise.may-be-late", code);
      }
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
    if (standing.broken() && !standing.ended() && goesOn(command)) {
      throw Problem.of(ProblemType.CONFLICT).detail("promise.held");
    }
  }

  private static boolean mayBeLate(PieceStanding piece) {
    return piece.late() && piece.state().open();
  }

  /** Whether the case comes nearer to being granted or issued by it. */
  private static boolean goesOn(CaseCommand command) {
    return switch (command.action()) {
      case DECIDE -> Boolean.TRUE.equals(command.grant());
      case ADVANCE -> !FlowEdge.REJECT.equals(command.outcome());
      case CLOSE -> true;
      case ACCEPT,
          REFUSE,
          REQUEST_CORRECTION,
          REQUEST_ORIGINALS,
          RECEIVE_ORIGINALS,
          RETURN,
          PAUSE,
          RESUME,
          EXTEND,
          MARK_GREEN,
          REOPEN,
          SUPPLEMENT,
          WITHDRAW ->
          false;
    };
  }

  @Override
  public Uni<Void> follow(Mutiny.Session session, PromisedCase after) {
    return store
        .find(session, after.caseNumber())
        .chain(
            found ->
                found.isEmpty() ? Uni.createFrom().voidItem() : goOn(session, found.get(), after));
  }

  /** The times of what was promised begin, or there is nothing to wait for any more. */
  private Uni<Void> goOn(Mutiny.Session session, PromiseRecord record, PromisedCase now) {
    Uni<PromiseRecord> done = Uni.createFrom().item(record);
    for (PromiseEvent event : following(record, now)) {
      done = done.chain(before -> changes.go(session, before, event));
    }
    return done.replaceWithVoid();
  }

  private List<PromiseEvent> following(PromiseRecord record, PromisedCase now) {
    PromiseStanding standing = record.standing(calendars.current());
    List<PromiseEvent> events = new ArrayList<>();
    if (standing.ended()) {
      return events;
    }
    boolean over = !now.state().open() && now.state() != CaseState.GRANTED;
    if (over) {
      events.add(event(standing, PromiseEventKind.ENDED, now, List.of()));
      return events;
    }
    List<String> begin = new ArrayList<>();
    if (now.acceptedAt() != null) {
      begin.addAll(notStarted(standing, PieceKind.LATE));
    }
    if (now.granted()) {
      begin.addAll(notStarted(standing, PieceKind.CONDITIONS));
    }
    if (!begin.isEmpty()) {
      events.add(event(standing, PromiseEventKind.STARTED, now, begin));
    }
    return events;
  }

  private static List<String> notStarted(PromiseStanding standing, PieceKind kind) {
    return standing.of(kind).stream()
        .filter(piece -> piece.state().open() && piece.deadline().isEmpty())
        .map(PieceStanding::code)
        .toList();
  }

  private static PromiseEvent event(
      PromiseStanding standing, PromiseEventKind kind, PromisedCase now, List<String> pieces) {
    return PromiseRules.next(standing, kind, now.lastAt(), null, pieces);
  }
}
