package org.sunlit.powerlist;

import static io.restassured.RestAssured.withArgs;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Flows that are drawn, checked and published with an item. */
@QuarkusTest
class DrawFlowsApiTest extends EditingSteps {
  private static final String LIBRARY = "/api/v1/sub-process-editions";

  private JsonPath drawn;

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

  @Test
  void takesASubProcessFromTheLibraryAndStaysOnItsVersion() {
    String visit = "visit-" + code.substring(code.length() - 8).toLowerCase(Locale.ROOT);
    Map<String, Object> first = visit(visit, "现场勘验");
    library(departmentEditor, visit, 0, first).then().statusCode(403);
    Map<String, Object> broken = visit(visit, "现场勘验");
    broken.put("edges", List.of());
    library(cityEditor, visit, 0, broken)
        .then()
        .statusCode(422)
        .body("errors.pointer", everyItem(startsWith("/subProcess")));
    by(cityEditor)
        .body(Map.of("effectiveFrom", today(), "subProcess", first))
        .post(LIBRARY + "/" + visit + "/preview")
        .then()
        .statusCode(200)
        .body("baseVersion", equalTo(0));
    library(cityEditor, visit, 0, first).then().statusCode(201).body("version", equalTo(1));

    Map<String, Object> flow = through(visit, first, 1);
    check(flow).body("mayRun", equalTo(true));
    check(through(visit, visit(visit, "改过的勘验"), 1))
        .body("mayRun", equalTo(false))
        .body("findings.code", hasItem("notAsInLibrary"));
    draw(through(visit, visit(visit, "改过的勘验"), 1), 1, tomorrow)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/flow/subProcesses/0"));
    draw(through(visit, first, 7), 1, tomorrow)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/flow/subProcesses/0"));
    draw(flow, 1, tomorrow).then().statusCode(201).body("version", equalTo(2));

    // A new version of the library changes nobody's flow.
    Map<String, Object> second = visit(visit, "现场核验");
    library(cityEditor, visit, 0, second, tomorrow).then().statusCode(412);
    library(cityEditor, visit, 1, second, tomorrow)
        .then()
        .statusCode(201)
        .body("version", equalTo(2));
    JsonPath after = edition(code);
    assertEquals(1, after.getInt("flow.subProcesses[0].libraryVersion"));
    assertEquals("现场勘验", after.getString("flow.subProcesses[0].steps[0].name"));
    shelf(visit)
        .body("find { it.code == '%s' }.usedBy.libraryVersion", withArgs(visit), contains(1));

    // It moves when its editor says so, with a preview before.
    Map<String, Object> moved = proposal(content(code));
    moved.put("flow", through(visit, second, 2));
    moved.put("effectiveFrom", tomorrow.plusDays(1).toString());
    by(cityEditor)
        .body(moved)
        .post(ITEMS + code + "/preview")
        .then()
        .statusCode(200)
        .body("changes.field", hasItem("flow"));
    publish(cityEditor, code, 2, moved).then().statusCode(201);
    shelf(visit)
        .body("find { it.code == '%s' }.versions.version", withArgs(visit), contains(2, 1))
        .body("find { it.code == '%s' }.usedBy.libraryVersion", withArgs(visit), contains(1, 2))
        .body(
            "find { it.code == '%s' }.usedBy.itemCode", withArgs(visit), everyItem(equalTo(code)));
  }

  private String today() {
    return tomorrow.minusDays(1).toString();
  }

  private ValidatableResponse shelf(String visit) {
    return by(departmentEditor).get(LIBRARY).then().statusCode(200).body("code", hasItem(visit));
  }

  private Response library(String token, String visit, int seen, Map<String, Object> part) {
    return library(token, visit, seen, part, tomorrow.minusDays(1));
  }

  private static Response library(
      String token, String visit, int seen, Map<String, Object> part, LocalDate from) {
    return by(token)
        .header("If-Match", "\"" + seen + "\"")
        .body(Map.of("effectiveFrom", from.toString(), "subProcess", part))
        .post(LIBRARY + "/" + visit + "/versions");
  }

  private Response draw(Map<String, Object> flow, int seen, LocalDate from) {
    Map<String, Object> proposal = proposal(content(code));
    proposal.put("flow", flow);
    proposal.put("effectiveFrom", from.toString());
    return publish(cityEditor, code, seen, proposal);
  }

  /** Two steps, one after the other. */
  private static Map<String, Object> visit(String code, String name) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("code", code);
    part.put("name", name);
    part.put("nameEn", "Site inspection");
    part.put("steps", List.of(step("look", "inspection", name), step("record", "review", "勘验笔录")));
    part.put("edges", List.of(Map.of("from", "look", "to", "record", "outcome", "pass")));
    return part;
  }

  private static Map<String, Object> step(String id, String kind, String name) {
    return Map.of(
        "id",
        id,
        "kind",
        kind,
        "name",
        name,
        "nameEn",
        "A step",
        "post",
        Map.of("code", "inspector", "name", "现场核查岗", "nameEn", "Inspector"),
        "weight",
        1,
        "countsTowardLimit",
        true,
        "materials",
        List.of(),
        "risks",
        List.of());
  }

  /** The item's flow as it is drawn at first, with the visit after its third step. */
  private Map<String, Object> through(String visit, Map<String, Object> part, int version) {
    if (drawn == null) {
      drawn = edition(code);
    }
    Map<String, Object> flow = new LinkedHashMap<>(drawn.getMap("flow"));
    String from = drawn.getString("flow.steps[2].id");
    List<Map<String, Object>> edges = new ArrayList<>();
    for (Map<String, Object> edge : drawn.<Map<String, Object>>getList("flow.edges")) {
      if (edge.get("from").equals(from) && edge.get("outcome").equals("pass")) {
        Map<String, Object> onward = new LinkedHashMap<>(edge);
        onward.put("from", "visit");
        edges.add(onward);
        edges.add(Map.of("from", from, "to", "visit", "outcome", "pass"));
      } else {
        edges.add(edge);
      }
    }
    Map<String, Object> taken = new LinkedHashMap<>(part);
    taken.put("libraryVersion", version);
    flow.put("edges", edges);
    flow.put("calls", List.of(Map.of("id", "visit", "subProcess", visit)));
    flow.put("subProcesses", List.of(taken));
    return flow;
  }
}
