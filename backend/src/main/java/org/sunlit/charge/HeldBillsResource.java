package org.sunlit.charge;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import org.sunlit.api.HeldBillsApi;
import org.sunlit.api.model.BillHolder;
import org.sunlit.api.model.Charge;
import org.sunlit.api.model.HeldRefund;
import org.sunlit.api.model.PaymentOrder;
import org.sunlit.api.model.RefundWish;
import org.sunlit.charge.rules.Refunds.Ground;
import org.sunlit.edge.Address;

/** Paying with what a case's holder has: its number and code. */
@PermitAll
class HeldBillsResource implements HeldBillsApi {
  private static final int CREATED = 201;

  private final BillHolders holders;
  private final Charges charges;
  private final Payments payments;
  private final RefundDesk refunds;
  private final CurrentVertxRequest request;

  HeldBillsResource(
      BillHolders holders,
      Charges charges,
      Payments payments,
      RefundDesk refunds,
      CurrentVertxRequest request) {
    this.holders = holders;
    this.charges = charges;
    this.payments = payments;
    this.refunds = refunds;
    this.request = request;
  }

  @Override
  public Uni<Charge> openBill(BillHolder holder) {
    return subject(holder).chain(charges::show);
  }

  @Override
  public Uni<PaymentOrder> payBill(BillHolder holder, String idempotencyKey) {
    RoutingContext http = request.getCurrent();
    return subject(holder)
        .chain(subject -> payments.order(subject, "/bill"))
        .map(BillViews::order)
        .invoke(() -> http.response().setStatusCode(CREATED));
  }

  @Override
  public Uni<Charge> askForRefund(HeldRefund wanted, String idempotencyKey) {
    RoutingContext http = request.getCurrent();
    return subject(wanted.getHolder())
        .call(subject -> refunds.ask(subject, wish(wanted.getRefund()), idempotencyKey))
        .chain(charges::show)
        .invoke(() -> http.response().setStatusCode(CREATED));
  }

  private Uni<String> subject(BillHolder holder) {
    return holders.subject(
        Address.of(request.getCurrent().request()), holder.getNumber(), holder.getTrackingCode());
  }

  static RefundDesk.Wish wish(RefundWish wanted) {
    return new RefundDesk.Wish(wanted.getPaymentId(), Ground.of(wanted.getGround().toString()));
  }
}
