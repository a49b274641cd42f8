package org.sunlit.inforequest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.PublishedTexts;
import org.sunlit.testing.SignedIn;

/** Requests for information over the API: filed, answered by two, looked at again, counted. */
@QuarkusTest
class InfoRequestApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CITY = "990740000000";
  private static final String WATER = "irqwater";
  private static final String CLERK = "irq.clerk";
  private static final String COLLEAGUE = "irq.colleague";
  private static final String HEAD = "irq.head";
  private static final String STRANGER = "irq.stranger";
  private static final String SUPERVISOR = "irq.supervisor";
  private static final String PUBLIC = "/api/v1/info-requests";
  private static final String DESK = "/api/v1/info-request-desk";
  private static boolean founded;

  private record Keys(String number, String code) {
    Map<String, Object> with(Map<String, Object> more) {
      Map<String, Object> body = new HashMap<>(Map.of("number", number, "trackingCode", code));
      body.putAll(more);
      return body;
    }
  }

  @Inject Founding founding;
  @Inject TravellingClock clock;
  @Inject Pool pool;
  @Inject PublishedTexts texts;
  private final Desk desk = new Desk(SignedIn::token);

  @BeforeEach
  void found() {
    if (founded) {
      return;
    }
    founded = true;
    founding.publish(
        List.of(Founding.city(CITY, "公开市")),
        List.of(
            Founding.department(WATER, "水务局", CITY), Founding.department("irqroads", "城管局", CITY)),
        List.of());
    SignedIn.as(CLERK, WATER, Role.WINDOW_CLERK);
    SignedIn.as(COLLEAGUE, WATER, Role.REVIEWER);
    SignedIn.as(HEAD, WATER, Role.APPROVER);
    SignedIn.as(STRANGER, "irqroads", Role.WINDOW_CLERK);
    SignedIn.as(SUPERVISOR, null, Role.SUPERVISOR);
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  private static Map<String, Object> asked() {
    return new HashMap<>(
        Map.of(
            "department", WATER,
            "applicantKind", "person",
            "name", "郑小满",
            "identityNumber", "11010519491231002X",
            "phone", "13900004444",
            "title", "青石巷管网改造方案",
            "description", "郑小满申请公开青石巷供水管网改造方案及工期。",
            "form", "electronic",
            "way", "online"));
  }

  private static Keys file(Map<String, Object> asked) {
    JsonPath receipt =
        Api.contract()
            .header("Idempotency-Key", Api.key())
            .body(asked)
            .post(PUBLIC)
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    return new Keys(receipt.getString("number"), receipt.getString("trackingCode"));
  }

  private static Response track(Keys keys) {
    return Api.contract().body(keys.with(Map.of())).post(PUBLIC + "/tracking");
  }

  private static Response own(Keys keys, String action) {
    return Api.contract()
        .header("Idempotency-Key", Api.key())
        .body(keys.with(Map.of("action", action, "words", "申请人的话")))
        .post(PUBLIC + "/own-actions");
  }

  private Response act(String account, Keys keys, String action, Map<String, Object> command) {
    String tag = desk.as(account).get(DESK + "/" + keys.number()).getHeader("ETag");
    return act(account, keys, action, command, tag == null ? "\"1\"" : tag);
  }

  private Response act(
      String account, Keys keys, String action, Map<String, Object> command, String tag) {
    return desk.as(account)
        .header("Idempotency-Key", Api.key())
        .header("If-Match", tag)
        .body(command)
        .post(DESK + "/" + keys.number() + "/actions/" + action);
  }

  private Keys answered(Map<String, Object> asked) {
    Keys keys = file(asked);
    act(CLERK, keys, "acknowledge", Map.of()).then().statusCode(200);
    act(CLERK, keys, "draft", Map.of("decision", "provided", "words", "郑小满您好，方案见附文。"))
        .then()
        .statusCode(200);
    act(HEAD, keys, "release", Map.of()).then().statusCode(200);
    return keys;
  }

  @Test
  void aRequestIsAnsweredByTwoAndTheAnswerSaysWhatCanBeDoneAgainstIt() {
    Keys keys = file(asked());
    act(STRANGER, keys, "acknowledge", Map.of()).then().statusCode(404);
    act(SUPERVISOR, keys, "acknowledge", Map.of()).then().statusCode(403);
    act(CLERK, keys, "acknowledge", Map.of(), "\"9\"").then().statusCode(412);
    act(CLERK, keys, "acknowledge", Map.of()).then().statusCode(200);
    act(CLERK, keys, "askExtension", Map.of("words", "需要检索历年档案", "days", 21))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/days"));
    act(CLERK, keys, "askExtension", Map.of("words", "需要检索历年档案", "days", 20))
        .then()
        .statusCode(200);
    act(CLERK, keys, "grantExtension", Map.of()).then().statusCode(403);
    act(HEAD, keys, "grantExtension", Map.of()).then().statusCode(200);
    act(CLERK, keys, "draft", Map.of("decision", "refused", "words", "涉及商业秘密"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/ground"));
    Map<String, Object> refusal =
        Map.of("decision", "refused", "ground", "commercialSecret", "words", "涉及施工单位商业秘密。");
    act(CLERK, keys, "draft", refusal).then().statusCode(200);
    track(keys).then().body("state", equalTo("inHand")).body("answer", nullValue());
    act(CLERK, keys, "release", Map.of()).then().statusCode(403);
    act(HEAD, keys, "release", Map.of()).then().statusCode(200);

    track(keys)
        .then()
        .statusCode(200)
        .body("state", equalTo("answered"))
        .body("answer.words", equalTo("涉及施工单位商业秘密。"))
        .body("answer.decision.articles", equalTo("第三十六条第三项、第十五条"))
        .body("answer.reconsiderationFirst", equalTo(true))
        .body("answer.reconsiderationDays", equalTo(60))
        .body("acts.kind", not(hasItem("drafted")))
        .body("acts.by", not(hasItem(notNullValue())))
        .body("possible", contains("askReview"));
    Api.contract()
        .body(Map.of("number", keys.number(), "trackingCode", "AAAAA-AAAAA"))
        .post(PUBLIC + "/tracking")
        .then()
        .statusCode(404);
  }

  @Test
  void anAnswerIsLookedAtAgainByWhoHadNoPartInIt() {
    Keys keys = answered(asked());
    own(keys, "askReview").then().statusCode(200).body("state", equalTo("reviewing"));
    own(keys, "askReview").then().statusCode(409);
    act(CLERK, keys, "confirm", Map.of("words", "维持")).then().statusCode(403);
    act(COLLEAGUE, keys, "confirm", Map.of("words", "经复核，原答复准确。")).then().statusCode(200);

    track(keys).then().body("reviewed", equalTo("confirmed")).body("possible", equalTo(List.of()));
  }

  @Test
  void theDatabaseKnowsThatNobodyAnswersAlone() {
    Keys keys = answered(asked());

    assertThrows(
        RuntimeException.class,
        () -> set(keys, "released_by = drafted_by"),
        "one person could draft and release");
    assertThrows(
        RuntimeException.class,
        () -> set(keys, "extension_asked_by = 'irq.head', extension_decided_by = 'irq.head'"));
    assertThrows(RuntimeException.class, () -> set(keys, "number = 'GK1'"));
  }

  private void set(Keys keys, String change) {
    pool.preparedQuery("update info_request set " + change + " where number = $1")
        .execute(Tuple.of(keys.number()))
        .await()
        .atMost(PATIENCE);
  }

  @Test
  void whatIsUnclearIsSupplementedAndCountedAnew() {
    Keys keys = file(asked());
    act(CLERK, keys, "askClarification", Map.of("words", "请写明年份", "days", 10))
        .then()
        .statusCode(200);
    track(keys)
        .then()
        .body("state", equalTo("clarifying"))
        .body("dueFor", equalTo("supplement"))
        .body("acts.words", hasItem("请写明年份"))
        .body("possible", hasItems("supplement", "withdraw"));
    act(HEAD, keys, "lapse", Map.of("words", "逾期")).then().statusCode(409);

    own(keys, "supplement").then().statusCode(200).body("dueFor", equalTo("answer"));
    act(CLERK, keys, "askClarification", Map.of("words", "再写一次", "days", 10))
        .then()
        .statusCode(409);
  }

  @Test
  void aLetterIsEnteredByTheOfficeAndEveryFieldThatIsWrongIsSaid() {
    Map<String, Object> wrong = asked();
    wrong.put("identityNumber", "110105194912310021");
    wrong.put("way", "post");
    wrong.put("department", "nowhere");
    Api.contract()
        .header("Idempotency-Key", Api.key())
        .body(wrong)
        .post(PUBLIC)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItems("/identityNumber", "/address", "/department"));
    Map<String, Object> letter =
        Map.of("channel", "letter", "receivedOn", "2026-01-05", "request", asked());
    clock.travelTo(Instant.parse("2026-01-07T02:00:00Z"));
    enter(STRANGER, letter).then().statusCode(422);
    enter(CLERK, letter).then().statusCode(201).body("receivedAt", containsString("2026-01-05"));
  }

  private Response enter(String account, Map<String, Object> letter) {
    return desk.as(account).header("Idempotency-Key", Api.key()).body(letter).post(DESK);
  }

  @Test
  void theYearsFiguresAddUpAndWhatIsOfInterestIsPublished() {
    clock.travelTo(Instant.parse("2033-05-05T02:00:00Z"));
    Keys keys = answered(asked());
    Keys taken = file(asked());
    file(asked());
    own(taken, "withdraw").then().statusCode(200).body("state", equalTo("withdrawn"));

    Api.contract()
        .queryParam("year", 2033)
        .queryParam("department", WATER)
        .get("/api/v1/info-request-figures")
        .then()
        .statusCode(200)
        .body("received", equalTo(3))
        .body("answered", equalTo(1))
        .body("onTime", equalTo(1))
        .body("withdrawn", equalTo(1))
        .body("byDecision.find { it.kind == 'provided' }.count", equalTo(1));
    String of = DESK + "/" + keys.number() + "/publication";
    desk.as(CLERK).get(of).then().statusCode(403);
    JsonPath proposal =
        desk.as(HEAD)
            .get(of)
            .then()
            .statusCode(200)
            .body("marks.text", hasItem("郑小满"))
            .extract()
            .jsonPath();
    Map<String, Object> draft = new HashMap<>();
    for (String field : List.of("title", "question", "answer")) {
      draft.put(field, proposal.getString(field));
    }
    Map<String, Object> personal = new HashMap<>(draft);
    personal.put("answer", "郑小满您好");
    desk.as(HEAD).body(personal).post(of).then().statusCode(422);
    desk.as(HEAD).body(draft).post(of).then().statusCode(204);
    String found =
        Api.contract()
            .queryParam("department", WATER)
            .get("/api/v1/info-request-answers")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertTrue(found.contains("青石巷管网改造方案"));
    assertFalse(found.contains("郑小满"));

    desk.as(CLERK).body(Map.of("reason", "内容有误")).post(of + "/withdrawal").then().statusCode(403);
    desk.as(HEAD).body(Map.of("reason", "内容有误")).post(of + "/withdrawal").then().statusCode(204);
    desk.as(HEAD).body(Map.of("reason", "内容有误")).post(of + "/withdrawal").then().statusCode(404);
    Api.contract()
        .queryParam("department", WATER)
        .get("/api/v1/info-request-answers")
        .then()
        .body("items.title", not(hasItem("青石巷管网改造方案")));
    desk.as(HEAD).body(draft).post(of).then().statusCode(204);
    Api.contract()
        .queryParams(Map.of("department", WATER, "limit", 1))
        .get("/api/v1/info-request-answers")
        .then()
        .body("items.title", contains("青石巷管网改造方案"))
        .body("nextCursor", nullValue());
    texts.stay("info_request_publication", () -> desk.as(HEAD), of, draft);
  }

  @Test
  void theDeskListsItsOwnByWhatIsDueAndSupervisorsSeeAll() {
    Keys keys = file(asked());

    desk.as(CLERK)
        .queryParam("open", true)
        .get(DESK)
        .then()
        .body("items.number", hasItem(keys.number()));
    desk.as(STRANGER)
        .get(DESK)
        .then()
        .statusCode(200)
        .body("items.number", not(hasItem(keys.number())));
    desk.as(SUPERVISOR).get(DESK).then().body("items.department.code", hasItem(WATER));
    clock.travelTo(clock.instant().plus(Duration.ofDays(60)));
    desk.as(CLERK)
        .queryParam("overdue", true)
        .get(DESK)
        .then()
        .body("items.find { it.number == '" + keys.number() + "' }.late", equalTo(true));
  }
}
