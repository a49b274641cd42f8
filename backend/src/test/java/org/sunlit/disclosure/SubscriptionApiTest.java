package org.sunlit.disclosure;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.disclosure.subscription.SubscriptionRounds;
import org.sunlit.notice.NoticeSeals;
import org.sunlit.platform.TravellingClock;
import org.sunlit.privacy.Vault;
import org.sunlit.testing.Api;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.Tables;

/** Publications by e-mail, from asking to forgetting. */
@QuarkusTest
class SubscriptionApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern TOKEN = Pattern.compile("subscriptions#token=([A-Za-z0-9_-]{27})");
  private static final String LETTERS =
      """
      select id, subject_id, shown from notice where subject_id like 'subscription:%' and created_at >= $1
      order by created_at, event
      """;

  /** Copies of what is public, in threes of one moment. */
  private static final String COPY =
      """
      with original as (
        select p.*, e.title, e.body, e.drafted_by, e.reviewed_by
        from publication p join publication_edition e on e.publication_id = p.id and e.edition = 1
        where p.number = $1),
      copied as (
        select gen_random_uuid() as id, o.number || '-' || n as number, 'copy-' || n || '.' as title, o.department_code,
          o.categories, o.body, o.drafted_by, o.reviewed_by,
          o.first_released_at + n / 3 * interval '1 second' as released_at
        from original o, generate_series(1, $2) n),
      kept as (
        insert into publication (id, number, department_code, public_edition, categories, first_released_at, changed_at)
        select id, number, department_code, 1, categories, released_at, released_at from copied returning id)
      insert into publication_edition
        (publication_id, edition, state, title, body, categories, drafted_by, reviewed_by, released_at)
      select c.id, 1, 'released', c.title, c.body, c.categories, c.drafted_by, c.reviewed_by, c.released_at
      from copied c join kept k on k.id = c.id
      """;

  @Inject DisclosureCity city;
  @Inject SubscriptionRounds rounds;
  @Inject TravellingClock clock;
  @Inject Tables tables;
  @Inject Vault vault;
  @Inject Pool pool;

  private String department;
  private String address;
  private String domain;
  private Instant begun;

  @BeforeEach
  void found() {
    department = city.department();
    domain = "@" + UUID.randomUUID().toString().substring(0, 8) + ".example.com";
    address = "reader" + domain;
    begun = clock.instant();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  @Test
  void whoConfirmsIsToldOnceADayOfWhatWasAskedForAndForgottenOnLeaving() {
    ask(address, choice()).then().statusCode(202);
    String token = token(letters().get(0));
    post("choice", token).then().statusCode(200).body("confirmed", equalTo(false));
    Api.contract()
        .body(Map.of("token", token))
        .post("/api/v1/subscriptions/confirmation")
        .then()
        .statusCode(200)
        .body("confirmed", equalTo(true))
        .body("email", equalTo("r***" + domain));
    String wanted = city.publish(department, DisclosureCity.content("晨报所载", "正文"));
    city.publish(city.department(), DisclosureCity.content("别处所载", "正文"));
    clock.travelTo(clock.instant().plus(Duration.ofDays(1)));
    rounds.run().await().atMost(PATIENCE);
    rounds.run().await().atMost(PATIENCE);
    List<String> letters = letters();
    assertEquals(2, letters.size(), letters::toString);
    String news = letters.get(1);
    assertTrue(news.contains("晨报所载") && news.contains("/disclosures/" + wanted), news);
    assertFalse(news.contains("别处所载") || news.contains("null"), news);
    assertTrue(
        news.contains(
            "\"unsubscribe\":\"http://localhost:8080/api/v1/subscriptions/unsubscription?token="
                + token),
        news);

    String subject = subject();
    end(token).then().statusCode(204);
    end(token).then().statusCode(204);
    post("choice", token).then().statusCode(404);
    for (String left :
        List.of(
            "select count(*) from notice where subject_id = $1",
            "select count(*) from vault_key where subject = $1",
            "select count(*) from disclosure_subscription where 'subscription:' || id = $1")) {
      assertEquals(0, tables.count(left, subject), left);
    }
  }

  @Test
  void whatIsPublishedWithinHoursIsToldAtOnceAndNotAgain() {
    String duty = department + "-incident";
    keepIncidents(duty);
    ask(address, choice()).then().statusCode(202);
    confirm(token(letters().get(0)));
    city.as(department + ".drafter")
        .body(Map.of("about", "某处事故", "happenedAt", clock.instant().toString()))
        .put("/api/v1/disclosure-duties/{code}/occasions/{occasion}", duty, "事故-1")
        .then()
        .statusCode(204);
    Map<String, Object> content = DisclosureCity.content("事故快报", "已处置。");
    content.put("dutyCode", duty);
    content.put("occasion", "事故-1");
    city.publish(department, content);
    rounds.run().await().atMost(PATIENCE);
    assertEquals(2, letters().size());
    assertTrue(letters().get(1).contains("事故快报"));
    clock.travelTo(clock.instant().plus(Duration.ofDays(1)));
    rounds.run().await().atMost(PATIENCE);
    assertEquals(2, letters().size());
  }

  @Test
  void onADayOfManyPublicationsAllAreTold() {
    ask(address, choice()).then().statusCode(202);
    confirm(token(letters().get(0)));
    String original = city.publish(department, DisclosureCity.content("copy-0.", "正文"));
    pool.preparedQuery(COPY)
        .execute(io.vertx.mutiny.sqlclient.Tuple.of(original, 130))
        .await()
        .atMost(PATIENCE);
    clock.travelTo(clock.instant().plus(Duration.ofDays(1)));
    for (int round = 0; round < 5; round++) {
      rounds.run().await().atMost(PATIENCE);
    }
    assertEquals(4, letters().size());
    String all = String.join("\n", letters());
    Map<String, Long> told =
        Pattern.compile("copy-\\d+\\.（")
            .matcher(all)
            .results()
            .collect(Collectors.groupingBy(MatchResult::group, Collectors.counting()));
    assertEquals(131, told.size(), told::toString);
    assertEquals(Set.of(1L), Set.copyOf(told.values()), told::toString);
  }

  @Test
  void nobodyLearnsWhetherAnAddressIsSubscribedAndNobodyIsFlooded() {
    String first = ask(address, choice()).then().statusCode(202).extract().path("expiresAt");
    String token = token(letters().get(0));
    confirm(token);
    Map<String, Object> other = Map.of("publications", true, "bulletin", true);
    for (int time = 0; time < 4; time++) {
      ask(address, other).then().statusCode(202).body("size()", equalTo(1));
    }
    assertEquals(3, letters().size());
    assertTrue(first.startsWith("2"), first);
    post("choice", token).then().body("choice.bulletin", equalTo(false));

    clock.travelTo(clock.instant().plus(Duration.ofDays(30)));
    int asked = 0;
    while (ask("n" + asked + address, choice()).statusCode() == 202) {
      asked++;
    }
    assertEquals(20, asked);
    ask(address, choice()).then().statusCode(429).header("Retry-After", equalTo("86400"));
  }

  @Test
  void whatNobodyConfirmsVanishes() {
    ask(address, choice()).then().statusCode(202);
    String token = token(letters().get(0));
    String subject = subject();
    clock.travelTo(clock.instant().plus(Duration.ofHours(49)));
    post("confirmation", token).then().statusCode(404);
    rounds.sweep().await().atMost(PATIENCE);
    assertEquals(0, tables.count("select count(*) from vault_key where subject = $1", subject));
    assertEquals(0, tables.count("select count(*) from notice where subject_id = $1", subject));
  }

  @Test
  void badFormsAreToldByField() {
    ask("a@b.example\r\nBcc: x@y.example", choice()).then().statusCode(400);
    ask("not an address", choice())
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/email"));
    ask(address, Map.of("publications", false, "bulletin", false)).then().statusCode(422);
    Map<String, Object> wrong =
        Map.of(
            "publications",
            true,
            "bulletin",
            false,
            "categories",
            List.of("nothing"),
            "departments",
            List.of("nowhere"),
            "regions",
            List.of("1"),
            "dutyCode",
            "none");
    ask(address, wrong)
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            hasItems(
                "/choice/categories",
                "/choice/departments",
                "/choice/regions",
                "/choice/dutyCode"));
    assertEquals(0, letters().size());
    given()
        .filter(ContractFilter.answers())
        .redirects()
        .follow(false)
        .queryParam("token", "a".repeat(27))
        .get("/api/v1/subscriptions/unsubscription")
        .then()
        .statusCode(303)
        .header("Location", containsString("/subscriptions#token=" + "a".repeat(27)));
    given()
        .filter(ContractFilter.answers())
        .queryParam("token", "\r\nx")
        .get("/api/v1/subscriptions/unsubscription")
        .then()
        .statusCode(400);
  }

  private Map<String, Object> choice() {
    return Map.of("publications", true, "bulletin", false, "departments", List.of(department));
  }

  private Response ask(String email, Map<String, Object> choice) {
    return Api.anything()
        .body(Map.of("email", email, "language", "zh", "choice", choice))
        .post("/api/v1/subscriptions");
  }

  private static void confirm(String token) {
    post("confirmation", token).then().statusCode(200);
  }

  private static Response post(String what, String token) {
    return Api.contract().body(Map.of("token", token)).post("/api/v1/subscriptions/" + what);
  }

  private static Response end(String token) {
    return given()
        .filter(ContractFilter.answers())
        .formParam("List-Unsubscribe", "One-Click")
        .post("/api/v1/subscriptions/unsubscription?token=" + token);
  }

  private void keepIncidents(String code) {
    city.as(DisclosureCity.KEEPER)
        .body(
            Map.of(
                "departmentCode", department,
                "category", "safety",
                "title", "事故快报",
                "titleEn", "Incidents",
                "timing", "immediate",
                "limit", 24,
                "unit", "hours",
                "ground", "某",
                "fromOn", "2026-01-01"))
        .put("/api/v1/disclosure-duties/{code}", code)
        .then()
        .statusCode(204);
  }

  private List<Row> rows() {
    return pool
        .preparedQuery(LETTERS)
        .execute(io.vertx.mutiny.sqlclient.Tuple.of(begun.atOffset(java.time.ZoneOffset.UTC)))
        .await()
        .atMost(PATIENCE)
        .stream()
        .filter(row -> opened(row).contains(domain))
        .toList();
  }

  /** What was written to this test's reader, as it lies in the outbox. */
  private List<String> letters() {
    return rows().stream().map(this::opened).toList();
  }

  private String subject() {
    return rows().get(0).getString("subject_id");
  }

  private String opened(Row row) {
    return NoticeSeals.shown(
        vault.find(row.getString("subject_id")).await().atMost(PATIENCE).orElseThrow(),
        row.getUUID("id"),
        row.getBuffer("shown").getBytes());
  }

  private static String token(String letter) {
    Matcher matcher = TOKEN.matcher(letter);
    assertTrue(matcher.find(), letter);
    return matcher.group(1);
  }
}
