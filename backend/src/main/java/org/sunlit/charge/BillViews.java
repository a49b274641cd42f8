package org.sunlit.charge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sunlit.api.model.Bill;
import org.sunlit.api.model.BillLine;
import org.sunlit.api.model.BillPayment;
import org.sunlit.api.model.BillRefund;
import org.sunlit.api.model.BillShare;
import org.sunlit.api.model.BillState;
import org.sunlit.api.model.BillSummary;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.FeeExemption;
import org.sunlit.api.model.FeeMeasure;
import org.sunlit.api.model.PaymentOrder;
import org.sunlit.api.model.PossibleRefund;
import org.sunlit.api.model.RefundGround;
import org.sunlit.api.model.RefundState;
import org.sunlit.charge.rules.AssessedFee;
import org.sunlit.charge.rules.ChineseAmount;
import org.sunlit.charge.rules.Refunds;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;

/** Puts bills into the contract's words. */
final class BillViews {
  private BillViews() {}

  /**
   * A bill.
   *
   * @param staff whether who took the money is told
   */
  static Bill bill(Bills.Seen seen, boolean staff) {
    BillRecord bill = seen.bill();
    return new Bill()
        .billNumber(bill.billNumber())
        .subject(bill.subject())
        .joint(bill.joint())
        .state(state(bill.paid(), bill.totalFen(), !seen.waitingFor().isEmpty()))
        .totalFen(bill.totalFen())
        .totalInWords(ChineseAmount.of(bill.totalFen()))
        .applicantMasked(bill.applicantMasked())
        .assessedAt(CityTime.offset(bill.assessedAt()))
        .paidAt(CityTime.offset(bill.paidAt()))
        .version(bill.version())
        .lines(bill.lines().stream().map(BillViews::line).toList())
        .shares(shares(bill))
        .waitingFor(seen.waitingFor())
        .payments(bill.payments().stream().map(one -> payment(bill, one, staff)).toList())
        .refunds(bill.refunds().stream().map(BillViews::refund).toList())
        .possibleRefunds(seen.refunds().stream().map(BillViews::possible).toList());
  }

  private static BillState state(boolean paid, long totalFen, boolean waits) {
    if (paid) {
      return BillState.PAID;
    }
    if (waits) {
      return BillState.GATHERING;
    }
    return totalFen == 0 ? BillState.WAIVED : BillState.UNPAID;
  }

  private static BillLine line(BillRecord.Line line) {
    AssessedFee fee = line.fee();
    return new BillLine()
        .caseNumber(line.caseNumber())
        .itemCode(line.itemCode())
        .itemName(line.itemName())
        .itemNameEn(line.itemNameEn())
        .feeCode(fee.feeCode())
        .feeVersion(fee.feeVersion())
        .feeName(fee.feeName())
        .feeNameEn(fee.feeNameEn())
        .department(department(line))
        .basis(fee.basis())
        .measures(
            fee.measures().stream()
                .map(one -> new FeeMeasure().name(one.name()).nameEn(one.nameEn()))
                .toList())
        .quantities(fee.quantities().stream().map(one -> one.toPlainString()).toList())
        .fullFen(fee.fullFen())
        .exemption(
            fee.exemption() == null ? null : StoredJson.as(fee.exemption(), FeeExemption.class))
        .reducedFen(fee.reducedFen())
        .amountFen(fee.amountFen());
  }

  private static DepartmentReference department(BillRecord.Line line) {
    return new DepartmentReference()
        .code(line.departmentCode())
        .name(line.departmentName())
        .nameEn(line.departmentNameEn());
  }

  private static List<BillShare> shares(BillRecord bill) {
    Map<String, BillShare> shares = new LinkedHashMap<>();
    for (BillRecord.Line line : bill.lines()) {
      BillShare share =
          shares.computeIfAbsent(
              line.departmentCode(),
              code -> new BillShare().department(department(line)).amountFen(0L));
      share.amountFen(share.getAmountFen() + line.fee().amountFen());
    }
    return List.copyOf(shares.values());
  }

  private static BillPayment payment(BillRecord bill, BillRecord.Payment one, boolean staff) {
    return new BillPayment()
        .paymentId(one.id())
        .way(BillPayment.WayEnum.fromValue(one.way()))
        .orderNumber(one.orderNumber())
        .reference(one.reference())
        .amountFen(one.amountFen())
        .counted(one.counted())
        .paidAt(CityTime.offset(one.paidAt()))
        .receivedBy(staff ? one.receivedByName() : null)
        .refundedFen(
            bill.refunds().stream()
                .filter(refund -> refund.payment().equals(one.id()))
                .filter(refund -> refund.state().equals("done"))
                .mapToLong(BillRecord.Refund::amountFen)
                .sum());
  }

  private static BillRefund refund(BillRecord.Refund one) {
    return new BillRefund()
        .refundId(one.id())
        .paymentId(one.payment())
        .ground(RefundGround.fromValue(one.ground().code()))
        .amountFen(one.amountFen())
        .state(RefundState.fromValue(one.state()))
        .askedAt(CityTime.offset(one.askedAt()))
        .byApplicant(one.byApplicant())
        .doneAt(CityTime.offset(one.doneAt()))
        .reference(one.reference());
  }

  private static PossibleRefund possible(Refunds.Possible one) {
    return new PossibleRefund()
        .paymentId(one.paymentId())
        .ground(RefundGround.fromValue(one.ground().code()))
        .amountFen(one.amountFen());
  }

  static PaymentOrder order(OrderStore.Open order) {
    return new PaymentOrder()
        .orderNumber(order.orderNumber())
        .amountFen(order.amountFen())
        .payAt(order.payAt())
        .expiresAt(CityTime.offset(order.until()));
  }

  static BillSummary summary(BillReads.Listed listed) {
    return new BillSummary()
        .billNumber(listed.billNumber())
        .subject(listed.subject())
        .joint(listed.joint())
        .state(state(listed.paid(), listed.totalFen(), false))
        .totalFen(listed.totalFen())
        .refundedFen(listed.refundedFen())
        .refundGoesOn(listed.refundGoesOn())
        .assessedAt(CityTime.offset(listed.assessedAt()))
        .paidAt(CityTime.offset(listed.paidAt()))
        .caseNumber(listed.caseNumber())
        .itemName(listed.itemName())
        .itemNameEn(listed.itemNameEn());
  }
}
