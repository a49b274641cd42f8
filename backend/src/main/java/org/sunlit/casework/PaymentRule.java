package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;

/** Keeps a step that comes after payment from being done before it. */
@ApplicationScoped
class PaymentRule {
  private final Instance<PaymentGuard> guards;

  PaymentRule(Instance<PaymentGuard> guards) {
    this.guards = guards;
  }

  /** Fails when this event would do what has to be paid for first. */
  Uni<Void> check(CaseNow before, CaseEvent event) {
    Uni<Void> asked = Uni.createFrom().voidItem();
    if (finishes(event) && paidFirst(before, event)) {
      for (PaymentGuard guard : guards) {
        asked = asked.chain(() -> guard.mustBePaid(ChargedCase.of(before)));
      }
    }
    return asked;
  }

  private static boolean paidFirst(CaseNow before, CaseEvent event) {
    FlowStep step = before.basis().terms().flow().step(event.stepId());
    return step.paidFirst();
  }

  /** A step is left for what comes after it; refusing costs nothing. */
  private static boolean finishes(CaseEvent event) {
    boolean onward =
        event.kind() == CaseEventKind.ADVANCED
            || event.kind() == CaseEventKind.DECIDED
            || event.kind() == CaseEventKind.CLOSED;
    return onward && !FlowEdge.REJECT.equals(event.outcome());
  }
}
