package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.ChargedCase;
import org.sunlit.casework.ChargedCases;
import org.sunlit.charge.BillStore.Coming;
import org.sunlit.notice.NoticeText;
import org.sunlit.problem.Localised;

/** What applicants are told of their money, within the transaction of what it tells. */
@ApplicationScoped
class ChargeNotices {
  private final ChargedCases cases;

  ChargeNotices(ChargedCases cases) {
    this.cases = cases;
  }

  /**
   * The fees of a case have been assessed: how much they are, or that there is nothing to pay.
   *
   * @param version the bill's version with them
   */
  Uni<Void> assessed(
      Mutiny.Session session, ChargedCase one, String billNumber, int version, long fen) {
    NoticeText text =
        NoticeText.of(
            key(one, fen),
            new Localised(one.itemName(), one.itemNameEn()),
            one.caseNumber(),
            Yuan.of(fen),
            billNumber);
    return cases.tell(session, one, "charge assessed " + version, text);
  }

  private static String key(ChargedCase one, long fen) {
    if (fen == 0) {
      return "charge.nothing-to-pay";
    }
    return one.jointNumber() == null ? "charge.assessed" : "charge.assessed-together";
  }

  /** Money has come: it paid the bill, or can be asked back. */
  Uni<Void> came(Mutiny.Session session, ChargedCase one, Coming money) {
    NoticeText text =
        NoticeText.of(
            money.counted() ? "charge.paid" : "charge.overpaid",
            money.billNumber(),
            money.subject(),
            Yuan.of(money.amountFen()));
    String event = money.counted() ? "charge paid" : "charge overpaid " + money.orderNumber();
    return cases.tell(session, one, event, text);
  }

  /** Money has gone back. */
  Uni<Void> refunded(Mutiny.Session session, ChargedCase one, RefundStore.Sent sent) {
    NoticeText text =
        NoticeText.of(
            "charge.refunded", sent.billNumber(), sent.subject(), Yuan.of(sent.amountFen()));
    return cases.tell(session, one, "charge refunded " + sent.id(), text);
  }
}
