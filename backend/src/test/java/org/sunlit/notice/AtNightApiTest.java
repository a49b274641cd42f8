package org.sunlit.notice;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Transactor;

/** While it is quiet: what can wait waits for the morning, and what can't goes out. */
@QuarkusTest
@TestProfile(AtNightApiTest.Night.class)
class AtNightApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final NoticeText TEXT = new NoticeText("文", "text");

  @Inject Outbox outbox;
  @Inject Transactor transactor;
  @Inject Pool pool;
  @Inject Clock clock;

  @ConfigProperty(name = "sunlit.notice.quiet-hours")
  String quietHours;

  /** It has been quiet for an hour and will be for two more. */
  public static class Night implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      LocalTime now = LocalTime.now(CityTime.ZONE).truncatedTo(ChronoUnit.MINUTES);
      return Map.of("sunlit.notice.quiet-hours", now.minusHours(1) + "-" + now.plusHours(2));
    }
  }

  private String put(Topic topic) {
    Notice notice =
        new Notice(
            UUID.randomUUID().toString(), "1", topic, TEXT, Reach.telephone("13812345678"), null);
    transactor
        .write(session -> outbox.put(session, notice, clock.instant()))
        .await()
        .atMost(PATIENCE);
    return notice.subjectId();
  }

  private Row sms(String subject) {
    return pool.preparedQuery(
            "select d.status, d.next_attempt_at from notice_delivery d"
                + " join notice n on n.id = d.notice_id"
                + " where n.subject_id = $1 and d.channel = 'sms'")
        .execute(Tuple.of(subject))
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next();
  }

  private void due(String subject) {
    pool.preparedQuery(
            "update notice_delivery d set next_attempt_at = now() from notice n"
                + " where n.id = d.notice_id and n.subject_id = $1")
        .execute(Tuple.of(subject))
        .await()
        .atMost(PATIENCE);
  }

  @Test
  void whatCanWaitWaitsForTheMorningAndACodeGoesAtOnce() throws InterruptedException {
    String decision = put(Topic.REQUIRED);
    String overdue = put(Topic.REQUIRED);
    Instant morning = sms(decision).getOffsetDateTime("next_attempt_at").toInstant();
    String quietUntil = quietHours.substring(quietHours.indexOf('-') + 1);
    // Due since the evening, when nobody was there to send it.
    due(overdue);
    String code = put(Topic.CODE);

    Instant until = clock.instant().plus(PATIENCE);
    while (!sms(code).getString("status").equals("sent") && clock.instant().isBefore(until)) {
      Thread.sleep(200);
    }
    Thread.sleep(4500);

    assertEquals("sent", sms(code).getString("status"));
    assertEquals("waiting", sms(decision).getString("status"));
    assertEquals("waiting", sms(overdue).getString("status"));
    assertEquals(quietUntil, LocalTime.ofInstant(morning, CityTime.ZONE).toString());
  }

  @Test
  void whereNoCarrierHasASecretNobodySaysWhatBecameOfAMessage() {
    given()
        .contentType(ContentType.JSON)
        .header("X-Receipt-Secret", "")
        .body(Map.of("id", UUID.randomUUID(), "status", "delivered"))
        .post("/api/v1/notice-receipts")
        .then()
        .statusCode(404);
  }
}
