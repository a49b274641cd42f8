package org.sunlit.powerlist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sunlit.powerlist.Imports.imports;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SignedIn;

@QuarkusTest
class DepartmentEditingApiTest {
  private static final String PATH = "/api/v1/power-list/departments";
  private static final String REGION = "980501000000";

  @Inject TravellingClock clock;
  @Inject DepartmentEditing editing;

  private final String code = "DEP-" + UUID.randomUUID().toString().substring(0, 8);
  private String keeper;
  private LocalDate today;

  @BeforeEach
  void begin() {
    JsonPath done =
        imports()
            .with("effectiveFrom", "2020-01-01")
            .csv(
                """
                部门,部门编码,事项名称,事项编码,事项类型,区划代码
                部区民政局,DCIV,婚姻登记,DEPT-CIV-1,行政确认,980501
                """);
    assertEquals("done", done.getString("status"));
    keeper = SignedIn.as(Role.CATALOGUE_EDITOR);
    today = LocalDate.now(clock);
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  private static RequestSpecification by(String token) {
    return given()
        .filter(ContractFilter.both())
        .header("Authorization", "Bearer " + token)
        .contentType("application/json");
  }

  private static Map<String, Object> proposal(String action, LocalDate from, String name) {
    Map<String, Object> proposal = new LinkedHashMap<>();
    proposal.put("action", action);
    proposal.put("effectiveFrom", from.toString());
    if (name != null) {
      proposal.put("texts", Map.of("name", name, "nameEn", "An office", "regionCode", REGION));
    }
    return proposal;
  }

  private Response change(String token, String department, int seen, Object proposal) {
    return change(token, department, seen, false, proposal);
  }

  private Response change(
      String token, String department, int seen, boolean dryRun, Object proposal) {
    return by(token)
        .header("If-Match", "\"" + seen + "\"")
        .queryParam("dryRun", dryRun)
        .body(proposal)
        .post(PATH + "/" + department + "/changes");
  }

  private Map<String, Object> edition(String department) {
    return by(keeper)
        .get(PATH)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getMap("find { it.code == '" + department + "' }");
  }

  @Test
  void foundsRenamesAndCloses() {
    String name = "部区" + code;
    change(keeper, code, 0, true, proposal("found", today, name))
        .then()
        .statusCode(200)
        .body("applied", equalTo(false))
        .body("fields.field", hasItems("departmentName", "nameEn", "region"));
    assertEquals(null, edition(code), "a dry run stores nothing");
    change(keeper, code, 0, proposal("found", today, name)).then().statusCode(200);
    given().get("/api/v1/departments").then().body("code", hasItem(code));
    change(keeper, code, 0, proposal("found", today, name)).then().statusCode(409);

    change(keeper, code, 1, proposal("change", today, name + "新"))
        .then()
        .statusCode(200)
        .body("fields.field", contains("departmentName"));
    given()
        .get("/api/v1/departments")
        .then()
        .body("find { it.code == '" + code + "' }.name", equalTo(name + "新"));
    change(keeper, code, 1, proposal("change", today, name)).then().statusCode(412);

    change(keeper, code, 2, proposal("close", today, null)).then().statusCode(200);
    given().get("/api/v1/departments").then().statusCode(200).body("code", not(hasItem(code)));
    change(keeper, code, 3, proposal("change", today, name)).then().statusCode(409);
    given()
        .filter(ContractFilter.both())
        .header("Authorization", "Bearer " + keeper)
        .get("/api/v1/administration/changes?subject=" + code)
        .then()
        .body(
            "items.action", contains("departmentClosed", "departmentChanged", "departmentFounded"));
  }

  @Test
  void takesANewNameOnTheDayItIsPlannedFor() {
    String name = "部区" + code;
    change(keeper, code, 0, proposal("found", today, name)).then().statusCode(200);
    change(keeper, code, 1, proposal("change", today.plusDays(3), name + "新"))
        .then()
        .statusCode(200);
    assertEquals(1, ((java.util.List<?>) edition(code).get("planned")).size());
    assertEquals(name, ((Map<?, ?>) edition(code).get("texts")).get("name"));

    clock.travelTo(clock.instant().plus(Duration.ofDays(3)));
    editing.applyPlans().await().atMost(Duration.ofSeconds(20));
    assertEquals(name + "新", ((Map<?, ?>) edition(code).get("texts")).get("name"));
    assertEquals(0, ((java.util.List<?>) edition(code).get("planned")).size());
  }

  @Test
  void refusesToCloseWhatStillHoldsPower() {
    int revision = (int) edition("DCIV").get("revision");
    change(keeper, "DCIV", revision, proposal("close", today, null)).then().statusCode(409);
  }

  @Test
  void refusesWhatCannotBe() {
    change(keeper, code, 0, proposal("found", today.minusDays(1), "部区民政局"))
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItems("/effectiveFrom", "/texts/name"));
    change(keeper, code, 0, proposal("found", today, null)).then().statusCode(422);
    change(keeper, code, 1, proposal("change", today, "没有的部门")).then().statusCode(404);
    by(keeper)
        .body(proposal("found", today, "无版本"))
        .post(PATH + "/" + code + "/changes")
        .then()
        .statusCode(428);
  }

  @Test
  void letsOnlyThoseChangeThemWhoKeepTheWholeList() {
    String departments =
        SignedIn.as(
            new StaffAccount(
                "editor.dciv",
                "编辑",
                "An editor",
                null,
                "DCIV",
                null,
                null,
                Set.of(Role.CATALOGUE_EDITOR),
                Set.of()));
    by(departments).get(PATH).then().statusCode(200).body("code", contains("DCIV"));
    change(departments, "DCIV", 1, proposal("change", today, "另一个名字")).then().statusCode(403);
    change(SignedIn.as(Role.REVIEWER), "DCIV", 1, proposal("change", today, "另一个名字"))
        .then()
        .statusCode(403);
  }
}
