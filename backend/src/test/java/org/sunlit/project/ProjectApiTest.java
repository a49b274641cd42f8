package org.sunlit.project;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project goes through its phases, as its applicant, the departments and the public see it. */
@QuarkusTest
class ProjectApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject ProjectCity city;
  @Inject Pool pool;

  @BeforeEach
  void found() {
    city.found();
  }

  @Test
  void aPhaseBeginsWithWhatTheProjectSaysOnceWhatItNeedsIsGranted() {
    var project = ProjectCity.register();
    project
        .track()
        .then()
        .statusCode(200)
        .body("project.state", is("registered"))
        .body("project.phases.state", is(List.of("ready", "waiting")))
        .body("project.phases.mayBegin", is(List.of(true, false)))
        .body("project.phases[1].waits.phase", is(List.of("land")))
        .body("details.phoneMasked", is("138****5678"));
    project
        .begin("building", Map.of("materials", List.of(ProjectCity.given(ProjectCity.BUILDING))))
        .then()
        .statusCode(409)
        .body("detail", containsString("用地阶段（尚未申请）"));
    project
        .begin("land", Map.of())
        .then()
        .statusCode(422)
        .body("errors.detail", hasItem(containsString("用地材料")));

    String land = project.begun("land", ProjectCity.LAND, ProjectCity.FILING);
    project
        .track()
        .then()
        .body("project.state", is("inProgress"))
        .body("project.phases.state", is(List.of("running", "waiting")))
        .body("project.phases[0].applications.jointNumber", is(List.of(land)))
        .body("project.phases[0].dueAt", notNullValue())
        .body("project.phases[1].waits.itemCode", is(List.of(ProjectCity.LAND)))
        .body("project.phases[1].waits.state", is(List.of("submitted")));
    project
        .begin("land", Map.of("materials", List.of(ProjectCity.given(ProjectCity.LAND))))
        .then()
        .statusCode(409)
        .body("detail", containsString("已经申请"));

    // The project's own code opens the joint application; the applicant stands in its cases.
    ProjectCity.api()
        .body(Map.of("jointNumber", land, "trackingCode", project.trackingCode()))
        .post("/api/v1/joint-tracking")
        .then()
        .statusCode(200)
        .body("lanes", hasSize(2));
    String landCase = project.caseOf("land", ProjectCity.LAND);
    city.as("prj.window")
        .get("/api/v1/cases/" + landCase)
        .then()
        .statusCode(200)
        .body("subject", containsString(project.code()))
        .body("subject", containsString("厂房两栋"))
        .body("subject", containsString("总投资：1250.5万元"));

    city.accept(project, land, "land");
    city.decide(landCase, true);
    project
        .track()
        .then()
        .body("project.phases.state", is(List.of("running", "ready")))
        .body("project.phases[1].mayBegin", is(true));
    project.begun("building", ProjectCity.BUILDING);
    project.track().then().body("project.phases.state", is(List.of("running", "running")));
  }

  @Test
  void whatWasRefusedShowsAndIsAppliedForAgainAlone() {
    var project = ProjectCity.register();
    String land = project.begun("land", ProjectCity.LAND, ProjectCity.FILING);
    city.accept(project, land, "land");
    city.decide(project.caseOf("land", ProjectCity.FILING), true);
    city.decide(project.caseOf("land", ProjectCity.LAND), false);
    project
        .track()
        .then()
        .body("project.trouble", is(true))
        .body("project.phases.state", is(List.of("failed", "waiting")))
        .body("project.phases.mayBegin", is(List.of(true, false)))
        .body("project.phases[1].waits.state", is(List.of("refused")));
    project
        .begin("building", Map.of("materials", List.of(ProjectCity.given(ProjectCity.BUILDING))))
        .then()
        .statusCode(409)
        .body("detail", containsString("项目事项" + ProjectCity.LAND + "（不予许可）"));

    String again = project.begun("land", ProjectCity.LAND);
    ProjectCity.api()
        .body(Map.of("jointNumber", again, "trackingCode", project.trackingCode()))
        .post("/api/v1/joint-tracking")
        .then()
        .body("lanes.itemCode", is(List.of(ProjectCity.LAND)));
    project
        .track()
        .then()
        .body("project.phases[0].state", is("running"))
        .body("project.phases[0].items.state", is(List.of("submitted", "granted")))
        .body("project.phases[0].applications.jointNumber", is(List.of(land, again)));
  }

  @Test
  void everybodySeesStatesAndNobodyWhoAppliesUnlessTheyHoldTheCode() {
    var project = ProjectCity.register();
    project.begun("land", ProjectCity.LAND, ProjectCity.FILING);
    Response open = ProjectCity.api().get("/api/v1/projects/" + project.code());
    open.then()
        .statusCode(200)
        .body("name", is("测试厂房"))
        .body("phases.name", is(List.of("用地阶段", "施工阶段")))
        .body("phases[0].items.state", everyItem(is("submitted")))
        .body("phases[0].items.dueAt", everyItem(notNullValue()))
        .body("phases[0].items.caseNumber", everyItem(nullValue()))
        .body("phases[0].applications", empty());
    for (String secret : List.of("测试实业", "13812345678", "138****5678", "东风路", "厂房两栋")) {
      assertFalse(open.asString().contains(secret), secret);
    }
    ProjectCity.api().get("/api/v1/projects/2611-990700-04-01-000000").then().statusCode(404);
    ProjectCity.api()
        .body(Map.of("projectCode", project.code(), "trackingCode", "00000-00000"))
        .post("/api/v1/project-tracking")
        .then()
        .statusCode(404);

    // Nothing that is somebody's lies open in the database, nor in the journal.
    byte[] sealed =
        pool.preparedQuery("select sealed from project where project_code = $1")
            .execute(Tuple.of(project.code()))
            .map(rows -> rows.iterator().next().getBuffer("sealed").getBytes())
            .await()
            .atMost(PATIENCE);
    assertFalse(new String(sealed, StandardCharsets.UTF_8).contains("测试实业"));
    List<String> journal =
        pool.preparedQuery(
                "select kind || private_payload::text as line from journal_event"
                    + " where subject_kind = 'project' and subject_id = $1 order by sequence")
            .execute(Tuple.of(project.code()))
            .map(rows -> rows.stream().map(row -> row.getString("line")).toList())
            .await()
            .atMost(PATIENCE);
    assertEquals(2, journal.size());
    assertTrue(journal.get(0).startsWith("project.registered"));
    assertFalse(journal.toString().contains("测试"));
  }

  @Test
  void theDepartmentsThatTakePartSeeTheProjectAndOthersDont() {
    var project = ProjectCity.register();
    String land = project.begun("land", ProjectCity.LAND, ProjectCity.FILING);
    city.as("prj.window")
        .get("/api/v1/project-files?lead=true")
        .then()
        .statusCode(200)
        .body("items.projectCode", hasItem(project.code()))
        .body(
            "items.find { it.projectCode == '%s' }.phases.lead".formatted(project.code()),
            is(List.of(true, false)))
        .body("items.applicantMasked", hasItem("测试**公司"));
    city.as("prj.window")
        .get("/api/v1/project-files/" + project.code())
        .then()
        .statusCode(200)
        .body("readable", is(List.of(land)))
        .body("project.phases[0].applications.jointNumber", is(List.of(land)));
    // The other department leads the second phase, so it sees what comes; it has no part in the
    // first.
    city.as("prk.window")
        .get("/api/v1/project-files/" + project.code())
        .then()
        .statusCode(200)
        .body("readable", empty());
    city.as("prl.window")
        .get("/api/v1/project-files")
        .then()
        .statusCode(200)
        .body("items.projectCode", not(hasItem(project.code())));
    city.as("prl.window").get("/api/v1/project-files/" + project.code()).then().statusCode(404);
    city.as("prj.window").get("/api/v1/project-files?cursor=x").then().statusCode(400);
    Response first = city.as("prj.window").get("/api/v1/project-files?limit=1");
    if (first.path("nextCursor") != null) {
      city.as("prj.window")
          .queryParam("limit", 1)
          .queryParam("cursor", (String) first.path("nextCursor"))
          .get("/api/v1/project-files")
          .then()
          .statusCode(200)
          .body("items.projectCode", not(hasItem((String) first.path("items[0].projectCode"))));
    }
  }

  @Test
  void theSameCommandTwiceIsDoneOnceAndOfManyAtOnceOneBegins() {
    var project = ProjectCity.register();
    Map<String, Object> body = project.form("land", ProjectCity.LAND, ProjectCity.FILING);
    List<Response> answers =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(
                ignored ->
                    ProjectCity.api()
                        .header("Idempotency-Key", ProjectCity.key())
                        .body(project.form("land", ProjectCity.LAND, ProjectCity.FILING))
                        .post("/api/v1/project-tracking/phases"))
            .toList();
    assertEquals(1, answers.stream().filter(one -> one.statusCode() == 201).count());
    assertEquals(3, answers.stream().filter(one -> one.statusCode() == 409).count());
    var other = ProjectCity.register();
    Map<String, Object> again = new HashMap<>(body);
    again.putAll(other.ticket());
    String key = ProjectCity.key();
    String number = null;
    for (int time = 0; time < 2; time++) {
      String begun =
          ProjectCity.api()
              .header("Idempotency-Key", key)
              .body(again)
              .post("/api/v1/project-tracking/phases")
              .then()
              .statusCode(201)
              .extract()
              .path("jointNumber");
      number = number == null ? begun : number;
      assertEquals(number, begun);
    }
  }

  @Test
  void whatIsWrongWithARegistrationOrAPathIsSaidAtOnce() {
    Map<String, Object> form = ProjectCity.registration();
    form.put("name", "联系13812345678的厂房");
    form.put("regionCode", "990799000000");
    form.put("applicant", Map.of("kind", "person", "name", "王某某", "phone", "13812345678"));
    ProjectCity.api()
        .body(form)
        .post("/api/v1/projects")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItems("/name", "/regionCode", "/applicant/kind"));
    form.put("pathCode", "not-there");
    ProjectCity.api().body(form).post("/api/v1/projects").then().statusCode(404);

    ProjectCity.api()
        .get("/api/v1/project-paths")
        .then()
        .statusCode(200)
        .body("code", hasItem(ProjectCity.PATH));
    Map<String, Object> phase = Map.of("code", "land", "name", "用地", "theme", "no-such-theme");
    Map<String, Object> path =
        Map.of("name", "另一个流程", "regionCode", ProjectCity.REGION, "phases", List.of(phase));
    city.as("editor")
        .header("If-Match", "\"0\"")
        .body(Map.of("effectiveFrom", "2099-01-01", "path", path))
        .post("/api/v1/project-path-editions/other-test-path/versions")
        .then()
        .statusCode(422)
        .body("errors.pointer", is(List.of("/path/phases/0/theme")));
    Map<String, Object> proposal =
        Map.of(
            "effectiveFrom",
            "2099-01-01",
            "path",
            Map.of(
                "name",
                "项目流程（新）",
                "regionCode",
                ProjectCity.REGION,
                "phases",
                List.of(Map.of("code", "land", "name", "用地", "theme", ProjectCity.LAND_THEME))));
    city.as("editor")
        .body(proposal)
        .post("/api/v1/project-path-editions/" + ProjectCity.PATH + "/preview")
        .then()
        .statusCode(200)
        .body("baseVersion", is(1))
        .body("changes.field", hasItems("name", "phases"))
        .body("changes.find { it.field == 'name' }.after", is("项目流程（新）"));
    city.as("prj.window")
        .body(proposal)
        .post("/api/v1/project-path-editions/" + ProjectCity.PATH + "/preview")
        .then()
        .statusCode(403);
    city.as("editor")
        .header("If-Match", "\"1\"")
        .body(proposal)
        .post("/api/v1/project-path-editions/" + ProjectCity.PATH + "/versions")
        .then()
        .statusCode(201)
        .body("version", is(2));
    city.as("editor")
        .get("/api/v1/project-path-editions")
        .then()
        .statusCode(200)
        .body(
            "find { it.code == '%s' }.versions.version".formatted(ProjectCity.PATH),
            is(List.of(2, 1)));
    city.as("editor")
        .get("/api/v1/administration/changes?kind=projectPath")
        .then()
        .body("items.action", hasItem("projectPathPublished"));
    city.as("prj.window").get("/api/v1/project-path-editions").then().statusCode(403);
  }
}
