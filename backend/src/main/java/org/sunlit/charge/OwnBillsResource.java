package org.sunlit.charge;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.sunlit.api.OwnBillsApi;
import org.sunlit.api.model.Charge;
import org.sunlit.api.model.PaymentOrder;
import org.sunlit.api.model.RefundWish;
import org.sunlit.casework.ChargedCase;
import org.sunlit.casework.ChargedCases;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;

/** Paying for one's own cases, signed in. */
@PermissionsAllowed(Permission.Codes.OWN_CASES)
class OwnBillsResource implements OwnBillsApi {
  private static final int CREATED = 201;

  private final ChargedCases cases;
  private final Charges charges;
  private final Payments payments;
  private final RefundDesk refunds;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest request;

  OwnBillsResource(
      ChargedCases cases,
      Charges charges,
      Payments payments,
      RefundDesk refunds,
      CurrentActor currentActor,
      CurrentVertxRequest request) {
    this.cases = cases;
    this.charges = charges;
    this.payments = payments;
    this.refunds = refunds;
    this.currentActor = currentActor;
    this.request = request;
  }

  @Override
  public Uni<Charge> getOwnBill(String caseNumber) {
    return subject(caseNumber).chain(charges::show);
  }

  @Override
  public Uni<PaymentOrder> payOwnBill(String caseNumber, String idempotencyKey) {
    RoutingContext http = request.getCurrent();
    return subject(caseNumber)
        .chain(subject -> payments.order(subject, "/account/cases/" + caseNumber))
        .map(BillViews::order)
        .invoke(() -> http.response().setStatusCode(CREATED));
  }

  @Override
  public Uni<Charge> askForOwnRefund(String caseNumber, RefundWish wanted, String idempotencyKey) {
    RoutingContext http = request.getCurrent();
    return subject(caseNumber)
        .call(subject -> refunds.ask(subject, HeldBillsResource.wish(wanted), idempotencyKey))
        .chain(charges::show)
        .invoke(() -> http.response().setStatusCode(CREATED));
  }

  private Uni<String> subject(String caseNumber) {
    return cases.own(caseNumber, currentActor.get()).map(ChargedCase::subject);
  }
}
