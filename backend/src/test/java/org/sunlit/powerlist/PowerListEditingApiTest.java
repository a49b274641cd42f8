package org.sunlit.powerlist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sunlit.powerlist.Imports.imports;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SignedIn;

@QuarkusTest
class PowerListEditingApiTest {
  private static final String ITEMS = "/api/v1/power-list/items/";

  @Inject Clock clock;

  private final String code = "EDIT-" + UUID.randomUUID().toString().substring(0, 8);
  private String cityEditor;
  private String departmentEditor;
  private LocalDate tomorrow;

  @BeforeEach
  void publish() {
    JsonPath done =
        imports()
            .with("effectiveFrom", "2020-01-01")
            .csv(
                """
                部门,部门编码,事项名称,事项编码,事项类型,区划代码,法定时限,承诺时限,办件类型,服务对象,状态,收费,申请材料
                编区市场监管局,EMAR,食品经营许可证核发,%s,行政许可,980401,20,7,承诺件,法人,在用,不收费,申请书;营业执照
                编区公安局,EPUB,暂住登记,%s-PUB,公共服务,980401,20,10,承诺件,自然人,在用,是,
                """
                    .formatted(code, code));
    assertEquals("done", done.getString("status"), () -> done.getList("errors").toString());
    cityEditor = SignedIn.as(Role.CATALOGUE_EDITOR);
    departmentEditor =
        SignedIn.as(
            new StaffAccount(
                "editor.emar",
                "编辑",
                "An editor",
                null,
                "EMAR",
                null,
                null,
                Set.of(Role.CATALOGUE_EDITOR),
                Set.of()));
    tomorrow = LocalDate.now(clock).plusDays(1);
  }

  private static RequestSpecification by(String token) {
    return given()
        .filter(ContractFilter.both())
        .header("Authorization", "Bearer " + token)
        .contentType("application/json");
  }

  private JsonPath edition(String item) {
    return by(cityEditor).get(ITEMS + item).then().statusCode(200).extract().jsonPath();
  }

  private Map<String, Object> content(String item) {
    return new LinkedHashMap<>(edition(item).getMap("content"));
  }

  private Map<String, Object> proposal(Map<String, Object> content) {
    Map<String, Object> proposal = new LinkedHashMap<>();
    proposal.put("effectiveFrom", tomorrow.toString());
    proposal.put("content", content);
    return proposal;
  }

  private Map<String, Object> promising(int days) {
    Map<String, Object> content = content(code);
    content.put("promisedLimit", Map.of("amount", days, "unit", "workingDays"));
    return content;
  }

  private Response publish(String token, String item, int seen, Object proposal) {
    return by(token)
        .header("If-Match", "\"" + seen + "\"")
        .body(proposal)
        .post(ITEMS + item + "/versions");
  }

  @Test
  void beginsANewVersionTomorrowAndLeavesTheOldOneAsItIs() {
    publish(cityEditor, code, 1, proposal(promising(5)))
        .then()
        .statusCode(201)
        .header("ETag", "\"2\"")
        .body("version", equalTo(2), "effectiveFrom", equalTo(tomorrow.toString()));

    given()
        .get("/api/v1/power-items/" + code)
        .then()
        .body("version", equalTo(1), "promisedLimit.amount", equalTo(7));
    given()
        .get("/api/v1/power-items/" + code + "?on=" + tomorrow)
        .then()
        .body("version", equalTo(2), "promisedLimit.amount", equalTo(5));
  }

  @Test
  void showsBeforeAndAfterFieldByField() {
    Map<String, Object> content = promising(5);
    content.put("conditions", List.of("有经营场所"));
    by(cityEditor)
        .body(proposal(content))
        .post(ITEMS + code + "/preview")
        .then()
        .statusCode(200)
        .body("baseVersion", equalTo(1))
        .body("lastDayBefore", equalTo(tomorrow.minusDays(1).toString()))
        .body("changes.field", contains("promisedLimit", "conditions", "flow"))
        .body("changes[0].before.amount", equalTo(7))
        .body("changes[0].after.amount", equalTo(5))
        .body("changes[1].after", contains("有经营场所"))
        .body("runningCases.total", equalTo(0));
    assertEquals(1, edition(code).getInt("version"), "a preview stores nothing");
  }

  @Test
  void publishesANewItem() {
    Map<String, Object> content = content(code);
    content.put("name", "食品生产许可");
    publish(cityEditor, code + "-NEW", 0, proposal(content))
        .then()
        .statusCode(201)
        .body("version", equalTo(1));
  }

  @Test
  void refusesAVersionThatIsNoLongerTheNewestAndOneNotSeen() {
    publish(cityEditor, code, 1, proposal(promising(5))).then().statusCode(201);
    publish(cityEditor, code, 1, proposal(promising(6))).then().statusCode(412);
    by(cityEditor)
        .body(proposal(promising(6)))
        .post(ITEMS + code + "/versions")
        .then()
        .statusCode(428);
  }

  @Test
  void refusesAnotherDepartmentsEditor() {
    Map<String, Object> others = content(code + "-PUB");
    by(departmentEditor).get(ITEMS + code + "-PUB").then().statusCode(403);
    by(departmentEditor)
        .body(proposal(others))
        .post(ITEMS + code + "-PUB/preview")
        .then()
        .statusCode(403);
    publish(departmentEditor, code + "-PUB", 1, proposal(others)).then().statusCode(403);

    Map<String, Object> given = content(code);
    given.put("departmentCode", "EPUB");
    publish(departmentEditor, code, 1, proposal(given)).then().statusCode(403);
    publish(departmentEditor, code, 1, proposal(promising(4))).then().statusCode(201);
  }

  @Test
  void takesADepartmentsImportOnlyOfItsOwnItems() {
    String list =
        """
        部门,部门编码,事项名称,事项编码,事项类型,区划代码
        编区市场监管局,EMAR,食品经营许可证核发（本部门）,%s,行政许可,980401
        编区公安局,EPUB,暂住登记（别的部门）,%s-PUB,行政许可,980401
        """
            .formatted(code, code);
    String id =
        given()
            .header("Authorization", "Bearer " + departmentEditor)
            .multiPart(
                "file",
                "list.csv",
                list.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "application/octet-stream")
            .post(Imports.PATH)
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    JsonPath end = imports().end(id);
    assertEquals("refused", end.getString("status"));
    assertEquals(List.of(3), end.getList("errors.row"));
    assertEquals(1, edition(code).getInt("version"));
  }

  @Test
  void refusesWhoeverKeepsNoPowerList() {
    String clerk = SignedIn.as(Role.WINDOW_CLERK);
    by(clerk).get(ITEMS + code).then().statusCode(403);
    given().filter(ContractFilter.both()).get(ITEMS + code).then().statusCode(401);
  }

  @Test
  void refusesWithTheMessagesOfAnImport() {
    Map<String, Object> content = promising(30);
    content.put("name", " ");
    content.put("departmentCode", "NOBODY");
    content.put("regionCode", "123");
    content.put("visits", 100);
    content.put(
        "materials", List.of(material("M1", "申请书"), material("M1", "营业执照"), material("M3", "")));
    Map<String, Object> proposal = proposal(content);
    proposal.put("effectiveFrom", LocalDate.now(clock).minusDays(1).toString());
    publish(cityEditor, code, 1, proposal)
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            hasItems(
                "/effectiveFrom",
                "/content/name",
                "/content/departmentCode",
                "/content/regionCode",
                "/content/visits",
                "/content/promisedLimit",
                "/content/materials/1/code",
                "/content/materials/2/name"))
        .body("errors.find { it.pointer == '/content/name' }.detail", equalTo("不能为空"));
  }

  private static Map<String, Object> material(String code, String name) {
    return Map.of(
        "code",
        code,
        "name",
        name,
        "form",
        "original",
        "count",
        1,
        "source",
        "applicant",
        "required",
        true,
        "deferrable",
        false);
  }

  @Test
  void publishesNothingWhenNothingChanges() {
    publish(cityEditor, code, 1, proposal(content(code))).then().statusCode(409);
  }

  @Test
  void refusesADayBeforeTheNewestVersionBegins() {
    Map<String, Object> later = proposal(promising(5));
    later.put("effectiveFrom", tomorrow.plusDays(9).toString());
    publish(cityEditor, code, 1, later).then().statusCode(201);
    publish(cityEditor, code, 2, proposal(promising(6)))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/effectiveFrom"));
  }

  @Test
  void keepsADraftForItsEditorAloneUntilItIsPublished() {
    Object form = Map.of("baseVersion", 1, "form", Map.of("content", Map.of("name", "半成品")));
    by(cityEditor).body(form).put(ITEMS + code + "/drafts/item").then().statusCode(204);
    by(cityEditor)
        .get(ITEMS + code)
        .then()
        .body("itemDraft.form.content.name", equalTo("半成品"), "flowDraft", nullValue());
    by(departmentEditor).get(ITEMS + code).then().body("itemDraft", nullValue());
    by(cityEditor)
        .get("/api/v1/power-list/drafts")
        .then()
        .statusCode(200)
        .body("code", hasItem(code));

    publish(cityEditor, code, 1, proposal(promising(5))).then().statusCode(201);
    by(cityEditor).get(ITEMS + code).then().body("itemDraft", nullValue());

    by(cityEditor).body(form).put(ITEMS + code + "/drafts/flow").then().statusCode(204);
    by(cityEditor).delete(ITEMS + code + "/drafts/flow").then().statusCode(204);
    by(cityEditor).get(ITEMS + code).then().body("flowDraft", nullValue());
  }

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
  void recordsWhoChangedWhatAndShowsItToThoseWhoCouldHave() {
    publish(cityEditor, code, 1, proposal(promising(5))).then().statusCode(201);
    publish(cityEditor, code + "-PUB", 1, proposal(renamed(code + "-PUB"))).then().statusCode(201);
    changes(cityEditor, "?subject=" + code)
        .body("items", hasSize(1))
        .body("items[0].kind", equalTo("item"))
        .body("items[0].actor", equalTo("test.catalogueeditor"))
        .body("items[0].action", equalTo("itemPublished"))
        .body("items[0].fields.field", contains("version", "promisedLimit", "flow"))
        .body("items[0].fields[1].before.amount", equalTo(7))
        .body("items[0].fields[1].after.amount", equalTo(5))
        .body("items[0].effectiveFrom", equalTo(tomorrow.toString()));
    changes(departmentEditor, "?limit=100")
        .body("items.subject", hasItem(code))
        .body("items.subject", not(hasItem(code + "-PUB")));
    changes(SignedIn.as(Role.WINDOW_CLERK), "").body("items", hasSize(0));
    changes(cityEditor, "?kind=item&limit=1").body("items.kind", everyItem(equalTo("item")));
    String next = changes(cityEditor, "?limit=1").extract().jsonPath().getString("nextCursor");
    changes(cityEditor, "?limit=1&cursor=" + next).body("items", hasSize(1));
    given()
        .filter(ContractFilter.both())
        .header("Authorization", "Bearer " + cityEditor)
        .get("/api/v1/administration/changes?cursor=x")
        .then()
        .statusCode(400);
  }

  private Map<String, Object> renamed(String item) {
    Map<String, Object> content = content(item);
    content.put("name", "暂住登记（新）");
    return content;
  }

  private ValidatableResponse changes(String token, String query) {
    return given()
        .filter(ContractFilter.both())
        .header("Authorization", "Bearer " + token)
        .get("/api/v1/administration/changes" + query)
        .then()
        .statusCode(200);
  }
}
