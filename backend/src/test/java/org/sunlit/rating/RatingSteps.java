package org.sunlit.rating;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sunlit.casework.EndedCaseCity;
import org.sunlit.casework.EndedCaseCity.Ended;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;
import org.sunlit.testing.Tables;

/** What has to be done in every test of ratings. */
abstract class RatingSteps {
  static final Duration PATIENCE = Duration.ofSeconds(30);
  static final String SUPERVISOR = "supervisor";
  static final Map<String, Object> GOOD =
      Map.of("overall", "satisfied", "efficiency", "basicallySatisfied", "words", "很快就办好了");
  static final Map<String, Object> BAD =
      Map.of("overall", "notSatisfied", "attitude", "notSatisfied", "words", "让我跑了三趟");

  @Inject EndedCaseCity city;
  @Inject RatedCases cases;
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

  Response open(Ended ended) {
    return Api.contract().body(ended.holder()).post("/api/v1/ratings/lookups");
  }

  Response rate(Ended ended, Map<String, Object> grades) {
    return rate(ended, grades, Api.key());
  }

  Response rate(Ended ended, Map<String, Object> grades, String key) {
    return Api.contract()
        .header("Idempotency-Key", key)
        .body(new HashMap<>(Map.of("holder", ended.holder(), "grades", grades)))
        .post("/api/v1/ratings");
  }

  Ended end() {
    Ended ended = city.end();
    await(ended);
    return ended;
  }

  /** Until the room has read of it in the journal. */
  void await(Ended ended) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (cases.find(ended.number()).await().atMost(PATIENCE).isEmpty()) {
      assertFalse(System.nanoTime() > until, "the room never learned that the case has ended");
    }
  }

  String channel(Ended ended) {
    return text("select channel from rating where case_number = $1", ended);
  }

  String rating(Ended ended) {
    return text("select id::text from rating where case_number = $1", ended);
  }

  List<String> signs(Ended ended) {
    return city.as(SUPERVISOR)
        .get("/api/v1/ratings/" + UUID.fromString(rating(ended)))
        .then()
        .statusCode(200)
        .extract()
        .path("summary.signs.kind");
  }

  String text(String sql, Ended ended) {
    return tables.text(sql, ended.number());
  }
}
