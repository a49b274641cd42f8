package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.ChargedCase;
import org.sunlit.charge.BillStore.Coming;

/** Money that came is kept with its bill and in the journal, and the applicant is told. */
@ApplicationScoped
class Takings {
  private final BillStore store;
  private final ChargeJournal journal;
  private final ChargeNotices notices;

  Takings(BillStore store, ChargeJournal journal, ChargeNotices notices) {
    this.store = store;
    this.journal = journal;
    this.notices = notices;
  }

  /**
   * Does all of it within the caller's transaction.
   *
   * @param one a case of the bill, whose applicant is told
   */
  Uni<Void> keep(Mutiny.Session session, ChargedCase one, Coming money, Instant at) {
    return store
        .insert(session, money, at)
        .chain(
            () ->
                journal.write(
                    session,
                    money.subject(),
                    money.counted() ? "paid" : "overpaid",
                    money.receivedBy(),
                    at,
                    payload(money)))
        .chain(() -> notices.came(session, one, money));
  }

  private static JsonObject payload(Coming money) {
    JsonObject payload =
        new JsonObject().put("billNumber", money.billNumber()).put("way", money.way());
    if (money.orderNumber() != null) {
      payload.put("orderNumber", money.orderNumber());
    }
    return payload.put("amountFen", money.amountFen());
  }
}
