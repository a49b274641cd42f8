package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.charge.rules.Refunds;
import org.sunlit.platform.CityTime;

/** Refunds in the database. */
@ApplicationScoped
class RefundStore {
  /**
   * A refund on its way.
   *
   * @param subject what its bill is about, a case or (where {@code joint}) a joint application
   * @param orderNumber null for money from the window
   */
  record Sent(
      UUID id,
      String subject,
      boolean joint,
      String billNumber,
      String orderNumber,
      long amountFen) {}

  /** What the second person declined, or nobody decided in time, is out of the way of another. */
  private static final String CLEAR =
      """
      update refund r set state = 'declined' from confirmation_request c
      where c.id = r.confirmation and r.payment = :payment and r.state = 'proposed'
        and (c.state <> 'open' or c.expires_at <= :at)
      """;

  private static final String ASK =
      """
      insert into refund (id, payment, ground, amount_fen, state, by_applicant, asked_at)
      values (:id, :payment, :ground, :amount, 'asked', :byApplicant, :at)
      on conflict (payment) where state in ('asked', 'proposed', 'approved') do nothing
      """;
  private static final String PROPOSE =
      """
      update refund set state = 'proposed', proposed_by = :by, confirmation = :confirmation
      where id = :id and state = 'asked'
      """;

  /** Money from the window goes back there at once; the gateway is asked to send the other. */
  private static final String APPROVE =
      """
      update refund r
      set approved_by = :by, state = case p.way when 'cash' then 'done' else 'approved' end,
        done_at = case p.way when 'cash' then cast(:at as timestamptz) end,
        send_at = case p.way when 'online' then cast(:at as timestamptz) end
      from payment p where p.id = r.payment and r.id = :id and r.state = 'proposed'
      """;

  private static final String COLUMNS =
      """
      select r.id, b.subject, b.joint, b.bill_number, p.order_number, r.amount_fen
      from refund r join payment p on p.id = r.payment join bill b on b.bill_number = p.bill_number
      """;
  private static final String WAITING =
      COLUMNS + " where r.send_at <= $1 order by r.send_at limit $2";
  private static final String ONE = COLUMNS + " where r.id = $1";
  private static final String DONE =
      """
      update refund set state = 'done', done_at = :at, reference = :reference, send_at = null
      where id = :id and state = 'approved'
      """;
  private static final String LATER =
      "update refund set send_at = $2 where id = $1 and send_at is not null";

  private final Pool pool;

  RefundStore(Pool pool) {
    this.pool = pool;
  }

  /** Stores a wish; false while another refund of the payment goes on. */
  Uni<Boolean> ask(
      Mutiny.Session session, UUID id, Refunds.Possible wanted, boolean byApplicant, Instant at) {
    return session
        .createNativeQuery(CLEAR)
        .setParameter("payment", wanted.paymentId())
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(ASK)
                    .setParameter("id", id)
                    .setParameter("payment", wanted.paymentId())
                    .setParameter("ground", wanted.ground().code())
                    .setParameter("amount", wanted.amountFen())
                    .setParameter("byApplicant", byApplicant)
                    .setParameter("at", CityTime.offset(at))
                    .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** A wish is proposed to a second person; false when somebody else has done so. */
  Uni<Boolean> propose(Mutiny.Session session, UUID id, String by, UUID confirmation) {
    return session
        .createNativeQuery(PROPOSE)
        .setParameter("id", id)
        .setParameter("by", by)
        .setParameter("confirmation", confirmation)
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  /** The second person agrees; false when there is nothing to agree to any more. */
  Uni<Boolean> approve(Mutiny.Session session, UUID id, String by, Instant at) {
    return session
        .createNativeQuery(APPROVE)
        .setParameter("id", id)
        .setParameter("by", by)
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  /** The gateway has paid back; false when that was known. */
  Uni<Boolean> done(Mutiny.Session session, UUID id, String reference, Instant at) {
    return session
        .createNativeQuery(DONE)
        .setParameter("id", id)
        .setParameter("reference", reference)
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  /** Refunds that the gateway is to be asked for now. */
  Uni<List<Sent>> waiting(Instant now, int most) {
    return read(WAITING, Tuple.of(CityTime.offset(now), most));
  }

  Uni<Optional<Sent>> find(UUID id) {
    return read(ONE, Tuple.of(id)).map(found -> found.stream().findFirst());
  }

  private Uni<List<Sent>> read(String statement, Tuple parameters) {
    return pool.preparedQuery(statement)
        .execute(parameters)
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Sent(
                                row.getUUID("id"),
                                row.getString("subject"),
                                row.getBoolean("joint"),
                                row.getString("bill_number"),
                                row.getString("order_number"),
                                row.getLong("amount_fen")))
                    .toList());
  }

  Uni<Void> later(UUID id, Instant next) {
    return pool.preparedQuery(LATER).execute(Tuple.of(id, CityTime.offset(next))).replaceWithVoid();
  }
}
