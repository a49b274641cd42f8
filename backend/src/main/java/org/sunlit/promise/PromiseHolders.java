package org.sunlit.promise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.api.model.CasePromise;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.HandedIn;
import org.sunlit.casework.PromisedCase;
import org.sunlit.casework.PromisedCases;
import org.sunlit.casework.rules.Handler;
import org.sunlit.edge.Address;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.promise.rules.PromiseEvent;
import org.sunlit.promise.rules.PromiseEventKind;
import org.sunlit.promise.rules.PromiseRules;
import org.sunlit.promise.rules.PromiseStanding;

/** What whoever made a promise sees of it and does: hand in, ask for more time, contest, repair. */
@ApplicationScoped
public class PromiseHolders {
  private static final String GUEST = "guest";

  /** What is asked. */
  public enum Kind {
    HAND_IN,
    EXTEND,
    CONTEST,
    REPAIR
  }

  /**
   * A request.
   *
   * @param materials for handing in
   * @param days for more time, how many more
   * @param entry for a contest or a repair, which entry
   * @param reason why; null for handing in
   */
  public record Wanted(
      Kind kind, List<HandedIn> materials, Integer days, UUID entry, String reason) {
    public Wanted {
      materials = materials == null ? List.of() : List.copyOf(materials);
      reason = reason == null || reason.isBlank() ? null : reason.strip();
    }

    /** Handing these in. */
    public static Wanted handIn(List<HandedIn> materials) {
      return new Wanted(Kind.HAND_IN, materials, null, null, null);
    }
  }

  private final PromiseStore store;
  private final PromiseChanges changes;
  private final PromisedCases cases;
  private final CreditRecord credit;
  private final PromiseShapes shapes;
  private final Idempotency idempotency;
  private final CalendarService calendars;
  private final Clock clock;

  PromiseHolders(
      PromiseStore store,
      PromiseChanges changes,
      PromisedCases cases,
      CreditRecord credit,
      PromiseShapes shapes,
      Idempotency idempotency,
      CalendarService calendars,
      Clock clock) {
    this.store = store;
    this.changes = changes;
    this.cases = cases;
    this.credit = credit;
    this.shapes = shapes;
    this.idempotency = idempotency;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** What was promised with the case that number and code open. */
  Uni<CasePromise> open(Address from, String number, String code) {
    return cases
        .held(from, number, code)
        .chain(this::shown)
        .map(
            found ->
                found.orElseThrow(
                    () -> Problem.of(ProblemType.NOT_FOUND).detail("tracking.not-found")));
  }

  /** What was promised with the account's own case; empty when nothing was. */
  Uni<Optional<CasePromise>> own(String caseNumber, Actor owner) {
    return cases.own(caseNumber, owner).chain(this::shown);
  }

  Uni<CasePromise> ask(
      Address from, String number, String code, Wanted wanted, String idempotencyKey) {
    return cases
        .held(from, number, code)
        .chain(of -> ask(of, Handler.APPLICANT, wanted, idempotencyKey));
  }

  Uni<CasePromise> ask(String caseNumber, Actor owner, Wanted wanted, String idempotencyKey) {
    return cases
        .own(caseNumber, owner)
        .chain(of -> ask(of, Handler.applicant(owner.accountId()), wanted, idempotencyKey));
  }

  /** The same for programs of the house that hold number and code. */
  public Uni<Void> ask(Address from, String number, String code, Wanted wanted) {
    return ask(from, number, code, wanted, null).replaceWithVoid();
  }

  private Uni<Optional<CasePromise>> shown(PromisedCase of) {
    return store
        .find(of.caseNumber())
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : shapes.forApplicant(found.get(), of).map(Optional::of));
  }

  private Uni<CasePromise> ask(PromisedCase of, Handler by, Wanted wanted, String idempotencyKey) {
    String number = of.caseNumber();
    return store
        .find(number)
        .map(
            found ->
                found.orElseThrow(() -> Problem.of(ProblemType.CONFLICT).detail("promise.none")))
        .chain(
            record ->
                idempotency.once(
                    "promise " + wanted.kind() + " " + number,
                    by.account() == null ? GUEST : by.account(),
                    idempotencyKey,
                    StoredJson.bytes(wanted),
                    session ->
                        doIt(session, record, of, by, wanted).map(x -> new Reply(200, "{}"))))
        .chain(() -> cases.find(number))
        .map(Optional::orElseThrow)
        .chain(this::shown)
        .map(Optional::orElseThrow);
  }

  private Uni<Boolean> doIt(
      Mutiny.Session session, PromiseRecord record, PromisedCase of, Handler by, Wanted wanted) {
    Uni<Void> done =
        switch (wanted.kind()) {
          case HAND_IN -> handIn(session, record, of, by, wanted);
          case EXTEND -> extend(session, record, by, wanted);
          case CONTEST, REPAIR -> askOfCredit(session, record, wanted);
        };
    return done.replaceWith(true);
  }

  private Uni<Void> handIn(
      Mutiny.Session session, PromiseRecord record, PromisedCase of, Handler by, Wanted wanted) {
    PromiseStanding standing = record.standing(calendars.current());
    if (of.key() == null || !PromiseRules.mayHandIn(standing)) {
      throw Problem.of(ProblemType.CONFLICT).detail("promise.not-now");
    }
    check(standing, wanted.materials());
    List<String> codes = wanted.materials().stream().map(HandedIn::code).distinct().toList();
    PromiseEvent event =
        PromiseRules.next(
            standing, PromiseEventKind.HANDED_IN, clock.instant(), by.account(), codes);
    return cases
        .bring(session, of, wanted.materials(), by)
        .chain(() -> changes.go(session, record, event))
        .replaceWithVoid();
  }

  private static void check(PromiseStanding standing, List<HandedIn> materials) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (materials.isEmpty()) {
      throw wrong.at("/materials", "promise.nothing-handed-in");
    }
    Set<UUID> uploads = new HashSet<>();
    for (int place = 0; place < materials.size(); place++) {
      HandedIn one = materials.get(place);
      if (!PromiseRules.mayHandIn(standing, one.code())) {
        wrong = wrong.at("/materials/" + place + "/code", "promise.not-awaited", one.code());
      }
      if (one.uploadId() != null && !uploads.add(one.uploadId())) {
        wrong = wrong.at("/materials/" + place + "/uploadId", "apply.upload-twice");
      }
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
  }

  private Uni<Void> extend(
      Mutiny.Session session, PromiseRecord record, Handler by, Wanted wanted) {
    Instant now = clock.instant();
    PromiseStanding standing = record.standing(calendars.current());
    if (!PromiseRules.mayExtend(standing, now)) {
      throw Problem.of(ProblemType.CONFLICT).detail("promise.no-more-time");
    }
    int most = PromiseRules.mostDays(standing);
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (wanted.days() == null || wanted.days() < 1 || wanted.days() > most) {
      wrong = wrong.at("/days", "promise.days", most);
    }
    if (wanted.reason() == null) {
      wrong = wrong.at("/reason", "field.not-blank");
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
    PromiseEvent plain =
        PromiseRules.next(standing, PromiseEventKind.EXTENSION_ASKED, now, by.account(), List.of());
    PromiseEvent asked =
        new PromiseEvent(
            plain.number(),
            plain.kind(),
            plain.at(),
            plain.account(),
            plain.pieces(),
            wanted.days(),
            wanted.reason());
    return changes.go(session, record, asked).replaceWithVoid();
  }

  private Uni<Void> askOfCredit(Mutiny.Session session, PromiseRecord record, Wanted wanted) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (wanted.entry() == null) {
      wrong = wrong.at("/entryId", "field.not-blank");
    }
    if (wanted.reason() == null) {
      wrong = wrong.at("/reason", "field.not-blank");
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
    return credit.ask(
        session,
        record.caseNumber(),
        wanted.entry(),
        wanted.kind() == Kind.CONTEST,
        wanted.reason());
  }
}
