package org.sunlit.supervision.card;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.supervision.Finding;
import org.sunlit.supervision.FindingListener;
import org.sunlit.supervision.Severity;
import org.sunlit.supervision.rules.Subject;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.SignedIn;

/** A department with a clerk and a leader, two supervisors, and findings about them. */
@ApplicationScoped
class CardCity {
  static final String SUPERVISOR = "card.supervisor";
  static final String SECOND = "card.second";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CITY = "990700000000";
  private static final String INSERT =
      """
      insert into supervision_finding (id, rule, severity, subject, item_code, department_code, region_code,
        account, occurred_at, found_at, place, evidence)
      values ($1, $2, $3, $4, 'CRD-01', $5, $6, $7, $8, $8, 1, '{}')
      """;
  private static final String GONE =
      """
      update supervision_finding set state = 'withdrawn', withdrawn_at = $2, withdrawn_reason = 'recounted'
      where id = $1
      """;

  private final Founding founding;
  private final FollowedFindings listener;
  private final CardWork work;
  private final Pool pool;
  private final Clock clock;
  private final Desk desk = new Desk(SignedIn::token);
  private final AtomicInteger departments = new AtomicInteger();
  private final AtomicInteger cases = new AtomicInteger();

  CardCity(Founding founding, FollowedFindings listener, CardWork work, Pool pool, Clock clock) {
    this.founding = founding;
    this.listener = listener;
    this.work = work;
    this.pool = pool;
    this.clock = clock;
  }

  /** A department nobody has found anything about; its people are {@code <it>.clerk} and so on. */
  String department() {
    String code = "crd" + departments.incrementAndGet();
    founding.publish(CITY, "红黄牌市", code);
    SignedIn.as(code + ".clerk", code, Role.WINDOW_CLERK);
    SignedIn.as(code + ".colleague", code, Role.WINDOW_CLERK);
    SignedIn.as(code + ".leader", code, Role.APPROVER);
    if (departments.get() == 1) {
      SignedIn.as(SUPERVISOR, null, Role.SUPERVISOR);
      SignedIn.as(SECOND, null, Role.SUPERVISOR);
    }
    return code;
  }

  RequestSpecification as(String account) {
    return desk.as(account);
  }

  /** Something is found about the department's clerk, and what follows has followed. */
  Finding find(Severity severity, String department) {
    Finding finding = about(severity, department, department + ".clerk");
    make(finding);
    work();
    return finding;
  }

  Finding about(Severity severity, String department, String account) {
    Instant now = clock.instant();
    return new Finding(
        UUID.randomUUID(),
        "decision.late",
        severity,
        Subject.ofCase("20260101-%06d-4".formatted(cases.incrementAndGet())),
        "CRD-01",
        department,
        CITY,
        account,
        "window",
        "review",
        now,
        now,
        1);
  }

  /** Written, and told to whoever listens, in one transaction. */
  void make(Finding finding) {
    Tuple row =
        Tuple.tuple()
            .addValue(finding.id())
            .addValue(finding.rule())
            .addValue(finding.severity().code())
            .addValue(finding.subject().number())
            .addValue(finding.departmentCode())
            .addValue(finding.regionCode())
            .addValue(finding.account())
            .addValue(CityTime.offset(finding.foundAt()));
    pool.withTransaction(
            connection ->
                connection
                    .preparedQuery(INSERT)
                    .execute(row)
                    .chain(() -> ((FindingListener) listener).made(connection, List.of(finding))))
        .await()
        .atMost(PATIENCE);
  }

  /** It isn't found any more, and what follows has followed. */
  void gone(Finding finding) {
    pool.withTransaction(
            connection ->
                connection
                    .preparedQuery(GONE)
                    .execute(Tuple.of(finding.id(), CityTime.offset(clock.instant())))
                    .chain(() -> listener.withdrawn(connection, List.of(finding), "recounted")))
        .await()
        .atMost(PATIENCE);
    work();
  }

  /** Does what is due. */
  void work() {
    work.work().await().atMost(PATIENCE);
  }

  /** The number of the card that rests on a finding. */
  String cardOn(Finding finding) {
    return pool.preparedQuery(
            "select c.number from supervision_card c join supervision_card_finding f on f.card_id = c.id"
                + " where f.finding_id = $1 order by c.issued_at desc limit 1")
        .execute(Tuple.of(finding.id()))
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getString(0);
  }

  Response card(String account, String number) {
    return as(account).get("/api/v1/supervision/cards/{number}", number);
  }

  /** Does something about a card as it stands. */
  Response act(String account, String number, String action) {
    String tag = card(SUPERVISOR, number).getHeader("ETag");
    return act(account, number, action, tag, Api.key());
  }

  Response act(String account, String number, String action, String tag, String key) {
    return as(account)
        .header("If-Match", tag)
        .header("Idempotency-Key", key)
        .body(Map.of("words", "情况如下：" + action))
        .post("/api/v1/supervision/cards/{number}/actions/{action}", number, action);
  }
}
