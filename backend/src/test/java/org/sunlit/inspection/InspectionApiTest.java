package org.sunlit.inspection;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;
import org.sunlit.testing.Tables;

/** From a visit to what was put right; posts with a grave risk; lots; regions. */
@QuarkusTest
class InspectionApiTest {
  private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

  @Inject InspectionCity city;
  @Inject Tables tables;
  @Inject TravellingClock clock;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  @Test
  void aCovertVisitIsReleasedAnsweredAndAccepted() {
    Map<String, Object> draft = city.covert();
    draft.put("evidence", List.of(Api.upload()));
    String key = Api.key();
    Response first = city.recorded(draft, key);
    first
        .then()
        .statusCode(201)
        .body("summary.number", startsWith("督查〔"))
        .body("summary.state", equalTo("recorded"))
        .body("summary.findings", equalTo(1))
        .body("summary.region.code", equalTo(InspectionCity.COUNTY))
        .body("found", equalTo(InspectionCity.SECRET))
        .body("checks.code", equalTo(InspectionCity.COVERT))
        .body("inspectors.code", contains(InspectionCity.FIRST, InspectionCity.SECOND))
        .body("possible", contains("release"));
    String id = first.path("summary.id");
    assertEquals(id, city.recorded(draft, key).path("summary.id"), "a repeat is the same");

    String evidence = first.path("evidence[0].id");
    String file = "/api/v1/inspections/" + id + "/evidence/" + evidence;
    assertArrayEquals(Api.PDF, city.as(InspectionCity.SECOND).get(file).asByteArray());
    // Before its release it isn't there for the department, and never for another.
    city.open("ins.approver", id).then().statusCode(404);
    city.as("ins.approver").get(file).then().statusCode(404);
    city.as("ins.approver").get("/api/v1/inspections").then().body("items.id", not(hasItem(id)));

    city.act("ins.approver", id, "answer", Map.of("words", "某")).then().statusCode(404);
    city.act(InspectionCity.SECOND, id, "accept", Map.of())
        .then()
        .statusCode(409)
        .body("possible", contains("release"));
    city.act(InspectionCity.SECOND, id, "release", Map.of("days", 10))
        .then()
        .statusCode(200)
        .body("summary.state", equalTo("rectifying"))
        .body("deadline.entries.findAll { it.counted }", hasSize(10));
    city.open("inx.approver", id).then().statusCode(404);
    city.as("ins.approver").get(file).then().statusCode(200);
    city.act(InspectionCity.SECOND, id, "answer", Map.of("words", "某")).then().statusCode(403);
    InspectionCity.refused(city.act("ins.approver", id, "answer", Map.of()), "/words");
    city.act("ins.approver", id, "answer", Map.of("words", "已责令退还"))
        .then()
        .statusCode(200)
        .body("possible", empty())
        .body("summary.dueOn", nullValue());
    city.act(InspectionCity.FIRST, id, "return", Map.of("words", "没有处理人")).then().statusCode(200);
    city.act("ins.approver", id, "answer", Map.of("words", "已诫勉谈话")).then().statusCode(200);
    city.act(InspectionCity.FIRST, id, "accept", Map.of())
        .then()
        .statusCode(200)
        .body(
            "acts.kind",
            contains("recorded", "released", "answered", "returned", "answered", "accepted"))
        .body("acts[2].words", equalTo("已责令退还"))
        .body("acts[3].days", equalTo(5));
    assertEquals(
        6,
        tables.count(
            "select count(*) from journal_event where subject_kind = 'inspection' and subject_id = $1"
                + " and private_payload ->> 'department' = 'ins'",
            (String) first.path("summary.number")));
    assertEquals(
        0,
        tables.count(
            "select count(*) from journal_event e, inspection i where e.subject_kind = 'inspection'"
                + " and (e.private_payload::text like '%王某某%' or i.facts::text like '%王某某%')"));
    assertEquals(
        2,
        tables.count(
            "select count(*) from access_trail where material_id = $1 and account is not null",
            UUID.fromString(evidence)));
  }

  @Test
  void whatIsNoInspectionIsRefused() {
    Map<String, Object> draft = city.covert();
    draft.put("inspectors", List.of(InspectionCity.FIRST));
    InspectionCity.refused(city.recorded(draft, Api.key()), "/inspectors");
    draft.put("inspectors", List.of(InspectionCity.FIRST, "ins.insider"));
    InspectionCity.refused(city.recorded(draft, Api.key()), "/inspectors");
    draft.put("inspectors", List.of(InspectionCity.FIRST, "inx.approver"));
    InspectionCity.refused(city.recorded(draft, Api.key()), "/inspectors");
    draft.putAll(city.covert());
    draft.put("department", "none");
    InspectionCity.refused(city.recorded(draft, Api.key()), "/department");
    draft.putAll(city.covert());
    draft.put("inspectedAt", CityTime.offset(clock.instant().plusSeconds(3600)).toString());
    InspectionCity.refused(city.recorded(draft, Api.key()), "/inspectedAt");
    draft.putAll(city.covert());
    draft.put("checks", List.of());
    InspectionCity.refused(city.recorded(draft, Api.key()), "/checks");
    draft.putAll(city.covert());
    draft.put("evidence", List.of(NOBODYS));
    InspectionCity.refused(city.recorded(draft, Api.key()), "/evidence/0");
    draft.putAll(city.covert());
    draft.put("sampleId", NOBODYS);
    InspectionCity.refused(city.recorded(draft, Api.key()), "/sampleId");
    draft.putAll(Map.of("found", " ", "conclusion", "\n"));
    Response blank = city.recorded(draft, Api.key());
    InspectionCity.refused(blank, "/found");
    InspectionCity.refused(blank, "/conclusion");
  }

  @Test
  void aLotIsDrawnAgainFromItsSeed() {
    Map<String, Object> wish =
        new HashMap<>(
            Map.of("department", "ins", "from", "2020-01-01", "to", "2099-12-31", "size", 5));
    String ended = city.ended();
    Response drawn = city.draw(wish);
    drawn.then().statusCode(201).body("cases", hasItem(ended));
    wish.put("seed", drawn.path("seed"));
    assertEquals((List<?>) drawn.path("cases"), city.draw(wish).path("cases"));

    Map<String, Object> draft = city.covert();
    draft.put("kind", "callBack");
    draft.put("inspectors", List.of(InspectionCity.FIRST));
    draft.put(
        "checks",
        List.of("once", "fee", "polite").stream()
            .map(code -> Map.of("code", code, "result", "met"))
            .toList());
    draft.put("sampleId", drawn.path("id"));
    draft.put("calls", List.of(Map.of("caseNumber", "20260101-000001-1", "reached", true)));
    InspectionCity.refused(city.recorded(draft, Api.key()), "/calls/0/caseNumber");
    draft.put("calls", List.of(Map.of("caseNumber", ended, "reached", true, "satisfied", true)));
    city.recorded(draft, Api.key())
        .then()
        .statusCode(201)
        .body("sample.seed", equalTo(drawn.path("seed")))
        .body("calls.caseNumber", contains(ended));
    wish.put("department", "inx");
    InspectionCity.refused(city.draw(wish), "/department");
  }

  @Test
  void regionsCountWhatIsBelowThem() {
    String id = city.recorded(city.covert(), Api.key()).path("summary.id");
    city.act(InspectionCity.FIRST, id, "release", Map.of("days", 1)).then().statusCode(200);
    int open = counts(InspectionCity.CITY, "parts[0].counts.open");
    int late = counts(InspectionCity.CITY, "parts[0].counts.late");
    assertEquals(open, counts(InspectionCity.COUNTY, "region.counts.open"));
    clock.travelTo(clock.instant().plus(Duration.ofDays(30)));
    assertEquals(
        open, counts(InspectionCity.CITY, "region.counts.late"), "all that was open is late");
    city.as(InspectionCity.FIRST)
        .queryParam("region", InspectionCity.CITY)
        .queryParam("rectification", "late")
        .get("/api/v1/inspections")
        .then()
        .body("total", equalTo(open))
        .body("items.id", hasItem(id))
        .body("items.late", not(hasItem(false)));
    assertEquals(0, late);
    city.as(InspectionCity.FIRST)
        .get("/api/v1/inspection-regions?region=110000000000")
        .then()
        .statusCode(404);
  }

  private int counts(String region, String path) {
    return city.as(InspectionCity.FIRST)
        .get("/api/v1/inspection-regions?region=" + region)
        .path(path);
  }

  @Test
  void postsOfTheFlowsAndMarkedOnesAreInTheRegister() {
    String register = "items.findAll { it.department.code == 'ins' && it.byFlows }.post";
    city.as(InspectionCity.FIRST)
        .get("/api/v1/risk-posts")
        .then()
        .body(register, hasItem("approver"));
    String post = "/api/v1/risk-posts/ins/cashier";
    mark(post, true).then().statusCode(201).body("post.overdue", equalTo(true));
    mark(post, true).then().statusCode(409);
    mark("/api/v1/risk-posts/none/cashier", true).then().statusCode(404);
    InspectionCity.refused(mark(post, false, " "), "/reason");
    city.as(InspectionCity.FIRST)
        .get("/api/v1/risk-posts")
        .then()
        .body("items.findAll { it.marked }.post", hasItem("cashier"));

    evaluate(post, "\"0\"", Map.of("grade", "good", "text", "全年无投诉")).then().statusCode(200);
    evaluate(post, "\"0\"", Map.of("grade", "fair", "text", "某")).then().statusCode(412);
    InspectionCity.refused(
        evaluate(post, "\"1\"", Map.of("grade", "fair", "text", "某")), "/reason");
    InspectionCity.refused(evaluate(post, "\"1\"", Map.of("grade", "fair", "text", " ")), "/text");
    evaluate(post, "\"1\"", Map.of("grade", "fair", "text", "有一次投诉", "reason", "漏计投诉"))
        .then()
        .statusCode(200)
        .body("post.grade", equalTo("fair"))
        .body("evaluations.text", contains("有一次投诉", "全年无投诉"))
        .body("evaluations.number", contains(2, 1));
    mark(post, false).then().statusCode(201).body("marks.marked", contains(false, true));
    city.as(InspectionCity.FIRST)
        .get("/api/v1/risk-posts")
        .then()
        .body("items.findAll { it.department.code == 'ins' }.post", not(hasItem("cashier")));
  }

  private Response mark(String post, boolean marked) {
    return mark(post, marked, "经手现金");
  }

  private Response mark(String post, boolean marked, String reason) {
    return city.as(InspectionCity.FIRST)
        .header("Idempotency-Key", Api.key())
        .body(Map.of("marked", marked, "reason", reason))
        .post(post + "/marks");
  }

  @Test
  void ofTwoThatMarkAtOnceOneIsTooLate() {
    String post = "/api/v1/risk-posts/ins/keeper";
    List<Integer> answers =
        IntStream.range(0, 4)
            .mapToObj(each -> CompletableFuture.supplyAsync(() -> mark(post, true).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertEquals(List.of(201, 409, 409, 409), answers);
  }

  private Response evaluate(String post, String seen, Map<String, Object> evaluation) {
    return city.as(InspectionCity.FIRST)
        .header("If-Match", seen)
        .body(evaluation)
        .put(post + "/evaluations/2026");
  }

  @Test
  void aChecklistHasVersions() {
    Map<String, Object> items =
        Map.of("items", List.of(Map.of("code", "enough", "text", "够", "textEn", "Enough")));
    int version =
        city.as(InspectionCity.FIRST)
            .get("/api/v1/inspection-checklists")
            .path("checklists.find { it.kind == 'opinionPoll' }.version");
    for (int status : List.of(200, 412)) {
      city.as(InspectionCity.FIRST)
          .header("If-Match", "\"" + version + "\"")
          .body(items)
          .put("/api/v1/inspection-checklists/opinionPoll")
          .then()
          .statusCode(status);
    }
    city.as(InspectionCity.FIRST)
        .get("/api/v1/inspection-checklists")
        .then()
        .body("checklists.find { it.kind == 'opinionPoll' }.version", equalTo(version + 1))
        .body("inspectors.code", hasItem(InspectionCity.SECOND))
        .body("inspectors.code", not(hasItem("inx.approver")));
  }
}
