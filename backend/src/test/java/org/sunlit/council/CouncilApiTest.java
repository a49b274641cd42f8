package org.sunlit.council;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.SignedIn;

/** Members over the API: appointed, writing, answered, published, sent documents, ended. */
@QuarkusTest
class CouncilApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CITY = "990860000000";
  private static final String WATER = "cclwater";
  private static final String OFFICE = "ccl.office";
  private static final String ANSWERER = "ccl.reviewer";
  private static final String STRANGER = "ccl.stranger";
  private static final String SUPERVISOR = "ccl.supervisor";
  private static final String ROOM = "/api/v1/council-room";
  private static final String DESK = "/api/v1/council-desk";
  private static boolean founded;
  private static int people;

  @Inject Founding founding;
  @Inject TravellingClock clock;
  @Inject Pool pool;
  private final Desk desk = new Desk(SignedIn::token);

  @BeforeEach
  void found() {
    if (founded) {
      return;
    }
    founded = true;
    founding.publish(
        List.of(Founding.city(CITY, "监督市")),
        List.of(
            Founding.department(WATER, "水务局", CITY), Founding.department("cclroads", "城管局", CITY)),
        List.of());
    SignedIn.as(OFFICE, null, Role.PETITION_SCREENER);
    SignedIn.as(ANSWERER, WATER, Role.REVIEWER);
    SignedIn.as(STRANGER, "cclroads", Role.APPROVER);
    SignedIn.as(SUPERVISOR, null, Role.SUPERVISOR);
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  private static LocalDate today() {
    return LocalDate.now(CityTime.ZONE);
  }

  private Map<String, Object> appointment(String certificate) {
    return new HashMap<>(
        Map.of(
            "certificate", certificate,
            "kind", "supervisor",
            "name", "卫明远",
            "organisation", "监督市工商联",
            "appointedBy", "监督市优化营商环境办公室",
            "servesFrom", today().minusMonths(1).toString(),
            "servesUntil", today().plusYears(2).toString()));
  }

  private JsonPath appointed(String certificate) {
    return desk.as(OFFICE)
        .body(appointment(certificate))
        .post(DESK + "/members")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private Response join(String account, String certificate, String code) {
    return desk.as(account)
        .body(Map.of("certificate", certificate, "code", code, "named", true))
        .post(ROOM + "/membership");
  }

  /** Somebody who serves, and their appointment's id. */
  private record Somebody(String account, String member) {}

  private Somebody member() {
    String account = "ccl.citizen" + ++people;
    SignedIn.as(account, null, Role.CITIZEN);
    JsonPath invitation = appointed("晴监聘-" + people);
    join(account, "晴监聘-" + people, invitation.getString("code")).then().statusCode(200);
    return new Somebody(account, invitation.getString("member.id"));
  }

  private String topic(String account, String words) {
    return desk.as(account)
        .header("Idempotency-Key", Api.key())
        .body(
            Map.of(
                "kind", "question", "title", "企业供水接入为何要跑三次", "words", words, "department", WATER))
        .post(ROOM + "/topics")
        .then()
        .statusCode(201)
        .body("summary.state", equalTo("pending"))
        .extract()
        .path("summary.number");
  }

  private Response act(String account, String number, String action, Map<String, Object> command) {
    Response seen = desk.as(account).get(DESK + "/topics/" + number);
    return desk.as(account)
        .header("Idempotency-Key", Api.key())
        .header("If-Match", seen.getHeader("ETag") == null ? "\"1\"" : seen.getHeader("ETag"))
        .body(command)
        .post(DESK + "/topics/" + number + "/actions/" + action);
  }

  private void release(String number, int of) {
    act(OFFICE, number, "release", Map.of("of", of)).then().statusCode(200);
  }

  @Test
  void appointedWrittenAnsweredPublished() {
    Somebody author = member();
    Somebody other = member();
    String number = topic(author.account(), "卫明远反映：13900005555 是我的电话，接入要跑三次。");
    desk.as(other.account()).get(ROOM + "/topics/" + number).then().statusCode(404);
    release(number, 1);
    desk.as(other.account())
        .header("Idempotency-Key", Api.key())
        .body(Map.of("words", "我们企业也遇到过。"))
        .post(ROOM + "/topics/" + number + "/contributions")
        .then()
        .statusCode(200)
        .body("contributions", hasSize(2));
    desk.as(author.account())
        .get(ROOM + "/topics/" + number)
        .then()
        .body("contributions", hasSize(1));
    act(OFFICE, number, "refuse", Map.of("of", 3, "words", "请写明时间和地点。")).then().statusCode(200);
    desk.as(other.account())
        .get(ROOM + "/topics/" + number)
        .then()
        .body("contributions[1].moderation", equalTo("refused"))
        .body("contributions[1].reason", equalTo("请写明时间和地点。"));
    act(OFFICE, number, "ask", Map.of("department", WATER, "days", 5)).then().statusCode(200);
    act(STRANGER, number, "answer", Map.of("words", "我来答。")).then().statusCode(404);
    act(SUPERVISOR, number, "answer", Map.of("words", "我来答。")).then().statusCode(403);
    act(OFFICE, number, "answer", Map.of("words", "我来答。")).then().statusCode(403);
    act(ANSWERER, number, "answer", Map.of("words", "已改为一次办结。", "files", List.of(Api.upload())))
        .then()
        .statusCode(200)
        .body("answer.late", equalTo(false))
        .body("answer.files", hasSize(1));
    JsonPath proposal = desk.as(OFFICE).get(DESK + "/topics/" + number + "/publication").jsonPath();
    assertEquals(false, proposal.getString("question").contains("13900005555"));
    assertEquals(false, proposal.getString("question").contains("卫明远"));
    Map<String, Object> text =
        Map.of(
            "title", proposal.getString("title"),
            "question", proposal.getString("question"),
            "answer", proposal.getString("answer"));
    Map<String, Object> personal = new HashMap<>(text);
    personal.put("question", "电话 13900005555");
    desk.as(OFFICE)
        .body(personal)
        .post(DESK + "/topics/" + number + "/publication")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/question"));
    desk.as(OFFICE)
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
    desk.as(OFFICE)
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
  void whoeverIsNoMemberSeesNothing() {
    Somebody author = member();
    String number = topic(author.account(), "一般情况");
    release(number, 1);
    SignedIn.as("ccl.nobody", null, Role.CITIZEN);
    for (String path : List.of("/membership", "/topics", "/topics/" + number, "/documents")) {
      desk.as("ccl.nobody").get(ROOM + path).then().statusCode(404);
    }
    desk.as("ccl.nobody")
        .body(Map.of("kind", "discussion", "title", "我也说", "words", "我也说"))
        .post(ROOM + "/topics")
        .then()
        .statusCode(404);
    desk.as(author.account()).get(DESK + "/topics").then().statusCode(403);
    desk.as(ANSWERER).get(DESK + "/topics/" + number).then().statusCode(404);
  }

  @Test
  void whatEndsEndsAtOnce() {
    Somebody author = member();
    String number = topic(author.account(), "一般情况");
    desk.as(OFFICE)
        .body(Map.of("endedOn", today().plusDays(1).toString(), "reason", "调离"))
        .post(DESK + "/members/" + author.member() + "/end")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/endedOn"));
    desk.as(OFFICE)
        .body(Map.of("endedOn", today().toString(), "reason", "工作调离本市"))
        .post(DESK + "/members/" + author.member() + "/end")
        .then()
        .statusCode(200)
        .body("state", equalTo("ended"))
        .body("endedWhy", equalTo("工作调离本市"));
    desk.as(author.account()).get(ROOM + "/topics/" + number).then().statusCode(404);
    desk.as(author.account())
        .header("Idempotency-Key", Api.key())
        .body(Map.of("words", "再说一句"))
        .post(ROOM + "/topics/" + number + "/contributions")
        .then()
        .statusCode(404);
    desk.as(author.account())
        .get(ROOM + "/membership")
        .then()
        .statusCode(200)
        .body("state", equalTo("ended"))
        .body("named", equalTo(false));
  }

  @Test
  void aTermThatRunsOutTakesItsRightsWithIt() {
    Somebody author = member();
    clock.travelTo(Instant.now().plus(Duration.ofDays(3 * 365)));
    desk.as(author.account())
        .get(ROOM + "/membership")
        .then()
        .statusCode(200)
        .body("state", equalTo("expired"));
    desk.as(author.account()).get(ROOM + "/topics").then().statusCode(404);
  }

  @Test
  void anInvitationIsGoodOnceAndForItsCodeAlone() {
    JsonPath invitation = appointed("晴监聘-一次");
    SignedIn.as("ccl.first", null, Role.CITIZEN);
    SignedIn.as("ccl.second", null, Role.ENTERPRISE);
    join("ccl.first", "晴监聘-一次", "AAAAA-AAAAA").then().statusCode(404);
    join("ccl.first", "晴监聘-一次", invitation.getString("code")).then().statusCode(200);
    join("ccl.second", "晴监聘-一次", invitation.getString("code")).then().statusCode(409);
    desk.as(OFFICE)
        .post(DESK + "/members/" + invitation.getString("member.id") + "/invitation")
        .then()
        .statusCode(409);
    desk.as(OFFICE)
        .body(appointment("晴监聘-一次"))
        .post(DESK + "/members")
        .then()
        .statusCode(409)
        .body("detail", containsString("聘书编号"));
    JsonPath second = appointed("晴监聘-二次");
    join("ccl.first", "晴监聘-二次", second.getString("code"))
        .then()
        .statusCode(409)
        .body("detail", containsString("聘期"));
  }

  @Test
  void rivalsForOneInvitationAndOneAnswer() {
    JsonPath invitation = appointed("晴监聘-争");
    SignedIn.as("ccl.rival1", null, Role.CITIZEN);
    SignedIn.as("ccl.rival2", null, Role.CITIZEN);
    List<Integer> joined =
        together(
            () -> join("ccl.rival1", "晴监聘-争", invitation.getString("code")).statusCode(),
            () -> join("ccl.rival2", "晴监聘-争", invitation.getString("code")).statusCode());
    assertEquals(List.of(200, 409), joined);
    Somebody author = member();
    String number = topic(author.account(), "一般情况");
    release(number, 1);
    act(OFFICE, number, "ask", Map.of("department", WATER)).then().statusCode(200);
    List<Integer> answered =
        together(
            () -> act(ANSWERER, number, "answer", Map.of("words", "答一")).statusCode(),
            () -> act(ANSWERER, number, "answer", Map.of("words", "答二")).statusCode());
    assertEquals(200, answered.get(0));
    assertEquals(true, answered.get(1) == 412 || answered.get(1) == 409);
  }

  @SafeVarargs
  private static List<Integer> together(Supplier<Integer>... deeds) {
    return Stream.of(deeds).map(CompletableFuture::supplyAsync).toList().stream()
        .map(CompletableFuture::join)
        .sorted()
        .toList();
  }

  @Test
  void lateIsSeen() {
    Somebody author = member();
    String number = topic(author.account(), "一般情况");
    release(number, 1);
    act(OFFICE, number, "ask", Map.of("department", WATER, "days", 1)).then().statusCode(200);
    clock.travelTo(Instant.now().plus(Duration.ofDays(15)));
    desk.as(author.account())
        .get(ROOM + "/topics/" + number)
        .then()
        .body("summary.late", equalTo(true));
    desk.as(ANSWERER)
        .get(DESK + "/topics?overdue=true")
        .then()
        .body("items.number", hasItem(number));
    act(ANSWERER, number, "answer", Map.of("words", "迟到的答复"))
        .then()
        .statusCode(200)
        .body("answer.late", equalTo(true));
  }

  @Test
  void scriptsAreTextAndBadInputIsSaidInTheReadersLanguage() {
    Somebody author = member();
    String script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    String number = topic(author.account(), script);
    desk.as(author.account())
        .get(ROOM + "/topics/" + number)
        .then()
        .body("contributions[0].words", equalTo(script));
    Map<String, Object> blank =
        Map.of("kind", "question", "title", "  ", "words", "  一  ", "department", "nowhere");
    desk.as(author.account())
        .body(blank)
        .post(ROOM + "/topics")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/title"));
    Map<String, Object> nowhere =
        Map.of("kind", "question", "title", "何处", "words", "何处", "department", "nowhere");
    desk.as(author.account())
        .body(nowhere)
        .post(ROOM + "/topics")
        .then()
        .statusCode(422)
        .body("errors[0].detail", equalTo("没有这个部门"));
    desk.as(author.account())
        .header("Accept-Language", "en")
        .body(nowhere)
        .post(ROOM + "/topics")
        .then()
        .statusCode(422)
        .body("errors[0].detail", equalTo("There is no such department"));
    desk.as(author.account())
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
    Map<String, Object> term = appointment("晴监聘-错");
    term.put("servesUntil", today().minusDays(1).toString());
    desk.as(OFFICE)
        .body(term)
        .post(DESK + "/members")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/servesUntil"));
    release(number, 1);
    act(OFFICE, number, "release", Map.of("of", 1)).then().statusCode(409);
    act(OFFICE, number, "ask", Map.of())
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/department"));
    desk.as(OFFICE)
        .header("Idempotency-Key", Api.key())
        .header("If-Match", "\"1\"")
        .body(Map.of())
        .post(DESK + "/topics/" + number + "/actions/close")
        .then()
        .statusCode(412);
  }

  @Test
  void whatIsAComplaintGoesOnAsOneWithoutTheName() {
    Somebody author = member();
    Somebody other = member();
    String number = topic(author.account(), "窗口人员索要好处。");
    release(number, 1);
    act(OFFICE, number, "makeComplaint", Map.of())
        .then()
        .statusCode(200)
        .body("summary.state", equalTo("closed"))
        .body("complaint", containsString("S20"))
        .body("complaintCode", nullValue());
    JsonPath own = desk.as(author.account()).get(ROOM + "/topics/" + number).jsonPath();
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
    desk.as(other.account())
        .get(ROOM + "/topics/" + number)
        .then()
        .body("complaint", nullValue())
        .body("complaintCode", nullValue());
  }

  @Test
  void documentsAreSignedForOnceByEach() {
    Somebody one = member();
    Somebody two = member();
    String number =
        desk.as(OFFICE)
            .header("Idempotency-Key", Api.key())
            .body(
                Map.of(
                    "title",
                    "座谈会通知",
                    "words",
                    "定于下周三召开座谈会。",
                    "members",
                    List.of(one.member()),
                    "files",
                    List.of(Api.upload())))
            .post(DESK + "/documents")
            .then()
            .statusCode(201)
            .body("recipients", equalTo(1))
            .extract()
            .path("number");
    desk.as(two.account()).get(ROOM + "/documents").then().body("number", not(hasItem(number)));
    desk.as(two.account()).post(ROOM + "/documents/" + number + "/receipt").then().statusCode(404);
    String file =
        desk.as(one.account()).get(ROOM + "/documents").then().extract().path("[0].files[0].id");
    desk.as(one.account()).get(ROOM + "/files/" + file).then().statusCode(200);
    desk.as(two.account()).get(ROOM + "/files/" + file).then().statusCode(404);
    desk.as(ANSWERER).get(DESK + "/files/" + file).then().statusCode(404);
    desk.as(one.account())
        .post(ROOM + "/documents/" + number + "/receipt")
        .then()
        .statusCode(200)
        .body("received", equalTo(1));
    desk.as(one.account()).post(ROOM + "/documents/" + number + "/receipt").then().statusCode(409);
    String back =
        desk.as(one.account())
            .header("Idempotency-Key", Api.key())
            .body(Map.of("title", "参会回执", "words", "准时参加。"))
            .post(ROOM + "/documents")
            .then()
            .statusCode(201)
            .extract()
            .path("number");
    desk.as(OFFICE)
        .post(DESK + "/documents/" + back + "/receipt")
        .then()
        .statusCode(200)
        .body("mayReceive", equalTo(false));
    desk.as(OFFICE)
        .body(Map.of("title", "空文", "words", "没有人", "members", List.of()))
        .post(DESK + "/documents")
        .then()
        .statusCode(422);
    desk.as(ANSWERER).get(DESK + "/documents").then().body("", hasSize(0));
  }

  @Test
  void whatWasWrittenStays() {
    Somebody author = member();
    String number = topic(author.account(), "秘密的词句在此");
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
}
