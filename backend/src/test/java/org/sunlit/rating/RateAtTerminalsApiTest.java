package org.sunlit.rating;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.EndedCaseCity;
import org.sunlit.casework.EndedCaseCity.Ended;
import org.sunlit.testing.Api;

/** Rating a case at a terminal in the hall. */
@QuarkusTest
class RateAtTerminalsApiTest extends RatingSteps {
  @Test
  void aTerminalShowsWhatHasEndedRatedOrNot() {
    String terminal = terminal();
    Ended ended = end();
    String path = "/api/v1/rating-terminals/" + terminal;

    Api.contract()
        .get(path)
        .then()
        .statusCode(200)
        .body("cases.caseNumber", hasItem(ended.number()))
        .body("cases[0].applicantMasked", not(containsString("小明")));
    atTerminal(terminal, ended, "0000").then().statusCode(404);
    atTerminal(terminal, ended, "5678").then().statusCode(204);
    atTerminal(terminal, ended, "5678").then().statusCode(409);
    Api.contract().get(path).then().body("cases.caseNumber", hasItem(ended.number()));
    assertEquals("terminal", channel(ended));
    assertEquals(List.of("tooSoon"), signs(ended));

    clock.travelTo(clock.instant().plus(Duration.ofHours(3)));
    Api.contract()
        .get(path)
        .then()
        .statusCode(200)
        .body("cases.caseNumber", not(hasItem(ended.number())));
  }

  @Test
  void aTerminalOfOneDepartmentShowsNoOthers() {
    String terminal = terminal();
    Ended elsewhere = city.endElsewhere();
    await(elsewhere);

    Api.contract()
        .get("/api/v1/rating-terminals/" + terminal)
        .then()
        .statusCode(200)
        .body("cases.caseNumber", not(hasItem(elsewhere.number())));
    atTerminal(terminal, elsewhere, "5678").then().statusCode(404);
  }

  @Test
  void aTerminalThatWasTakenAwayLetsNobodyIn() {
    String terminal = terminal();
    Ended ended = end();
    city.as(SUPERVISOR).delete("/api/v1/rating-terminals/" + terminal).then().statusCode(204);

    Api.contract().get("/api/v1/rating-terminals/" + terminal).then().statusCode(404);
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
    return Api.contract()
        .body(Map.of("caseNumber", ended.number(), "phoneEnding", phoneEnding, "grades", GOOD))
        .post("/api/v1/rating-terminals/" + terminal + "/ratings");
  }
}
