package org.sunlit.charge;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.sunlit.casework.ChargedCase;
import org.sunlit.charge.rules.Refunds;
import org.sunlit.charge.rules.Refunds.Ground;
import org.sunlit.confirmation.Confirmations;
import org.sunlit.confirmation.WantedConfirmation;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Money that goes back 退费: asked by the applicant or proposed by the staff on a ground that the
 * facts bear out, decided by a second person, sent through the gateway that it came by.
 */
@ApplicationScoped
public class RefundDesk {
  private static final Logger LOG = Logger.getLogger(RefundDesk.class);
  private static final Duration AGAIN = Duration.ofMinutes(5);
  private static final int CREATED = 201;

  /** What somebody wants back, and why. */
  record Wish(UUID paymentId, Ground ground) {}

  private final Bills bills;
  private final RefundStore store;
  private final Confirmations confirmations;
  private final Gateways gateways;
  private final ChargeJournal journal;
  private final ChargeNotices notices;
  private final Transactor transactor;
  private final Idempotency idempotency;
  private final Clock clock;

  RefundDesk(
      Bills bills,
      RefundStore store,
      Confirmations confirmations,
      Gateways gateways,
      ChargeJournal journal,
      ChargeNotices notices,
      Transactor transactor,
      Idempotency idempotency,
      Clock clock) {
    this.bills = bills;
    this.store = store;
    this.confirmations = confirmations;
    this.gateways = gateways;
    this.journal = journal;
    this.notices = notices;
    this.transactor = transactor;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /**
   * The applicant asks.
   *
   * @return fails with a {@link Problem}: 409 when the ground isn't borne out or a refund goes on
   */
  Uni<Void> ask(String subject, Wish wish, String idempotencyKey) {
    return bills
        .see(subject)
        .chain(
            found ->
                idempotency.once(
                    "askForRefund " + subject,
                    "applicant",
                    idempotencyKey,
                    canonical(wish, ""),
                    session -> {
                      Bills.Seen seen = found.orElseThrow(RefundDesk::nothing);
                      return asked(session, seen, possible(seen, wish), null)
                          .replaceWith(new Reply(CREATED, "{}"));
                    }))
        .replaceWithVoid();
  }

  /**
   * A member of the staff proposes it, or takes up what the applicant has asked for; a second
   * person decides.
   *
   * @return fails with a {@link Problem}: 409 when the ground isn't borne out or another refund
   *     goes on
   */
  Uni<Void> propose(ChargedCase one, Wish wish, String reason, Actor by, String idempotencyKey) {
    return bills
        .see(one.subject())
        .chain(
            found ->
                idempotency.once(
                    "proposeRefund " + one.subject(),
                    by.accountId(),
                    idempotencyKey,
                    canonical(wish, reason),
                    session ->
                        propose(
                                session,
                                found.orElseThrow(RefundDesk::nothing),
                                one,
                                wish,
                                reason,
                                by)
                            .replaceWith(new Reply(CREATED, "{}"))))
        .replaceWithVoid();
  }

  private Uni<Void> propose(
      Mutiny.Session session,
      Bills.Seen seen,
      ChargedCase one,
      Wish wish,
      String reason,
      Actor by) {
    Optional<UUID> asked =
        seen.bill().refunds().stream()
            .filter(refund -> refund.payment().equals(wish.paymentId()))
            .filter(refund -> refund.ground() == wish.ground() && refund.state().equals("asked"))
            .map(BillRecord.Refund::id)
            .findFirst();
    Uni<UUID> refund =
        asked.isPresent()
            ? Uni.createFrom().item(asked.get())
            : asked(session, seen, possible(seen, wish), by);
    return refund.chain(id -> propose(session, id, one, wish, reason, by));
  }

  private Uni<Void> propose(
      Mutiny.Session session, UUID id, ChargedCase one, Wish wish, String reason, Actor by) {
    String payload =
        new JsonObject().put("refund", id.toString()).put("ground", wish.ground().code()).encode();
    return confirmations
        .request(
            session,
            new WantedConfirmation(
                RefundAct.KIND,
                one.caseNumber(),
                one.departmentCode(),
                one.regionCode(),
                reason.strip(),
                payload),
            by)
        .chain(confirmation -> store.propose(session, id, by.accountId(), confirmation))
        .invoke(RefundDesk::goesOn)
        .replaceWithVoid();
  }

  private Uni<UUID> asked(
      Mutiny.Session session, Bills.Seen seen, Refunds.Possible wanted, Actor by) {
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    return store
        .ask(session, id, wanted, by == null, now)
        .invoke(RefundDesk::goesOn)
        .chain(
            () ->
                journal.write(
                    session,
                    seen.bill().subject(),
                    "refundAsked",
                    by,
                    now,
                    new JsonObject()
                        .put("billNumber", seen.bill().billNumber())
                        .put("ground", wanted.ground().code())
                        .put("amountFen", wanted.amountFen())))
        .replaceWith(id);
  }

  private static void goesOn(boolean written) {
    if (!written) {
      throw Problem.of(ProblemType.CONFLICT).detail("charge.refund-goes-on");
    }
  }

  private static Problem nothing() {
    return Problem.of(ProblemType.CONFLICT).detail("charge.no-refund");
  }

  private static Refunds.Possible possible(Bills.Seen seen, Wish wish) {
    return seen.refunds().stream()
        .filter(one -> one.paymentId().equals(wish.paymentId()))
        .filter(one -> one.ground() == wish.ground())
        .findFirst()
        .orElseThrow(RefundDesk::nothing);
  }

  private static byte[] canonical(Wish wish, String reason) {
    return (wish.paymentId() + "\n" + wish.ground().code() + "\n" + reason)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Sends what has been approved and not been sent yet, as far as the gateway can be reached. */
  Uni<Void> sendWaiting(int most) {
    Optional<PaymentGateway> gateway = gateways.present();
    if (gateway.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return store
        .waiting(clock.instant(), most)
        .chain(
            waiting ->
                Multi.createFrom()
                    .iterable(waiting)
                    .onItem()
                    .transformToUniAndConcatenate(sent -> send(gateway.get(), sent))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Boolean> send(PaymentGateway gateway, RefundStore.Sent sent) {
    return gateway
        .refund(new PaymentGateway.Back(sent.id(), sent.orderNumber(), sent.amountFen()))
        .chain(reference -> done(sent, reference))
        .onFailure()
        .invoke(failure -> LOG.warnf("A refund could not be sent and is sent again: %s", failure))
        .onFailure()
        .recoverWithUni(() -> store.later(sent.id(), clock.instant().plus(AGAIN)))
        .replaceWith(true);
  }

  private Uni<Void> done(RefundStore.Sent sent, String reference) {
    Instant now = clock.instant();
    return bills
        .cases(sent.subject(), sent.joint())
        .chain(
            cases ->
                transactor.write(
                    session ->
                        store
                            .done(session, sent.id(), reference, now)
                            .chain(
                                first ->
                                    first
                                        ? refunded(session, cases.get(0), sent, null, now)
                                        : Uni.createFrom().voidItem())));
  }

  /**
   * Writes into the journal that something was paid back, and tells the applicant.
   *
   * @param one a case of the bill
   */
  Uni<Void> refunded(
      Mutiny.Session session, ChargedCase one, RefundStore.Sent sent, Actor by, Instant now) {
    return journal
        .write(
            session,
            sent.subject(),
            "refunded",
            by,
            now,
            new JsonObject()
                .put("billNumber", sent.billNumber())
                .put("refund", sent.id().toString())
                .put("amountFen", sent.amountFen()))
        .chain(() -> notices.refunded(session, one, sent));
  }
}
