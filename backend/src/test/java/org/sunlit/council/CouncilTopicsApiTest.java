package org.sunlit.council;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.sunlit.council.CouncilCity.ANSWERER;
import static org.sunlit.council.CouncilCity.DESK;
import static org.sunlit.council.CouncilCity.OFFICE;
import static org.sunlit.council.CouncilCity.ROOM;
import static org.sunlit.council.CouncilCity.STRANGER;
import static org.sunlit.council.CouncilCity.SUPERVISOR;
import static org.sunlit.council.CouncilCity.WATER;
import static org.sunlit.council.CouncilCity.today;
import static org.sunlit.council.CouncilCity.together;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
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
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;
import org.sunlit.testing.PublishedTexts;

/** Topics over the API: written, looked through, answered, published. */
@QuarkusTest
class CouncilTopicsApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Pool pool;
  @Inject PublishedTexts texts;
  @Inject CouncilCity city;
  @Inject TravellingClock clock;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  @Test
  void appointedWrittenAnsweredPublished() {
    CouncilCity.Somebody author = city.member();
    CouncilCity.Somebody other = city.member();
    String number = city.topic(author.account(), "卫明远反映：13900005555 是我的电话，接入要跑三次。");
    city.as(other.account()).get(ROOM + "/topics/" + number).then().statusCode(404);
    city.release(number, 1);
    city.as(other.account())
        .header("Idempotency-Key", Api.key())
        .body(Map.of("words", "我们企业也遇到过。"))
        .post(ROOM + "/topics/" + number + "/contributions")
        .then()
        .statusCode(200)
        .body("contributions", hasSize(2));
    city.as(author.account())
        .get(ROOM + "/topics/" + number)
        .then()
        .body("contributions", hasSize(1));
    city.act(OFFICE, number, "refuse", Map.of("of", 3, "words", "请写明时间和地点。"))
        .then()
        .statusCode(200);
    city.as(other.account())
        .get(ROOM + "/topics/" + number)
        .then()
        .body("contributions[1].moderation", equalTo("refused"))
        .body("contributions[1].reason", equalTo("请写明时间和地点。"));
    city.act(OFFICE, number, "ask", Map.of("department", WATER, "days", 5)).then().statusCode(200);
    city.act(STRANGER, number, "answer", Map.of("words", "我来答。")).then().statusCode(404);
    city.act(SUPERVISOR, number, "answer", Map.of("words", "我来答。")).then().statusCode(403);
    city.act(OFFICE, number, "answer", Map.of("words", "我来答。")).then().statusCode(403);
    city.act(
            ANSWERER, number, "answer", Map.of("words", "已改为一次办结。", "files", List.of(Api.upload())))
        .then()
        .statusCode(200)
        .body("answer.late", equalTo(false))
        .body("answer.files", hasSize(1));
    JsonPath proposal = city.as(OFFICE).get(DESK + "/topics/" + number + "/publication").jsonPath();
    assertEquals(false, proposal.getString("question").contains("13900005555"));
    assertEquals(false, proposal.getString("question").contains("卫明远"));
    Map<String, Object> text =
        Map.of(
            "title", proposal.getString("title"),
            "question", proposal.getString("question"),
            "answer", proposal.getString("answer"));
    Map<String, Object> personal = new HashMap<>(text);
    personal.put("question", "电话 13900005555");
    city.as(OFFICE)
        .body(personal)
        .post(DESK + "/topics/" + number + "/publication")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/question"));
    city.as(OFFICE)
        .body(text)
        .post(DESK + "/topics/" + number + "/publication")
        .then()
        .statusCode(204);
    Api.contract()
        .get("/api/v1/council/answers?department=" + WATER)
        .then()
        .statusCode(200)
        .body("items[0].answer", equalTo("已改为一次办结。"))
        .body("items[0].onTime", equalTo(true));
    Api.contract()
        .get("/api/v1/council")
        .then()
        .body("members.name", hasItem("卫明远"))
        .body("figures.answered", greaterThanOrEqualTo(1))
        .body("figures.onTime", greaterThanOrEqualTo(1));
    texts.stay(
        "council_publication",
        () -> city.as(OFFICE),
        DESK + "/topics/" + number + "/publication",
        text);
    city.as(OFFICE)
        .body(Map.of("reason", "有误"))
        .post(DESK + "/topics/" + number + "/publication/withdrawal")
        .then()
        .statusCode(204);
    Api.contract()
        .get("/api/v1/council/answers?department=" + WATER)
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void lateIsSeen() {
    CouncilCity.Somebody author = city.member();
    String number = city.topic(author.account(), "一般情况");
    city.release(number, 1);
    city.act(OFFICE, number, "ask", Map.of("department", WATER, "days", 1)).then().statusCode(200);
    clock.travelTo(Instant.now().plus(Duration.ofDays(15)));
    city.as(author.account())
        .get(ROOM + "/topics/" + number)
        .then()
        .body("summary.late", equalTo(true));
    city.as(ANSWERER)
        .get(DESK + "/topics?overdue=true")
        .then()
        .body("items.number", hasItem(number));
    city.act(ANSWERER, number, "answer", Map.of("words", "迟到的答复"))
        .then()
        .statusCode(200)
        .body("answer.late", equalTo(true));
  }

  @Test
  void scriptsAreTextAndBadInputIsSaidInTheReadersLanguage() {
    CouncilCity.Somebody author = city.member();
    String script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    String number = city.topic(author.account(), script);
    city.as(author.account())
        .get(ROOM + "/topics/" + number)
        .then()
        .body("contributions[0].words", equalTo(script));
    Map<String, Object> blank =
        Map.of("kind", "question", "title", "  ", "words", "  一  ", "department", "nowhere");
    city.as(author.account())
        .body(blank)
        .post(ROOM + "/topics")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/title"));
    Map<String, Object> nowhere =
        Map.of("kind", "question", "title", "何处", "words", "何处", "department", "nowhere");
    city.as(author.account())
        .body(nowhere)
        .post(ROOM + "/topics")
        .then()
        .statusCode(422)
        .body("errors[0].detail", equalTo("没有这个部门"));
    city.as(author.account())
        .header("Accept-Language", "en")
        .body(nowhere)
        .post(ROOM + "/topics")
        .then()
        .statusCode(422)
        .body("errors[0].detail", equalTo("There is no such department"));
    city.as(author.account())
        .body(
            Map.of(
                "kind",
                "discussion",
                "title",
                "附件",
                "words",
                "附件",
                "files",
                List.of("00000000-0000-4000-8000-000000000000")))
        .post(ROOM + "/topics")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/files/0"));
    Map<String, Object> term = city.appointment("晴监聘-错");
    term.put("servesUntil", today().minusDays(1).toString());
    city.as(OFFICE)
        .body(term)
        .post(DESK + "/members")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/servesUntil"));
    city.release(number, 1);
    city.act(OFFICE, number, "release", Map.of("of", 1)).then().statusCode(409);
    city.act(OFFICE, number, "ask", Map.of())
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/department"));
    city.as(OFFICE)
        .header("Idempotency-Key", Api.key())
        .header("If-Match", "\"1\"")
        .body(Map.of())
        .post(DESK + "/topics/" + number + "/actions/close")
        .then()
        .statusCode(412);
  }

  @Test
  void whatIsAComplaintGoesOnAsOneWithoutTheName() {
    CouncilCity.Somebody author = city.member();
    CouncilCity.Somebody other = city.member();
    String number = city.topic(author.account(), "窗口人员索要好处。");
    city.release(number, 1);
    city.act(OFFICE, number, "makeComplaint", Map.of())
        .then()
        .statusCode(200)
        .body("summary.state", equalTo("closed"))
        .body("complaint", containsString("S20"))
        .body("complaintCode", nullValue());
    JsonPath own = city.as(author.account()).get(ROOM + "/topics/" + number).jsonPath();
    Api.contract()
        .body(
            Map.of(
                "number",
                own.getString("complaint"),
                "trackingCode",
                own.getString("complaintCode")))
        .post("/api/v1/complaints/tracking")
        .then()
        .statusCode(200);
    city.as(other.account())
        .get(ROOM + "/topics/" + number)
        .then()
        .body("complaint", nullValue())
        .body("complaintCode", nullValue());
  }

  @Test
  void whatWasWrittenStays() {
    CouncilCity.Somebody author = city.member();
    String number = city.topic(author.account(), "秘密的词句在此");
    for (String deed :
        List.of(
            "delete from council_topic_act",
            "update council_topic_act set words = null",
            "delete from council_topic",
            "delete from council_member",
            "delete from council_document")) {
      assertThrows(
          RuntimeException.class, () -> pool.query(deed).execute().await().atMost(PATIENCE), deed);
    }
    long open =
        pool.preparedQuery(
                "select count(*) as n from council_topic_act a join council_topic t on t.id = a.topic_id"
                    + " where t.number = $1 and position(convert_to('秘密的词句', 'UTF8') in a.words) > 0")
            .execute(Tuple.of(number))
            .await()
            .atMost(PATIENCE)
            .iterator()
            .next()
            .getLong("n");
    assertEquals(0, open);
  }

  @Test
  void twoForOneAnswer() {
    CouncilCity.Somebody author = city.member();
    String number = city.topic(author.account(), "一般情况");
    city.release(number, 1);
    city.act(OFFICE, number, "ask", Map.of("department", WATER)).then().statusCode(200);
    List<Integer> answered =
        together(
            () -> city.act(ANSWERER, number, "answer", Map.of("words", "答一")).statusCode(),
            () -> city.act(ANSWERER, number, "answer", Map.of("words", "答二")).statusCode());
    assertEquals(200, answered.get(0));
    assertEquals(true, answered.get(1) == 412 || answered.get(1) == 409);
  }
}
