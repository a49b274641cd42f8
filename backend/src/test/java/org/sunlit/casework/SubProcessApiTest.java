package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.testing.Api;
import org.sunlit.testing.SignedIn;

/** A flow with a hearing as its sub-process: how it is shown, runs cases and is edited. */
@QuarkusTest
class SubProcessApiTest {
  private static final String ITEM = "TST-LIC-SUB";

  private static boolean shelved;

  @Inject CaseCity city;

  @BeforeEach
  void publish() {
    city.found();
    city.publish(ITEM, "licence-public-hearing", 15, LocalDate.of(2020, 1, 1));
    if (!shelved) {
      shelve();
      shelved = true;
    }
  }

  /** The flow has taken its hearing from the library of the city, which has to have it. */
  private void shelve() {
    Api.contract()
        .header("Authorization", "Bearer " + SignedIn.as(Role.CATALOGUE_EDITOR))
        .header("If-Match", "\"0\"")
        .body(
            Map.of(
                "effectiveFrom",
                LocalDate.now(CityTime.ZONE).toString(),
                "subProcess",
                edition().getMap("flow.subProcesses[0]")))
        .post("/api/v1/sub-process-editions/hearing/versions")
        .then()
        .statusCode(201);
  }

  @Test
  void tellsWhereACaseIsInsideAndWhatAReturnUndid() {
    Begun begun = CaseCity.begin(ITEM);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    city.act("tst.reviewer", begun, "advance", judged("hearing"))
        .then()
        .statusCode(200)
        .body("currentStepId", is("hearing.prepare"));
    city.as("tst.inspector")
        .queryParam("scope", "mine")
        .queryParam("limit", 100)
        .get("/api/v1/cases")
        .then()
        .body("items.find { it.caseNumber == '" + begun.number() + "' }.stepName", is("听证 › 听证准备"));
    begun
        .track()
        .then()
        .body("steps[-1].within", is(List.of(Map.of("id", "hearing", "run", 1))))
        .body("steps[0].within", nullValue())
        .body("flow.groups.name", contains("听证"))
        .body("pause.ground", is("听证 › 听证准备"))
        .body("pause.article", containsString("第四十五条"));
    for (int step = 0; step < 3; step++) {
      city.act("tst.inspector", begun, "advance", judged("pass")).then().statusCode(200);
    }
    city.act("tst.reviewer", begun, "return", Map.of("reason", "利害关系人未到场"))
        .then()
        .statusCode(200)
        .body("currentStepIds", is(List.of("hearing.prepare")))
        .body("history[-1].undone", contains("hearing.prepare", "hearing.hold", "hearing.record"))
        .body("steps[-1].within.run", contains(2));
  }

  private static Map<String, Object> judged(String outcome) {
    return Map.of("outcome", outcome, "confirmedRisk", true);
  }

  @Test
  void showsItsFrameOpenAndClosed() {
    Api.contract()
        .get("/api/v1/power-items/" + ITEM + "/flow")
        .then()
        .statusCode(200)
        .body("groups[0].steps", contains("hearing.prepare", "hearing.hold", "hearing.record"))
        .body("groups[0].entry", is("hearing.prepare"))
        .body("diagram.groups.id", contains("hearing"))
        .body("diagram.nodes.id", hasItem("hearing.hold"))
        .body("overview.nodes.id", hasItem("hearing"))
        .body("overview.nodes.id", not(hasItem("hearing.hold")));
    Api.contract()
        .get("/api/v1/power-items/" + ITEM + "/flow.svg?lang=en")
        .then()
        .body(containsString("Hearing (20 working days)"));
    Api.contract()
        .get("/api/v1/power-items/" + ITEM + "/flow.bpmn")
        .then()
        .body(containsString("id=\"step-hearing\""));
  }

  @Test
  void isEditedAsItIsWrittenAndSaysWhereItIsWrong() {
    Map<String, Object> flow = edition().getMap("flow");
    check(flow)
        .body("mayRun", is(true))
        .body("findings", is(List.of()))
        .body("flow.steps.id", hasItems("review", "hearing.prepare", "hearing.record"));

    Map<String, Object> hearing = new LinkedHashMap<>(edition().getMap("flow.subProcesses[0]"));
    List<Map<String, Object>> steps =
        new ArrayList<>(edition().getList("flow.subProcesses[0].steps"));
    steps.get(1).remove("post");
    hearing.put("steps", steps);
    hearing.put("limit", Map.of("amount", 10, "unit", "workingDays"));
    Map<String, Object> broken = new LinkedHashMap<>(flow);
    broken.put("subProcesses", List.of(hearing));
    broken.put(
        "calls",
        List.of(
            Map.of("id", "hearing", "subProcess", "hearing"),
            Map.of("id", "again", "subProcess", "nothing")));
    check(broken)
        .body("mayRun", is(false))
        .body(
            "findings.pointers.flatten()",
            hasItems(
                "/subProcesses/0/steps/1/post", "/subProcesses/0/limit", "/calls/1/subProcess"))
        .body(
            "findings.find { it.code == 'unknownSubProcess' }.detail",
            is("There is no sub-process 'nothing' to call"));
    broken.put("calls", null);
    broken.put("subProcesses", null);
    Api.anything()
        .header("Authorization", "Bearer " + SignedIn.as(Role.CATALOGUE_EDITOR))
        .body(Map.of("flow", broken))
        .post("/api/v1/power-list/flows/check")
        .then()
        .statusCode(200)
        .body("findings.code", hasItem("danglingEdge"));
  }

  private JsonPath edition() {
    return Api.contract()
        .header("Authorization", "Bearer " + SignedIn.as(Role.CATALOGUE_EDITOR))
        .get("/api/v1/power-list/items/" + ITEM)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static ValidatableResponse check(Map<String, Object> flow) {
    return Api.contract()
        .header("Authorization", "Bearer " + SignedIn.as(Role.CATALOGUE_EDITOR))
        .header("Accept-Language", "en")
        .body(Map.of("flow", flow, "category", "licence"))
        .post("/api/v1/power-list/flows/check")
        .then()
        .statusCode(200);
  }
}
