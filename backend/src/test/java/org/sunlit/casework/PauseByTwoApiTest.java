package org.sunlit.casework;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;
import org.sunlit.testing.SignedIn;

/** The clock of a case is stopped by hand by two persons or not at all. */
@QuarkusTest
class PauseByTwoApiTest {
  private static final Map<String, Object> HEARING =
      Map.of("ground", "hearing", "reason", "利害关系人申请听证");

  @Inject CaseCity city;
  @Inject TravellingClock clock;
  @Inject Pool pool;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  private Begun inReview() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    return begun;
  }

  private String ask(Begun begun) {
    return city.act("tst.reviewer", begun, "pause", HEARING)
        .then()
        .statusCode(200)
        .extract()
        .path("pendingConfirmation.id");
  }

  private Response box(String account, String box) {
    Response page =
        city.as(account)
            .queryParam("box", box)
            .queryParam("limit", 100)
            .get("/api/v1/confirmations");
    page.then().statusCode(200);
    return page;
  }

  private Response read(String account, Begun begun) {
    return city.as(account).get("/api/v1/cases/" + begun.number());
  }

  @Test
  void changesNothingUntilASecondPersonConfirms() {
    Begun begun = inReview();
    city.act("tst.reviewer", begun, "pause", HEARING)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("state", is("inProgress"))
        .body("deadline.state", is("running"))
        .body("history", hasSize(2))
        .body("pendingConfirmation.kind", is("pause"))
        .body("pendingConfirmation.requestedBy", is("李reviewer"))
        .body("pendingConfirmation.details.ground", is("hearing"))
        .body("pendingConfirmation.reason", is("利害关系人申请听证"))
        .body("pendingConfirmation.mayDecide", is(false))
        .body("pendingConfirmation.mayWithdraw", is(true))
        .body("actions.find { it.action == 'pause' }.allowed", is(false))
        .body("actions.find { it.action == 'pause' }.why", containsString("等待复核"))
        .body("actions.find { it.action == 'advance' }.allowed", is(true));
    read("tst.approver", begun)
        .then()
        .body("pendingConfirmation.mayDecide", is(true))
        .body("pendingConfirmation.mayWithdraw", is(false));
    read("supervisor", begun).then().body("pendingConfirmation.mayDecide", is(false));
    begun.track().then().body("deadline.state", is("running")).body("pause", nullValue());
    city.act("tst.reviewer", begun, "pause", HEARING)
        .then()
        .statusCode(409)
        .body("detail", containsString("等待复核"));
  }

  @Test
  void stopsTheClockAtTheMomentOfTheConfirmation() {
    Begun begun = inReview();
    Instant asked = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
    clock.travelTo(asked);
    String request = ask(begun);
    Instant confirmed = asked.plus(Duration.ofHours(2));
    clock.travelTo(confirmed);
    city.decide("tst.approver", request, "confirm", Map.of("note", "已核对听证申请书"))
        .then()
        .statusCode(200)
        .body("state", is("confirmed"))
        .body("decidedBy", is("李approver"))
        .body("note", is("已核对听证申请书"));
    Response paused = read("tst.reviewer", begun);
    paused
        .then()
        .body("state", is("paused"))
        .body("version", is(3))
        .body("pendingConfirmation", nullValue())
        .body("history[-1].kind", is("paused"))
        .body("history[-1].by", is("审核岗 李reviewer"))
        .body("history[-1].confirmedBy", is("工作人员 李approver"));
    OffsetDateTime since = OffsetDateTime.parse(paused.path("pause.since"));
    assertEquals(0, Duration.between(confirmed, since.toInstant()).toMinutes());
    begun
        .track()
        .then()
        .body("deadline.state", is("paused"))
        .body("notices[-1].text", containsString("暂停计时"));
    city.act("tst.reviewer", begun, "resume", Map.of())
        .then()
        .statusCode(200)
        .body("state", is("inProgress"));
  }

  @Test
  void isConfirmedByAColleagueWithTheRightAndNobodyElse() {
    Begun begun = inReview();
    String request = ask(begun);
    box("tst.approver", "toDecide")
        .then()
        .body("items.id", hasItem(request))
        .body("items.find { it.id == '" + request + "' }.reason", nullValue());
    for (String account : List.of("tst.reviewer", "oth.approver", "township.a", "supervisor")) {
      box(account, "toDecide").then().statusCode(200).body("items.id", not(hasItem(request)));
    }
    box("tst.reviewer", "asked")
        .then()
        .body("items.find { it.id == '" + request + "' }.mayWithdraw", is(true));
    box("tst.approver", "asked").then().statusCode(200).body("items.id", not(hasItem(request)));

    city.decide("tst.reviewer", request, "confirm", Map.of())
        .then()
        .statusCode(403)
        .body("type", is("urn:sunlit:problem:separation-of-duty"))
        .body("detail", containsString("另一人复核"));
    city.decide("oth.approver", request, "confirm", Map.of()).then().statusCode(404);
    city.decide("township.a", request, "confirm", Map.of()).then().statusCode(404);
    city.decide("supervisor", request, "confirm", Map.of()).then().statusCode(403);
    city.decide("editor", request, "confirm", Map.of()).then().statusCode(403);
    city.decide("tst.approver", request, "withdraw", Map.of()).then().statusCode(404);
    read("tst.reviewer", begun).then().body("state", is("inProgress"));

    city.decide("tst.approver", request, "confirm", Map.of()).then().statusCode(200);
    city.decide("tst.approver", request, "confirm", Map.of())
        .then()
        .statusCode(200)
        .body("state", is("confirmed"));
    city.decide("tst.window", request, "confirm", Map.of()).then().statusCode(409);
    city.decide("tst.window", request, "decline", Map.of("note", "不")).then().statusCode(409);
  }

  @Test
  void isHappenedOnceHoweverManyConfirmAtOnce() {
    Begun begun = inReview();
    String request = ask(begun);
    List<String> colleagues = List.of("tst.approver", "tst.window", "tst.both", "tst.issuer");
    colleagues.forEach(city::token);
    List<Integer> answers =
        colleagues.stream()
            .map(
                account ->
                    CompletableFuture.supplyAsync(
                        () -> city.decide(account, request, "confirm", Map.of()).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertEquals(Stream.of(200, 409, 409, 409).toList(), answers);
    read("tst.reviewer", begun).then().body("version", is(3));
  }

  @Test
  void isDeclinedWithANoteOrTakenBackAndMayBeAskedForAgain() {
    Begun begun = inReview();
    String request = ask(begun);
    Api.anything()
        .header("Authorization", "Bearer " + city.token("tst.approver"))
        .body(Map.of())
        .post("/api/v1/confirmations/" + request + "/decline")
        .then()
        .statusCode(400);
    city.decide("tst.approver", request, "decline", Map.of("note", "听证申请已经撤回"))
        .then()
        .statusCode(200)
        .body("state", is("declined"));
    read("tst.reviewer", begun)
        .then()
        .body("state", is("inProgress"))
        .body("pendingConfirmation", nullValue());
    String second = ask(begun);
    city.decide("tst.reviewer", second, "withdraw", Map.of())
        .then()
        .statusCode(200)
        .body("state", is("withdrawn"))
        .body("decidedBy", nullValue());
    ask(begun);
  }

  @Test
  void lapsesWhenTheCaseMovesOn() {
    Begun begun = inReview();
    String request = ask(begun);
    city.act("tst.reviewer", begun, "advance", Map.of())
        .then()
        .statusCode(200)
        .body("pendingConfirmation", nullValue());
    box("tst.approver", "toDecide").then().statusCode(200).body("items.id", not(hasItem(request)));
    box("tst.reviewer", "asked")
        .then()
        .body("items.find { it.id == '" + request + "' }.state", is("lapsed"));
    city.decide("tst.approver", request, "confirm", Map.of()).then().statusCode(409);
  }

  @Test
  void expiresWhenNobodyDecides() {
    Begun begun = inReview();
    String request = ask(begun);
    clock.travelTo(Instant.now().plus(Duration.ofDays(4)));
    box("tst.approver", "toDecide").then().statusCode(200).body("items.id", not(hasItem(request)));
    city.decide("tst.approver", request, "confirm", Map.of()).then().statusCode(409);
    read("tst.reviewer", begun).then().statusCode(200).body("pendingConfirmation", nullValue());
    ask(begun);
    box("tst.reviewer", "asked")
        .then()
        .body("items.find { it.id == '" + request + "' }.state", is("expired"));
  }

  @Test
  void isNotDoneInTheNameOfSomebodyWhoMayNotActAnyMore() {
    for (String change :
        List.of("roles = array['supervisor']", "kind = 'person'", "disabled = true")) {
      Begun begun = inReview();
      String request = ask(begun);
      String asker = "a.stranger." + begun.number();
      SignedIn.as(
          new StaffAccount(
              asker, "某", null, null, "tst", null, null, Set.of(Role.REVIEWER), Set.of()));
      sql("update account set " + change + " where account = '" + asker + "'");
      sql("alter table confirmation_request disable trigger confirmation_request_only_grows");
      sql(
          "update confirmation_request set requested_by = '%1$s',".formatted(asker)
              + " payload = jsonb_set(payload, '{by,account}', '\"%1$s\"') where id = '%2$s'"
                  .formatted(asker, request));
      sql("alter table confirmation_request enable trigger confirmation_request_only_grows");
      city.decide("tst.approver", request, "confirm", Map.of())
          .then()
          .statusCode(change.startsWith("roles") ? 403 : 409);
      read("tst.reviewer", begun).then().body("state", is("inProgress"));
    }
  }

  private void sql(String statement) {
    pool.query(statement).execute().await().atMost(Duration.ofSeconds(10));
  }

  @Test
  void asksOnceHoweverOftenItIsSent() {
    Begun begun = inReview();
    String key = Api.key();
    Stream.of(1, 2)
        .map(
            again ->
                city.as("tst.reviewer")
                    .header("Idempotency-Key", key)
                    .header("If-Match", "\"2\"")
                    .body(Map.of("ground", "hearing", "reason", "利害关系人申请听证", "confirmedRisk", true))
                    .post("/api/v1/cases/" + begun.number() + "/actions/pause"))
        .forEach(
            answer ->
                answer
                    .then()
                    .statusCode(200)
                    .body("pendingConfirmation.id", notNullValue())
                    .body("version", equalTo(2)));
  }

  @Test
  void turnsPagesWithoutGapOrRepeat() {
    for (int one = 0; one < 3; one++) {
      ask(inReview());
    }
    for (String box : List.of("toDecide", "asked")) {
      String account = box.equals("asked") ? "tst.reviewer" : "tst.approver";
      List<String> all = box(account, box).path("items.id");
      List<String> paged = new java.util.ArrayList<>();
      String cursor = null;
      do {
        var request = city.as(account).queryParam("box", box).queryParam("limit", 2);
        if (cursor != null) {
          request.queryParam("cursor", cursor);
        }
        Response page = request.get("/api/v1/confirmations");
        paged.addAll(page.path("items.id"));
        cursor = page.path("nextCursor");
      } while (cursor != null);
      assertEquals(all, paged);
    }
    city.as("tst.reviewer").get("/api/v1/confirmations?cursor=nonsense").then().statusCode(400);
  }
}
