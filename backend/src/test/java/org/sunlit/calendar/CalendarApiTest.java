package org.sunlit.calendar;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlit.testing.ContractFilter;

@QuarkusTest
class CalendarApiTest {
  private static final String DEADLINES = "/api/v1/calendar/deadlines";

  @Test
  void listsWhichYearsAreAnnounced() {
    given()
        .filter(ContractFilter.both())
        .get("/api/v1/calendar/years")
        .then()
        .statusCode(200)
        .body("[0].year", equalTo(2007))
        .body("find { it.year == 2026 }.status", equalTo("announced"))
        .body("find { it.year == 2026 }.source", equalTo("国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）"))
        .body("find { it.year == 2027 }.status", equalTo("provisional"));
  }

  @Test
  void showsAYearsDays() {
    year(2026)
        .statusCode(200)
        .body("workingDays", equalTo(248))
        .body("days.find { it.date == '2026-02-14' }.kind", equalTo("work"))
        .body("days.find { it.date == '2026-02-15' }.kind", equalTo("off"))
        .body("days.find { it.date == '2026-02-15' }.nameEn", equalTo("Spring Festival"));
    // 29 December 2018 is declared by the notice for 2019, but it is a day of 2018.
    year(2018).body("days.date", hasItem("2018-12-29"));
    year(2019).body("days.date", not(hasItem("2018-12-29")));
    year(2030).body("status", equalTo("provisional")).body("workingDays", equalTo(261));
  }

  @Test
  void derivesADeadlineDayByDay() {
    deadline("2026-02-12", "6", "workingDays")
        .statusCode(200)
        .body("state", equalTo("running"))
        .body("dueDate", equalTo("2026-02-27"))
        .body("dueAt", equalTo("2026-02-27T23:59:59+08:00"))
        .body("provisional", equalTo(false))
        .body("entries[0].reason", equalTo("eventDay"))
        .body("entries[2].reason", equalTo("makeUpDay"))
        .body("entries[2].number", equalTo(2))
        .body("entries[3].note", equalTo("春节"))
        .body("basis.article", contains("第八十二条", "第二百零一条", "第二百零三条"))
        .body("basis[0].lawEn", equalTo("Administrative Licence Law"));
    deadline("2026-12-30T09:00:00+08:00", "5", "workingDays")
        .body("provisional", equalTo(true))
        .body("entries[0].provisional", equalTo(true));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-05, 10, calendarDays, 2026-02-24",
    "2026-02-15, 0, workingDays, 2026-02-24",
    "2025-09-26, 6, workingDays, 2025-10-11",
    // Nine in the evening in London on the 11th is the 12th in Shanghai.
    "2026-02-11T21:00:00Z, 1, workingDays, 2026-02-13",
    "2024-02-28, 1, workingDays, 2024-02-29",
  })
  void countsEveryUnit(String from, String amount, String unit, String due) {
    deadline(from, amount, unit).statusCode(200).body("dueDate", equalTo(due));
  }

  @Test
  void countsHoursFromTheMoment() {
    deadline("2026-02-14T10:00:00+08:00", "24", "hours")
        .statusCode(200)
        .body("dueAt", equalTo("2026-02-15T10:00:00+08:00"))
        .body("unitsLeft", nullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-30, 1, workingDays",
    "2026-13-01, 1, workingDays",
    "yesterday, 1, workingDays",
    "1999-12-31, 1, workingDays",
    "9999-12-31, 1, workingDays",
    "+999999999-12-31, 1, workingDays",
    "-999999999-01-01, 1, hours",
    "2026-02-12, -1, workingDays",
    "2026-02-12, 1001, workingDays",
    "2026-02-12, many, workingDays",
    "2026-02-12, 99999999999999999999, workingDays",
    "2026-02-12, 1, weeks",
    "'', 1, workingDays",
  })
  void refusesWhatIsNoDeadline(String from, String amount, String unit) {
    refused(
        given()
            .filter(ContractFilter.answers())
            .queryParam("from", from)
            .queryParam("amount", amount)
            .queryParam("unit", unit)
            .get(DEADLINES)
            .then());
  }

  @Test
  void refusesTheNulCharacter() {
    refused(
        given().urlEncodingEnabled(false).get(DEADLINES + "?from=%00&amount=1&unit=hours").then());
  }

  @Test
  void refusesAQuestionWithoutADay() {
    refused(
        given()
            .filter(ContractFilter.answers())
            .queryParam("amount", 1)
            .queryParam("unit", "hours")
            .get(DEADLINES)
            .then());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1999", "2101", "-1"})
  void refusesAYearOutOfReach(String year) {
    refused(given().filter(ContractFilter.answers()).get("/api/v1/calendar/years/" + year).then());
  }

  private static void refused(ValidatableResponse answer) {
    answer.statusCode(400).body("type", equalTo("urn:sunlit:problem:invalid-request"));
  }

  private static ValidatableResponse year(int year) {
    return given().filter(ContractFilter.both()).get("/api/v1/calendar/years/{year}", year).then();
  }

  private static ValidatableResponse deadline(String from, String amount, String unit) {
    return given()
        .filter(ContractFilter.both())
        .queryParam("from", from)
        .queryParam("amount", amount)
        .queryParam("unit", unit)
        .get(DEADLINES)
        .then();
  }
}
