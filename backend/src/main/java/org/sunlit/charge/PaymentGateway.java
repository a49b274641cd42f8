package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sunlit.charge.rules.Reconciliation;

/**
 * Who moves the money (网上银行、统一公共支付平台, B25). Everything is asked with a number of Sunlit's own, so
 * that the same asked again has no second effect. A gateway that can't be reached fails with {@link
 * Unreachable}; it is asked again later.
 */
public interface PaymentGateway {
  /** Its name in what is stored. */
  String code();

  /** What its notifications are signed with. */
  byte[] secret();

  /**
   * Opens an order.
   *
   * @return the address of the page where the payer goes on
   */
  Uni<String> open(Order order);

  /** What has become of an order. */
  Uni<Answer> ask(String orderNumber);

  /**
   * Pays back.
   *
   * @return the gateway's number for it
   */
  Uni<String> refund(Back back);

  /** Everything that was paid on a day. */
  Uni<List<Reconciliation.There>> statement(LocalDate day);

  /**
   * What is to be paid.
   *
   * @param title what for, without personal data
   * @param backTo path of the page the payer comes back to
   */
  record Order(String orderNumber, long amountFen, String title, String backTo, Instant until) {}

  /** Where an order stands. */
  enum Status {
    /** Nothing has happened yet. */
    OPEN,
    PAID,
    DECLINED,
    /** The gateway knows no such order. */
    UNKNOWN
  }

  /** An answer; amount and reference only of what was paid or declined. */
  record Answer(Status status, long amountFen, String reference) {}

  /** The gateway can't be reached, or says what can't be understood. */
  final class Unreachable extends RuntimeException {
    Unreachable(String why) {
      super(why, null, false, false);
    }
  }

  /** What is to be paid back of an order. */
  record Back(UUID refundId, String orderNumber, long amountFen) {}
}
