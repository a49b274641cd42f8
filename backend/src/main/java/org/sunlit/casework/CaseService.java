package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.rules.CaseAction;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.casework.rules.Hand;
import org.sunlit.casework.rules.Handler;
import org.sunlit.casework.rules.TrackingCodes;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Changes cases; nothing else does (办件办理). Each command is one transaction in which the case, its
 * event, its view, the journal and the message to the applicant are written together. The case is
 * read before that: whoever comes second finds the version moved on and is refused with 412.
 */
@ApplicationScoped
public class CaseService {
  private static final String GUEST = "guest";

  private final Applications applications;
  private final CaseStore store;
  private final CaseBases bases;
  private final CaseWriter writer;
  private final ClockChanges clockChanges;
  private final JointRule joint;
  private final PaymentRule payment;
  private final PromiseRule promises;
  private final TakeOvers takeOvers;
  private final OwnCaseList ownCases;
  private final UploadClaims claims;
  private final TrackingKey trackingKey;
  private final Idempotency idempotency;
  private final CalendarService calendars;
  private final Clock clock;

  CaseService(
      Applications applications,
      CaseStore store,
      CaseBases bases,
      CaseWriter writer,
      ClockChanges clockChanges,
      JointRule joint,
      PaymentRule payment,
      PromiseRule promises,
      TakeOvers takeOvers,
      OwnCaseList ownCases,
      UploadClaims claims,
      TrackingKey trackingKey,
      Idempotency idempotency,
      CalendarService calendars,
      Clock clock) {
    this.applications = applications;
    this.store = store;
    this.bases = bases;
    this.writer = writer;
    this.clockChanges = clockChanges;
    this.joint = joint;
    this.payment = payment;
    this.promises = promises;
    this.takeOvers = takeOvers;
    this.ownCases = ownCases;
    this.claims = claims;
    this.trackingKey = trackingKey;
    this.idempotency = idempotency;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * Begins a case.
   *
   * @param actor who applies: {@link Actor#GUEST}, or staff on the applicant's behalf
   * @return fails with a {@link Problem}: 409 for an item suspended or cancelled, 422 for what is
   *     wrong with the application
   */
  public Uni<Applied> apply(ApplyCommand command, Actor actor) {
    return applications.apply(command, Filer.of(actor), null);
  }

  /**
   * Does something to a case; a stop of its clock waits for a second person first.
   *
   * @return fails with a {@link Problem}: 404 when the actor may not see it, 403 when the step
   *     isn't theirs or somebody else has to take it, 409 with what is possible, 412 when the
   *     version isn't the latest, 422 for what the command lacks
   */
  public Uni<CaseChanged> act(ActCommand command, Actor actor) {
    return act(command, actor, null).map(CaseNow::changed);
  }

  /**
   * Hands in what a correction notice asked for.
   *
   * @return fails with a {@link Problem}: 404 when number and code don't go together, 409 when
   *     nothing was asked for, 422 for what is wrong with the materials
   */
  public Uni<CaseChanged> supplement(SupplementCommand command) {
    return supplement(command, null).map(CaseNow::changed);
  }

  /**
   * Takes an application back.
   *
   * @return fails with a {@link Problem}: 404 when number and code don't go together, 409 when it
   *     has been decided
   */
  public Uni<CaseChanged> withdraw(WithdrawCommand command) {
    return withdraw(command, null).map(CaseNow::changed);
  }

  Uni<Applied> apply(ApplyCommand command, Actor actor, String idempotencyKey) {
    return apply(command, Filer.of(actor), idempotencyKey);
  }

  Uni<Applied> apply(ApplyCommand command, Filer filer, String idempotencyKey) {
    return applications.apply(command, filer, idempotencyKey);
  }

  Uni<CaseNow> act(ActCommand command, Actor actor, String idempotencyKey) {
    CaseRights rights = new CaseRights(actor);
    CaseAction action = command.command().action();
    if (action.byApplicant()) {
      throw Problem.of(ProblemType.FORBIDDEN);
    }
    Once once =
        new Once(
            action.code() + " " + command.caseNumber(),
            actor.accountId(),
            idempotencyKey,
            StoredJson.bytes(command));
    if (action.needsTwo()) {
      return readable(command.caseNumber(), rights)
          .chain(stored -> askForChange(stored, once, command, actor));
    }
    return readable(command.caseNumber(), rights)
        .chain(
            stored ->
                change(
                    stored,
                    once,
                    before -> Admission.staff(before, command.version(), command.command(), actor),
                    command.command(),
                    List.of()));
  }

  Uni<CaseNow> supplement(SupplementCommand command, String idempotencyKey) {
    return byApplicant(
        command.caseNumber(),
        command.trackingCode(),
        stored -> supplement(stored, command, TakenCopies.NONE, Hand.APPLICANT, idempotencyKey));
  }

  /** The same by the account whose own the case is; for everybody else it isn't there. */
  Uni<CaseNow> supplement(SupplementCommand command, Actor owner, String idempotencyKey) {
    return byOwner(
        command.caseNumber(),
        owner,
        stored ->
            bases
                .of(stored)
                .chain(
                    basis ->
                        takeOvers.ready(
                            command.takenOver(),
                            TakeOvers.Sought.of(basis.item(), Set.of(stored.caseNumber())),
                            owner))
                .chain(taken -> supplement(stored, command, taken, hand(owner), idempotencyKey)));
  }

  /** The same by the applicant's agent, whose mandate is looked at before and when it is stored. */
  Uni<CaseNow> supplement(SupplementCommand command, Filer agent, String idempotencyKey) {
    return store
        .find(command.caseNumber())
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(
            stored -> supplement(stored, command, TakenCopies.NONE, agent.hand(), idempotencyKey));
  }

  private Uni<CaseNow> supplement(
      StoredCase stored,
      SupplementCommand command,
      TakenCopies taken,
      Hand by,
      String idempotencyKey) {
    List<HandedIn> all = new ArrayList<>(command.materials());
    all.addAll(taken.copies());
    CaseCommand wanted =
        CaseCommand.plain(CaseAction.SUPPLEMENT)
            .saying(command.message())
            .bringing(all.stream().map(HandedIn::code).toList());
    return change(
        stored,
        once("supplement " + stored.caseNumber(), by, idempotencyKey, command),
        before -> {
          taken.orRefuse();
          ApplicationChecks.checkSupplement(all, before.basis().item());
          return Admission.onTheWhole(by);
        },
        wanted,
        all);
  }

  Uni<CaseNow> withdraw(WithdrawCommand command, String idempotencyKey) {
    return byApplicant(
        command.caseNumber(),
        command.trackingCode(),
        stored -> withdraw(stored, command, Hand.APPLICANT, idempotencyKey));
  }

  /** The same by the account whose own the case is; for everybody else it isn't there. */
  Uni<CaseNow> withdraw(WithdrawCommand command, Actor owner, String idempotencyKey) {
    return byOwner(
        command.caseNumber(),
        owner,
        stored -> withdraw(stored, command, hand(owner), idempotencyKey));
  }

  private Uni<CaseNow> withdraw(
      StoredCase stored, WithdrawCommand command, Hand by, String idempotencyKey) {
    CaseCommand wanted = CaseCommand.plain(CaseAction.WITHDRAW).saying(command.reason());
    return change(
        stored,
        once("withdraw " + stored.caseNumber(), by, idempotencyKey, command),
        before -> Admission.onTheWhole(by),
        wanted,
        List.of());
  }

  /** The case as it stands, for the account whose own it is. */
  Uni<CaseNow> showOwn(String caseNumber, Actor owner) {
    return byOwner(caseNumber, owner, this::fold);
  }

  /**
   * Makes a case the account's own, by number and code as they were typed.
   *
   * @return fails with 404 when they don't go together, 409 when it is another account's
   */
  Uni<CaseNow> add(String typedNumber, String typedCode, Actor owner) {
    return byApplicant(
        typedNumber,
        typedCode,
        stored -> ownCases.add(stored.caseNumber(), owner.accountId()).chain(() -> fold(stored)));
  }

  /** The case as it stands, for staff who may see it. */
  Uni<CaseNow> show(String caseNumber, Actor actor) {
    return readable(caseNumber, new CaseRights(actor)).chain(this::fold);
  }

  private Uni<StoredCase> readable(String caseNumber, CaseRights rights) {
    return store
        .find(caseNumber, rights)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /** The case unchanged, with what now waits for a second person. */
  private Uni<CaseNow> askForChange(StoredCase stored, Once once, ActCommand command, Actor actor) {
    return fold(stored)
        .chain(
            before ->
                idempotency.once(
                    once.operation(),
                    once.actor(),
                    once.idempotencyKey(),
                    once.canonicalRequest(),
                    session ->
                        clockChanges
                            .ask(session, before, command, actor)
                            .replaceWith(new Reply(200, Integer.toString(before.version())))))
        .chain(reply -> store.find(stored.caseNumber()))
        .chain(now -> fold(now.orElseThrow()));
  }

  /** The case as it stands, for who knows its tracking code. */
  Uni<CaseNow> showToApplicant(String typedNumber, String typedCode) {
    return byApplicant(typedNumber, typedCode, this::fold);
  }

  /** The case as it stands, for work inside that nobody looks at. */
  Uni<Optional<CaseNow>> find(String caseNumber) {
    return store
        .find(caseNumber)
        .chain(
            found ->
                found
                    .map(stored -> fold(stored).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  /** What makes a command the same command when it is sent again. */
  private record Once(
      String operation, String actor, String idempotencyKey, byte[] canonicalRequest) {}

  private Uni<CaseNow> change(
      StoredCase stored,
      Once once,
      Function<CaseNow, Admission> permit,
      CaseCommand command,
      List<HandedIn> handedIn) {
    AtomicReference<CaseNow> done = new AtomicReference<>();
    return fold(stored)
        .chain(
            before ->
                idempotency.once(
                    once.operation(),
                    once.actor(),
                    once.idempotencyKey(),
                    once.canonicalRequest(),
                    session ->
                        decide(session, before, permit, command, handedIn)
                            .invoke(done::set)
                            .map(after -> new Reply(200, Integer.toString(after.version())))))
        .onFailure(DutyRefusals::known)
        .transform(DutyRefusals::problem)
        .chain(
            reply ->
                done.get() != null
                    ? Uni.createFrom().item(done.get())
                    : asItWas(stored, Integer.parseInt(reply.body())));
  }

  private Uni<CaseNow> decide(
      Mutiny.Session session,
      CaseNow before,
      Function<CaseNow, Admission> permit,
      CaseCommand command,
      List<HandedIn> handedIn) {
    Admission admitted = permit.apply(before);
    JointRule.check(before.stored(), command.action());
    CaseEvent event = admitted.event(before, command, clock.instant());
    return joint
        .check(before.stored(), command)
        .chain(() -> payment.check(before, event))
        .chain(() -> promises.check(session, before, command))
        .chain(() -> take(session, handedIn, before, event))
        .map(received -> before.stored().after(event, received))
        .map(after -> CaseNow.of(after, before.basis(), calendars.current()))
        .chain(now -> writer.go(session, now))
        .call(now -> clockChanges.lapse(session, before, now));
  }

  private Uni<List<StoredMaterial>> take(
      Mutiny.Session session, List<HandedIn> handedIn, CaseNow before, CaseEvent event) {
    return claims.take(session, handedIn, event.number(), event.at(), before.stored().key());
  }

  /** The first answer of a repeated command: the case as it was after that command. */
  private Uni<CaseNow> asItWas(StoredCase stored, int version) {
    return stored.version() >= version
        ? fold(stored.asOf(version))
        : store.find(stored.caseNumber()).chain(later -> fold(later.orElseThrow().asOf(version)));
  }

  private Uni<CaseNow> fold(StoredCase stored) {
    return bases.of(stored).map(basis -> CaseNow.of(stored, basis, calendars.current()));
  }

  private static Hand hand(Actor owner) {
    return new Hand(Handler.applicant(owner.accountId()), false, true);
  }

  private static Once once(String operation, Hand by, String key, Object command) {
    String account = by.handler().account();
    return new Once(operation, account == null ? GUEST : account, key, StoredJson.bytes(command));
  }

  private Uni<CaseNow> byOwner(
      String caseNumber, Actor owner, Function<StoredCase, Uni<CaseNow>> then) {
    return store
        .findOwn(caseNumber, owner.accountId())
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(then::apply);
  }

  private Uni<CaseNow> byApplicant(
      String typedNumber, String typedCode, Function<StoredCase, Uni<CaseNow>> then) {
    String number = CaseNumbers.read(typedNumber).orElse(Tracking.NO_NUMBER);
    byte[] asked = trackingKey.hash(number, TrackingCodes.read(typedCode).orElse(""));
    return store
        .find(number)
        .chain(
            found -> {
              byte[] hash =
                  found.map(stored -> HexFormat.of().parseHex(stored.codeHash())).orElse(null);
              if (!TrackingKey.equal(hash, asked)) {
                throw Problem.of(ProblemType.NOT_FOUND).detail("tracking.not-found");
              }
              return then.apply(found.orElseThrow());
            });
  }
}
