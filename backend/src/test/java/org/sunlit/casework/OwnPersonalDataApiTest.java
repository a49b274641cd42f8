package org.sunlit.casework;

import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.testing.Api;

/** Whoever personal data is about gets a copy of it, and has it deleted. */
@QuarkusTest
class OwnPersonalDataApiTest extends PersonalDataSteps {
  @Test
  void givesThePersonACopy() {
    Begun begun = lived();
    file("tst.window", begun);
    Api.contract()
        .body(begun.ticket())
        .post("/api/v1/tracking/export")
        .then()
        .statusCode(200)
        .body("applicant.name", is(NAME))
        .body("applicant.identityNumber", is(IDENTITY))
        .body("applicant.address", is(ADDRESS))
        .body("subject", is(SUBJECT))
        .body("history.reason", hasItems(REASON, MESSAGE))
        .body("materials.fileName", everyItem(is(FILE)))
        .body("notices", not(hasSize(0)))
        .body("accesses.action", hasItem("caseOpened"));
    Map<String, Object> guess = begun.ticket();
    guess.put("trackingCode", "AAAAA-AAAAA");
    Api.contract().body(guess).post("/api/v1/tracking/export").then().statusCode(404);
    Api.contract().body(guess).post("/api/v1/tracking/accesses").then().statusCode(404);
  }

  /** Whatever a code opens, wrong ones count: no way round the guard of tracking. */
  @Test
  void letsNobodyGuessCodesByTheSideDoors() {
    for (String door : List.of("export", "accesses", "deletion-requests")) {
      Begun begun = begin();
      Map<String, Object> guess = begun.ticket();
      guess.put("trackingCode", "AAAAA-AAAAA");
      int status = 404;
      for (int guesses = 0; guesses < 100 && status == 404; guesses++) {
        status = Api.contract().body(guess).post("/api/v1/tracking/" + door).statusCode();
      }
      assertEquals(429, status, door);
    }
  }

  @Test
  void deletesAtThePersonsRequestWhenTheLawAllowsIt() throws SQLException {
    Begun open = begin();
    askForDeletion(open).then().statusCode(409);
    Begun begun = lived();
    askForDeletion(begun).then().statusCode(409); // has to be kept for ten years
    sql(
        "update case_file set ended_at = ended_at - interval '11 years' where case_number = '"
            + begun.number()
            + "'");
    String id = askForDeletion(begun).then().statusCode(202).extract().path("id");
    assertEquals(id, askForDeletion(begun).then().statusCode(202).extract().path("id"));
    city.as("tst.window").get("/api/v1/deletion-requests").then().statusCode(403);
    city.as("admin.a")
        .get("/api/v1/deletion-requests")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
    String confirmation =
        city.as("admin.a")
            .body(Map.of("reason", "保存期满，申请人要求删除"))
            .post("/api/v1/deletion-requests/" + id + "/proposals")
            .then()
            .statusCode(202)
            .extract()
            .path("confirmationId");
    decide("admin.a", confirmation).then().statusCode(403);
    begun.track().then().body("subject", is(SUBJECT));
    decide("admin.b", confirmation).then().statusCode(200);

    begun
        .track()
        .then()
        .statusCode(200)
        .body("personalDataDeletedAt", not(nullValue()))
        .body("state", is("notAccepted"))
        .body("subject", nullValue())
        .body("history.reason", everyItem(nullValue()))
        .body("history.kind", hasItem("correctionRequested"))
        .body("notices", hasSize(0))
        .body("materials[0].received", is(true));
    file("tst.window", begun)
        .body("personalDataDeletedAt", not(nullValue()))
        .body("applicant.name", is("慕容**"))
        .body("applicant.phoneMasked", nullValue())
        .body("materials", hasSize(0));
    ask("tst.window", begun, "已删除").then().statusCode(409);
    Api.contract()
        .body(begun.ticket())
        .post("/api/v1/tracking/export")
        .then()
        .statusCode(200)
        .body("applicant", nullValue());
    askForDeletion(begun).then().statusCode(409);
    search("supervisor", Map.of("identityNumber", IDENTITY))
        .then()
        .statusCode(200)
        .body("items.caseNumber", not(hasItem(begun.number())));
    for (String left :
        List.of(
            "select 1 from vault_key where subject = 'N'",
            "select 1 from person_index where case_number = 'N'",
            "select 1 from material_file f join case_material m on m.id = f.id where m.case_number"
                + " = 'N'",
            "select 1 from case_applicant where sealed is not null and case_number = 'N'")) {
      assertTrue(none(left.replace("'N'", "'" + begun.number() + "'")), left);
    }
    assertTrue(!none("select 1 from journal_public where case_number = '" + begun.number() + "'"));
  }

  private static Response askForDeletion(Begun begun) {
    return Api.contract().body(begun.ticket()).post("/api/v1/tracking/deletion-requests");
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  private boolean none(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement run = connection.createStatement()) {
      return !run.executeQuery(query).next();
    }
  }
}
