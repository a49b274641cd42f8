package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.platform.CityTime;
import org.sunlit.testing.Api;
import org.sunlit.testing.Newcomer;

/** What an account may ask of its own data: who looked, a copy, deletion, and nobody else's. */
@QuarkusTest
class OwnDataApiTest {
  private static final String CASES = "/api/v1/me/cases/";
  private static final String WORDS = "卷宗在审计期间，须保存备查";

  @Inject CaseCity city;
  @Inject AgroalDataSource database;

  @BeforeEach
  void found() {
    city.found();
  }

  private static Begun begin(Newcomer newcomer) {
    Response receipt =
        newcomer
            .asks()
            .header("Idempotency-Key", Api.key())
            .body(Map.of("itemCode", CaseCity.BARE))
            .post("/api/v1/me/applications")
            .then()
            .statusCode(201)
            .extract()
            .response();
    return new Begun(receipt.path("caseNumber"), receipt.path("trackingCode"));
  }

  private void open(String account, Begun begun) {
    city.as(account).get("/api/v1/cases/" + begun.number()).then().statusCode(200);
  }

  private void endedLongAgo(Begun begun) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      assertEquals(
          1,
          statement.executeUpdate(
              "update case_file set ended_at = ended_at - interval '11 years' where case_number = '"
                  + begun.number()
                  + "'"));
    }
  }

  @Test
  void tellsWhoLookedAtAnyOfOnesCases() {
    Newcomer newcomer = Newcomer.person().arrive();
    Begun first = begin(newcomer);
    Begun second = begin(newcomer);
    newcomer.asks().get("/api/v1/me/accesses").then().statusCode(200).body("items", hasSize(0));
    open("tst.window", first);
    open("supervisor", second);
    city.as("supervisor")
        .queryParam("caseNumber", first.number())
        .get("/api/v1/access-trail")
        .then()
        .statusCode(200);

    newcomer
        .asks()
        .get("/api/v1/me/accesses")
        .then()
        .statusCode(200)
        .body("items.caseNumber", contains(second.number(), first.number()))
        .body("items.action", everyItem(is("caseOpened")))
        .body("items[1].department.code", not(nullValue()));
    newcomer
        .asks()
        .get(CASES + first.number() + "/accesses")
        .then()
        .statusCode(200)
        .body("items.caseNumber", contains(first.number()));
    Newcomer.person()
        .arrive()
        .asks()
        .get("/api/v1/me/accesses")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void givesACopyOfEverything() {
    Newcomer newcomer = Newcomer.person().arrive();
    Begun first = begin(newcomer);
    Begun second = begin(newcomer);

    newcomer
        .asks()
        .post("/api/v1/me/export")
        .then()
        .statusCode(200)
        .header("Cache-Control", containsString("no-store"))
        .body("account.name", is("王小明"))
        .body("account.identityNumber", is("11010519491231002X"))
        .body("account.phone", is(newcomer.phone()))
        .body("cases.caseNumber", containsInAnyOrder(first.number(), second.number()))
        .body("cases.applicant.name", everyItem(is("王小明")));
    newcomer
        .asks()
        .post(CASES + first.number() + "/export")
        .then()
        .statusCode(200)
        .body("caseNumber", is(first.number()))
        .body("applicant.phone", is(newcomer.phone()));
    city.as("supervisor")
        .queryParam("caseNumber", second.number())
        .get("/api/v1/access-trail")
        .then()
        .body("items.action", hasItem("exported"));
  }

  @Test
  void asksForDeletionAndSeesWhatBecomesOfIt() throws SQLException {
    Newcomer newcomer = Newcomer.person().arrive();
    Begun begun = begin(newcomer);
    ask(newcomer, begun, 409);
    newcomer
        .asks()
        .header("Idempotency-Key", Api.key())
        .body(Map.of())
        .post(CASES + begun.number() + "/withdrawals")
        .then()
        .statusCode(200);
    ask(newcomer, begun, 409);
    endedLongAgo(begun);
    String id = ask(newcomer, begun, 202);
    assertEquals(id, ask(newcomer, begun, 202), "asked twice is asked once");
    becomes(newcomer, "waiting");

    String confirmation =
        city.as("admin.a")
            .body(Map.of("reason", "保存期满，申请人要求删除"))
            .post("/api/v1/deletion-requests/" + id + "/proposals")
            .then()
            .statusCode(202)
            .extract()
            .path("confirmationId");
    becomes(newcomer, "proposed");
    city.as("admin.b")
        .body(Map.of())
        .post("/api/v1/confirmations/" + confirmation + "/confirm")
        .then()
        .statusCode(200);
    becomes(newcomer, "carriedOut");
    newcomer
        .asks()
        .post("/api/v1/me/export")
        .then()
        .statusCode(200)
        .body("cases.applicant", everyItem(nullValue()))
        .body("cases.personalDataDeletedAt", everyItem(not(nullValue())));
  }

  @Test
  void aDeletionIsRefusedByTwoOnAGroundThePersonIsTold() throws SQLException {
    Newcomer newcomer = Newcomer.person().arrive();
    Begun begun = begin(newcomer);
    newcomer
        .asks()
        .header("Idempotency-Key", Api.key())
        .body(Map.of())
        .post(CASES + begun.number() + "/withdrawals")
        .then()
        .statusCode(200);
    endedLongAgo(begun);
    String id = ask(newcomer, begun, 202);
    String until = LocalDate.now(CityTime.ZONE).plusYears(2).toString();

    city.as("tst.window").body(refusal(until)).post(refusals(id)).then().statusCode(403);
    city.as("admin.a")
        .body(Map.of("ground", "retentionPeriod", "words", WORDS))
        .post(refusals(id))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/keptUntil"));
    city.as("admin.a")
        .body(refusal(until))
        .post(refusals("00000000-0000-4000-8000-000000000000"))
        .then()
        .statusCode(404);
    String first =
        city.as("admin.a")
            .body(refusal(until))
            .post(refusals(id))
            .then()
            .statusCode(202)
            .body("status", is("proposed"))
            .body("refusal", nullValue())
            .extract()
            .path("confirmationId");
    city.as("admin.b")
        .body(Map.of("reason", "保存期满"))
        .post("/api/v1/deletion-requests/" + id + "/proposals")
        .then()
        .statusCode(409);
    decide("admin.a", first, "confirm", 403);
    decide("admin.b", first, "decline", 200);
    becomes(newcomer, "waiting");

    String second =
        city.as("admin.b")
            .body(refusal(until))
            .post(refusals(id))
            .then()
            .statusCode(202)
            .extract()
            .path("confirmationId");
    decide("admin.a", second, "confirm", 200);
    newcomer
        .asks()
        .get("/api/v1/me/deletion-requests")
        .then()
        .statusCode(200)
        .body("items.status", contains("refused"))
        .body("items[0].decidedAt", not(nullValue()))
        .body("items[0].confirmationId", nullValue())
        .body("items[0].refusal.ground", is("retentionPeriod"))
        .body("items[0].refusal.keptUntil", is(until))
        .body("items[0].refusal.words", is(WORDS));
    begun
        .track()
        .then()
        .statusCode(200)
        .body("personalDataDeletedAt", nullValue())
        .body("notices.text", hasItem(containsString(WORDS)));
    ask(newcomer, begun, 409);
    city.as("admin.a").body(refusal(until)).post(refusals(id)).then().statusCode(409);
  }

  private static Map<String, String> refusal(String until) {
    return Map.of("ground", "retentionPeriod", "keptUntil", until, "words", WORDS);
  }

  private static String refusals(String id) {
    return "/api/v1/deletion-requests/" + id + "/refusals";
  }

  private void decide(String account, String confirmation, String decision, int status) {
    city.as(account)
        .body(Map.of("note", "已核对卷宗"))
        .post("/api/v1/confirmations/" + confirmation + "/" + decision)
        .then()
        .statusCode(status);
  }

  @Test
  void somebodyElsesDataIsNotThere() {
    Begun begun = begin(Newcomer.person().arrive());
    Newcomer other = Newcomer.organisation().arrive();

    for (String number : List.of(begun.number(), "20200101-000001-0")) {
      other.asks().get(CASES + number + "/accesses").then().statusCode(404);
      other.asks().post(CASES + number + "/export").then().statusCode(404);
      other.asks().post(CASES + number + "/deletion-requests").then().statusCode(404);
    }
    other.asks().post("/api/v1/me/export").then().statusCode(200).body("cases", hasSize(0));
    Api.contract().get("/api/v1/me/accesses").then().statusCode(401);
    city.as("tst.window").get("/api/v1/me/accesses").then().statusCode(403);
  }

  private static String ask(Newcomer newcomer, Begun begun, int status) {
    return newcomer
        .asks()
        .post(CASES + begun.number() + "/deletion-requests")
        .then()
        .statusCode(status)
        .extract()
        .path("id");
  }

  private static void becomes(Newcomer newcomer, String status) {
    newcomer
        .asks()
        .get("/api/v1/me/deletion-requests")
        .then()
        .statusCode(200)
        .body("items.status", contains(status));
  }
}
