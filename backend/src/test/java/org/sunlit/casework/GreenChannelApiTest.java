package org.sunlit.casework;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;

/** The green channel. */
@QuarkusTest
class GreenChannelApiTest extends LifecycleSteps {
  @Test
  void marksACaseGreenWhenASecondPersonAgreesAndPutsItFirst() {
    Begun usual = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", usual, "accept", Map.of()).then().statusCode(200);
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    String promised = read("tst.reviewer", begun).path("deadline.dueDate");
    Map<String, Object> project = Map.of("greenGround", "majorProject", "reason", "列入市重大项目名单第7项");
    city.act("tst.reviewer", begun, "mark-green", Map.of("greenGround", "friend", "reason", "熟人"))
        .then()
        .statusCode(422)
        .body("errors[0].detail", containsString("majorProject"));
    city.act("tst.reviewer", begun, "mark-green", Map.of("greenGround", "majorProject"))
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/reason"));
    String request = ask("tst.reviewer", begun, "mark-green", project);
    read("tst.reviewer", begun).then().statusCode(200).body("green", nullValue());
    city.decide("tst.reviewer", request, "confirm", Map.of()).then().statusCode(403);
    city.decide("tst.approver", request, "confirm", Map.of()).then().statusCode(200);
    read("tst.reviewer", begun)
        .then()
        .body("green.code", is("majorProject"))
        .body("deadline.limit.amount", is(7))
        .body("deadline.dueDate", not(promised))
        .body("actions.action", not(hasItem("mark-green")));
    assertTrue(
        LocalDate.parse(read("tst.reviewer", begun).path("deadline.dueDate"))
            .isBefore(LocalDate.parse(promised)));
    begun
        .track()
        .then()
        .body("green.name", is("重大项目"))
        .body("green.limit.amount", is(7))
        .body("history[-1].green.basis", containsString("重大项目名单"));
    List<Map<String, Object>> mine =
        city.as("tst.reviewer").get("/api/v1/cases?limit=100").path("items");
    boolean usualSeen = false;
    for (Map<String, Object> each : mine) {
      assertTrue(!usualSeen || !Boolean.TRUE.equals(each.get("green")), "green ones come first");
      usualSeen |= !Boolean.TRUE.equals(each.get("green"));
    }
    assertTrue(mine.stream().anyMatch(each -> begun.number().equals(each.get("caseNumber"))));
    List<String> paged = new ArrayList<>();
    String cursor = null;
    do {
      var asked = city.as("tst.reviewer").queryParam("limit", 9);
      if (cursor != null) {
        asked.queryParam("cursor", cursor);
      }
      Response page = asked.get("/api/v1/cases");
      paged.addAll(page.path("items.caseNumber"));
      cursor = page.path("nextCursor");
    } while (cursor != null && paged.size() < mine.size());
    assertEquals(
        mine.stream().map(each -> each.get("caseNumber")).toList(), paged.subList(0, mine.size()));
  }

  @Test
  void doesNotShortenALimitIntoThePast() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    clock.travelTo(Instant.now().plus(Duration.ofDays(60)));
    city.act(
            "tst.reviewer",
            begun,
            "mark-green",
            Map.of("greenGround", "majorProject", "reason", "列入名单"))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", is("/ground"));
  }
}
