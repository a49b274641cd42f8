package org.sunlit.casework;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.testing.Api;

/** Personal data is sealed: nothing of it is in tables, logs or figures. */
@QuarkusTest
class SealPersonalDataApiTest extends PersonalDataSteps {
  private static final List<String> SECRETS =
      List.of(NAME, IDENTITY, PHONE, ADDRESS, SUBJECT, REASON, LACK, MESSAGE, FILE, CONTENT);

  @Test
  void leavesNothingOfAPersonInTheDatabase() throws SQLException {
    Begun begun = lived();
    begun
        .track()
        .then()
        .body("subject", is(SUBJECT))
        .body("history.reason", hasItem(REASON))
        .body("history.missing.flatten().what", hasItem(LACK))
        .body("materials[0].fileName", is(FILE))
        .body("notices.text", hasItem(org.hamcrest.Matchers.containsString(REASON)));
    Api.contract().body(CaseCity.application(CaseCity.BARE)).post("/api/v1/applications");
    try (Connection connection = database.getConnection()) {
      assertEquals(
          List.of(begun.number(), "慕容**"),
          DatabaseScan.find(connection, List.of(begun.number(), "慕容**")),
          "the scan reads what is there");
      assertEquals(List.of(), DatabaseScan.find(connection, SECRETS));
    }
  }

  @Test
  void keepsLogsAndFiguresFreeOfPeople() {
    StringBuffer log = new StringBuffer();
    try (LogCapture capture = LogCapture.begin(log)) {
      Begun begun = lived();
      city.as("tst.window").get("/api/v1/cases/" + begun.number()).then().statusCode(200);
      search("tst.window", Map.of("phone", PHONE)).then().statusCode(200);
      Map<String, Object> wrong = CaseCity.application(CaseCity.LICENCE);
      wrong.put(
          "applicant",
          Map.of(
              "kind",
              "person",
              "name",
              NAME,
              "phone",
              PHONE,
              "identityNumber",
              "11010519491231002Y"));
      wrong.put("subject", SUBJECT);
      CaseCity.apply(wrong).then().statusCode(422);
      wrong.put("applicant", Map.of("kind", "person", "name", NAME, "phone", PHONE));
      wrong.put("regionCode", "990199999999");
      CaseCity.apply(wrong).then().statusCode(422);
      Api.anything()
          .body("{\"itemCode\":\"" + SUBJECT + "\",\"applicant\":{\"name\":\"" + NAME + "\"")
          .post("/api/v1/applications")
          .then()
          .statusCode(400);
      capture.flush();
    }
    String figures = io.restassured.RestAssured.get("/q/metrics").asString();
    assertTrue(log.length() > 0, "the log was listened to");
    for (String secret : SECRETS) {
      assertTrue(!log.toString().contains(secret), () -> secret + " is in the log");
      assertTrue(!figures.contains(secret), () -> secret + " is in the figures");
    }
  }
}
