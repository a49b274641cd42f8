package org.sunlit.charge;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.api.BillsApi;
import org.sunlit.api.model.BillFilter;
import org.sunlit.api.model.BillPage;
import org.sunlit.api.model.DayPayment;
import org.sunlit.api.model.PaymentDay;
import org.sunlit.api.model.PaymentDifference;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;

/** Bills and payments of a unit. */
@PermissionsAllowed(Permission.Codes.CASES_READ)
class BillsResource implements BillsApi {
  private final BillReads reads;
  private final PaymentDays days;
  private final CurrentActor currentActor;

  BillsResource(BillReads reads, PaymentDays days, CurrentActor currentActor) {
    this.reads = reads;
    this.days = days;
    this.currentActor = currentActor;
  }

  @Override
  public Uni<BillPage> listBills(BillFilter state, Integer limit, String cursor) {
    return reads
        .page(
            currentActor.get(),
            state == null ? null : state.toString(),
            BillCursor.read(cursor),
            limit + 1)
        .map(
            found -> {
              List<BillReads.Listed> shown = found.subList(0, Math.min(limit, found.size()));
              BillPage page = new BillPage().items(shown.stream().map(BillViews::summary).toList());
              if (found.size() > limit) {
                BillReads.Listed last = shown.get(limit - 1);
                page.nextCursor(new BillCursor(last.assessedAt(), last.billNumber()).write());
              }
              return page;
            });
  }

  @Override
  public Uni<PaymentDay> reconcileDay(LocalDate day) {
    return days.of(day, currentActor.get())
        .map(
            found ->
                new PaymentDay()
                    .day(found.day())
                    .onlineFen(found.sum("online"))
                    .cashFen(found.sum("cash"))
                    .refundedFen(found.refundedFen())
                    .payments(found.payments().stream().map(BillsResource::payment).toList())
                    .differences(
                        found.differences().stream()
                            .map(one -> StoredJson.as(one, PaymentDifference.class))
                            .toList()));
  }

  private static DayPayment payment(PaymentDays.Paid paid) {
    return new DayPayment()
        .billNumber(paid.billNumber())
        .subject(paid.subject())
        .way(DayPayment.WayEnum.fromValue(paid.way()))
        .orderNumber(paid.orderNumber())
        .amountFen(paid.amountFen())
        .paidAt(CityTime.offset(paid.paidAt()))
        .counted(paid.counted())
        .receivedBy(paid.receivedBy());
  }
}
