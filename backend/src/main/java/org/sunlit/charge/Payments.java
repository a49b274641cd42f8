package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.ChargedCase;
import org.sunlit.charge.BillStore.Coming;
import org.sunlit.charge.OrderStore.Open;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Paying a bill: ordered online, where {@link Settling} hears how it went on, or at the window. A
 * bill is paid once.
 */
@ApplicationScoped
public class Payments {
  private final Bills bills;
  private final BillStore store;
  private final OrderStore orders;
  private final Gateways gateways;
  private final GatewaySettings settings;
  private final Takings takings;
  private final Transactor transactor;
  private final Idempotency idempotency;
  private final Clock clock;

  Payments(
      Bills bills,
      BillStore store,
      OrderStore orders,
      Gateways gateways,
      GatewaySettings settings,
      Takings takings,
      Transactor transactor,
      Idempotency idempotency,
      Clock clock) {
    this.bills = bills;
    this.store = store;
    this.orders = orders;
    this.gateways = gateways;
    this.settings = settings;
    this.takings = takings;
    this.transactor = transactor;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  boolean online() {
    return gateways.present().isPresent();
  }

  /**
   * Begins to pay a bill online, or goes on with the order that is still good.
   *
   * @param backTo path of the page the payer comes back to
   * @return fails with a {@link Problem}: 409 when there is nothing to pay now, 503 when the
   *     gateway can't be reached
   */
  Uni<Open> order(String subject, String backTo) {
    PaymentGateway gateway =
        gateways
            .present()
            .orElseThrow(() -> Problem.of(ProblemType.CONFLICT).detail("charge.window-only"));
    return bills
        .see(subject)
        .map(Payments::payable)
        .chain(
            bill ->
                orders
                    .current(bill.billNumber(), clock.instant())
                    .chain(
                        open ->
                            open.isPresent()
                                ? Uni.createFrom().item(open.get())
                                : open(gateway, bill, backTo)));
  }

  private static BillRecord payable(Optional<Bills.Seen> found) {
    Bills.Seen seen =
        found.orElseThrow(() -> Problem.of(ProblemType.CONFLICT).detail("charge.nothing-to-pay"));
    if (seen.bill().paid()) {
      throw Problem.of(ProblemType.CONFLICT).detail("charge.paid-already");
    }
    if (!seen.waitingFor().isEmpty()) {
      throw Problem.of(ProblemType.CONFLICT)
          .detail("charge.gathering", String.join(", ", seen.waitingFor()));
    }
    if (!seen.payable()) {
      throw Problem.of(ProblemType.CONFLICT).detail("charge.nothing-to-pay");
    }
    return seen.bill();
  }

  private Uni<Open> open(PaymentGateway gateway, BillRecord bill, String backTo) {
    Instant now = clock.instant();
    Instant until = now.plus(settings.orderGoodFor());
    String number = "P" + UUID.randomUUID().toString().replace("-", "");
    String title = "政务服务缴费 " + bill.billNumber();
    return gateway
        .open(new PaymentGateway.Order(number, bill.totalFen(), title, backTo, until))
        .onFailure(PaymentGateway.Unreachable.class)
        .transform(away -> Problem.of(ProblemType.UNAVAILABLE).detail("charge.gateway-away"))
        .chain(
            payAt -> {
              Open order = new Open(number, bill.totalFen(), payAt, until);
              return transactor
                  .write(
                      session ->
                          orders.insert(
                              session,
                              bill.billNumber(),
                              gateway.code(),
                              order,
                              now,
                              now.plus(settings.askAfter())))
                  .chain(
                      stored ->
                          stored
                              ? Uni.createFrom().item(order)
                              // Somebody else began at the same moment: theirs is the order.
                              : orders
                                  .current(bill.billNumber(), now)
                                  .map(
                                      theirs ->
                                          theirs.orElseThrow(
                                              () -> Problem.of(ProblemType.STALE_VERSION))));
            });
  }

  /**
   * Records that a bill was paid at the window.
   *
   * @param version the bill's version last seen, and so its total
   * @return fails with a {@link Problem}: 409 when there is nothing to pay, 412 when it has changed
   */
  public Uni<Void> takeCash(ChargedCase one, int version, Actor by, String idempotencyKey) {
    // What stands is read before the transaction, so that it needs no second connection; that it
    // still stands is a condition of the writing.
    return bills
        .see(one.subject())
        .chain(
            found ->
                idempotency.once(
                    "takeCash " + one.subject(),
                    by.accountId(),
                    idempotencyKey,
                    Integer.toString(version).getBytes(StandardCharsets.UTF_8),
                    session ->
                        takeCash(session, one, seen(found, version), by)
                            .replaceWith(new Reply(201, "{}"))))
        .replaceWithVoid();
  }

  private static BillRecord seen(Optional<Bills.Seen> found, int version) {
    BillRecord bill = payable(found);
    if (bill.version() != version) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    return bill;
  }

  private Uni<Void> takeCash(Mutiny.Session session, ChargedCase one, BillRecord bill, Actor by) {
    Instant now = clock.instant();
    return store
        .pay(session, bill.billNumber(), bill.totalFen(), now)
        .invoke(
            paid -> {
              if (!paid) {
                throw Problem.of(ProblemType.STALE_VERSION);
              }
            })
        .chain(
            () ->
                takings.keep(
                    session,
                    one,
                    new Coming(
                        bill.billNumber(), bill.subject(), null, null, bill.totalFen(), true, by),
                    now));
  }
}
