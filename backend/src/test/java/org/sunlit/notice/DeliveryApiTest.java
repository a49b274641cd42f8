package org.sunlit.notice;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Language;
import org.sunlit.testing.ContractFilter;

/** Messages go out once each, whatever the carriers do, and it is known what became of them. */
@QuarkusTest
@QuarkusTestResource(value = FakeCarriers.class, restrictToAnnotatedClass = true)
class DeliveryApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final NoticeText TEXT = new NoticeText("您的“办件”有消息", "News of your “case”");

  @Inject Outbox outbox;
  @Inject Transactor transactor;
  @Inject Pool pool;
  @Inject Carriers carriers;
  @Inject Clock clock;
  @Inject Vault vault;

  /** How far a delivery got. */
  private record Delivery(
      UUID id, String status, String failure, int attempts, Instant next, boolean recipientKept) {}

  private static String number(String beginning) {
    return beginning + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
  }

  private static Reach byMail(String email) {
    return new Reach(
        null, null, new NoticeChoice(Language.EN, email, Set.of(Channel.EMAIL), Set.of()));
  }

  private Notice notice(Reach reach) {
    return new Notice(UUID.randomUUID().toString(), "1", Topic.REQUIRED, TEXT, reach, null);
  }

  private Notice put(Notice notice) {
    transactor
        .write(session -> outbox.put(session, notice, clock.instant()))
        .await()
        .atMost(PATIENCE);
    return notice;
  }

  private Delivery delivery(Notice notice, Channel channel) {
    Row row =
        pool.preparedQuery(
                "select d.* from notice_delivery d join notice n on n.id = d.notice_id"
                    + " where n.subject_id = $1 and d.channel = $2")
            .execute(Tuple.of(notice.subjectId(), channel.code()))
            .await()
            .atMost(PATIENCE)
            .iterator()
            .next();
    return new Delivery(
        row.getUUID("id"),
        row.getString("status"),
        row.getString("failure"),
        row.getInteger("attempts"),
        row.getOffsetDateTime("next_attempt_at").toInstant(),
        row.getBuffer("recipient") != null);
  }

  private Delivery await(Notice notice, Channel channel, Predicate<Delivery> wanted)
      throws InterruptedException {
    Instant until = clock.instant().plus(PATIENCE);
    while (clock.instant().isBefore(until)) {
      Delivery now = delivery(notice, channel);
      if (wanted.test(now)) {
        return now;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("Still " + delivery(notice, channel));
  }

  /** The wait after a failure is over. */
  private void hasten(Notice notice) {
    pool.preparedQuery(
            "update notice_delivery d set next_attempt_at = now() from notice n"
                + " where n.id = d.notice_id and n.subject_id = $1 and d.status = 'waiting'")
        .execute(Tuple.of(notice.subjectId()))
        .await()
        .atMost(PATIENCE);
  }

  private static List<Map<String, String>> received() {
    return given()
        .baseUri(ConfigProvider.getConfig().getValue(FakeCarriers.AT, String.class))
        .get("/received")
        .jsonPath()
        .getList("");
  }

  private static List<Map<String, String>> received(String number) {
    return received().stream().filter(one -> number.equals(one.get("to"))).toList();
  }

  private static Response receipt(String secret, UUID id, String status) {
    var request =
        given()
            .filter(ContractFilter.both())
            .contentType(ContentType.JSON)
            .body(Map.of("id", id, "status", status));
    return (secret == null ? request : request.header("X-Receipt-Secret", secret))
        .post("/api/v1/notice-receipts");
  }

  @Test
  void handsAnSmsToTheGatewayAsTheOperatorWantsIt() throws Exception {
    String number = number("13800");
    Notice notice = put(notice(Reach.telephone(number)));

    Delivery sent = await(notice, Channel.SMS, one -> one.status().equals("sent"));

    assertEquals(
        List.of(
            Map.of(
                "key",
                sent.id().toString(),
                "idempotencyKey",
                sent.id().toString(),
                "to",
                number,
                "content",
                TEXT.chinese(),
                "authorization",
                "Bearer city",
                "app",
                "sunlit")),
        received(number));
    assertTrue(!sent.recipientKept(), "the number stays only until it has been used");
    assertEquals("sent", delivery(notice, Channel.IN_APP).status());
  }

  @Test
  void triesAgainWithTheSameKey() throws Exception {
    String number = number(FakeCarriers.FAILING);
    Notice notice = put(notice(Reach.telephone(number)));

    Delivery once = await(notice, Channel.SMS, one -> one.attempts() == 1 && waitsSeconds(one, 10));
    assertEquals("waiting", once.status());
    hasten(notice);
    await(notice, Channel.SMS, one -> one.attempts() == 2 && waitsSeconds(one, 20));
    hasten(notice);
    Delivery sent = await(notice, Channel.SMS, one -> one.status().equals("sent"));

    assertEquals(3, sent.attempts());
    assertEquals(
        List.of(sent.id().toString(), sent.id().toString(), sent.id().toString()),
        received(number).stream().map(one -> one.get("idempotencyKey")).toList());
  }

  private boolean waitsSeconds(Delivery one, int most) {
    Duration left = Duration.between(clock.instant(), one.next());
    return left.compareTo(Duration.ofSeconds(most)) <= 0
        && left.compareTo(Duration.ofSeconds(most / 2)) > 0;
  }

  @Test
  void doesNotInsistOnWhatIsRefused() throws Exception {
    Notice notice = put(notice(Reach.telephone(number(FakeCarriers.REFUSING))));

    Delivery failed = await(notice, Channel.SMS, one -> one.status().equals("failed"));

    assertEquals("refused", failed.failure());
    assertEquals(1, failed.attempts());
    assertTrue(!failed.recipientKept());
  }

  @Test
  void waitsForNoGatewayThatIsSilent() throws Exception {
    String number = number(FakeCarriers.SILENT);
    Notice silent = put(notice(Reach.telephone(number)));
    Notice other = put(notice(Reach.telephone(number("13800"))));

    await(other, Channel.SMS, one -> one.status().equals("sent"));
    Delivery waits =
        await(silent, Channel.SMS, one -> one.attempts() == 1 && waitsSeconds(one, 10));

    assertEquals("waiting", waits.status());
    assertEquals(1, received(number).size());
  }

  @Test
  void sendsNothingThatIsOfNoUseAnyMore() throws Exception {
    String number = number("13800");
    Instant past = clock.instant().minusSeconds(1);
    Notice code =
        put(
            new Notice(
                UUID.randomUUID().toString(),
                "asked",
                Topic.CODE,
                TEXT,
                Reach.telephone(number),
                past));

    Delivery failed = await(code, Channel.SMS, one -> one.status().equals("failed"));

    assertEquals("tooLate", failed.failure());
    assertEquals(List.of(), received(number));
  }

  @Test
  void sendsEachOnceHoweverManyNodesThereAre() throws Exception {
    List<String> numbers =
        IntStream.range(0, 120).mapToObj(at -> "13801" + (100_000 + at)).toList();
    for (String number : numbers) {
      put(notice(Reach.telephone(number)));
    }
    List<Uni<Void>> nodes =
        Stream.generate(() -> new Postman(pool, outbox, carriers, clock, vault))
            .limit(4)
            .map(Postman::deliver)
            .toList();
    Uni.join().all(nodes).andFailFast().await().atMost(PATIENCE);

    Instant until = clock.instant().plus(PATIENCE);
    while (of(numbers).size() < numbers.size() && clock.instant().isBefore(until)) {
      Thread.sleep(100);
    }
    List<String> keys = of(numbers);
    assertEquals(numbers.size(), keys.size());
    assertEquals(numbers.size(), new HashSet<>(keys).size());
  }

  private static List<String> of(List<String> numbers) {
    return received().stream()
        .filter(one -> numbers.contains(one.get("to")))
        .map(one -> one.get("idempotencyKey"))
        .toList();
  }

  @Test
  void takesOverFromANodeThatDiedWithAMessageInHand() throws Exception {
    String number = number("13800");
    Notice notice = notice(Reach.telephone(number));
    transactor
        .write(
            session ->
                outbox
                    .put(session, notice, clock.instant())
                    .chain(() -> takenByANodeThatIsGone(session, notice)))
        .await()
        .atMost(PATIENCE);
    Thread.sleep(2500);
    assertEquals(List.of(), received(number));

    hasten(notice);

    Delivery sent = await(notice, Channel.SMS, one -> one.status().equals("sent"));
    assertEquals(sent.id().toString(), received(number).get(0).get("idempotencyKey"));
  }

  private static Uni<Integer> takenByANodeThatIsGone(Mutiny.Session session, Notice notice) {
    return session
        .createNativeQuery(
            "update notice_delivery d set attempts = 1, next_attempt_at = now() + interval '2 minutes'"
                + " from notice n where n.id = d.notice_id and n.subject_id = :subject"
                + " and d.status = 'waiting'")
        .setParameter("subject", notice.subjectId())
        .executeUpdate();
  }

  @Test
  void tellsOfOneEventOnce() throws Exception {
    String number = number("13800");
    Notice notice = put(put(notice(Reach.telephone(number))));

    await(notice, Channel.SMS, one -> one.status().equals("sent"));
    Thread.sleep(2500);

    assertEquals(1, received(number).size());
  }

  @Test
  void writesAnEmailInTheReadersLanguage() throws Exception {
    String address = "w" + UUID.randomUUID() + "@people.example";
    Notice notice = put(notice(byMail(address)));

    Delivery sent = await(notice, Channel.EMAIL, one -> one.status().equals("sent"));

    String mail =
        received().stream()
            .map(one -> one.get("mail"))
            .filter(text -> text != null && text.contains(address))
            .findFirst()
            .orElseThrow();
    assertTrue(mail.contains("From: sunlit@city.example"), mail);
    assertTrue(mail.contains("Subject: Sunlit: about your case"), mail);
    assertTrue(mail.contains("News of your"), mail);
    assertEquals(
        List.of("Message-ID: <" + sent.id() + "@city.example>"),
        mail.lines().filter(line -> line.toLowerCase().startsWith("message-id")).toList());
  }

  @Test
  void givesUpAnAddressThatNobodyHas() throws Exception {
    Notice notice = put(notice(byMail("gone@people.example")));

    Delivery failed = await(notice, Channel.EMAIL, one -> one.status().equals("failed"));

    assertEquals("refused", failed.failure());
  }

  /** What is said one after the other, and what stands then. */
  @ParameterizedTest
  @CsvSource({
    "delivered,                   delivered, ",
    "delivered delivered,         delivered, ",
    "delivered failed,            delivered, ",
    "failed,                      failed,    notDelivered",
    "failed failed,               failed,    notDelivered",
    "failed delivered delivered,  delivered, ",
  })
  void takesReceiptsHoweverOftenTheyCome(String said, String status, String failure)
      throws Exception {
    Notice notice = put(notice(Reach.telephone(number("13800"))));
    Delivery sent = await(notice, Channel.SMS, one -> one.status().equals("sent"));

    for (String word : said.split(" ")) {
      receipt(FakeCarriers.SECRET, sent.id(), word).then().statusCode(204);
    }

    Delivery now = delivery(notice, Channel.SMS);
    assertEquals(status, now.status());
    assertEquals(failure, now.failure());
  }

  @Test
  void keepsAReceiptThatWasFasterThanTheGatewaysAnswer() throws Exception {
    Notice notice = put(notice(Reach.telephone(number(FakeCarriers.SILENT))));
    Delivery waiting = await(notice, Channel.SMS, one -> one.attempts() == 1);
    receipt(FakeCarriers.SECRET, waiting.id(), "delivered").then().statusCode(204);

    Thread.sleep(2500);

    assertEquals("delivered", delivery(notice, Channel.SMS).status());
    assertEquals(1, delivery(notice, Channel.SMS).attempts());
  }

  @Test
  void believesReceiptsOnlyFromWhoHasTheSecret() throws Exception {
    Notice notice = put(notice(Reach.telephone(number("13800"))));
    Delivery sent = await(notice, Channel.SMS, one -> one.status().equals("sent"));

    receipt(null, sent.id(), "failed").then().statusCode(401);
    receipt("another", sent.id(), "failed").then().statusCode(401);
    receipt(FakeCarriers.SECRET, UUID.randomUUID(), "failed").then().statusCode(404);
    receipt(FakeCarriers.SECRET, delivery(notice, Channel.IN_APP).id(), "failed")
        .then()
        .statusCode(404);

    assertEquals("sent", delivery(notice, Channel.SMS).status());
    assertNull(delivery(notice, Channel.SMS).failure());
    assertNotNull(sent.next());
  }
}
