package org.sunlit.complaint;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.complaint.ComplaintCity.Keys;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Tables;

/** What supervision finds of complaints (有诉必理, I9), and who learns of it. */
@QuarkusTest
class ComplaintSupervisionApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String FINDINGS = "/api/v1/supervision/findings?caseNumber=";

  @Inject ComplaintCity city;
  @Inject TravellingClock clock;
  @Inject Tables tables;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  @Test
  void whatNobodyAnswersIsFoundAndNobodyItIsAboutLearnsOfIt() {
    Keys keys = city.send(ComplaintCity.message("named"));
    city.act(
            ComplaintCity.SCREENER,
            keys,
            "screen",
            Map.of("kind", "complaint", "concerned", List.of(ComplaintCity.LEADER)))
        .then()
        .statusCode(200);
    city.act(
            ComplaintCity.SCREENER,
            keys,
            "assign",
            Map.of("department", ComplaintCity.WATER, "joint", List.of()))
        .then()
        .statusCode(200);
    city.act(ComplaintCity.CLERK, keys, "takeUp", Map.of()).then().statusCode(200);
    clock.travelTo(Instant.now().plus(Duration.ofDays(45)));
    await(ComplaintCity.SUPERVISOR, keys, "complaint.late");

    city.as(ComplaintCity.SUPERVISOR)
        .get(FINDINGS + keys.number() + "&rule=complaint.late")
        .then()
        .body("items[0].account", equalTo(ComplaintCity.CLERK))
        .body("items[0].subject.kind", equalTo("complaint"))
        .body("items[0].subject.number", equalTo(keys.number()))
        .body("items[0].departmentCode", equalTo(ComplaintCity.WATER));
    String id =
        city.as(ComplaintCity.CLERK)
            .get(FINDINGS + keys.number() + "&mine=true&rule=complaint.late")
            .then()
            .body("total", equalTo(1))
            .extract()
            .path("items[0].id");
    String whole =
        city.as(ComplaintCity.CLERK)
            .get("/api/v1/supervision/findings/" + id)
            .then()
            .statusCode(200)
            .body("seen", containsString("前答复"))
            .body("events.kind", hasItem("complaint.screened"))
            .extract()
            .asString();
    assertFalse(whole.contains("李小满") || whole.contains("13900001111"), whole);

    // The leader leads the department, but it is about them.
    city.as(ComplaintCity.LEADER).get(FINDINGS + keys.number()).then().body("items", empty());
    city.as(ComplaintCity.LEADER).get("/api/v1/supervision/findings/" + id).then().statusCode(404);
    String issued =
        "select count(*) from supervision_card where subject = $1 and subject_kind = 'complaint'";
    awaitCount(issued, keys.number());
    assertFalse(cards(ComplaintCity.LEADER).contains(keys.number()));
    assertTrue(cards(ComplaintCity.CLERK).contains(keys.number()));
    assertEquals(
        0,
        tables.count(
            "select count(*) from journal_event where subject_id = $1"
                + " and private_payload::text like '%小满%'",
            keys.number()));
  }

  @Test
  void whatWasAnsweredInTimeIsNotFound() {
    Keys keys = city.assigned(ComplaintCity.message("named"));
    city.answer(ComplaintCity.CLERK, keys, "已修好");
    Keys other = city.assigned(ComplaintCity.message("named"));
    clock.travelTo(Instant.now().plus(Duration.ofDays(45)));
    await(ComplaintCity.SUPERVISOR, other, "complaint.late");
    assertEquals(List.of(), rules(ComplaintCity.SUPERVISOR, keys));
  }

  private String cards(String account) {
    return city.as(account).get("/api/v1/supervision/cards?limit=100").asString();
  }

  private void await(String account, Keys keys, String rule) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!rules(account, keys).contains(rule)) {
      assertTrue(System.nanoTime() < until, rule);
    }
  }

  private void awaitCount(String sql, String number) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (tables.count(sql, number) == 0) {
      assertTrue(System.nanoTime() < until, sql);
    }
  }

  private List<String> rules(String account, Keys keys) {
    return city.as(account).get(FINDINGS + keys.number()).jsonPath().getList("items.rule");
  }
}
