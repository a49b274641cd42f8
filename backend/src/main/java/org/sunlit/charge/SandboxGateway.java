package org.sunlit.charge;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.sunlit.charge.rules.Reconciliation;
import org.sunlit.platform.CityTime;

/**
 * A gateway to try with, where no money moves: it keeps orders of its own as another house would,
 * shows a page on which one approves or declines, and signs what it says.
 */
@ApplicationScoped
class SandboxGateway implements PaymentGateway {
  private static final String SECRET = "select secret from sandbox_gateway";
  private static final String OPEN =
      """
      insert into sandbox_order (order_number, token, title, amount_fen, expires_at, state)
      values ($1, $2, $3, $4, $5, 'waiting')
      """;
  private static final String COLUMNS =
      "select order_number, token, title, amount_fen, expires_at, state, reference from sandbox_order";
  private static final String DECIDE =
      """
      update sandbox_order set state = $2, reference = $3, decided_at = $4
      where token = $1 and state = 'waiting' and expires_at > $4
      """;
  private static final String REFUND =
      """
      insert into sandbox_refund (id, order_number, amount_fen, reference, at) values ($1, $2, $3, $4, $5)
      on conflict (id) do update set at = sandbox_refund.at returning reference
      """;
  private static final String STATEMENT =
      """
      select order_number, amount_fen from sandbox_order
      where state = 'approved' and decided_at >= $1 and decided_at < $2
      """;
  private static final int TOKEN_BYTES = 24;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** An order as the sandbox keeps it. */
  record Kept(
      String orderNumber,
      String title,
      long amountFen,
      Instant until,
      String state,
      String reference) {
    boolean expired(Instant now) {
      return state.equals("waiting") && !now.isBefore(until);
    }
  }

  private final Pool pool;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private volatile byte[] secret;

  SandboxGateway(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  void load(@Observes @Priority(7) StartupEvent start) {
    secret =
        pool.query(SECRET)
            .execute()
            .map(rows -> rows.iterator().next().getBuffer("secret").getBytes())
            .await()
            .atMost(PATIENCE);
  }

  @Override
  public String code() {
    return "sandbox";
  }

  @Override
  public byte[] secret() {
    return secret.clone();
  }

  @Override
  public Uni<String> open(Order order) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return pool.preparedQuery(OPEN)
        .execute(
            Tuple.of(
                order.orderNumber(),
                token,
                order.title(),
                order.amountFen(),
                CityTime.offset(order.until())))
        .replaceWith("/payments/sandbox/" + token);
  }

  @Override
  public Uni<Answer> ask(String orderNumber) {
    return one(COLUMNS + " where order_number = $1", orderNumber)
        .map(
            found ->
                found
                    .map(SandboxGateway::answer)
                    .orElseGet(() -> new Answer(Status.UNKNOWN, 0, null)));
  }

  private static Answer answer(Kept kept) {
    return switch (kept.state()) {
      case "approved" -> new Answer(Status.PAID, kept.amountFen(), kept.reference());
      case "declined" -> new Answer(Status.DECLINED, kept.amountFen(), kept.reference());
      default -> new Answer(Status.OPEN, 0, null);
    };
  }

  @Override
  public Uni<String> refund(Back back) {
    String reference = "SBR" + back.refundId().toString().substring(0, 13).replace("-", "");
    return pool.preparedQuery(REFUND)
        .execute(
            Tuple.of(
                back.refundId(),
                back.orderNumber(),
                back.amountFen(),
                reference,
                CityTime.offset(clock.instant())))
        .map(rows -> rows.iterator().next().getString("reference"));
  }

  @Override
  public Uni<List<Reconciliation.There>> statement(LocalDate day) {
    return pool.preparedQuery(STATEMENT)
        .execute(
            Tuple.of(
                day.atStartOfDay(CityTime.ZONE).toOffsetDateTime(),
                day.plusDays(1).atStartOfDay(CityTime.ZONE).toOffsetDateTime()))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Reconciliation.There(
                                row.getString("order_number"), row.getLong("amount_fen")))
                    .toList());
  }

  /** The order behind a page's address. */
  Uni<Optional<Kept>> find(String token) {
    return one(COLUMNS + " where token = $1", token);
  }

  /** Approves or declines; false when that has been done or it is too late. */
  Uni<Boolean> decide(String token, boolean approve) {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    String reference = "SB" + new BigInteger(1, bytes);
    return pool.preparedQuery(DECIDE)
        .execute(
            Tuple.of(
                token,
                approve ? "approved" : "declined",
                reference,
                CityTime.offset(clock.instant())))
        .map(rows -> rows.rowCount() == 1);
  }

  private Uni<Optional<Kept>> one(String statement, String value) {
    return pool.preparedQuery(statement)
        .execute(Tuple.of(value))
        .map(rows -> rows.stream().findFirst().map(SandboxGateway::kept));
  }

  private static Kept kept(Row row) {
    return new Kept(
        row.getString("order_number"),
        row.getString("title"),
        row.getLong("amount_fen"),
        row.getOffsetDateTime("expires_at").toInstant(),
        row.getString("state"),
        row.getString("reference"));
  }
}
