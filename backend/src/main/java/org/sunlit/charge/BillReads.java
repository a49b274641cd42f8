package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Reach;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;

/** Reads bills. */
@ApplicationScoped
class BillReads {
  /** A refund that the second person declined, or that nobody decided in time, has ended. */
  private static String refundState(int now) {
    return """
        case when r.state = 'proposed' and (c.state <> 'open' or c.expires_at <= $%d::timestamptz) then 'declined'
          else r.state end
        """
        .formatted(now);
  }

  private static final String WHOLE =
      """
      select json_build_object('billNumber', b.bill_number, 'subject', b.subject, 'joint', b.joint,
        'applicantMasked', b.applicant_masked, 'paid', b.state = 'paid', 'totalFen', b.total_fen,
        'assessedAt', b.assessed_at, 'paidAt', b.paid_at, 'version', b.version,
        'lines', (select json_agg(json_build_object('caseNumber', l.case_number, 'itemCode', l.item_code,
            'itemName', l.item_name, 'itemNameEn', l.item_name_en, 'departmentCode', l.department_code,
            'departmentName', d.name, 'departmentNameEn', d.name_en, 'regionCode', l.region_code, 'fee', l.fee)
            order by l.case_number, l.place)
          from bill_line l join department d on d.code = l.department_code where l.bill_number = b.bill_number),
        'payments', (select json_agg(json_build_object('id', p.id, 'way', p.way, 'orderNumber', p.order_number,
            'reference', p.reference, 'amountFen', p.amount_fen, 'counted', p.counted, 'paidAt', p.paid_at,
            'receivedByName', p.received_by_name) order by p.paid_at, p.id)
          from payment p where p.bill_number = b.bill_number),
        'refunds', (select json_agg(json_build_object('id', r.id, 'payment', r.payment, 'ground', r.ground,
            'amountFen', r.amount_fen, 'state',
      """
          + refundState(2)
          + """
            , 'byApplicant', r.by_applicant, 'askedAt', r.asked_at, 'doneAt', r.done_at, 'reference', r.reference)
            order by r.asked_at, r.id)
          from refund r join payment p on p.id = r.payment
            left join confirmation_request c on c.id = r.confirmation
          where p.bill_number = b.bill_number))::text as bill
      from bill b
      """;
  private static final String OF_SUBJECT = WHOLE + " where b.subject = $1";
  private static final String OF_NUMBER = WHOLE + " where b.bill_number = $1";

  private static final String LIST =
      """
      select b.bill_number, b.subject, b.joint, b.state, b.total_fen, b.assessed_at, b.paid_at,
        first.case_number, first.item_name, first.item_name_en,
        coalesce((select sum(r.amount_fen) from refund r join payment p on p.id = r.payment
          where p.bill_number = b.bill_number and r.state = 'done'), 0)::bigint as refunded_fen,
        exists (select from refund r join payment p on p.id = r.payment
          left join confirmation_request c on c.id = r.confirmation
          where p.bill_number = b.bill_number and
      """
          + refundState(10)
          + """
           in ('asked', 'proposed', 'approved')) as refund_goes_on
      from bill b join lateral (
        select l.case_number, l.item_name, l.item_name_en from bill_line l
        where l.bill_number = b.bill_number and
      """
          + Reach.within("l.department_code", "l.region_code", 1)
          + """
        order by l.case_number, l.place limit 1) first on true
      where ($6::text is null or ($6 = 'unpaid' and b.state = 'open' and b.total_fen > 0)
          or ($6 = 'paid' and b.state = 'paid')
          or ($6 = 'refunds' and exists (select from refund r join payment p on p.id = r.payment
            left join confirmation_request c on c.id = r.confirmation
            where p.bill_number = b.bill_number and
      """
          + refundState(10)
          + """
           in ('asked', 'proposed', 'approved'))))
        and (b.assessed_at, b.bill_number) < ($7, $8)
      order by b.assessed_at desc, b.bill_number desc limit $9
      """;

  /** A bill in a list. */
  record Listed(
      String billNumber,
      String subject,
      boolean joint,
      boolean paid,
      long totalFen,
      long refundedFen,
      boolean refundGoesOn,
      Instant assessedAt,
      Instant paidAt,
      String caseNumber,
      String itemName,
      String itemNameEn) {}

  private final Pool pool;
  private final Clock clock;

  BillReads(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** The bill of a case or joint application, whoever asks. */
  Uni<Optional<BillRecord>> ofSubject(String subject) {
    return one(OF_SUBJECT, subject);
  }

  /** The bill with this number, whoever asks. */
  Uni<BillRecord> ofNumber(String billNumber) {
    return one(OF_NUMBER, billNumber).map(Optional::orElseThrow);
  }

  private Uni<Optional<BillRecord>> one(String statement, String value) {
    return pool.preparedQuery(statement)
        .execute(Tuple.of(value, CityTime.offset(clock.instant())))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(row -> StoredJson.read(row.getString("bill"), BillRecord.class)));
  }

  /** Bills that the reader reaches, the newest first. */
  Uni<List<Listed>> page(Actor reader, String state, BillCursor after, int most) {
    return pool.preparedQuery(LIST)
        .execute(
            Reach.of(reader)
                .addTo(Tuple.tuple())
                .addString(state)
                .addOffsetDateTime(CityTime.offset(after.at()))
                .addString(after.billNumber())
                .addInteger(most)
                .addOffsetDateTime(CityTime.offset(clock.instant())))
        .map(rows -> rows.stream().map(BillReads::listed).toList());
  }

  private static Listed listed(Row row) {
    return new Listed(
        row.getString("bill_number"),
        row.getString("subject"),
        row.getBoolean("joint"),
        row.getString("state").equals("paid"),
        row.getLong("total_fen"),
        row.getLong("refunded_fen"),
        row.getBoolean("refund_goes_on"),
        instant(row, "assessed_at"),
        instant(row, "paid_at"),
        row.getString("case_number"),
        row.getString("item_name"),
        row.getString("item_name_en"));
  }

  static Instant instant(Row row, String column) {
    OffsetDateTime stored = row.getOffsetDateTime(column);
    return stored == null ? null : stored.toInstant();
  }
}
