package org.sunlit.charge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sunlit.charge.rules.AssessedFee;
import org.sunlit.charge.rules.Refunds.Ground;

/**
 * A bill as it is stored.
 *
 * @param subject the number of the case or joint application it is about
 * @param joint whether it is one bill for a joint application (一次收费)
 */
record BillRecord(
    String billNumber,
    String subject,
    boolean joint,
    String applicantMasked,
    boolean paid,
    long totalFen,
    Instant assessedAt,
    Instant paidAt,
    int version,
    List<Line> lines,
    List<Payment> payments,
    List<Refund> refunds) {
  BillRecord {
    lines = lines == null ? List.of() : List.copyOf(lines);
    payments = payments == null ? List.of() : List.copyOf(payments);
    refunds = refunds == null ? List.of() : List.copyOf(refunds);
  }

  /** A fee of a case. */
  record Line(
      String caseNumber,
      String itemCode,
      String itemName,
      String itemNameEn,
      String departmentCode,
      String departmentName,
      String departmentNameEn,
      String regionCode,
      AssessedFee fee) {}

  /** Money that came. */
  record Payment(
      UUID id,
      String way,
      String orderNumber,
      String reference,
      long amountFen,
      boolean counted,
      Instant paidAt,
      String receivedByName) {}

  /** Money that goes back. */
  record Refund(
      UUID id,
      UUID payment,
      Ground ground,
      long amountFen,
      String state,
      boolean byApplicant,
      Instant askedAt,
      Instant doneAt,
      String reference) {
    boolean ended() {
      return state.equals("declined");
    }

    boolean goesOn() {
      return !ended() && !state.equals("done");
    }
  }

  /** What of a payment went back or is on its way. */
  long refundedFen(UUID payment) {
    return refunds.stream()
        .filter(refund -> refund.payment().equals(payment) && !refund.ended())
        .mapToLong(Refund::amountFen)
        .sum();
  }

  boolean chargesCase(String caseNumber) {
    return lines.stream().anyMatch(line -> line.caseNumber().equals(caseNumber));
  }
}
