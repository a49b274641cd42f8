package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.sunlit.api.SandboxPaymentsApi;
import org.sunlit.api.model.SandboxDecision;
import org.sunlit.api.model.SandboxPayment;

/** The sandbox gateway's page: whoever has its address is the payer. */
@PermitAll
class SandboxPaymentsResource implements SandboxPaymentsApi {
  private final SandboxPayments payments;
  private final Clock clock;

  SandboxPaymentsResource(SandboxPayments payments, Clock clock) {
    this.payments = payments;
    this.clock = clock;
  }

  @Override
  public Uni<SandboxPayment> getSandboxPayment(String token) {
    return payments.find(token).map(this::shown);
  }

  @Override
  public Uni<SandboxPayment> decideSandboxPayment(String token, SandboxDecision decision) {
    boolean approve = decision.getOutcome() != SandboxDecision.OutcomeEnum.DECLINE;
    boolean silently = decision.getOutcome() == SandboxDecision.OutcomeEnum.APPROVE_SILENTLY;
    return payments.decide(token, approve, silently).map(this::shown);
  }

  private SandboxPayment shown(SandboxGateway.Kept kept) {
    return new SandboxPayment()
        .orderNumber(kept.orderNumber())
        .amountFen(kept.amountFen())
        .title(kept.title())
        .state(
            SandboxPayment.StateEnum.fromValue(
                kept.expired(clock.instant()) ? "expired" : kept.state()));
  }
}
