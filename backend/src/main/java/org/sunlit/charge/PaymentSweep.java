package org.sunlit.charge;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Finds what was lost on the way: asks the gateway for orders of which no word has come, and sends
 * refunds again that it has not confirmed. Two nodes that do so at once do it once.
 */
@ApplicationScoped
class PaymentSweep {
  private static final Logger LOG = Logger.getLogger(PaymentSweep.class);
  private static final int BATCH = 50;
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private final Gateways gateways;
  private final OrderStore orders;
  private final Settling settling;
  private final RefundDesk refunds;
  private final Clock clock;

  PaymentSweep(
      Gateways gateways, OrderStore orders, Settling settling, RefundDesk refunds, Clock clock) {
    this.gateways = gateways;
    this.orders = orders;
    this.settling = settling;
    this.refunds = refunds;
    this.clock = clock;
  }

  @Scheduled(
      every = "1m",
      delayed = "45s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    Optional<PaymentGateway> gateway = gateways.present();
    return gateway.isEmpty()
        ? Uni.createFrom().voidItem()
        : ask(gateway.get()).chain(() -> refunds.sendWaiting(BATCH));
  }

  private Uni<Void> ask(PaymentGateway gateway) {
    return orders
        .toAsk(clock.instant(), BATCH)
        .chain(
            numbers ->
                Multi.createFrom()
                    .iterable(numbers)
                    .onItem()
                    .transformToUniAndConcatenate(number -> ask(gateway, number))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Boolean> ask(PaymentGateway gateway, String number) {
    return gateway
        .ask(number)
        .chain(answer -> heard(number, answer))
        .onFailure()
        .invoke(failure -> LOG.warnf("The gateway was asked for an order in vain: %s", failure))
        .onFailure()
        .recoverWithUni(() -> later(number, false))
        .replaceWith(true);
  }

  private Uni<Void> heard(String number, PaymentGateway.Answer answer) {
    return switch (answer.status()) {
      case PAID, DECLINED ->
          settling
              .settle(
                  new Word(
                      number,
                      answer.status() == PaymentGateway.Status.PAID,
                      answer.amountFen(),
                      answer.reference(),
                      true))
              .chain(() -> later(number, true));
      case OPEN -> later(number, false);
      case UNKNOWN -> later(number, true);
    };
  }

  private Uni<Void> later(String number, boolean last) {
    Instant now = clock.instant();
    return orders.askLater(number, now.plus(AGAIN), now, last);
  }
}
