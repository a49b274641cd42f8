package org.sunlit.casework;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;

/** Pre-review, and the originals asked for after it. */
@QuarkusTest
class PreReviewApiTest extends LifecycleSteps {
  @Inject DeemedAcceptance deemed;

  private static Map<String, Object> original(String code) {
    return Map.of("missing", List.of(Map.of("materialCode", code, "what", "请携带原件到窗口核验")));
  }

  @Test
  void asksForTheOriginalsOnceAfterAPreReviewAndLetsTheFiveDaysBeginWhenTheyAreSeen() {
    Begun begun = CaseCity.begin(CaseCity.PRE_REVIEW);
    read("tst.window", begun)
        .then()
        .body("currentStepId", is("prereview"))
        .body("deadline.limit.amount", is(5))
        .body("actions.action", not(hasItem("accept")));
    city.act("tst.window", begun, "request-originals", Map.of())
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/missing"));
    city.act("tst.window", begun, "request-originals", original("M2"))
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/missing/0/materialCode"));
    city.act("tst.window", begun, "request-originals", original("M1"))
        .then()
        .statusCode(200)
        .body("state", is("inCorrection"))
        .body("currentStepId", is("accept"))
        .body("originals", is(List.of("M1")))
        .body("deadline", nullValue());
    begun
        .track()
        .then()
        .body("originals", is(List.of("M1")))
        .body("possible", not(hasItem("supplement")))
        .body("notices.text", hasItem(containsString("原件")));
    clock.travelTo(Instant.now().plus(Duration.ofDays(40)));
    deemed.sweep().await().atMost(Duration.ofSeconds(30));
    city.act("tst.window", begun, "receive-originals", Map.of("materials", List.of()))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", is("/materials"));
    city.act("tst.window", begun, "receive-originals", Map.of("materials", List.of("M1")))
        .then()
        .statusCode(200)
        .body("state", is("submitted"))
        .body("originals", nullValue())
        .body("history[-1].kind", is("originalsReceived"))
        .body("deadline.limit.amount", is(5));
    city.act("tst.window", begun, "accept", Map.of())
        .then()
        .statusCode(200)
        .body("state", is("inProgress"));
    assertEquals(List.of("receipt", "originals", "receipt", "acceptance"), documents(begun));
  }

  @Test
  void doesNotLetAPreReviewTakeLongerThanTheLaw() {
    Begun begun = CaseCity.begin(CaseCity.PRE_REVIEW);
    clock.travelTo(Instant.now().plus(Duration.ofDays(20)));
    deemed.sweep().await().atMost(Duration.ofSeconds(30));
    begun
        .track()
        .then()
        .body("state", is("inProgress"))
        .body("currentStepId", is("review"))
        .body("history[-1].kind", is("deemedAccepted"))
        .body("deadline.startedAt", is(begun.track().<String>path("submittedAt")));
  }

  @Test
  void keepsTheTimeRunningWhenAPreReviewPassesWithoutOriginals() {
    Begun begun = CaseCity.begin(CaseCity.PRE_REVIEW);
    String due = read("tst.window", begun).path("deadline.dueAt");
    clock.travelTo(Instant.now().plus(Duration.ofHours(20)));
    city.act("tst.window", begun, "advance", Map.of())
        .then()
        .statusCode(200)
        .body("currentStepId", is("accept"))
        .body("deadline.dueAt", is(due));
  }
}
