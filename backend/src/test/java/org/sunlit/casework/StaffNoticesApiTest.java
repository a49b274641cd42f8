package org.sunlit.casework;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.platform.TravellingClock;

@QuarkusTest
class StaffNoticesApiTest {
  private static final String PATH = "/api/v1/staff-notices";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject CaseCity city;
  @Inject TravellingClock clock;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  /** Events get their place a moment after they are committed. */
  private JsonPath untilTold(String account, String number, String kind) {
    Instant patience = Instant.now().plus(PATIENCE);
    while (true) {
      JsonPath told = city.as(account).get(PATH).jsonPath();
      if (kindsOf(told, number).contains(kind) || Instant.now().isAfter(patience)) {
        assertTrue(kindsOf(told, number).contains(kind), kind + " of " + number);
        return told;
      }
    }
  }

  private static List<String> kindsOf(JsonPath told, String number) {
    return told.getList("items.findAll { it.caseNumber == '" + number + "' }.kind");
  }

  private void markRead(String account, JsonPath told) {
    city.as(account)
        .contentType(ContentType.JSON)
        .body(Map.of("place", told.getLong("place"), "asOf", told.getString("asOf")))
        .post(PATH + "/read")
        .then()
        .statusCode(204);
  }

  @Test
  void tellsWhatArrivedUntilItIsRead() {
    Begun begun = CaseCity.begin(CaseCity.BARE);
    JsonPath told = untilTold("tst.window", begun.number(), "arrived");
    assertTrue(told.getInt("unread") > 0);
    markRead("tst.window", told);
    city.as("tst.window").get(PATH).then().body("unread", is(0));
    Begun next = CaseCity.begin(CaseCity.BARE);
    untilTold("tst.window", next.number(), "arrived");
    city.as("tst.window").get(PATH).then().body("unread", is(1));
  }

  @Test
  void doesntTellSomebodyOfTheirOwnDoings() {
    Begun begun = CaseCity.begin(CaseCity.BARE);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    JsonPath told = untilTold("tst.reviewer", begun.number(), "arrived");
    assertEquals(List.of("arrived"), kindsOf(told, begun.number()));
    city.as("tst.window")
        .get(PATH)
        .then()
        .statusCode(200)
        .body("items.caseNumber", not(hasItem(begun.number())));
  }

  @Test
  void nobodyIsToldOfCasesOfAnotherDepartment() {
    Begun begun = CaseCity.begin(CaseCity.BARE);
    untilTold("tst.window", begun.number(), "arrived");
    for (String other : List.of("oth.window", "tst.approver", "supervisor")) {
      city.as(other)
          .get(PATH)
          .then()
          .statusCode(200)
          .body("items.caseNumber", not(hasItem(begun.number())));
    }
  }

  @Test
  void tellsWhatWentLateOnceItIsLate() {
    clock.travelTo(Instant.now().minus(Duration.ofDays(45)));
    Begun begun = CaseCity.begin(CaseCity.BARE);
    JsonPath told = untilTold("tst.window", begun.number(), "arrived");
    assertEquals(List.of("arrived"), kindsOf(told, begun.number()));
    clock.returnToNow();
    assertTrue(
        kindsOf(untilTold("tst.window", begun.number(), "late"), begun.number())
            .containsAll(List.of("arrived", "late")));
  }

  @Test
  void readingAheadOrBackChangesNothing() {
    JsonPath told = city.as("tst.window").get(PATH).jsonPath();
    markRead("tst.window", told);
    city.as("tst.window")
        .contentType(ContentType.JSON)
        .body(Map.of("place", Long.MAX_VALUE / 2, "asOf", "2119-01-01T00:00:00+08:00"))
        .post(PATH + "/read")
        .then()
        .statusCode(204);
    city.as("tst.window")
        .contentType(ContentType.JSON)
        .body(Map.of("place", 0, "asOf", "2020-01-01T00:00:00+08:00"))
        .post(PATH + "/read")
        .then()
        .statusCode(204);
    Begun next = CaseCity.begin(CaseCity.BARE);
    untilTold("tst.window", next.number(), "arrived");
    city.as("tst.window").get(PATH).then().body("unread", is(1));
  }
}
