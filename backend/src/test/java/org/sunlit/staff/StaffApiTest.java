package org.sunlit.staff;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.sunlit.staff.StaffCity.as;
import static org.sunlit.staff.StaffCity.cityAdministrator;
import static org.sunlit.staff.StaffCity.person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.staff.StaffCity.Asker;

@QuarkusTest
class StaffApiTest {
  @Inject StaffCity city;

  private final Asker administrator = as(cityAdministrator());

  @BeforeEach
  void found() {
    city.found();
  }

  @Test
  void letsSomebodyInWithACodeThatIsToldOnce() {
    Map<String, Object> draft = draft("sfa", "windowClerk");

    String code =
        administrator
            .post("/staff/people", draft)
            .then()
            .statusCode(200)
            .body("applied", is(true))
            .body("changes.find { it.field == 'roles' }.after", contains("windowClerk"))
            .body("activationCode", matchesPattern("(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}"))
            .extract()
            .path("activationCode");

    given()
        .contentType(ContentType.JSON)
        .body(Map.of("account", draft.get("account"), "password", code))
        .post("/api/v1/auth/login")
        .then()
        .statusCode(401)
        .body("type", is("urn:sunlit:problem:password-change-required"));
    administrator
        .get("/staff/people/" + draft.get("account"))
        .then()
        .statusCode(200)
        .body("activated", is(false))
        .body("$", not(hasItem(code)));
    administrator
        .post("/staff/people", draft)
        .then()
        .statusCode(409)
        .body("detail", containsString("exists already"));
  }

  @Test
  void keepsOfAnIdentityNumberOnlyThatItIsKnown() {
    StaffAccount clerk = person("sfa", null, Role.WINDOW_CLERK);
    as(clerk);
    administrator.get("/staff/people/" + clerk.account()).then().body("identityKnown", is(false));

    change(administrator, clerk, Map.of("identityNumber", "110105194912310021"))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", is("/identityNumber"));
    change(administrator, clerk, Map.of("identityNumber", "11010519491231002X"))
        .then()
        .statusCode(200)
        .body("changes", hasSize(1))
        .body("changes[0].field", is("identityNumber"))
        .body("changes[0].before", empty())
        .body("changes[0].after", contains("known"));
    change(administrator, clerk, Map.of("identityNumber", "11010519491231002x"))
        .then()
        .body("changes", empty());
    change(administrator, clerk, Map.of()).then().statusCode(200).body("changes", empty());

    administrator
        .get("/staff/people/" + clerk.account())
        .then()
        .body("identityKnown", is(true))
        .body("$", not(hasKey("identityNumber")));
    administrator
        .get("/staff/changes?subject=" + clerk.account())
        .then()
        .body("items[0].changes[0].after", contains("known"));
  }

  @Test
  void triesAChangeWithoutMakingIt() {
    Map<String, Object> draft = draft("sfa", "reviewer");

    administrator
        .post("/staff/people?dryRun=true", draft)
        .then()
        .statusCode(200)
        .body("applied", is(false))
        .body("activationCode", nullValue())
        .body("changes.find { it.field == 'account' }.before", empty())
        .body("changes.find { it.field == 'account' }.after", contains(draft.get("account")));

    administrator.get("/staff/people/" + draft.get("account")).then().statusCode(404);
    administrator
        .get("/staff/changes?subject=" + draft.get("account"))
        .then()
        .statusCode(200)
        .body("total", is(0));
  }

  @Test
  void takesARoleAwayFromTheVeryNextRequest() {
    StaffAccount clerk = person("sfa", null, Role.WINDOW_CLERK);
    Asker old = as(clerk);
    old.get("/cases").then().statusCode(200);

    change(administrator, clerk, Map.of("roles", List.of("projectOwner"))).then().statusCode(200);

    old.get("/cases").then().statusCode(403);
  }

  @Test
  void shutsSomebodyOutWithTheVeryNextRequest() {
    StaffAccount clerk = person("sfa", null, Role.WINDOW_CLERK);
    Asker old = as(clerk);

    administrator
        .ask()
        .body(Map.of("disabled", true))
        .put("/api/v1/staff/people/" + clerk.account() + "/state")
        .then()
        .statusCode(200)
        .body("changes[0].before", contains("active"))
        .body("changes[0].after", contains("disabled"));

    old.get("/cases").then().statusCode(401);
  }

  @Test
  void refusesWhoeverWasOvertaken() {
    StaffAccount clerk = person("sfa", null, Role.WINDOW_CLERK);
    as(clerk);
    String path = "/staff/people/" + clerk.account();
    String seen = administrator.get(path).getHeader("ETag");
    change(administrator, clerk, Map.of("title", "甲")).then().statusCode(200);

    administrator.put(path, seen, details(clerk, Map.of("title", "乙"))).then().statusCode(412);
    administrator.put(path, null, details(clerk, Map.of("title", "乙"))).then().statusCode(428);
  }

  @Test
  void showsAnAdministratorOfADepartmentOnlyItsPeople() {
    StaffAccount own = person("sfa", null, Role.WINDOW_CLERK);
    StaffAccount other = person("sfb", null, Role.WINDOW_CLERK);
    as(own);
    as(other);
    Asker departments = as(person("sfa", null, Role.ADMINISTRATOR));

    departments.get("/staff/people/" + own.account()).then().statusCode(200);
    departments.get("/staff/people/" + other.account()).then().statusCode(404);
    departments
        .get("/staff/people?limit=100")
        .then()
        .statusCode(200)
        .body("items.account", hasItem(own.account()))
        .body("items.account", not(hasItem(other.account())))
        .body("items.findAll { it.department.code != 'sfa' }", empty());
    departments.get("/staff/people?q=" + other.account()).then().body("total", is(0));
    departments.post("/staff/people/" + other.account() + "/activation").then().statusCode(404);
  }

  @Test
  void keepsAnAdministratorOfADepartmentFromReachingBeyondIt() {
    StaffAccount own = person("sfa", null, Role.WINDOW_CLERK);
    as(own);
    Asker departments = as(person("sfa", null, Role.ADMINISTRATOR));

    departments
        .post("/staff/people", draft("sfb", "windowClerk"))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", is("/departmentCode"));
    departments
        .post("/staff/people", draft("sfa", "supervisor"))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", is("/roles"));
    change(departments, own, Map.of("departmentCode", "sfb")).then().statusCode(422);
    change(departments, own, Map.of("roles", List.of("administrator"))).then().statusCode(422);
  }

  @Test
  void keepsAnAdministratorOfADepartmentFromTakingOverAnother() {
    StaffAccount colleague = person("sfa", null, Role.ADMINISTRATOR);
    as(colleague);
    Asker departments = as(person("sfa", null, Role.ADMINISTRATOR));

    departments.post("/staff/people/" + colleague.account() + "/activation").then().statusCode(403);
    departments.delete("/staff/people/" + colleague.account() + "/sessions").then().statusCode(403);
  }

  @Test
  void letsNobodyChangeTheirOwnRolesOrShutThemselvesOut() {
    StaffAccount self = cityAdministrator();
    Asker asker = as(self);

    change(asker, self, Map.of("roles", List.of("administrator", "catalogueEditor")))
        .then()
        .statusCode(422);
    asker
        .ask()
        .body(Map.of("disabled", true))
        .put("/api/v1/staff/people/" + self.account() + "/state")
        .then()
        .statusCode(409);
  }

  @Test
  void givesASupervisorNoRoleThatProcesses() {
    administrator
        .post("/staff/people", draft("sfa", "supervisor", "windowClerk"))
        .then()
        .statusCode(422)
        .body("errors[0].detail", containsString("processes nothing"));
  }

  @Test
  void findsPeopleByPartOfTheirNamePageByPage() {
    StaffAccount clerk = person("sfb", null, Role.WINDOW_CLERK);
    as(clerk);
    as(person("sfb", null, Role.REVIEWER));

    administrator
        .get("/staff/people?q=" + clerk.account().substring(3))
        .then()
        .body("items.account", contains(clerk.account()));
    String cursor =
        administrator
            .get("/staff/people?department=sfb&limit=1")
            .then()
            .body("items", hasSize(1))
            .extract()
            .path("nextCursor");
    administrator
        .get("/staff/people?department=sfb&limit=1&cursor=" + cursor)
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
    given()
        .header("Authorization", "Bearer " + administrator.token())
        .get("/api/v1/staff/people?cursor=nonsense")
        .then()
        .statusCode(400);
  }

  @Test
  void tellsWhoeverMayNotThatTheyMayNot() {
    Asker clerk = as(person("sfa", null, Role.WINDOW_CLERK));

    clerk.get("/staff/people").then().statusCode(403);
    clerk.post("/staff/people", draft("sfa", "windowClerk")).then().statusCode(403);
    as(person(null, null, Role.SUPERVISOR)).get("/staff/people").then().statusCode(200);
  }

  static io.restassured.response.Response change(
      Asker by, StaffAccount account, Map<String, Object> changes) {
    String path = "/staff/people/" + account.account();
    return by.put(path, by.get(path).getHeader("ETag"), details(account, changes));
  }

  private static Map<String, Object> details(StaffAccount account, Map<String, Object> changes) {
    Map<String, Object> details = new HashMap<>();
    details.put("name", account.name());
    details.put("nameEn", account.nameEn());
    if (account.departmentCode() != null) {
      details.put("departmentCode", account.departmentCode());
    }
    details.put("regionCode", account.regionCode());
    details.put("roles", account.roles().stream().map(Role::code).toList());
    details.putAll(changes);
    return details;
  }

  private static Map<String, Object> draft(String department, String... roles) {
    return Map.of(
        "account",
        "sf." + UUID.randomUUID().toString().substring(0, 12),
        "name",
        "李新",
        "departmentCode",
        department,
        "regionCode",
        StaffCity.CITY,
        "roles",
        List.of(roles));
  }
}
