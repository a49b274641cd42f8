package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.sunlit.api.model.Charge;

/** What applicants see of what they are charged. */
@ApplicationScoped
class Charges {
  private final Bills bills;
  private final Payments payments;

  Charges(Bills bills, Payments payments) {
    this.bills = bills;
    this.payments = payments;
  }

  Uni<Charge> show(String subject) {
    return bills
        .see(subject)
        .map(
            seen ->
                new Charge()
                    .subject(subject)
                    .online(payments.online())
                    .bill(seen.map(one -> BillViews.bill(one, false)).orElse(null)));
  }
}
