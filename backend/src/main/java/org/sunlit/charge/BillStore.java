package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.ChargedCase;
import org.sunlit.charge.rules.AssessedFee;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;

/** Writes bills, within the caller's transaction. */
@ApplicationScoped
class BillStore {
  private static final String NEXT = "select nextval('bill_running_number')";
  private static final String INSERT =
      """
      insert into bill (bill_number, subject, joint, applicant_masked, state, total_fen, assessed_at, version)
      values (:number, :subject, :joint, cast(:masked as text), 'open', 0, :at, 1)
      on conflict (subject) do nothing
      """;
  private static final String FORGET = "delete from bill_line where case_number = :caseNumber";
  private static final String LINES =
      """
      insert into bill_line (bill_number, case_number, place, department_code, region_code, item_code, item_name,
        item_name_en, fee_code, fee_version, amount_fen, fee, assessed_by, assessed_at)
      select :number, :caseNumber, row_number() over (), l.department, :region, :itemCode, :itemName,
        cast(:itemNameEn as text), l.code, l.version, l.amount, l.fee, :by, :at
      from jsonb_to_recordset(cast(cast(:lines as text) as jsonb))
        as l(department text, code text, version integer, amount bigint, fee jsonb)
      """;

  /** The total is always the sum of the lines. */
  private static final String TOTAL =
      """
      update bill b
      set total_fen = (select coalesce(sum(l.amount_fen), 0) from bill_line l where l.bill_number = b.bill_number),
        assessed_at = :at, version = b.version + 1
      where b.bill_number = :number and b.version = :version and b.state = 'open'
      """;

  /** What was ordered of another amount can't be what pays it. */
  private static final String CLOSE_ORDERS =
      "update payment_order set state = 'closed' where bill_number = :number and state = 'open'";

  private static final String PAY =
      """
      update bill set state = 'paid', paid_at = :at, version = version + 1
      where bill_number = :number and state = 'open' and total_fen = :amount
      """;
  private static final String PAYMENT =
      """
      insert into payment (id, bill_number, way, order_number, reference, amount_fen, counted, paid_at, received_by,
        received_by_name)
      values (:id, :number, :way, cast(:order as text), cast(:reference as text), :amount, :counted, :at,
        cast(:by as text), cast(:byName as text))
      """;

  private record StoredLine(
      String department, String code, int version, long amount, AssessedFee fee) {}

  /**
   * Money that came, on its way into the database.
   *
   * @param subject what the bill is about
   * @param orderNumber null for money from the window, as the reference
   * @param counted whether it paid the bill, or came although that was paid
   * @param receivedBy who took it at the window; null for what came online
   */
  record Coming(
      String billNumber,
      String subject,
      String orderNumber,
      String reference,
      long amountFen,
      boolean counted,
      Actor receivedBy) {
    String way() {
      return receivedBy == null ? "online" : "cash";
    }
  }

  Uni<Long> nextNumber(Mutiny.Session session) {
    return session.createNativeQuery(NEXT, Long.class).getSingleResult();
  }

  /** Stores an empty bill; false when there is one about the subject already. */
  Uni<Boolean> insert(Mutiny.Session session, String number, ChargedCase of, Instant at) {
    return session
        .createNativeQuery(INSERT)
        .setParameter("number", number)
        .setParameter("subject", of.subject())
        .setParameter("joint", of.jointNumber() != null)
        .setParameter("masked", of.applicantMasked())
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  /**
   * Puts the fees of a case in the place of what was assessed before.
   *
   * @param version the bill's version last seen; false when it isn't that any more, or is paid
   */
  Uni<Boolean> assess(
      Mutiny.Session session,
      String number,
      int version,
      ChargedCase of,
      List<AssessedFee> fees,
      Actor by,
      Instant at) {
    List<StoredLine> lines = new ArrayList<>();
    for (AssessedFee fee : fees) {
      lines.add(
          new StoredLine(
              fee.departmentCode(), fee.feeCode(), fee.feeVersion(), fee.amountFen(), fee));
    }
    return session
        .createNativeQuery(FORGET)
        .setParameter("caseNumber", of.caseNumber())
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(LINES)
                    .setParameter("number", number)
                    .setParameter("caseNumber", of.caseNumber())
                    .setParameter("region", of.regionCode())
                    .setParameter("itemCode", of.itemCode())
                    .setParameter("itemName", of.itemName())
                    .setParameter("itemNameEn", of.itemNameEn())
                    .setParameter("lines", StoredJson.write(lines))
                    .setParameter("by", by.accountId())
                    .setParameter("at", CityTime.offset(at))
                    .executeUpdate())
        .chain(
            () ->
                session
                    .createNativeQuery(TOTAL)
                    .setParameter("number", number)
                    .setParameter("version", version)
                    .setParameter("at", CityTime.offset(at))
                    .executeUpdate())
        .call(
            () ->
                session
                    .createNativeQuery(CLOSE_ORDERS)
                    .setParameter("number", number)
                    .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** Marks a bill of this amount as paid; false when it is paid already or has changed. */
  Uni<Boolean> pay(Mutiny.Session session, String number, long amountFen, Instant at) {
    return session
        .createNativeQuery(PAY)
        .setParameter("number", number)
        .setParameter("amount", amountFen)
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  /** Stores money that came. */
  Uni<Void> insert(Mutiny.Session session, Coming payment, Instant at) {
    Actor by = payment.receivedBy();
    return session
        .createNativeQuery(PAYMENT)
        .setParameter("id", UUID.randomUUID())
        .setParameter("number", payment.billNumber())
        .setParameter("way", payment.way())
        .setParameter("order", payment.orderNumber())
        .setParameter("reference", payment.reference())
        .setParameter("amount", payment.amountFen())
        .setParameter("counted", payment.counted())
        .setParameter("at", CityTime.offset(at))
        .setParameter("by", by == null ? null : by.accountId())
        .setParameter("byName", by == null ? null : by.displayName())
        .executeUpdate()
        .replaceWithVoid();
  }
}
