package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.ChargedCase;
import org.sunlit.charge.BillStore.Coming;
import org.sunlit.charge.OrderStore.Locked;
import org.sunlit.charge.rules.Settlement;
import org.sunlit.charge.rules.Settlement.OrderState;
import org.sunlit.charge.rules.Settlement.Verdict;
import org.sunlit.charge.rules.Signatures;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What the gateway says of orders, by itself or asked, has its effect once. */
@ApplicationScoped
class Settling {
  private final Bills bills;
  private final BillStore store;
  private final OrderStore orders;
  private final Takings takings;
  private final Gateways gateways;
  private final Transactor transactor;
  private final Clock clock;

  Settling(
      Bills bills,
      BillStore store,
      OrderStore orders,
      Takings takings,
      Gateways gateways,
      Transactor transactor,
      Clock clock) {
    this.bills = bills;
    this.store = store;
    this.orders = orders;
    this.takings = takings;
    this.gateways = gateways;
    this.transactor = transactor;
    this.clock = clock;
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

  /**
   * Does what a genuine word of the gateway asks for, once.
   *
   * @return fails with a {@link Problem}: 404 for an unknown order
   */
  Uni<Verdict> settle(Word word) {
    return orders
        .about(word.orderNumber())
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(about -> bills.cases(about.number(), about.joint()))
        .chain(
            cases ->
                transactor.write(
                    session ->
                        orders
                            .lock(session, word.orderNumber())
                            .chain(order -> settle(session, cases.get(0), word, order))));
  }

  private Uni<Verdict> settle(Mutiny.Session session, ChargedCase one, Word word, Locked order) {
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
          case COUNTED -> pay(session, one, word, order, now);
          case SURPLUS -> money(session, one, word, order, false, now);
          case DECLINED -> orders.move(session, order.orderNumber(), OrderState.DECLINED);
          case REPEATED, WRONG_AMOUNT -> Uni.createFrom().voidItem();
        };
    return done.chain(() -> orders.note(session, word, verdict, now)).replaceWith(verdict);
  }

  private Uni<Void> pay(
      Mutiny.Session session, ChargedCase one, Word word, Locked order, Instant now) {
    return store
        .pay(session, order.billNumber(), order.amountFen(), now)
        .invoke(Settling::mustBeWritten)
        .chain(() -> money(session, one, word, order, true, now));
  }

  private Uni<Void> money(
      Mutiny.Session session,
      ChargedCase one,
      Word word,
      Locked order,
      boolean counted,
      Instant now) {
    Coming money =
        new Coming(
            order.billNumber(),
            order.subject(),
            order.orderNumber(),
            word.reference(),
            order.amountFen(),
            counted,
            null);
    return orders
        .move(session, order.orderNumber(), OrderState.PAID)
        .chain(() -> takings.keep(session, one, money, now));
  }

  private static void mustBeWritten(boolean written) {
    if (!written) {
      throw new IllegalStateException("A locked bill has changed");
    }
  }
}
