package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.ChargedCase;
import org.sunlit.charge.BillStore.Coming;
import org.sunlit.charge.OrderStore.Locked;
import org.sunlit.charge.OrderStore.Open;
import org.sunlit.charge.rules.Settlement;
import org.sunlit.charge.rules.Settlement.OrderState;
import org.sunlit.charge.rules.Settlement.Verdict;
import org.sunlit.charge.rules.Signatures;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Money that comes: ordered online, told by the gateway, taken at the window. A bill is paid once.
 */
@ApplicationScoped
public class Payments {
  private final Bills bills;
  private final BillStore store;
  private final OrderStore orders;
  private final Gateways gateways;
  private final GatewaySettings settings;
  private final ChargeJournal journal;
  private final Transactor transactor;
  private final Idempotency idempotency;
  private final Clock clock;

  Payments(
      Bills bills,
      BillStore store,
      OrderStore orders,
      Gateways gateways,
      GatewaySettings settings,
      ChargeJournal journal,
      Transactor transactor,
      Idempotency idempotency,
      Clock clock) {
    this.bills = bills;
    this.store = store;
    this.orders = orders;
    this.gateways = gateways;
    this.settings = settings;
    this.journal = journal;
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
    return payable(subject)
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

  private Uni<BillRecord> payable(String subject) {
    return bills
        .see(subject)
        .map(
            found -> {
              Bills.Seen seen =
                  found.orElseThrow(
                      () -> Problem.of(ProblemType.CONFLICT).detail("charge.nothing-to-pay"));
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
            });
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
   * Takes what a gateway says by itself.
   *
   * @param time as it was sent, seconds since 1970
   * @return fails with a {@link Problem}: 403 for a signature that isn't right or fresh, 404 for an
   *     unknown order, 422 for another amount
   */
  Uni<Verdict> take(Word word, String time, String signature) {
    boolean genuine =
        gateways
            .present()
            .filter(
                gateway ->
                    Signatures.genuine(
                        gateway.secret(), signature, clock.instant(), lines(word, time)))
            .isPresent();
    if (!genuine) {
      throw Problem.of(ProblemType.FORBIDDEN).detail("charge.not-genuine");
    }
    return settle(word)
        .invoke(
            verdict -> {
              if (verdict == Verdict.WRONG_AMOUNT) {
                throw Problem.of(ProblemType.UNPROCESSABLE).at("/amountFen", "charge.wrong-amount");
              }
            });
  }

  /** What is signed of a notification, after the time. */
  static String[] lines(Word word, String time) {
    return new String[] {
      time,
      word.orderNumber(),
      word.paid() ? "paid" : "declined",
      Long.toString(word.amountFen()),
      word.reference()
    };
  }

  /** Does what a genuine word of the gateway asks for, once. */
  Uni<Verdict> settle(Word word) {
    return transactor.write(
        session ->
            orders
                .lock(session, word.orderNumber())
                .chain(
                    found ->
                        settle(
                            session,
                            word,
                            found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))));
  }

  private Uni<Verdict> settle(Mutiny.Session session, Word word, Locked order) {
    Instant now = clock.instant();
    Verdict verdict =
        Settlement.judge(
            order.state(),
            order.amountFen(),
            order.billPaid(),
            order.billFen(),
            word.paid(),
            word.amountFen());
    Uni<Void> done =
        switch (verdict) {
          case COUNTED -> pay(session, word, order, now);
          case SURPLUS -> money(session, word, order, false, now);
          case DECLINED -> orders.move(session, order.orderNumber(), OrderState.DECLINED);
          case REPEATED, WRONG_AMOUNT -> Uni.createFrom().voidItem();
        };
    return done.chain(() -> orders.note(session, word, verdict, now)).replaceWith(verdict);
  }

  private Uni<Void> pay(Mutiny.Session session, Word word, Locked order, Instant now) {
    return store
        .pay(session, order.billNumber(), order.amountFen(), now)
        .invoke(Payments::mustBeWritten)
        .chain(() -> money(session, word, order, true, now));
  }

  private Uni<Void> money(
      Mutiny.Session session, Word word, Locked order, boolean counted, Instant now) {
    return orders
        .move(session, order.orderNumber(), OrderState.PAID)
        .chain(
            () ->
                store.insert(
                    session,
                    new Coming(
                        order.billNumber(),
                        order.orderNumber(),
                        word.reference(),
                        order.amountFen(),
                        counted,
                        null),
                    now))
        .chain(
            () ->
                journal.write(
                    session,
                    order.subject(),
                    counted ? "paid" : "overpaid",
                    null,
                    now,
                    new JsonObject()
                        .put("billNumber", order.billNumber())
                        .put("way", "online")
                        .put("orderNumber", order.orderNumber())
                        .put("amountFen", order.amountFen())));
  }

  private static void mustBeWritten(boolean written) {
    if (!written) {
      throw new IllegalStateException("A locked bill has changed");
    }
  }

  /**
   * Records that a bill was paid at the window.
   *
   * @param version the bill's version last seen, and so its total
   * @return fails with a {@link Problem}: 409 when there is nothing to pay, 412 when it has changed
   */
  public Uni<Void> takeCash(ChargedCase one, int version, Actor by, String idempotencyKey) {
    return idempotency
        .once(
            "takeCash " + one.subject(),
            by.accountId(),
            idempotencyKey,
            Integer.toString(version).getBytes(StandardCharsets.UTF_8),
            session ->
                payable(one.subject())
                    .invoke(
                        bill -> {
                          if (bill.version() != version) {
                            throw Problem.of(ProblemType.STALE_VERSION);
                          }
                        })
                    .chain(bill -> takeCash(session, bill, by))
                    .replaceWith(new Reply(201, "{}")))
        .replaceWithVoid();
  }

  private Uni<Void> takeCash(Mutiny.Session session, BillRecord bill, Actor by) {
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
                store.insert(
                    session,
                    new Coming(bill.billNumber(), null, null, bill.totalFen(), true, by),
                    now))
        .chain(
            () ->
                journal.write(
                    session,
                    bill.subject(),
                    "paid",
                    by,
                    now,
                    new JsonObject()
                        .put("billNumber", bill.billNumber())
                        .put("way", "cash")
                        .put("amountFen", bill.totalFen())));
  }
}
