package org.sunlit.powerlist;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Flows that are drawn, checked and published with an item. */
@QuarkusTest
class DrawFlowsApiTest extends EditingSteps {
  @Test
  void drawsAFlowWhileItIsWritten() {
    check(edition(code).getMap("flow"))
        .body("mayRun", equalTo(true))
        .body("flow.diagram.nodes.size()", equalTo(edition(code).getList("flow.steps").size()));
  }

  @Test
  void saysWhatIsWrongWithAFlowAndWhere() {
    Map<String, Object> flow = new LinkedHashMap<>(edition(code).getMap("flow"));
    List<Map<String, Object>> steps = new ArrayList<>(edition(code).getList("flow.steps"));
    int reviewed = 2;
    Map<String, Object> step = new LinkedHashMap<>(steps.get(reviewed));
    step.remove("post");
    step.put("name", "");
    steps.set(reviewed, step);
    flow.put("steps", steps);
    List<Map<String, Object>> edges = new ArrayList<>(edition(code).getList("flow.edges"));
    edges.add(Map.of("from", step.get("id"), "to", "", "outcome", "Nicht so"));
    flow.put("edges", edges);
    check(flow)
        .body("mayRun", equalTo(false))
        .body("findings.code", hasItems("incomplete", "missingPost", "danglingEdge"))
        .body(
            "findings.pointers.flatten()",
            hasItems(
                "/steps/2/name",
                "/steps/2/post",
                "/edges/" + (edges.size() - 1) + "/to",
                "/edges/" + (edges.size() - 1) + "/outcome"))
        .body(
            "findings.find { it.code == 'missingPost' }.detail",
            containsString("has no post to act in it"))
        .body("flow.diagram", notNullValue());
  }

  @Test
  void drawsAFlowThatHasHardlyBegun() {
    Map<String, Object> step =
        Map.of(
            "id",
            "a",
            "kind",
            "review",
            "name",
            "",
            "countsTowardLimit",
            true,
            "materials",
            List.of(),
            "risks",
            List.of());
    check(Map.of("name", "", "steps", List.of(step), "edges", List.of()))
        .body("mayRun", equalTo(false))
        .body("findings.code", hasItems("noStart", "noEnd"));
  }

  private ValidatableResponse check(Map<?, ?> flow) {
    return by(cityEditor)
        .header("Accept-Language", "en")
        .body(
            Map.of(
                "flow",
                flow,
                "category",
                "licence",
                "promisedLimit",
                Map.of("amount", 7, "unit", "workingDays"),
                "statutoryLimit",
                Map.of("amount", 20, "unit", "workingDays")))
        .post("/api/v1/power-list/flows/check")
        .then()
        .statusCode(200);
  }

  @Test
  void publishesAFlowOnlyWithoutErrors() {
    JsonPath before = edition(code);
    Map<String, Object> flow = new LinkedHashMap<>(before.getMap("flow"));
    List<Map<String, Object>> steps = new ArrayList<>(before.getList("flow.steps"));
    Map<String, Object> step = new LinkedHashMap<>(steps.get(2));
    Object post = step.remove("post");
    steps.set(2, step);
    flow.put("steps", steps);
    Map<String, Object> proposal = proposal(content(code));
    proposal.put("flow", flow);
    publish(cityEditor, code, 1, proposal)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/flow/steps/2/post"));
    assertEquals(1, edition(code).getInt("version"));

    step.put("post", post);
    step.put("name", "书面审核");
    publish(cityEditor, code, 1, proposal).then().statusCode(201).body("version", equalTo(2));
    JsonPath after = edition(code);
    assertEquals("own", after.getString("flowOrigin"));
    assertEquals("书面审核", after.getString("flow.steps[2].name"));

    Map<String, Object> same = proposal(content(code));
    same.put("flow", after.getMap("flow"));
    publish(cityEditor, code, 2, same).then().statusCode(409);

    Map<String, Object> back = proposal(content(code));
    back.put("standardFlow", true);
    publish(cityEditor, code, 2, back).then().statusCode(201);
    assertEquals("standard", edition(code).getString("flowOrigin"));
  }
}
