package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.testing.Api;

/** Personal data is masked, seen with a reason, and found. */
@QuarkusTest
class SeePersonalDataApiTest extends PersonalDataSteps {
  @Test
  void masksEverythingUntilTwoPersonsHaveAgreed() throws SQLException {
    Begun begun = begin();
    file("tst.window", begun)
        .body("applicant.name", is("慕容**"))
        .body("applicant.phoneMasked", is("139****1234"))
        .body("applicant.identityNumberMasked", is("11**************2X"))
        .body("applicant.address", is("晴川市晴岚区听雨街道****"))
        .body("applicant.phone", nullValue())
        .body("applicant.identityNumber", nullValue());

    ask("tst.window", begun, "打电话给" + NAME).then().statusCode(422);
    ask("tst.window", begun, "请拨打 139 8765 1234").then().statusCode(422);
    String confirmation =
        ask("tst.window", begun, "约定现场核查时间")
            .then()
            .statusCode(202)
            .extract()
            .path("confirmationId");
    ask("tst.window", begun, "再次").then().statusCode(409);
    ask("oth.window", begun, "不是本部门").then().statusCode(404);
    ask("supervisor", begun, "监察不看明文").then().statusCode(403);
    file("tst.window", begun)
        .body("unmasking.state", is("waiting"))
        .body("applicant.name", is("慕容**"));
    decide("tst.window", confirmation).then().statusCode(403);
    decide("oth.window", confirmation).then().statusCode(404);
    decide("tst.reviewer", confirmation).then().statusCode(200).body("reason", is("约定现场核查时间"));
    try (Connection connection = database.getConnection()) {
      assertEquals(List.of(), DatabaseScan.find(connection, List.of("约定现场核查时间")));
    }

    file("tst.window", begun)
        .body("unmasking.state", is("open"))
        .body("applicant.name", is(NAME))
        .body("applicant.phone", is(PHONE))
        .body("applicant.plain", contains("name", "phone"))
        .body("applicant.identityNumber", nullValue())
        .body("applicant.address", is("晴川市晴岚区听雨街道****"));
    // Only to whoever asked.
    file("tst.reviewer", begun).body("applicant.name", is("慕容**"));

    accesses(begun)
        .then()
        .statusCode(200)
        .body(
            "items.action",
            hasItems("caseOpened", "unmaskingAsked", "unmaskingDecided", "plainValuesSeen"))
        .body("items.find { it.action == 'plainValuesSeen' }.fields", contains("name", "phone"))
        .body("items.find { it.action == 'plainValuesSeen' }.reasonKind", is("contact"))
        .body("items.find { it.action == 'plainValuesSeen' }.department.code", is("tst"))
        .body("items.find { it.action == 'plainValuesSeen' }.post", is("window"));

    clock.travelTo(Instant.now().plus(Duration.ofMinutes(31)));
    file("tst.window", begun).body("applicant.name", is("慕容**")).body("unmasking", nullValue());
  }

  @Test
  void keepsEveryLookAndLetsSupervisorsReadThem() throws SQLException {
    Begun begun = begin();
    String material = file("tst.window", begun).extract().path("materials[0].id");
    io.restassured.RestAssured.given()
        .header("Authorization", "Bearer " + city.token("tst.window"))
        .get("/api/v1/cases/" + begun.number() + "/materials/" + material + "/content")
        .then()
        .statusCode(200);
    city.as("oth.window").get("/api/v1/cases/" + begun.number()).then().statusCode(404);
    city.as("supervisor")
        .queryParam("caseNumber", begun.number())
        .get("/api/v1/access-trail")
        .then()
        .statusCode(200)
        .body("items.action", contains("materialOpened", "caseOpened"))
        .body("items.account", everyItem(is("tst.window")))
        .body("items.accountName", everyItem(is("李window")))
        .body("items[0].materialId", is(material))
        .body("items.session", everyItem(not(nullValue())));
    city.as("supervisor")
        .queryParam("account", "supervisor")
        .queryParam("action", "trailRead")
        .queryParam("limit", 1)
        .get("/api/v1/access-trail")
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
    city.as("tst.window").get("/api/v1/access-trail").then().statusCode(403);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String forbidden :
          List.of(
              "update access_trail set account = 'x'",
              "delete from access_trail",
              "truncate access_trail")) {
        assertThrows(SQLException.class, () -> statement.execute(forbidden), forbidden);
      }
    }
  }

  @Test
  void findsAPersonsCasesAmongOnesOwn() {
    Begun begun = begin();
    for (Map<String, String> term :
        List.of(
            Map.of("name", NAME),
            Map.of("phone", "+86 139 8765 1234"),
            Map.of("identityNumber", "11010519491231002x"))) {
      search("tst.reviewer", term)
          .then()
          .statusCode(200)
          .body("items.caseNumber", hasItem(begun.number()))
          .body("items.applicantMasked", hasItem("慕容**"));
      search("supervisor", term).then().body("items.caseNumber", hasItem(begun.number()));
      search("oth.reviewer", term).then().statusCode(200).body("items", hasSize(0));
      search("township.b", term).then().statusCode(200).body("items", hasSize(0));
    }
    search("tst.reviewer", Map.of("name", "慕容晓")).then().body("items", hasSize(0));
    search("tst.reviewer", Map.of("name", NAME, "phone", PHONE)).then().statusCode(422);
    search("editor", Map.of("name", NAME)).then().statusCode(403);
    for (int searches = 0; searches < 20; searches++) {
      search("tst.approver", Map.of("phone", "1380000" + (1000 + searches)));
    }
    search("tst.approver", Map.of("phone", PHONE))
        .then()
        .statusCode(429)
        .header("Retry-After", not(nullValue()));
  }

  private static Response accesses(Begun begun) {
    return Api.contract().body(begun.ticket()).post("/api/v1/tracking/accesses");
  }
}
