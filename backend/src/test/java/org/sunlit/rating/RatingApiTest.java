package org.sunlit.rating;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.EndedCaseCity;
import org.sunlit.casework.EndedCaseCity.Ended;
import org.sunlit.notice.Telephone;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Newcomer;

/** Rating a case, by every way there is, and having what was bad put right. */
@QuarkusTest
class RatingApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SUPERVISOR = "supervisor";
  private static final Map<String, Object> GOOD =
      Map.of("overall", "satisfied", "efficiency", "basicallySatisfied", "words", "很快就办好了");
  private static final Map<String, Object> BAD =
      Map.of("overall", "notSatisfied", "attitude", "notSatisfied", "words", "让我跑了三趟");

  @Inject EndedCaseCity city;
  @Inject RatedCases cases;
  @Inject Invitations invitations;
  @Inject TravellingClock clock;
  @Inject CalendarService calendar;
  @Inject Pool pool;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  @Test
  void aCaseThatHasEndedIsRatedOnce() {
    Ended ended = end();

    open(ended).then().statusCode(200).body("state", equalTo("open")).body("rating", nullValue());
    rate(ended, GOOD)
        .then()
        .statusCode(201)
        .body("state", equalTo("rated"))
        .body("rating.overall", equalTo("satisfied"))
        .body("rating.words", equalTo("很快就办好了"))
        .body("rating.rectification", nullValue());
    rate(ended, BAD).then().statusCode(409).body("detail", containsString("一事一评"));
    open(ended).then().body("rating.overall", equalTo("satisfied"));
  }

  @Test
  void aRepeatWithTheSameKeyGetsTheFirstAnswer() {
    Ended ended = end();
    String key = EndedCaseCity.key();

    rate(ended, GOOD, key).then().statusCode(201);
    rate(ended, GOOD, key).then().statusCode(201).body("state", equalTo("rated"));
    rate(ended, BAD, key).then().statusCode(422);
  }

  @Test
  void aCaseThatGoesOnIsNotRated() {
    rate(city.begin(), GOOD).then().statusCode(409).body("detail", containsString("尚未办结"));
  }

  @Test
  void aWrongCodeAndAWrongNumberAnswerAlike() {
    Ended ended = end();
    String wrongCode = rate(new Ended(ended.number(), "AAAAA-AAAAA", ""), GOOD).asString();
    Response wrongNumber = rate(new Ended("20200101-000001-9", ended.code(), ""), GOOD);

    wrongNumber.then().statusCode(404);
    assertEquals(
        wrongCode.replaceAll("\"instance\":\"[^\"]*\"", ""),
        wrongNumber.asString().replaceAll("\"instance\":\"[^\"]*\"", ""));
    open(new Ended(ended.number(), "12345678", "")).then().statusCode(404);
  }

  @Test
  void afterThirtyDaysItIsOver() {
    Ended ended = end();
    clock.travelTo(clock.instant().plus(Duration.ofDays(31)));

    open(ended).then().statusCode(200).body("state", equalTo("over"));
    rate(ended, GOOD).then().statusCode(409);
  }

  @Test
  void badInputIsSaidAndChangesNothing() {
    Ended ended = end();
    for (String grades :
        List.of(
            "{}",
            "{\"overall\":\"splendid\"}",
            "{\"overall\":\"satisfied\",\"words\":\"" + "长".repeat(1001) + "\"}",
            "{\"overall\":\"satisfied\",\"stars\":5}")) {
      io.restassured.RestAssured.given()
          .contentType("application/json")
          .body(
              "{\"holder\":{\"caseNumber\":\"%s\",\"code\":\"%s\"},\"grades\":%s}"
                  .formatted(ended.number(), ended.code(), grades))
          .post("/api/v1/ratings")
          .then()
          .statusCode(400);
    }
    open(ended).then().body("state", equalTo("open"));
  }

  @Test
  void theMessagesCodeRatesAndOpensNothingElse() {
    Ended ended = end();
    invitations.invite().await().atMost(PATIENCE);
    String message = Telephone.message("rating/" + ended.number());
    Matcher code = Pattern.compile("评价码([0-9]{8})").matcher(message);
    assertTrue(code.find(), message);
    Ended byMessage = new Ended(ended.number(), code.group(1), "");

    city.guest()
        .body(Map.of("caseNumber", ended.number(), "trackingCode", code.group(1)))
        .post("/api/v1/tracking")
        .then()
        .statusCode(404);
    rate(byMessage, GOOD).then().statusCode(201);
    assertEquals("sms", channel(ended));
  }

  @Test
  void nobodyIsAskedTwice() {
    Ended ended = end();
    invitations.invite().await().atMost(PATIENCE);
    invitations.invite().await().atMost(PATIENCE);

    assertEquals(
        1, count("select count(*) from notice where subject_id = $1", "rating/" + ended.number()));
  }

  @Test
  void anAccountRatesItsOwnCasesAndNoOthers() {
    Ended ended = end();
    Newcomer owner = Newcomer.person().arrive();
    Newcomer other = Newcomer.person().arrive();
    owner
        .asks()
        .body(Map.of("caseNumber", ended.number(), "trackingCode", ended.code()))
        .post("/api/v1/me/cases")
        .then()
        .statusCode(200);
    String path = "/api/v1/me/cases/" + ended.number() + "/rating";

    other.asks().get(path).then().statusCode(404);
    other.asks().body(GOOD).post(path).then().statusCode(404);
    owner.asks().get(path).then().statusCode(200).body("state", equalTo("open"));
    owner.asks().body(GOOD).post(path).then().statusCode(201);
    assertEquals("account", channel(ended));
  }

  @Test
  void aTerminalShowsWhatHasEndedRatedOrNot() {
    String terminal = terminal();
    Ended ended = end();
    String path = "/api/v1/rating-terminals/" + terminal;

    city.guest()
        .get(path)
        .then()
        .statusCode(200)
        .body("cases.caseNumber", hasItem(ended.number()))
        .body("cases[0].applicantMasked", not(containsString("小明")));
    atTerminal(terminal, ended, "0000").then().statusCode(404);
    atTerminal(terminal, ended, "5678").then().statusCode(204);
    atTerminal(terminal, ended, "5678").then().statusCode(409);
    city.guest().get(path).then().body("cases.caseNumber", hasItem(ended.number()));
    assertEquals("terminal", channel(ended));
    assertEquals(List.of("tooSoon"), signs(ended));

    clock.travelTo(clock.instant().plus(Duration.ofHours(3)));
    city.guest().get(path).then().body("cases.caseNumber", not(hasItem(ended.number())));
  }

  @Test
  void aTerminalOfOneDepartmentShowsNoOthers() {
    String terminal = terminal();
    Ended elsewhere = city.endElsewhere();
    await(elsewhere);

    city.guest()
        .get("/api/v1/rating-terminals/" + terminal)
        .then()
        .body("cases.caseNumber", not(hasItem(elsewhere.number())));
    atTerminal(terminal, elsewhere, "5678").then().statusCode(404);
  }

  @Test
  void aTerminalThatWasTakenAwayLetsNobodyIn() {
    String terminal = terminal();
    Ended ended = end();
    city.as(SUPERVISOR).delete("/api/v1/rating-terminals/" + terminal).then().statusCode(204);

    city.guest().get("/api/v1/rating-terminals/" + terminal).then().statusCode(404);
    atTerminal(terminal, ended, "5678").then().statusCode(404);
    city.as(SUPERVISOR).delete("/api/v1/rating-terminals/" + terminal).then().statusCode(404);
  }

  @Test
  void aTerminalOfNoDepartmentThereIsIsRefused() {
    city.as(SUPERVISOR)
        .body(Map.of("place", "一楼大厅", "departmentCode", "nobody"))
        .post("/api/v1/rating-terminals")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/departmentCode"));
  }

  @Test
  void aBrowserOfTheStaffIsNoticed() {
    Ended ended = end();
    String cookie =
        city.guest()
            .body(Map.of("account", "tst.window", "password", "correct horse battery staple"))
            .post("/api/v1/auth/login")
            .then()
            .statusCode(200)
            .extract()
            .cookie("sunlit_desk");

    city.guest()
        .cookie("sunlit_desk", cookie)
        .body(Map.of("holder", ended.holder(), "grades", GOOD))
        .post("/api/v1/ratings")
        .then()
        .statusCode(201);
    assertEquals(List.of("staffDevice"), signs(ended));
  }

  @Test
  void aBadRatingIsPutRightAndConfirmed() {
    Ended ended = end();
    rate(ended, BAD)
        .then()
        .statusCode(201)
        .body("rating.rectification.state", equalTo("opened"))
        .body("rating.rectification.mayConfirm", equalTo(false));
    String id = rectification(ended);

    answer("tst.approver", id, 1, "已经整改").then().statusCode(404);
    LocalDate due =
        calendar.current().plusWorkingDays(LocalDate.ofInstant(clock.instant(), CityTime.ZONE), 10);
    assign(id, 1).then().statusCode(200).body("dueOn", equalTo(due.toString()));
    assign(id, 1).then().statusCode(412);
    assign(id, 2).then().statusCode(409);
    answer("oth.approver", id, 2, "不是我们的").then().statusCode(404);
    confirm(ended, true).then().statusCode(409);
    answer("tst.approver", id, 2, "已约谈并改进流程").then().statusCode(200);
    open(ended)
        .then()
        .body("rating.rectification.answer", equalTo("已约谈并改进流程"))
        .body("rating.rectification.mayConfirm", equalTo(true));
    confirm(ended, false)
        .then()
        .statusCode(200)
        .body("rating.rectification.state", equalTo("returned"));
    answer("tst.approver", id, 4, "又改了").then().statusCode(200);
    confirm(ended, false)
        .then()
        .statusCode(200)
        .body("rating.rectification.state", equalTo("withSupervisor"));
    assign(id, 6).then().statusCode(200).body("state", equalTo("assigned"));
    answer("tst.approver", id, 7, "彻底改了").then().statusCode(200);
    confirm(ended, true)
        .then()
        .statusCode(200)
        .body("rating.rectification.state", equalTo("mended"));
    close(id, 9).then().statusCode(409);
  }

  @Test
  void aCitizenWhoSaysNothingIsNotWaitedForForEver() {
    Ended ended = end();
    rate(ended, BAD).then().statusCode(201);
    String id = rectification(ended);
    assign(id, 1).then().statusCode(200);
    answer("tst.approver", id, 2, "已改").then().statusCode(200);
    close(id, 3).then().statusCode(409);

    pool.preparedQuery("update rectification set confirm_by = current_date - 2 where id = $1")
        .execute(Tuple.of(UUID.fromString(id)))
        .await()
        .atMost(PATIENCE);
    close(id, 3).then().statusCode(200).body("state", equalTo("closed"));
    open(ended).then().body("rating.rectification.closeReason", equalTo("逾期未确认"));
  }

  @Test
  void aRatingThatIsSetAsideDoesNotCount() {
    Ended ended = end();
    rate(ended, GOOD).then().statusCode(201);
    String id = rating(ended);
    String path = "/api/v1/ratings/" + id;
    city.as(SUPERVISOR)
        .get(path)
        .then()
        .statusCode(200)
        .body("caseNumber", equalTo(ended.number()))
        .body("words", equalTo("很快就办好了"))
        .body("ratedPerson", notNullValue());
    int before = counted();

    review(id, 1, false).then().statusCode(200).body("summary.counted", equalTo(false));
    assertEquals(before - 1, counted());
    review(id, 1, true).then().statusCode(412);
    review(id, 2, true).then().statusCode(200);
    assertEquals(before, counted());
    assertTrue(
        count(
                "select count(*) from access_trail where case_number = $1 and account = 'supervisor'",
                ended.number())
            > 0);
  }

  private Response review(String id, int version, boolean counts) {
    return city.as(SUPERVISOR)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("counted", counts, "why", "与工作人员设备一致"))
        .post("/api/v1/ratings/" + id + "/reviews");
  }

  private int counted() {
    return city.as(SUPERVISOR).get("/api/v1/rating-figures").then().extract().path("ratings");
  }

  private String terminal() {
    return city.as(SUPERVISOR)
        .body(Map.of("place", "一楼大厅", "departmentCode", EndedCaseCity.DEPARTMENT))
        .post("/api/v1/rating-terminals")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private Response atTerminal(String terminal, Ended ended, String phoneEnding) {
    return city.guest()
        .body(Map.of("caseNumber", ended.number(), "phoneEnding", phoneEnding, "grades", GOOD))
        .post("/api/v1/rating-terminals/" + terminal + "/ratings");
  }

  private Response assign(String id, int version) {
    return city.as(SUPERVISOR)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("problem", "窗口未一次性告知"))
        .post("/api/v1/rectifications/" + id + "/assignments");
  }

  private Response close(String id, int version) {
    return city.as(SUPERVISOR)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("why", "逾期未确认"))
        .post("/api/v1/rectifications/" + id + "/closings");
  }

  private Response answer(String account, String id, int version, String answer) {
    return city.as(account)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("answer", answer))
        .post("/api/v1/department-rectifications/" + id + "/answers");
  }

  private Response confirm(Ended ended, boolean mended) {
    return city.guest()
        .body(Map.of("holder", ended.holder(), "mending", Map.of("mended", mended)))
        .post("/api/v1/ratings/confirmations");
  }

  private Response open(Ended ended) {
    return city.guest().body(ended.holder()).post("/api/v1/ratings/lookups");
  }

  private Response rate(Ended ended, Map<String, Object> grades) {
    return rate(ended, grades, EndedCaseCity.key());
  }

  private Response rate(Ended ended, Map<String, Object> grades, String key) {
    return city.guest()
        .header("Idempotency-Key", key)
        .body(new HashMap<>(Map.of("holder", ended.holder(), "grades", grades)))
        .post("/api/v1/ratings");
  }

  private Ended end() {
    Ended ended = city.end();
    await(ended);
    return ended;
  }

  /** Until the room has read of it in the journal. */
  private void await(Ended ended) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (cases.find(ended.number()).await().atMost(PATIENCE).isEmpty()) {
      assertFalse(System.nanoTime() > until, "the room never learned that the case has ended");
    }
  }

  private String channel(Ended ended) {
    return text("select channel from rating where case_number = $1", ended);
  }

  private String rating(Ended ended) {
    return text("select id::text from rating where case_number = $1", ended);
  }

  private String rectification(Ended ended) {
    return text("select id::text from rectification where case_number = $1", ended);
  }

  private List<String> signs(Ended ended) {
    return city.as(SUPERVISOR)
        .get("/api/v1/ratings/" + UUID.fromString(rating(ended)))
        .then()
        .statusCode(200)
        .extract()
        .path("summary.signs.kind");
  }

  private String text(String sql, Ended ended) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(ended.number()))
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getString(0);
  }

  private long count(String sql, String of) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(of))
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getLong(0);
  }
}
