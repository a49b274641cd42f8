package org.sunlit.casework;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.testing.Api;

@QuarkusTest
class CaseConcurrencyApiTest {
  @Inject CaseCity city;
  @Inject Pool pool;

  @BeforeEach
  void found() {
    city.found();
  }

  private static List<Response> atOnce(int times, Supplier<Response> request) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Future<Response>> sent = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        sent.add(threads.submit(request::get));
      }
      List<Response> answers = new ArrayList<>();
      for (Future<Response> each : sent) {
        answers.add(each.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void ofTwoApproversAtOnceOneWins() throws Exception {
    Begun begun = CaseCity.begin(CaseCity.BARE);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    city.act("tst.reviewer", begun, "advance", Map.of()).then().statusCode(200);
    List<Response> answers =
        atOnce(
            4,
            () -> city.act("tst.approver", begun, "decide", Map.of("decision", "grant"), "\"3\""));
    assertEquals(
        List.of(200, 412, 412, 412), answers.stream().map(Response::statusCode).sorted().toList());
    begun.track().then().body("history.findAll { it.kind == 'decided' }", hasSize(1));
  }

  @Test
  void theSameKeyTwiceAtOnceBeginsOneCase() throws Exception {
    Map<String, Object> application = CaseCity.application(CaseCity.LICENCE);
    String key = Api.key();
    List<Response> answers =
        atOnce(
            4,
            () ->
                Api.anything()
                    .header("Idempotency-Key", key)
                    .body(application)
                    .post("/api/v1/applications"));
    assertEquals(List.of(201, 201, 201, 201), answers.stream().map(Response::statusCode).toList());
    assertEquals(1, answers.stream().map(a -> a.path("caseNumber")).distinct().count());
    assertEquals(1, answers.stream().map(a -> a.path("trackingCode")).distinct().count());
  }

  @Test
  void aRepeatGetsTheFirstAnswerEvenWhenTheCaseHasMovedOn() {
    Begun begun = CaseCity.begin(CaseCity.BARE);
    String key = Api.key();
    Response first = accept(begun, key);
    first.then().statusCode(200).header("ETag", "\"2\"");
    city.act("tst.reviewer", begun, "advance", Map.of()).then().statusCode(200);
    Response again = accept(begun, key);
    again.then().statusCode(200).header("ETag", "\"2\"").body("currentStepId", is("review"));
    assertEquals((List<?>) first.path("history"), again.path("history"));
  }

  /** Those who ask in the same moment are read for together; each must get their own case alone. */
  @Test
  void answersEachOfManyWhoTrackAtOnceWithTheirOwnCase() throws Exception {
    List<Begun> cases =
        IntStream.range(0, 4).mapToObj(ignored -> CaseCity.begin(CaseCity.BARE)).toList();
    AtomicInteger turn = new AtomicInteger();
    List<Response> answers =
        atOnce(
            32,
            () -> {
              int mine = turn.getAndIncrement();
              Begun own = cases.get(mine % cases.size());
              // Every third holds the code of another case.
              String code =
                  mine % 3 == 0 ? cases.get((mine + 1) % cases.size()).code() : own.code();
              Response answer =
                  Api.contract()
                      .body(Map.of("caseNumber", own.number(), "trackingCode", code))
                      .post("/api/v1/tracking");
              String expected = mine % 3 == 0 ? null : own.number();
              assertEquals(expected, answer.path("caseNumber"));
              return answer;
            });
    assertEquals(11, answers.stream().filter(answer -> answer.statusCode() == 404).count());
    assertEquals(21, answers.stream().filter(answer -> answer.statusCode() == 200).count());
  }

  private Response accept(Begun begun, String key) {
    return city.as("tst.window")
        .header("Idempotency-Key", key)
        .header("If-Match", "\"1\"")
        .body(Map.of("confirmedRisk", true))
        .post("/api/v1/cases/" + begun.number() + "/actions/accept");
  }

  @Test
  void refusesTheSameKeyForAnotherRequest() {
    String key = Api.key();
    Map<String, Object> application = CaseCity.application(CaseCity.BARE);
    Api.anything()
        .header("Idempotency-Key", key)
        .body(application)
        .post("/api/v1/applications")
        .then()
        .statusCode(201);
    application.put("subject", "另一件事");
    Api.anything()
        .header("Idempotency-Key", key)
        .body(application)
        .post("/api/v1/applications")
        .then()
        .statusCode(422)
        .body("type", is("urn:sunlit:problem:idempotency-key-reused"));
  }

  @Test
  void aRefusedCommandLeavesNothingBehind() {
    Begun begun = CaseCity.begin(CaseCity.BARE);
    city.act("tst.window", begun, "refuse", Map.of()).then().statusCode(422);
    assertEquals(1, rows("case_event", begun));
    assertEquals(1, rows("journal_public", begun));
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    assertEquals(2, rows("case_event", begun));
    assertEquals(2, rows("journal_public", begun));
  }

  private long rows(String table, Begun begun) {
    return pool.preparedQuery("select count(*) as n from " + table + " where case_number = $1")
        .execute(io.vertx.mutiny.sqlclient.Tuple.of(begun.number()))
        .map(rows -> rows.iterator().next().getLong("n"))
        .await()
        .atMost(Duration.ofSeconds(20));
  }
}
