package org.sunlit.casework;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.platform.TravellingClock;

/** A case whose flow lets two posts work at once, and what moves its clock lawfully. */
@QuarkusTest
class ParallelCaseApiTest {
  @Inject CaseCity city;
  @Inject TravellingClock clock;
  @Inject DeemedAcceptance deemed;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  private Begun inReview() {
    Begun begun = CaseCity.begin(CaseCity.JOINT);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    return begun;
  }

  private Response read(String account, Begun begun) {
    return city.as(account).get("/api/v1/cases/" + begun.number());
  }

  private List<String> mine(String account) {
    return city.as(account)
        .queryParam("scope", "mine")
        .queryParam("limit", 100)
        .get("/api/v1/cases")
        .path("items.caseNumber");
  }

  @Test
  void givesEachPostItsOwnStepAtOnce() {
    Begun begun = inReview();
    for (String account : List.of("tst.reviewer", "tst.inspector")) {
      assertEquals(true, mine(account).contains(begun.number()), account);
    }
    assertEquals(false, mine("tst.approver").contains(begun.number()));
    read("tst.reviewer", begun)
        .then()
        .body("currentStepId", is("joint"))
        .body("currentStepIds", containsInAnyOrder("plans", "safety"))
        .body("actions.find { it.action == 'advance' && it.stepId == 'plans' }.allowed", is(true))
        .body(
            "actions.find { it.action == 'advance' && it.stepId == 'safety' }.allowed", is(false));
    begun
        .track()
        .then()
        .body("currentStepIds", containsInAnyOrder("plans", "safety"))
        .body("steps.findAll { it.leftAt == null }.stepId", containsInAnyOrder("plans", "safety"));
  }

  @Test
  void letsEachFinishForItselfAndGoesOnWhenBothHave() {
    Begun begun = inReview();
    city.act("tst.inspector", begun, "advance", Map.of())
        .then()
        .statusCode(200)
        .body("currentStepIds", is(List.of("plans")));
    assertEquals(false, mine("tst.inspector").contains(begun.number()));
    city.act("tst.inspector", begun, "advance", Map.of("step", "plans"))
        .then()
        .statusCode(403)
        .body("detail", containsString("审核岗"));
    city.act("tst.inspector", begun, "advance", Map.of("step", "safety")).then().statusCode(403);
    city.act("tst.reviewer", begun, "advance", Map.of("step", "nowhere")).then().statusCode(200);
    read("tst.approver", begun).then().body("currentStepIds", is(List.of("approve")));
  }

  @Test
  void saysWhatAReturnUndid() {
    Begun begun = inReview();
    city.act("tst.inspector", begun, "advance", Map.of()).then().statusCode(200);
    city.act("tst.reviewer", begun, "return", Map.of("reason", "资金证明与申请不符"))
        .then()
        .statusCode(200)
        .body("currentStepIds", is(List.of("accept")))
        .body("history[-1].undone", is(List.of("safety")));
    begun.track().then().body("history[-1].undone", is(List.of("safety")));
    city.act("tst.window", begun, "advance", Map.of()).then().statusCode(200);
    assertEquals(true, mine("tst.inspector").contains(begun.number()));
  }

  @Test
  void letsBothFinishInTheSameMoment() {
    Begun begun = inReview();
    String tag = read("tst.reviewer", begun).getHeader("ETag");
    List<Integer> answers =
        Stream.of("tst.reviewer", "tst.inspector")
            .map(
                account ->
                    CompletableFuture.supplyAsync(
                        () -> city.act(account, begun, "advance", Map.of(), tag).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertEquals(List.of(200, 412), answers, "the second is told to look again");
  }

  @Test
  void extendsALimitWhenASecondPersonAgrees() {
    Begun begun = inReview();
    String due = read("tst.reviewer", begun).path("deadline.dueDate");
    Map<String, Object> wanted = Map.of("days", 10, "reason", "需补充现场勘验");
    String request =
        city.act("tst.reviewer", begun, "extend", wanted)
            .then()
            .statusCode(200)
            .body("deadline.dueDate", is(due))
            .body("pendingConfirmation.kind", is("extend"))
            .body("pendingConfirmation.details.days", is("10"))
            .extract()
            .path("pendingConfirmation.id");
    city.decide("tst.reviewer", request, "confirm", Map.of()).then().statusCode(403);
    city.decide("tst.approver", request, "confirm", Map.of()).then().statusCode(200);
    read("tst.reviewer", begun)
        .then()
        .body("deadline.limit.amount", is(25))
        .body("deadline.dueDate", not(due))
        .body("history[-1].kind", is("extended"))
        .body("history[-1].extendedBy", is(10))
        .body("notices.text", hasItem(containsString("需补充现场勘验")))
        .body("actions.action", not(hasItem("extend")));
  }

  @Test
  void refusesAnExtensionThatSaysTooLittleOrComesTooLate() {
    Begun begun = inReview();
    city.act("tst.reviewer", begun, "extend", Map.of("reason", "材料较多"))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", is("/days"));
    city.act("tst.reviewer", begun, "extend", Map.of("days", 10)).then().statusCode(422);
    clock.travelTo(Instant.now().plus(Duration.ofDays(90)));
    city.act("tst.reviewer", begun, "extend", Map.of("days", 10, "reason", "材料较多"))
        .then()
        .statusCode(422)
        .body("errors[0].detail", containsString("已经届满"));
  }

  @Test
  void acceptsByLawWhatNobodyAnswered() {
    Begun begun = CaseCity.begin(CaseCity.JOINT);
    Begun other = CaseCity.begin(CaseCity.WELFARE);
    deemed.sweep().await().atMost(Duration.ofSeconds(30));
    begun.track().then().body("state", is("submitted"));
    clock.travelTo(Instant.now().plus(Duration.ofDays(20)));
    deemed.sweep().await().atMost(Duration.ofSeconds(30));
    begun
        .track()
        .then()
        .body("state", is("inProgress"))
        .body("history[-1].kind", is("deemedAccepted"))
        .body("history[-1].by", is("依法自动"))
        .body("deadline.startedAt", is(begun.track().<String>path("submittedAt")))
        .body("currentStepIds", containsInAnyOrder("plans", "safety"));
    other
        .track()
        .then()
        .body("state", is("submitted"))
        .body("history.kind", everyItem(is("submitted")));
    deemed.sweep().await().atMost(Duration.ofSeconds(30));
    begun.track().then().body("version", is(2)).body("pause", nullValue());
  }
}
