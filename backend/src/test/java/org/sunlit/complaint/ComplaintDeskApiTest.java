package org.sunlit.complaint;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.complaint.ComplaintCity.Keys;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;
import org.sunlit.testing.PublishedTexts;

/** What the desk finds, publishes and counts. */
@QuarkusTest
class ComplaintDeskApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject ComplaintCity city;
  @Inject ComplaintWork work;
  @Inject TravellingClock clock;
  @Inject Pool pool;
  @Inject PublishedTexts texts;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  @Test
  void silenceClosesAndTheOperatorSeesWhatCameBefore() {
    Map<String, Object> message = ComplaintCity.message("named");
    Map<String, Object> taken = Map.of("channel", "hotline12345", "message", message);
    String number =
        city.as(ComplaintCity.SCREENER)
            .header("Idempotency-Key", Api.key())
            .body(taken)
            .post("/api/v1/complaint-desk")
            .then()
            .statusCode(201)
            .extract()
            .path("number");
    city.as(ComplaintCity.SCREENER)
        .body(Map.of("phone", "139 0000 1111"))
        .post("/api/v1/complaint-desk/callers")
        .then()
        .statusCode(200)
        .body("number", hasItem(number));
    Keys keys = city.assigned(message);
    city.answer(ComplaintCity.CLERK, keys, "井盖已更换。");

    clock.travelTo(clock.instant().plus(Duration.ofDays(30)));
    work.work().await().atMost(PATIENCE);

    city.track(keys).then().body("state", equalTo("closed"));
  }

  @Test
  void anAnswerIsPublishedWithConsentAndWithoutAnythingPersonal() {
    Map<String, Object> message = ComplaintCity.message("named");
    Keys unwilling = city.assigned(message);
    city.answer(ComplaintCity.CLERK, unwilling, "已办。");
    message.put("mayPublish", true);
    message.put("subject", "古槐树下的窨井噪声");
    Keys keys = city.assigned(message);
    city.answer(ComplaintCity.CLERK, keys, "李小满先生您好：窨井噪声已经消除。");
    String desk = "/api/v1/complaint-desk/";
    String of = keys.number() + "/publication";

    city.as(ComplaintCity.SCREENER)
        .get(desk + unwilling.number() + "/publication")
        .then()
        .statusCode(409);
    city.as(ComplaintCity.CLERK).get(desk + of).then().statusCode(403);
    JsonPath proposal =
        city.as(ComplaintCity.SCREENER)
            .get(desk + of)
            .then()
            .statusCode(200)
            .body("marks.text", hasItems("李小满", "13900001111"))
            .body("question", not(containsString("李小满")))
            .extract()
            .jsonPath();
    Map<String, Object> draft =
        new HashMap<>(
            Map.of(
                "title", proposal.getString("title"),
                "question", "李小满家门口的窨井有噪声",
                "answer", proposal.getString("answer")));
    city.as(ComplaintCity.SCREENER)
        .body(draft)
        .post(desk + of)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/question"));
    draft.put("question", proposal.getString("question"));
    city.as(ComplaintCity.SCREENER).body(draft).post(desk + of).then().statusCode(204);

    String found =
        Api.contract()
            .queryParam("q", "窨井噪声")
            .get("/api/v1/complaint-answers")
            .then()
            .statusCode(200)
            .body("items.title", hasItem("古槐树下的窨井噪声"))
            .extract()
            .asString();
    assertFalse(found.contains("李小满") || found.contains("13900001111"));
    Api.contract()
        .body(Map.of("text", "我家古槐树旁的窨井噪声很大"))
        .post("/api/v1/complaint-answers/similar")
        .then()
        .statusCode(200)
        .body("title", hasItem("古槐树下的窨井噪声"));
    texts.stay("complaint_publication", () -> city.as(ComplaintCity.SCREENER), desk + of, draft);
    city.as(ComplaintCity.SCREENER)
        .body(Map.of("reason", "来信人撤回同意"))
        .post(desk + of + "/withdrawal")
        .then()
        .statusCode(204);
    Api.contract()
        .queryParam("q", "古槐树下的窨井噪声")
        .get("/api/v1/complaint-answers")
        .then()
        .body("items.title", not(hasItem("古槐树下的窨井噪声")));
  }

  @Test
  void everyPublishedAnswerCanBeReachedByPages() {
    List<String> titles = List.of("长堤路灯不亮", "长堤路灯又不亮");
    titles.forEach(
        title -> {
          Map<String, Object> message = ComplaintCity.message("named");
          message.put("mayPublish", true);
          message.put("subject", title);
          Keys keys = city.assigned(message);
          city.answer(ComplaintCity.CLERK, keys, "路灯已修好。");
          String publication = "/api/v1/complaint-desk/" + keys.number() + "/publication";
          JsonPath proposal = city.as(ComplaintCity.SCREENER).get(publication).jsonPath();
          city.as(ComplaintCity.SCREENER)
              .body(
                  Map.of(
                      "title", title,
                      "question", proposal.getString("question"),
                      "answer", proposal.getString("answer")))
              .post(publication)
              .then()
              .statusCode(204);
        });

    List<String> ids = new ArrayList<>();
    List<String> reached = new ArrayList<>();
    JsonPath page = answers(Map.of("limit", 1));
    int total = page.getInt("total");
    while (page.getString("nextCursor") != null) {
      ids.add(page.getString("items[0].id"));
      reached.add(page.getString("items[0].title"));
      page = answers(Map.of("limit", 1, "cursor", page.getString("nextCursor")));
    }
    ids.add(page.getString("items[0].id"));
    reached.add(page.getString("items[0].title"));

    assertEquals(total, ids.size());
    assertEquals(total, Set.copyOf(ids).size());
    assertEquals(List.of("长堤路灯又不亮", "长堤路灯不亮"), reached.subList(0, 2));
    Api.contract()
        .queryParam("cursor", "2026")
        .get("/api/v1/complaint-answers")
        .then()
        .statusCode(400);
  }

  private static JsonPath answers(Map<String, ?> asked) {
    return Api.contract()
        .queryParams(asked)
        .get("/api/v1/complaint-answers")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void figuresCountWhatTheyArePartOf() {
    clock.travelTo(Instant.parse("2031-05-06T02:00:00Z"));
    Keys answered = city.assigned(ComplaintCity.message("named"));
    city.send(ComplaintCity.message("anonymous"));
    clock.travelTo(Instant.parse("2031-05-06T02:55:00Z"));
    city.answer(ComplaintCity.CLERK, answered, "已办。");
    city.rate(answered, "basicallySatisfied").then().statusCode(200);
    clock.travelTo(Instant.parse("2031-06-20T02:00:00Z"));

    Api.contract()
        .queryParam("from", "2031-05-06")
        .queryParam("to", "2031-05-06")
        .get("/api/v1/complaint-figures")
        .then()
        .statusCode(200)
        .body("received", equalTo(2))
        .body("replied", equalTo(1))
        .body("decidable", equalTo(2))
        .body("onTime", equalTo(1))
        .body("rated", equalTo(1))
        .body("satisfied", equalTo(1))
        .body("medianMinutes", equalTo(55));
  }

  @Test
  void whoeverItIsAboutNeitherFindsItNorGroupsNorTakesBackWhatIsPublic() {
    Map<String, Object> message = ComplaintCity.message("named");
    message.put("mayPublish", true);
    message.put("phone", "13900002222");
    Keys about = city.assigned(message);
    city.answer(ComplaintCity.CLERK, about, "已办。");
    String publication = "/api/v1/complaint-desk/" + about.number() + "/publication";
    Map<String, Object> draft = Map.of("title", "井盖", "question", "井盖破损", "answer", "已办。");
    city.as(ComplaintCity.SCREENER).body(draft).post(publication).then().statusCode(204);
    Keys open = city.send(message);
    Keys other = city.send(ComplaintCity.message("anonymous"));
    callers().body("number", hasItems(about.number(), open.number()));
    listed().body("items.number", hasItems(open.number(), other.number()));

    city.act(
        ComplaintCity.SCREENER,
        open,
        "screen",
        Map.of("kind", "complaint", "concerned", List.of(ComplaintCity.SCREENER)));
    concernsTheScreener(about);

    callers().body("number", empty());
    listed()
        .body("items.number", hasItem(other.number()))
        .body("items.number", not(hasItem(open.number())));
    city.act(ComplaintCity.SCREENER, other, "group", Map.of("under", open.number()))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/under"));
    city.as(ComplaintCity.SCREENER)
        .body(Map.of("reason", "不公开"))
        .post(publication + "/withdrawal")
        .then()
        .statusCode(404);
  }

  private ValidatableResponse callers() {
    return city.as(ComplaintCity.SCREENER)
        .body(Map.of("phone", "13900002222"))
        .post("/api/v1/complaint-desk/callers")
        .then()
        .statusCode(200);
  }

  private ValidatableResponse listed() {
    return city.as(ComplaintCity.SCREENER)
        .queryParam("open", true)
        .get("/api/v1/complaint-desk")
        .then()
        .statusCode(200);
  }

  /** Whom it is about shows in the list only: what has been answered isn't screened again. */
  private void concernsTheScreener(Keys keys) {
    pool.preparedQuery("update complaint set concerned = array[$2::text] where number = $1")
        .execute(Tuple.of(keys.number(), ComplaintCity.SCREENER))
        .await()
        .atMost(PATIENCE);
  }

  @Test
  void theListIsWhatEachHasAPartInAndWhatIsDueFirst() {
    Keys water = city.assigned(ComplaintCity.message("named"));
    Keys direct = city.send(direct());
    listed(ComplaintCity.CLERK, "open").body("items.number", hasItem(water.number()));
    listed(ComplaintCity.ROADS_CLERK, "open")
        .body("items.number", hasItem(water.number()))
        .body("items.number", not(hasItem(direct.number())));
    listed(ComplaintCity.MEMBER, "open").body("items.number", not(hasItem(water.number())));
    JsonPath all =
        listed(ComplaintCity.SUPERVISOR, "open")
            .body("items.number", hasItems(water.number(), direct.number()))
            .extract()
            .jsonPath();
    List<Instant> due =
        all.getList("items.dueAt", String.class).stream()
            .map(at -> OffsetDateTime.parse(at).toInstant())
            .toList();
    assertEquals(due.stream().sorted().toList(), due);
    listed(ComplaintCity.CLERK, "overdue").body("items.number", not(hasItem(water.number())));
    listed(ComplaintCity.CLERK, "supervised").body("items.number", not(hasItem(water.number())));
    city.act(ComplaintCity.SUPERVISOR, water, "supervise", Map.of("words", "尽快"))
        .then()
        .statusCode(200);
    listed(ComplaintCity.CLERK, "supervised").body("items.number", hasItem(water.number()));
    clock.travelTo(clock.instant().plus(Duration.ofDays(60)));
    listed(ComplaintCity.CLERK, "overdue").body("items.number", hasItem(water.number()));
  }

  private static Map<String, Object> direct() {
    Map<String, Object> message = ComplaintCity.message("anonymous");
    message.put("directLine", true);
    return message;
  }

  private ValidatableResponse listed(String account, String only) {
    return city.as(account)
        .queryParam(only, true)
        .get("/api/v1/complaint-desk")
        .then()
        .statusCode(200);
  }

  @Test
  void aYearThatNoCalendarHasIsSaidToBeWrong() {
    Api.anything()
        .queryParam("to", "+999999999-12-31")
        .get("/api/v1/complaint-figures")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("to"));
  }
}
