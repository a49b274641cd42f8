package org.sunlit.casework;

import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.platform.TravellingClock;

@QuarkusTest
class CaseListApiTest {
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

  private Begun begunDaysAgo(int days) {
    clock.travelTo(Instant.now().minus(Duration.ofDays(days)));
    Begun begun = CaseCity.begin(CaseCity.BARE);
    clock.returnToNow();
    return begun;
  }

  @Test
  void ordersByWhenCasesAreDueAndTurnsPagesWithoutGapOrRepeat() {
    begunDaysAgo(60);
    CaseCity.begin(CaseCity.BARE);
    Begun waiting = CaseCity.begin(CaseCity.LICENCE);
    city.act(
            "tst.window",
            waiting,
            "request-correction",
            Map.of("missing", List.of(Map.of("what", "缺少签名"))))
        .then()
        .statusCode(200);
    List<String> numbers = new ArrayList<>();
    List<String> spans = new ArrayList<>();
    String cursor = null;
    int total;
    do {
      var request = city.as("tst.window").queryParam("scope", "department").queryParam("limit", 2);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      Response page = request.get("/api/v1/cases");
      page.then().statusCode(200);
      numbers.addAll(page.path("items.caseNumber"));
      spans.addAll(page.path("items.dueSpan"));
      total = page.path("total");
      cursor = page.path("nextCursor");
    } while (cursor != null);
    assertEquals(total, numbers.size());
    assertEquals(numbers.size(), numbers.stream().distinct().count());
    List<String> order = List.of("late", "today", "soon", "later", "none");
    assertEquals(
        spans.stream().map(order::indexOf).sorted().toList(),
        spans.stream().map(order::indexOf).toList());
    assertEquals("late", spans.get(0));
    assertTrue(spans.contains("none"));
  }

  @Test
  void showsAPostWhatItCanActOnNow() {
    Begun begun = begunDaysAgo(30);
    mine("tst.window").then().body("items.caseNumber", hasItem(begun.number()));
    mine("tst.reviewer")
        .then()
        .statusCode(200)
        .body("items.caseNumber", not(hasItem(begun.number())));
    mine("oth.window").then().body("items", hasSize(0)).body("counts.late", is(0));
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    mine("tst.reviewer").then().body("items.caseNumber", hasItem(begun.number()));
    mine("supervisor").then().body("items", hasSize(0));
    city.as("supervisor")
        .get("/api/v1/cases?scope=department&limit=100&q=" + begun.number())
        .then()
        .body("items.caseNumber", hasItem(begun.number()))
        .body("items[0].applicantMasked", is("王**"));
  }

  private Response mine(String account) {
    Response answer = city.as(account).get("/api/v1/cases?limit=100");
    answer.then().statusCode(200);
    return answer;
  }

  @Test
  void filtersByStateSpanAndText() {
    Begun late = begunDaysAgo(45);
    city.as("tst.window")
        .get("/api/v1/cases?due=late&limit=100")
        .then()
        .statusCode(200)
        .body("items.dueSpan", everyItem(is("late")))
        .body("items.caseNumber", hasItem(late.number()))
        .body("counts.late", greaterThanOrEqualTo(1));
    city.as("tst.window")
        .get("/api/v1/cases?state=granted&scope=department")
        .then()
        .statusCode(200)
        .body("items.state", everyItem(is("granted")));
    city.as("tst.window")
        .get("/api/v1/cases?q=%25&scope=department")
        .then()
        .statusCode(200)
        .body("total", is(0));
    city.as("tst.window")
        .get("/api/v1/cases?q=" + CaseCity.BARE.substring(0, 4) + "&scope=department")
        .then()
        .statusCode(200)
        .body("items[0].itemName", notNullValue());
  }

  @Test
  void refusesACursorItNeverGave() {
    city.as("tst.window").get("/api/v1/cases?cursor=nonsense").then().statusCode(400);
  }
}
