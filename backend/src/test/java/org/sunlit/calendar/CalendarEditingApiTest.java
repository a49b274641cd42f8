package org.sunlit.calendar;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SignedIn;

@QuarkusTest
class CalendarEditingApiTest {
  /** Far from every other test's cases. */
  private static final int YEAR = 2093;

  private static final String PATH = "/api/v1/calendar/years/";

  @Inject CalendarService calendars;

  private String keeper;

  @BeforeEach
  void signIn() {
    keeper = SignedIn.as(Role.ADMINISTRATOR);
  }

  private static RequestSpecification by(String token) {
    return given()
        .filter(ContractFilter.both())
        .header("Authorization", "Bearer " + token)
        .contentType("application/json");
  }

  private JsonPath edition(int year) {
    return by(keeper).get(PATH + year + "/edition").then().statusCode(200).extract().jsonPath();
  }

  private static Map<String, Object> day(String date, String kind) {
    return Map.of("date", date, "kind", kind, "name", "试节", "nameEn", "Trial Day");
  }

  private static Map<String, Object> proposal(List<Map<String, Object>> days) {
    Map<String, Object> proposal = new LinkedHashMap<>();
    proposal.put("status", "announced");
    proposal.put("source", "国务院办公厅关于部分节假日安排的通知（试）");
    proposal.put("days", days);
    return proposal;
  }

  private Response save(int year, int seen, Object proposal) {
    return by(keeper)
        .header("If-Match", "\"" + seen + "\"")
        .body(proposal)
        .put(PATH + year + "/edition");
  }

  @Test
  void declaresAYearThatNobodyHasEntered() {
    int seen = edition(YEAR).getInt("version");
    List<Map<String, Object>> days =
        List.of(day(YEAR + "-03-04", "off"), day(YEAR + "-03-07", "work"));
    by(keeper)
        .body(proposal(days))
        .post(PATH + YEAR + "/preview")
        .then()
        .statusCode(200)
        .body("days.date", contains(YEAR + "-03-04", YEAR + "-03-07"))
        .body("days.before", contains("workingDay", "weekend"))
        .body("days.after", contains("holiday", "makeUpDay"))
        .body("fields.field", containsInAnyOrder("status", "source", "days"))
        .body("cases.moved", equalTo(0));
    assertTrue(calendars.current().isWorkingDay(LocalDate.of(YEAR, 3, 4)), "a preview only");

    save(YEAR, seen, proposal(days))
        .then()
        .statusCode(200)
        .header("ETag", "\"" + (seen + 1) + "\"")
        .body("byHand", equalTo(true));
    assertEquals(DayKind.HOLIDAY, calendars.current().kind(LocalDate.of(YEAR, 3, 4)));
    assertEquals(DayKind.MAKE_UP_DAY, calendars.current().kind(LocalDate.of(YEAR, 3, 7)));

    save(YEAR, seen, proposal(List.of(day(YEAR + "-03-05", "off")))).then().statusCode(412);
    save(YEAR, seen + 1, proposal(days)).then().statusCode(409);
    by(keeper).body(proposal(days)).put(PATH + YEAR + "/edition").then().statusCode(428);
    given()
        .filter(ContractFilter.both())
        .header("Authorization", "Bearer " + keeper)
        .get("/api/v1/administration/changes?kind=calendar&subject=" + YEAR)
        .then()
        .statusCode(200)
        .body("items.size()", greaterThanOrEqualTo(1))
        .body("items[0].action", equalTo("calendarChanged"));
  }

  @Test
  void keepsWhatAShippedYearDeclaresWhenADayIsAdded() {
    JsonPath shipped = edition(2025);
    List<Map<String, Object>> days = new ArrayList<>(shipped.getList("days"));
    days.add(day("2025-11-11", "off"));
    by(keeper)
        .body(proposal(days))
        .post(PATH + "2025/preview")
        .then()
        .statusCode(200)
        .body("days.date", contains("2025-11-11"))
        .body("days[0].before", equalTo("workingDay"), "days[0].after", equalTo("holiday"));
  }

  @Test
  void refusesDaysThatCannotBe() {
    List<Map<String, Object>> days =
        List.of(
            day("2092-12-24", "off"),
            day("2093-05-05", "work"),
            day("2093-05-01", "off"),
            day("2093-05-01", "off"),
            Map.of("date", "2093-06-01", "kind", "off", "name", " "));
    Map<String, Object> proposal = proposal(days);
    proposal.put("source", " ");
    by(keeper)
        .body(proposal)
        .post(PATH + "2093/preview")
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/source",
                "/days/0/date",
                "/days/1/kind",
                "/days/3/date",
                "/days/4/name",
                "/days/4/nameEn"));
    by(keeper).body(proposal(List.of())).post(PATH + "2094/preview").then().statusCode(422);
  }

  @Test
  void refusesWhoeverDoesNotKeepTheCalendar() {
    String editor = SignedIn.as(Role.CATALOGUE_EDITOR);
    by(editor).get(PATH + "2026/edition").then().statusCode(403);
    by(editor).body(proposal(List.of())).post(PATH + "2026/preview").then().statusCode(403);
    by(editor)
        .header("If-Match", "\"1\"")
        .body(proposal(List.of()))
        .put(PATH + "2026/edition")
        .then()
        .statusCode(403);
    given().filter(ContractFilter.both()).get(PATH + "2026/edition").then().statusCode(401);
  }
}
