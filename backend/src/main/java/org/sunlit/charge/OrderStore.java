package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.charge.rules.Settlement.OrderState;
import org.sunlit.charge.rules.Settlement.Verdict;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;

/** Orders at the gateway, in the database. */
@ApplicationScoped
class OrderStore {
  /** An order that the payer may still follow. */
  record Open(String orderNumber, long amountFen, String payAt, Instant until) {}

  /** What the bill of an order is about: a case, or a joint application. */
  record About(String number, boolean joint) {}

  /** An order with its bill, both locked. */
  record Locked(
      String orderNumber,
      String billNumber,
      String subject,
      OrderState state,
      long amountFen,
      boolean billPaid,
      long billFen) {}

  private static final String CURRENT =
      """
      select order_number, amount_fen, pay_at, expires_at from payment_order
      where bill_number = $1 and state = 'open' and expires_at > $2
      """;

  /** What nobody paid in time gives way; a word of the gateway about it counts all the same. */
  private static final String CLOSE_OLD =
      """
      update payment_order set state = 'closed'
      where bill_number = :bill and state = 'open' and expires_at <= :at
      """;

  private static final String INSERT =
      """
      insert into payment_order (order_number, bill_number, gateway, amount_fen, pay_at, state, created_at,
        expires_at, ask_at)
      select :order, b.bill_number, :gateway, :amount, :payAt, 'open', :at, :until, :askAt
      from bill b where b.bill_number = :bill and b.state = 'open' and b.total_fen = :amount
      on conflict do nothing
      """;

  /** The bill first, always, so that two never wait for each other. */
  private static final String ABOUT =
      """
      select b.subject, b.joint from payment_order o join bill b on b.bill_number = o.bill_number
      where o.order_number = $1
      """;

  private static final String LOCK_BILL =
      """
      select b.bill_number from bill b
      where b.bill_number = (select o.bill_number from payment_order o where o.order_number = :order)
      for update
      """;

  private static final String READ =
      """
      select json_build_object('orderNumber', o.order_number, 'billNumber', b.bill_number, 'subject', b.subject,
        'state', o.state, 'amountFen', o.amount_fen, 'billPaid', b.state = 'paid', 'billFen', b.total_fen)::text
      from payment_order o join bill b on b.bill_number = o.bill_number where o.order_number = :order
      """;
  private static final String MOVE =
      "update payment_order set state = :state, ask_at = null where order_number = :order";
  private static final String NOTE =
      """
      insert into payment_notice (id, order_number, paid, amount_fen, reference, asked, verdict, at)
      values (:id, :order, :paid, :amount, cast(:reference as text), :asked, :verdict, :at)
      """;
  private static final String TO_ASK =
      "select order_number from payment_order where ask_at <= $1 order by ask_at limit $2";
  private static final String ASK_LATER =
      """
      update payment_order set ask_at = case when $4 or expires_at <= $3::timestamptz - interval '1 day' then null else $2::timestamptz end,
        state = case when state = 'open' and expires_at <= $3 then 'closed' else state end
      where order_number = $1
      """;

  private final Pool pool;

  OrderStore(Pool pool) {
    this.pool = pool;
  }

  /** The order of a bill that is still good. */
  Uni<Optional<Open>> current(String billNumber, Instant now) {
    return pool.preparedQuery(CURRENT)
        .execute(Tuple.of(billNumber, CityTime.offset(now)))
        .map(rows -> rows.stream().findFirst().map(OrderStore::open));
  }

  private static Open open(Row row) {
    return new Open(
        row.getString("order_number"),
        row.getLong("amount_fen"),
        row.getString("pay_at"),
        row.getOffsetDateTime("expires_at").toInstant());
  }

  /** Stores an order; false when there is another or the bill has changed. */
  Uni<Boolean> insert(
      Mutiny.Session session,
      String billNumber,
      String gateway,
      Open order,
      Instant now,
      Instant askAt) {
    return session
        .createNativeQuery(CLOSE_OLD)
        .setParameter("bill", billNumber)
        .setParameter("at", CityTime.offset(now))
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(INSERT)
                    .setParameter("order", order.orderNumber())
                    .setParameter("bill", billNumber)
                    .setParameter("gateway", gateway)
                    .setParameter("amount", order.amountFen())
                    .setParameter("payAt", order.payAt())
                    .setParameter("at", CityTime.offset(now))
                    .setParameter("until", CityTime.offset(order.until()))
                    .setParameter("askAt", CityTime.offset(askAt))
                    .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** What an order pays for; empty when there is no such order. */
  Uni<Optional<About>> about(String orderNumber) {
    return pool.preparedQuery(ABOUT)
        .execute(Tuple.of(orderNumber))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(row -> new About(row.getString("subject"), row.getBoolean("joint"))));
  }

  /** An order that there is, with its bill, for nobody else until the transaction ends. */
  Uni<Locked> lock(Mutiny.Session session, String orderNumber) {
    return session
        .createNativeQuery(LOCK_BILL, String.class)
        .setParameter("order", orderNumber)
        .getResultList()
        .chain(
            () ->
                session
                    .createNativeQuery(READ, String.class)
                    .setParameter("order", orderNumber)
                    .getSingleResult())
        .map(found -> StoredJson.read(found, Locked.class));
  }

  Uni<Void> move(Mutiny.Session session, String orderNumber, OrderState state) {
    return session
        .createNativeQuery(MOVE)
        .setParameter("order", orderNumber)
        .setParameter("state", state.code())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Keeps a word of the gateway with what was made of it. */
  Uni<Void> note(Mutiny.Session session, Word word, Verdict verdict, Instant at) {
    return session
        .createNativeQuery(NOTE)
        .setParameter("id", UUID.randomUUID())
        .setParameter("order", word.orderNumber())
        .setParameter("paid", word.paid())
        .setParameter("amount", word.amountFen())
        .setParameter("reference", word.reference())
        .setParameter("asked", word.asked())
        .setParameter("verdict", verdict.code())
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Orders of which no word has come for long enough. */
  Uni<List<String>> toAsk(Instant now, int most) {
    return pool.preparedQuery(TO_ASK)
        .execute(Tuple.of(CityTime.offset(now), most))
        .map(rows -> rows.stream().map(row -> row.getString("order_number")).toList());
  }

  /**
   * The gateway knew nothing new: it is asked again, unless that was the last time.
   *
   * @param last whether there is nothing more to ask
   */
  Uni<Void> askLater(String orderNumber, Instant next, Instant now, boolean last) {
    return pool.preparedQuery(ASK_LATER)
        .execute(Tuple.of(orderNumber, CityTime.offset(next), CityTime.offset(now), last))
        .replaceWithVoid();
  }
}
