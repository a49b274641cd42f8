package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.sunlit.casework.ChargedCase;
import org.sunlit.casework.PaymentGuard;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Keeps what has to be paid for first from being done before it. */
@ApplicationScoped
class BillGuard implements PaymentGuard {
  private final Bills bills;
  private final BillReads reads;

  BillGuard(Bills bills, BillReads reads) {
    this.bills = bills;
    this.reads = reads;
  }

  @Override
  public Uni<Void> mustBePaid(ChargedCase one) {
    return bills
        .standards(one)
        .chain(
            standards ->
                standards.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : reads.ofSubject(one.subject()).invoke(bill -> check(bill, one)))
        .replaceWithVoid();
  }

  private static void check(Optional<BillRecord> found, ChargedCase one) {
    Optional<BillRecord> bill = found.filter(each -> each.chargesCase(one.caseNumber()));
    if (bill.isEmpty()) {
      throw Problem.of(ProblemType.CONFLICT).detail("charge.not-assessed");
    }
    boolean settled = bill.get().paid() || bill.get().totalFen() == 0;
    if (!settled) {
      throw Problem.of(ProblemType.CONFLICT)
          .detail("charge.unpaid", bill.get().billNumber(), Yuan.of(bill.get().totalFen()));
    }
  }
}
