package org.sunlit.casework;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.identity.Role;
import org.sunlit.testing.Api;
import org.sunlit.testing.Newcomer;
import org.sunlit.testing.SignedIn;

/** Duties are kept apart, and the case page says so before anybody clicks. */
@QuarkusTest
class DutyApiTest {
  private static final String APART = "urn:sunlit:problem:separation-of-duty";

  private static final String NUMBER = "11010519491231002X";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject CaseCity city;
  @Inject Pool pool;

  @BeforeEach
  void found() {
    city.found();
  }

  private Response read(String account, Begun begun) {
    return city.as(account).get("/api/v1/cases/" + begun.number());
  }

  private static String why(String action) {
    return "actions.find { it.action == '" + action + "' }.why";
  }

  private static String allowed(String action) {
    return "actions.find { it.action == '" + action + "' }.allowed";
  }

  private Begun acceptedByOneWhoHoldsBothPosts() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.both", begun, "accept", Map.of()).then().statusCode(200);
    city.act("tst.reviewer", begun, "advance", Map.of()).then().statusCode(200);
    return begun;
  }

  @Test
  void whoAcceptedACaseNeitherGrantsNorRefusesIt() {
    Begun begun = acceptedByOneWhoHoldsBothPosts();
    read("tst.both", begun)
        .then()
        .body(allowed("decide"), is(false))
        .body(why("decide"), containsString("由您受理"))
        .body(allowed("return"), is(true));
    for (Map<String, Object> decision :
        java.util.List.<Map<String, Object>>of(
            Map.of("decision", "grant"), Map.of("decision", "refuse", "reason", "不符合条件"))) {
      city.act("tst.both", begun, "decide", decision)
          .then()
          .statusCode(403)
          .body("type", is(APART))
          .body("detail", containsString("由您受理"));
    }
    city.as("tst.both")
        .header("Accept-Language", "en")
        .header("If-Match", "\"3\"")
        .body(Map.of("decision", "grant", "confirmedRisk", true))
        .post("/api/v1/cases/" + begun.number() + "/actions/decide")
        .then()
        .statusCode(403)
        .body("detail", containsString("You accepted this application"));
    read("tst.approver", begun)
        .then()
        .body(allowed("decide"), is(true))
        .body(why("decide"), nullValue());
    city.act("tst.approver", begun, "decide", Map.of("decision", "grant")).then().statusCode(200);
  }

  @Test
  void supervisorsSeeEveryCaseAndProcessNone() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    read("supervisor", begun)
        .then()
        .statusCode(200)
        .body("actions.allowed", everyItem(is(false)))
        .body("actions.why", everyItem(containsString("监察人员")));
    city.act("supervisor", begun, "accept", Map.of()).then().statusCode(403);
  }

  @Test
  void nobodyHandlesTheirOwnCase() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    pool.preparedQuery("update case_file set applicant_account = $2 where case_number = $1")
        .execute(Tuple.of(begun.number(), "tst.window"))
        .await()
        .atMost(Duration.ofSeconds(10));
    read("tst.window", begun)
        .then()
        .body("actions.allowed", everyItem(is(false)))
        .body("actions.why", everyItem(containsString("您本人的办件")));
    city.act("tst.window", begun, "accept", Map.of())
        .then()
        .statusCode(403)
        .body("type", is(APART))
        .body("detail", containsString("回避"));
    city.as("tst.window")
        .get("/api/v1/cases?limit=100&q=" + begun.number())
        .then()
        .statusCode(200)
        .body("items.caseNumber", not(hasItem(begun.number())));
    city.act("tst.both", begun, "accept", Map.of()).then().statusCode(200);
  }

  @Test
  void nobodyHandlesTheCaseOfWhoeverHasTheirIdentityNumber() {
    Begun begun = beginAs(NUMBER);
    city.act("tst.both", CaseCity.begin(CaseCity.LICENCE), "accept", Map.of())
        .then()
        .statusCode(200);
    String written =
        identify("tst.both", "110105 19491231002x").then().statusCode(200).extract().asString();
    try {
      assertFalse(written.contains("19491231"), written);
      read("tst.both", begun)
          .then()
          .body("actions.allowed", everyItem(is(false)))
          .body("actions.why", everyItem(containsString("您本人的办件")));
      city.act("tst.both", begun, "accept", Map.of())
          .then()
          .statusCode(403)
          .body("type", is(APART))
          .body("detail", containsString("回避"));
      city.act("tst.both", CaseCity.begin(CaseCity.LICENCE), "accept", Map.of())
          .then()
          .statusCode(200);
      city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    } finally {
      run("delete from account_identity where account = 'tst.both'");
    }
  }

  @Test
  void norTheCaseOfAnAccountOfTheSamePerson() {
    Newcomer newcomer = Newcomer.person();
    newcomer.arrive();
    String account = newcomer.asks().get("/api/v1/auth/me").path("account");
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    pool.preparedQuery("update case_file set applicant_account = $2 where case_number = $1")
        .execute(Tuple.of(begun.number(), account))
        .await()
        .atMost(PATIENCE);
    identify("tst.both", NUMBER).then().statusCode(200);
    try {
      city.act("tst.both", begun, "accept", Map.of())
          .then()
          .statusCode(403)
          .body("type", is(APART));
      city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    } finally {
      run("delete from account_identity where account = 'tst.both'");
    }
  }

  private static Begun beginAs(String identityNumber) {
    Map<String, Object> application = CaseCity.application(CaseCity.LICENCE);
    application.put(
        "applicant",
        Map.of(
            "kind", "person",
            "name", "王小明",
            "phone", "13812345678",
            "identityNumber", identityNumber));
    Response receipt = CaseCity.apply(application).then().statusCode(201).extract().response();
    return new Begun(receipt.path("caseNumber"), receipt.path("trackingCode"));
  }

  /** What an administrator writes down of somebody, with their number. */
  private Response identify(String account, String number) {
    String administrator = SignedIn.as(Role.ADMINISTRATOR);
    Response file = asking(administrator).get("/api/v1/staff/people/" + account);
    Map<String, Object> details = new HashMap<>();
    details.put("name", file.path("name"));
    details.put("roles", file.path("roles"));
    details.put("departmentCode", file.path("department.code"));
    details.put("regionCode", file.path("region.code"));
    details.values().removeIf(java.util.Objects::isNull);
    details.put("identityNumber", number);
    return asking(administrator)
        .header("If-Match", file.header("ETag"))
        .body(details)
        .put("/api/v1/staff/people/" + account);
  }

  private static RequestSpecification asking(String token) {
    return Api.anything().header("Authorization", "Bearer " + token);
  }

  private void run(String statement) {
    pool.query(statement).execute().await().atMost(PATIENCE);
  }
}
