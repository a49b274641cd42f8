package org.sunlit.complaint;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.complaint.ComplaintCity.Keys;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;

/** From what somebody says to their word on the answer, and who may do what on the way. */
@QuarkusTest
class ComplaintApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject ComplaintCity city;
  @Inject DutyRoster roster;
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

  @Test
  void notSatisfiedGoesToAnotherPersonAndEndsSatisfied() {
    Keys keys = city.assigned(ComplaintCity.message("named"));
    city.answer(ComplaintCity.CLERK, keys, "已派人查看。");

    city.track(keys).then().body("state", equalTo("replied")).body("reply", equalTo("已派人查看。"));
    city.rate(keys, "notSatisfied")
        .then()
        .statusCode(200)
        .body("state", equalTo("assigned"))
        .body("round", equalTo(2));
    assertEquals(1, toldOfReopening(keys, ComplaintCity.LEADER));
    assertEquals(0, toldOfReopening(keys, ComplaintCity.CLERK));
    city.act(ComplaintCity.CLERK, keys, "takeUp", Map.of()).then().statusCode(403);
    city.answer(ComplaintCity.COLLEAGUE, keys, "井盖已更换。");
    city.rate(keys, "satisfied").then().statusCode(200).body("state", equalTo("closed"));
    city.rate(keys, "satisfied").then().statusCode(409);
    city.track(keys)
        .then()
        .body("acts.kind", hasItems("received", "reopened", "closed"))
        .body("acts.by", not(hasItem("某" + ComplaintCity.CLERK)));
  }

  private long toldOfReopening(Keys keys, String account) {
    return pool.preparedQuery(
            "select count(*) as told from notice n join complaint c on 'complaint/' || c.number = n.subject_id"
                + " join complaint_act a on a.complaint_id = c.id and a.kind = 'reopened'"
                + " where c.number = $1 and n.account = $2 and n.event = 'act ' || a.number || ' ' || $2")
        .execute(Tuple.of(keys.number(), account))
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getLong("told");
  }

  @Test
  void aWithheldNameReachesNoDepartment() {
    Keys keys = city.assigned(ComplaintCity.message("withheld"));

    Response seen = city.open(ComplaintCity.CLERK, keys);

    seen.then().statusCode(200).body("writer", nullValue()).body("text", containsString("青石巷"));
    assertFalse(seen.asString().contains("李小满"), "the name");
    assertFalse(seen.asString().contains("13900001111"), "the telephone");
    String list = city.as(ComplaintCity.ROADS_CLERK).get("/api/v1/complaint-desk").asString();
    assertFalse(list.contains("李小满"));
    city.open(ComplaintCity.SCREENER, keys).then().body("writer.name", equalTo("李小满"));
    Keys named = city.assigned(ComplaintCity.message("named"));
    city.open(ComplaintCity.CLERK, named).then().body("writer.phone", equalTo("13900001111"));
  }

  @Test
  void nothingThatWasSaidIsPlainInTheDatabase() {
    Keys keys = city.assigned(ComplaintCity.message("named"));
    city.answer(ComplaintCity.CLERK, keys, "青石巷的井盖已更换。");

    long plain =
        pool.preparedQuery(
                """
                select (select count(*) from complaint c where c.number = $1 and c::text like '%李小满%')
                  + (select count(*) from complaint_act a join complaint c on c.id = a.complaint_id
                     where c.number = $1 and a::text like '%青石巷%')
                  + (select count(*) from journal_event e where e.subject_id = $1
                     and (e::text like '%李小满%' or e::text like '%青石巷%')) as plain
                """)
            .execute(Tuple.of(keys.number()))
            .await()
            .atMost(PATIENCE)
            .iterator()
            .next()
            .getLong("plain");

    assertEquals(0, plain);
    for (String sql :
        List.of(
            "delete from complaint where number = $1",
            "update complaint set content = '' where number = $1",
            "delete from complaint_act where complaint_id = (select id from complaint where number = $1)")) {
      assertThrows(
          RuntimeException.class,
          () -> pool.preparedQuery(sql).execute(Tuple.of(keys.number())).await().atMost(PATIENCE),
          sql);
    }
  }

  @Test
  void ofTwoWhoAnswerAtOnceOneIsTold() {
    Keys keys = city.assigned(ComplaintCity.message("named"));
    city.act(ComplaintCity.CLERK, keys, "takeUp", Map.of()).then().statusCode(200);
    String tag = city.open(ComplaintCity.CLERK, keys).getHeader("ETag");

    List<Integer> statuses =
        Stream.of(
                new String[] {ComplaintCity.CLERK, "reply"},
                new String[] {ComplaintCity.ROADS_CLERK, "contribute"})
            .map(
                who ->
                    CompletableFuture.supplyAsync(
                        () ->
                            city.act(who[0], keys, who[1], Map.of("words", "已修好。"), tag)
                                .statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();

    assertEquals(List.of(200, 412), statuses);
  }

  @Test
  void whoeverHasNoPartInItDoesNothingAboutIt() {
    Keys keys = city.send(ComplaintCity.message("anonymous"));

    city.open(ComplaintCity.CLERK, keys).then().statusCode(404);
    city.act(ComplaintCity.SUPERVISOR, keys, "screen", Map.of("kind", "help"))
        .then()
        .statusCode(403);
    city.act(
            ComplaintCity.SCREENER,
            keys,
            "screen",
            Map.of("kind", "complaint", "concerned", List.of(ComplaintCity.CLERK)))
        .then()
        .statusCode(200);
    city.act(ComplaintCity.SCREENER, keys, "assign", Map.of("department", ComplaintCity.WATER))
        .then()
        .statusCode(200);
    city.open(ComplaintCity.CLERK, keys).then().statusCode(404);
    city.open(ComplaintCity.COLLEAGUE, keys)
        .then()
        .body("possible", contains("takeUp", "transfer", "return"));
    city.act(ComplaintCity.SUPERVISOR, keys, "supervise", Map.of("words", "限期办结"))
        .then()
        .statusCode(200)
        .body("summary.supervised", equalTo(true));
    city.act(ComplaintCity.SUPERVISOR, keys, "reply", Map.of("words", "好")).then().statusCode(409);
  }

  @Test
  void anExtensionTakesTwoAndTransferTakesItAway() {
    Keys keys = city.assigned(ComplaintCity.message("named"));
    city.act(ComplaintCity.LEADER, keys, "takeUp", Map.of()).then().statusCode(200);
    Map<String, Object> extension = Map.of("days", 5, "words", "须等配件到货");
    city.act(ComplaintCity.LEADER, keys, "askExtension", extension).then().statusCode(200);
    city.act(ComplaintCity.LEADER, keys, "grantExtension", Map.of()).then().statusCode(403);

    city.act(
            ComplaintCity.COLLEAGUE,
            keys,
            "transfer",
            Map.of("department", ComplaintCity.ROADS, "ground", "notOurs", "words", "道路井盖"))
        .then()
        .statusCode(204);
    city.open(ComplaintCity.ROADS_CLERK, keys)
        .then()
        .body("summary.department.code", equalTo(ComplaintCity.ROADS))
        .body("summary.passedOn", equalTo(1));
  }

  @Test
  void theMemberOnDutyAnswersTheDirectLine() {
    roster.set(roster.today(), ComplaintCity.MEMBER).await().atMost(PATIENCE);
    Map<String, Object> message = ComplaintCity.message("named");
    message.put("directLine", true);
    Keys keys = city.send(message);

    city.answer(ComplaintCity.MEMBER, keys, "今天就办。");

    city.track(keys).then().body("channel", equalTo("directLine")).body("reply", equalTo("今天就办。"));
    Api.contract()
        .get("/api/v1/complaint-duty")
        .then()
        .statusCode(200)
        .body("[0].name", equalTo("某" + ComplaintCity.MEMBER))
        .body("[0].today", equalTo(true));
  }

  @Test
  void whatHasTheSameCauseGetsTheSameAnswer() {
    Keys first = city.assigned(ComplaintCity.message("named"));
    Keys second = city.send(ComplaintCity.message("anonymous"));
    city.act(ComplaintCity.SCREENER, second, "group", Map.of("under", first.number()))
        .then()
        .statusCode(200)
        .body("groupedUnder", equalTo(first.number()));

    city.answer(ComplaintCity.CLERK, first, "井盖已更换。");

    city.track(second).then().body("state", equalTo("replied")).body("reply", equalTo("井盖已更换。"));
  }

  @Test
  void badInputIsSaidFieldByField() {
    Map<String, Object> nameless = new HashMap<>(ComplaintCity.message("named"));
    nameless.remove("name");
    nameless.put("phone", "不告诉你");
    nameless.put("caseNumber", "no-such-case");
    Api.contract()
        .body(nameless)
        .post("/api/v1/complaints")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/name", "/phone"));
    Keys keys = city.send(ComplaintCity.message("anonymous"));
    Api.contract()
        .body(Map.of("number", keys.number(), "trackingCode", "AAAAA-AAAAA"))
        .post("/api/v1/complaints/tracking")
        .then()
        .statusCode(404);
    city.act(ComplaintCity.SCREENER, keys, "screen", Map.of()).then().statusCode(422);
    city.act(ComplaintCity.SCREENER, keys, "assign", Map.of("department", "nowhere"))
        .then()
        .statusCode(422);
  }

  @Test
  void aRepeatGetsTheFirstReceipt() {
    String key = Api.key();
    Map<String, Object> message = ComplaintCity.message("anonymous");
    List<String> numbers =
        Stream.of(1, 2)
            .map(
                time ->
                    Api.contract()
                        .header("Idempotency-Key", key)
                        .body(message)
                        .post("/api/v1/complaints")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("number"))
            .toList();

    assertEquals(numbers.get(0), numbers.get(1));
  }
}
