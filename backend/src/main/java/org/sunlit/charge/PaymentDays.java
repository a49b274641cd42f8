package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sunlit.charge.rules.Reconciliation;
import org.sunlit.charge.rules.Reconciliation.Difference;
import org.sunlit.charge.rules.Reconciliation.Here;
import org.sunlit.charge.rules.Reconciliation.There;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Reach;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** A day's payments of whom the reader reaches, against the gateway's statement 日终对账. */
@ApplicationScoped
class PaymentDays {
  private static final String REACHED =
      "exists (select from bill_line l where l.bill_number = b.bill_number and "
          + Reach.within("l.department_code", "l.region_code", 1)
          + ")";
  private static final String PAYMENTS =
      """
      select b.bill_number, b.subject, p.way, p.order_number, p.amount_fen, p.paid_at, p.counted, p.received_by_name
      from payment p join bill b on b.bill_number = p.bill_number
      where p.paid_at >= $6 and p.paid_at < $7 and
      """
          + REACHED
          + " order by p.paid_at, p.id";
  private static final String REFUNDED =
      """
      select coalesce(sum(r.amount_fen), 0)::bigint as fen
      from refund r join payment p on p.id = r.payment join bill b on b.bill_number = p.bill_number
      where r.done_at >= $6 and r.done_at < $7 and
      """
          + REACHED;

  /** Those of the statement's orders that concern the reader, and what there is of them here. */
  private static final String ORDERS =
      """
      select o.order_number, p.amount_fen, p.counted
      from payment_order o join bill b on b.bill_number = o.bill_number
        left join payment p on p.order_number = o.order_number
      where o.order_number = any ($6::text[]) and
      """
          + REACHED;

  /** A payment of the day. */
  record Paid(
      String billNumber,
      String subject,
      String way,
      String orderNumber,
      long amountFen,
      Instant paidAt,
      boolean counted,
      String receivedBy) {}

  /** The day. */
  record Day(LocalDate day, List<Paid> payments, long refundedFen, List<Difference> differences) {
    long sum(String way) {
      return payments.stream()
          .filter(one -> one.way().equals(way))
          .mapToLong(Paid::amountFen)
          .sum();
    }
  }

  private record Known(String orderNumber, Long amountFen, Boolean counted) {}

  private final Pool pool;
  private final Gateways gateways;

  PaymentDays(Pool pool, Gateways gateways) {
    this.pool = pool;
    this.gateways = gateways;
  }

  /**
   * The day.
   *
   * @return fails with 503 when the gateway can't be asked for its statement
   */
  Uni<Day> of(LocalDate day, Actor reader) {
    return payments(day, reader)
        .chain(
            payments ->
                refunded(day, reader)
                    .chain(
                        refunded ->
                            differences(day, reader, payments)
                                .map(found -> new Day(day, payments, refunded, found))));
  }

  private Uni<List<Difference>> differences(LocalDate day, Actor reader, List<Paid> payments) {
    Optional<PaymentGateway> gateway = gateways.present();
    if (gateway.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return gateway
        .get()
        .statement(day)
        .onFailure(PaymentGateway.Unreachable.class)
        .transform(away -> Problem.of(ProblemType.UNAVAILABLE).detail("charge.gateway-away"))
        .chain(
            statement ->
                known(statement, reader)
                    .map(known -> compared(reader, payments, statement, known)));
  }

  private static List<Difference> compared(
      Actor reader, List<Paid> payments, List<There> statement, List<Known> known) {
    Set<String> concerned = new HashSet<>();
    known.forEach(one -> concerned.add(one.orderNumber()));
    // An order that nobody knows is for those who oversee everything.
    boolean everything = Reach.of(reader).everything();
    List<There> there =
        statement.stream()
            .filter(one -> everything || concerned.contains(one.orderNumber()))
            .toList();
    List<Here> here =
        Stream.concat(
                payments.stream()
                    .filter(one -> one.orderNumber() != null)
                    .map(one -> new Here(one.orderNumber(), one.amountFen(), one.counted())),
                // Paid just before midnight there and just after it here.
                known.stream()
                    .filter(one -> one.amountFen() != null)
                    .map(one -> new Here(one.orderNumber(), one.amountFen(), one.counted())))
            .distinct()
            .toList();
    return Reconciliation.of(here, there);
  }

  private Uni<List<Known>> known(List<There> statement, Actor reader) {
    String[] numbers = statement.stream().map(There::orderNumber).toArray(String[]::new);
    return pool.preparedQuery(ORDERS)
        .execute(Reach.of(reader).addTo(Tuple.tuple()).addArrayOfString(numbers))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Known(
                                row.getString("order_number"),
                                row.getLong("amount_fen"),
                                row.getBoolean("counted")))
                    .toList());
  }

  private Uni<List<Paid>> payments(LocalDate day, Actor reader) {
    return pool.preparedQuery(PAYMENTS)
        .execute(within(day, reader))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Paid(
                                row.getString("bill_number"),
                                row.getString("subject"),
                                row.getString("way"),
                                row.getString("order_number"),
                                row.getLong("amount_fen"),
                                BillReads.instant(row, "paid_at"),
                                row.getBoolean("counted"),
                                row.getString("received_by_name")))
                    .toList());
  }

  private Uni<Long> refunded(LocalDate day, Actor reader) {
    return pool.preparedQuery(REFUNDED)
        .execute(within(day, reader))
        .map(rows -> rows.iterator().next().getLong("fen"));
  }

  private static Tuple within(LocalDate day, Actor reader) {
    return Reach.of(reader)
        .addTo(Tuple.tuple())
        .addOffsetDateTime(start(day))
        .addOffsetDateTime(start(day.plusDays(1)));
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(CityTime.ZONE).toOffsetDateTime();
  }
}
