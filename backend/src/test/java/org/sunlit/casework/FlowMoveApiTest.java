package org.sunlit.casework;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;

/** Running cases go to another version of their item: previewed, by two persons, case by case. */
@QuarkusTest
class FlowMoveApiTest {
  private static final String ITEM = "TST-MOV-01";
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  @Inject CaseCity city;
  @Inject FlowMoveRunner runner;

  @BeforeEach
  void found() {
    city.found();
  }

  private Begun begin(String... doing) {
    Map<String, Object> application = CaseCity.application(ITEM);
    Response receipt = CaseCity.apply(application).then().statusCode(201).extract().response();
    Begun begun = new Begun(receipt.path("caseNumber"), receipt.path("trackingCode"));
    for (String step : doing) {
      String[] said = step.split(" ");
      city.act(said[0], begun, said[1], Map.of("decision", "grant")).then().statusCode(200);
    }
    return begun;
  }

  private static Map<String, Object> proposal(int from, int to) {
    return new HashMap<>(Map.of("itemCode", ITEM, "fromVersion", from, "toVersion", to));
  }

  private Response preview(Map<String, Object> proposal) {
    return city.as("admin.a").body(proposal).post("/api/v1/flow-moves/preview");
  }

  private String of(JsonPath preview, Begun begun, String what) {
    return preview.getString("cases.find { it.caseNumber == '" + begun.number() + "' }." + what);
  }

  @Test
  void movesRunningCasesWhenASecondPersonAgreesAndKeepsThoseThatCannotGo() {
    city.publish(ITEM, "licence-joint", 20, FIRST);
    Begun waiting = begin();
    Begun parallel = begin("tst.window accept");
    Begun half = begin("tst.window accept", "tst.inspector advance");
    Begun decided =
        begin(
            "tst.window accept",
            "tst.inspector advance",
            "tst.reviewer advance",
            "tst.approver decide");
    city.publish(ITEM, "joint-one-by-one", 10, LocalDate.now(java.time.ZoneOffset.UTC));
    Begun fresh = begin();

    JsonPath seen = preview(proposal(1, 2)).then().statusCode(200).extract().jsonPath();
    assertEquals("plans", seen.getString("steps.plans"));
    assertEquals(4, seen.getInt("total"));
    assertEquals("[accept]", of(seen, waiting, "to"));
    assertEquals("branchesDiffer", of(seen, parallel, "obstacle"));
    assertEquals("[plans]", of(seen, half, "to"));
    assertFalse(
        OffsetDateTime.parse(of(seen, half, "newDueAt"))
            .isAfter(OffsetDateTime.parse(of(seen, half, "dueAt"))),
        "never later than promised");

    Map<String, Object> without = new HashMap<>(seen.getMap("steps"));
    without.remove("issue");
    Map<String, Object> mapped = proposal(1, 2);
    mapped.put("steps", without);
    assertEquals("stepWithoutCounterpart", of(preview(mapped).jsonPath(), decided, "obstacle"));
    mapped.put("steps", Map.of("plans", "nowhere"));
    preview(mapped).then().statusCode(422).body("errors[0].pointer", is("/steps/plans"));

    Map<String, Object> wanted = proposal(1, 2);
    wanted.put("steps", seen.getMap("steps"));
    wanted.put("reason", "流程改为先规划后消防");
    city.as("editor").body(wanted).post("/api/v1/flow-moves").then().statusCode(403);
    String request =
        city.as("admin.a")
            .body(wanted)
            .post("/api/v1/flow-moves")
            .then()
            .statusCode(201)
            .extract()
            .path("confirmationId");
    city.as("admin.a").body(wanted).post("/api/v1/flow-moves").then().statusCode(409);
    moves().then().body("items[0].state", is("waiting"));
    city.decide("admin.a", request, "confirm", Map.of()).then().statusCode(403);
    read(half).then().body("itemVersion", is(1));
    city.decide("admin.b", request, "confirm", Map.of()).then().statusCode(200);
    runner.run().await().atMost(Duration.ofSeconds(30));

    moves()
        .then()
        .body("items[0].state", is("done"))
        .body("items[0].total", is(4))
        .body("items[0].moved", is(3))
        .body("items[0].kept.caseNumber", is(List.of(parallel.number())))
        .body("items[0].kept.obstacle", is(List.of("branchesDiffer")));
    read(parallel).then().body("itemVersion", is(1));
    read(half)
        .then()
        .body("itemVersion", is(2))
        .body("currentStepIds", is(List.of("plans")))
        .body("history[-1].kind", is("migrated"))
        .body("history[-1].move.fromVersion", is(1))
        .body("history[-1].move.toVersion", is(2))
        .body("history[-1].confirmedBy", notNullValue())
        .body("deadline.limit.amount", is(10))
        .body("flow.steps.id", hasItem("plans"));
    half.track()
        .then()
        .body("itemVersion", is(2))
        .body("flow.steps.kind", org.hamcrest.Matchers.not(hasItem("fork")))
        .body("notices.text", hasItem(containsString("现行版本")));
    read(fresh).then().body("history.size()", is(1));

    // On the new flow the fire inspection comes after the plans, and it is gone through.
    city.act("tst.reviewer", half, "advance", Map.of())
        .then()
        .statusCode(200)
        .body("currentStepIds", is(List.of("safety")));
    city.act("tst.window", waiting, "accept", Map.of())
        .then()
        .statusCode(200)
        .body("currentStepIds", is(List.of("plans")));
    read(decided).then().body("currentStepIds", is(List.of("issue")));
    city.act("tst.issuer", decided, "advance", Map.of()).then().statusCode(200);
  }

  private Response moves() {
    return city.as("admin.b").queryParam("item", ITEM).get("/api/v1/flow-moves");
  }

  private Response read(Begun begun) {
    return city.as("tst.window").get("/api/v1/cases/" + begun.number());
  }
}
