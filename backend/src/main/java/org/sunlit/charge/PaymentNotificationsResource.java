package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import org.sunlit.api.PaymentNotificationsApi;
import org.sunlit.api.model.PaymentNotification;
import org.sunlit.api.model.TakenNotification;

/** What the payment gateway says by itself. */
@PermitAll
class PaymentNotificationsResource implements PaymentNotificationsApi {
  private final Settling settling;

  PaymentNotificationsResource(Settling settling) {
    this.settling = settling;
  }

  @Override
  public Uni<TakenNotification> notifyPayment(
      String time, String signature, PaymentNotification said) {
    Word word =
        new Word(
            said.getOrderNumber(),
            said.getStatus() == PaymentNotification.StatusEnum.PAID,
            said.getAmountFen(),
            said.getReference(),
            false);
    return settling
        .take(word, time, signature)
        .map(
            verdict ->
                new TakenNotification()
                    .verdict(TakenNotification.VerdictEnum.fromValue(verdict.code())));
  }
}
