package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;

/**
 * How a case changes, whatever the command: once however often it is sent, decided on the case as
 * it was read, and written with all that follows from it in one transaction.
 */
@ApplicationScoped
class CaseChanges {
  /** What makes a command the same command when it is sent again. */
  record Once(String operation, String actor, String idempotencyKey, byte[] canonicalRequest) {}

  private final CaseStore store;
  private final CaseBases bases;
  private final CaseWriter writer;
  private final ClockChanges clockChanges;
  private final JointRule joint;
  private final PaymentRule payment;
  private final PromiseRule promises;
  private final UploadClaims claims;
  private final Idempotency idempotency;
  private final CalendarService calendars;
  private final Clock clock;

  CaseChanges(
      CaseStore store,
      CaseBases bases,
      CaseWriter writer,
      ClockChanges clockChanges,
      JointRule joint,
      PaymentRule payment,
      PromiseRule promises,
      UploadClaims claims,
      Idempotency idempotency,
      CalendarService calendars,
      Clock clock) {
    this.store = store;
    this.bases = bases;
    this.writer = writer;
    this.clockChanges = clockChanges;
    this.joint = joint;
    this.payment = payment;
    this.promises = promises;
    this.claims = claims;
    this.idempotency = idempotency;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** The case as it stands. */
  Uni<CaseNow> fold(StoredCase stored) {
    return bases.of(stored).map(basis -> CaseNow.of(stored, basis, calendars.current()));
  }

  /** The case unchanged, with what now waits for a second person. */
  Uni<CaseNow> ask(StoredCase stored, Once once, ActCommand command, Actor actor) {
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

  /**
   * The case after the command.
   *
   * @param permit who does it, for the case as it was read; fails where it may not be done
   */
  Uni<CaseNow> change(
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
}
