package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sunlit.casework.rules.CaseAction;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.casework.rules.Hand;
import org.sunlit.casework.rules.Handler;
import org.sunlit.identity.Actor;
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
  private final CaseAccess access;
  private final CaseChanges changes;
  private final CaseBases bases;
  private final TakeOvers takeOvers;
  private final OwnCaseList ownCases;

  CaseService(
      Applications applications,
      CaseStore store,
      CaseAccess access,
      CaseChanges changes,
      CaseBases bases,
      TakeOvers takeOvers,
      OwnCaseList ownCases) {
    this.applications = applications;
    this.store = store;
    this.access = access;
    this.changes = changes;
    this.bases = bases;
    this.takeOvers = takeOvers;
    this.ownCases = ownCases;
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
    CaseAction action = command.command().action();
    if (action.byApplicant()) {
      throw Problem.of(ProblemType.FORBIDDEN);
    }
    CaseChanges.Once once =
        new CaseChanges.Once(
            action.code() + " " + command.caseNumber(),
            actor.accountId(),
            idempotencyKey,
            StoredJson.bytes(command));
    if (action.needsTwo()) {
      return access
          .readable(command.caseNumber(), actor)
          .chain(stored -> changes.ask(stored, once, command, actor));
    }
    return access
        .readable(command.caseNumber(), actor)
        .chain(
            stored ->
                changes.change(
                    stored,
                    once,
                    before -> Admission.staff(before, command.version(), command.command(), actor),
                    command.command(),
                    List.of()));
  }

  Uni<CaseNow> supplement(SupplementCommand command, String idempotencyKey) {
    return access
        .withCode(command.caseNumber(), command.trackingCode())
        .chain(
            stored ->
                supplement(stored, command, TakenCopies.NONE, Hand.APPLICANT, idempotencyKey));
  }

  /** The same by the account whose own the case is; for everybody else it isn't there. */
  Uni<CaseNow> supplement(SupplementCommand command, Actor owner, String idempotencyKey) {
    return access
        .own(command.caseNumber(), owner)
        .chain(
            stored ->
                bases
                    .of(stored)
                    .chain(
                        basis ->
                            takeOvers.ready(
                                command.takenOver(),
                                TakeOvers.Sought.of(basis.item(), Set.of(stored.caseNumber())),
                                owner))
                    .chain(
                        taken -> supplement(stored, command, taken, hand(owner), idempotencyKey)));
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
    return changes.change(
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
    return access
        .withCode(command.caseNumber(), command.trackingCode())
        .chain(stored -> withdraw(stored, command, Hand.APPLICANT, idempotencyKey));
  }

  /** The same by the account whose own the case is; for everybody else it isn't there. */
  Uni<CaseNow> withdraw(WithdrawCommand command, Actor owner, String idempotencyKey) {
    return access
        .own(command.caseNumber(), owner)
        .chain(stored -> withdraw(stored, command, hand(owner), idempotencyKey));
  }

  private Uni<CaseNow> withdraw(
      StoredCase stored, WithdrawCommand command, Hand by, String idempotencyKey) {
    CaseCommand wanted = CaseCommand.plain(CaseAction.WITHDRAW).saying(command.reason());
    return changes.change(
        stored,
        once("withdraw " + stored.caseNumber(), by, idempotencyKey, command),
        before -> Admission.onTheWhole(by),
        wanted,
        List.of());
  }

  /** The case as it stands, for the account whose own it is. */
  Uni<CaseNow> showOwn(String caseNumber, Actor owner) {
    return access.own(caseNumber, owner).chain(changes::fold);
  }

  /**
   * Makes a case the account's own, by number and code as they were typed.
   *
   * @return fails with 404 when they don't go together, 409 when it is another account's
   */
  Uni<CaseNow> add(String typedNumber, String typedCode, Actor owner) {
    return access
        .withCode(typedNumber, typedCode)
        .chain(
            stored ->
                ownCases
                    .add(stored.caseNumber(), owner.accountId())
                    .chain(() -> changes.fold(stored)));
  }

  /** The case as it stands, for staff who may see it. */
  Uni<CaseNow> show(String caseNumber, Actor actor) {
    return access.readable(caseNumber, actor).chain(changes::fold);
  }

  /** The case as it stands, for who knows its tracking code. */
  Uni<CaseNow> showToApplicant(String typedNumber, String typedCode) {
    return access.withCode(typedNumber, typedCode).chain(changes::fold);
  }

  /** The case as it stands, for work inside that nobody looks at. */
  Uni<Optional<CaseNow>> find(String caseNumber) {
    return store
        .find(caseNumber)
        .chain(
            found ->
                found
                    .map(stored -> changes.fold(stored).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private static Hand hand(Actor owner) {
    return new Hand(Handler.applicant(owner.accountId()), false, true);
  }

  private static CaseChanges.Once once(String operation, Hand by, String key, Object command) {
    String account = by.handler().account();
    return new CaseChanges.Once(
        operation, account == null ? GUEST : account, key, StoredJson.bytes(command));
  }
}
