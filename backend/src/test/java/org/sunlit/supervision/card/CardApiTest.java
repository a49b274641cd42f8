package org.sunlit.supervision.card;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;
import org.sunlit.supervision.Finding;
import org.sunlit.supervision.Severity;
import org.sunlit.testing.Api;
import org.sunlit.testing.Tables;

/** From what was found to its card, and on to its end. */
@QuarkusTest
class CardApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SWEEP = "supervision-sweep";
  private static final Duration PAST_THE_ANSWER = Duration.ofDays(20);

  @Inject CardCity city;
  @Inject TravellingClock clock;
  @Inject Scheduler scheduler;
  @Inject Tables tables;
  @Inject Pool pool;

  private String department;
  private String clerk;
  private String leader;

  /** Time goes by for the cards of one department here, not for all cases of the city. */
  @BeforeEach
  void found() {
    scheduler.pause(SWEEP);
    department = city.department();
    clerk = department + ".clerk";
    leader = department + ".leader";
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
    scheduler.resume(SWEEP);
  }

  @Test
  void aWarningIsToldAndTakesEffectWhenNobodyContestsIt() {
    String number = city.cardOn(city.find(Severity.MINOR, department));
    city.card(clerk, number)
        .then()
        .statusCode(200)
        .body("summary.colour", equalTo("warning"))
        .body("summary.state", equalTo("issued"))
        .body("foundAll.ruleName", contains("办件超时"))
        .body("possible", contains("explain", "appeal"))
        .body("deadlineFor", equalTo("answer"))
        .body("deadline.entries.findAll { it.counted }", hasSize(5))
        .body("waitsFor", equalTo("concerned"));
    city.card(leader, number).then().statusCode(200).body("possible", empty());
    city.card(department + ".colleague", number).then().statusCode(404);
    city.as(clerk)
        .get("/api/v1/supervision/notices")
        .then()
        .statusCode(200)
        .body("unread", equalTo(1))
        .body("items[0].cardNumber", equalTo(number))
        .body("items[0].text", containsString("可以说明或者申辩"));
    city.as(leader).get("/api/v1/supervision/notices").then().body("unread", equalTo(1));

    passAnswer();
    city.card(clerk, number)
        .then()
        .body("summary.state", equalTo("kept"))
        .body("summary.points", equalTo(0))
        .body("bulletin", nullValue())
        .body("possible", empty());
  }

  @Test
  void aReminderIsOnlyAMessage() {
    Finding finding = city.find(Severity.REMINDER, department);
    city.as(clerk)
        .get("/api/v1/supervision/notices")
        .then()
        .body("items.caseNumber", contains(finding.subject().number()));
    city.as(clerk).get("/api/v1/supervision/cards").then().body("total", equalTo(0));
  }

  @Test
  void aContestedYellowCardGoesItsWholeWay() {
    String number = city.cardOn(city.find(Severity.SERIOUS, department));
    assertEquals(
        4,
        tables.count(
            "select count(*) from notice where subject_id = $1 and account = any ($2)",
            "card/" + number,
            new String[] {clerk, leader, CardCity.SUPERVISOR, CardCity.SECOND}),
        "the clerk, the leader and both supervisors are told");
    String tag = city.card(clerk, number).getHeader("ETag");
    String key = Api.key();
    city.act(clerk, number, "appeal", tag, key).then().statusCode(200);
    city.act(clerk, number, "appeal", tag, key)
        .then()
        .statusCode(200)
        .body("acts.kind", contains("issued", "appealed"))
        .body("acts[1].words", equalTo("情况如下：appeal"))
        .body("acts[1].by.account", equalTo(clerk));
    city.act(CardCity.SUPERVISOR, number, "keep", tag, Api.key()).then().statusCode(412);
    city.act(clerk, number, "keep").then().statusCode(403);
    city.act(leader, number, "withdraw").then().statusCode(403);
    city.act(CardCity.SUPERVISOR, number, "accept-rectification").then().statusCode(409);
    passAnswer();
    city.card(clerk, number).then().body("summary.state", equalTo("appealed"));

    city.act(CardCity.SUPERVISOR, number, "keep")
        .then()
        .statusCode(200)
        .body(
            "acts.kind",
            contains("issued", "appealed", "kept", "announced", "deducted", "rectificationOrdered"))
        .body("summary.points", equalTo(2))
        .body("bulletin", containsString("通报〔"))
        .body("waitsFor", equalTo("department"));
    city.act(leader, number, "report-rectification").then().statusCode(200);
    city.act(CardCity.SECOND, number, "return-rectification").then().statusCode(200);
    city.act(leader, number, "report-rectification").then().statusCode(200);
    city.act(CardCity.SECOND, number, "accept-rectification")
        .then()
        .statusCode(200)
        .body("rectification", equalTo("accepted"))
        .body("waitsFor", nullValue())
        .body("possible", empty());
    city.act(CardCity.SECOND, number, "withdraw").then().statusCode(409);

    city.as(clerk)
        .get("/api/v1/supervision/files/mine")
        .then()
        .statusCode(200)
        .body("tally.points", equalTo(2))
        .body("tally.yellow", equalTo(1))
        .body("cards.number", contains(number));
    city.as(leader)
        .get("/api/v1/supervision/files/departments/" + department)
        .then()
        .body("tally.points", equalTo(2));
    assertEquals(
        10,
        tables.count(
            "select count(*) from journal_event where subject_kind = 'card' and subject_id = $1",
            number));
    assertEquals(
        0,
        tables.count(
            "select count(*) from journal_public p join journal_event e on e.id = p.event_id"
                + " where e.subject_id = $1",
            number));
    assertEquals(
        0,
        tables.count(
            "select count(*) from supervision_card_act where detail::text like $1", "%情况如下%"));
  }

  @Test
  void warningsMakeAYellowCardThatFallsWithThem() {
    List<Finding> findings =
        List.of(
            city.find(Severity.MINOR, department),
            city.find(Severity.MINOR, department),
            city.find(Severity.MINOR, department));
    passAnswer();
    String yellow =
        city.as(clerk)
            .get("/api/v1/supervision/cards?colour=yellow")
            .then()
            .body("total", equalTo(1))
            .body("items[0].findings", equalTo(3))
            .extract()
            .path("items[0].number");
    city.card(clerk, yellow)
        .then()
        .body("sources.colour", contains("warning", "warning", "warning"))
        .body("foundAll", hasSize(3));
    passAnswer();
    city.card(clerk, yellow).then().body("summary.points", equalTo(2));

    city.gone(findings.get(1));
    city.card(clerk, city.cardOn(findings.get(1)))
        .then()
        .body("summary.state", equalTo("withdrawn"))
        .body("acts[-1].cause", equalTo("findingGone"));
    city.card(clerk, yellow)
        .then()
        .body("summary.state", equalTo("withdrawn"))
        .body("acts[-1].cause", equalTo("sourcesGone"))
        .body("summary.points", equalTo(0));
    city.card(clerk, city.cardOn(findings.get(0))).then().body("summary.state", equalTo("kept"));
  }

  @Test
  void aRedCardLeadsToATalkAndWhatGoesOnToAccountability() {
    String red = city.cardOn(city.find(Severity.GRAVE, department));
    passAnswer();
    city.card(clerk, red)
        .then()
        .body("talks.party", contains("person"))
        .body("talks[0].state", equalTo("called"));
    city.act(clerk, red, "hold-talk").then().statusCode(403);
    city.act(CardCity.SUPERVISOR, red, "hold-talk")
        .then()
        .statusCode(200)
        .body("talks[0].state", equalTo("held"));

    Finding first = city.find(Severity.SERIOUS, department);
    Finding second = city.find(Severity.SERIOUS, department);
    passAnswer();
    List<String> kinds =
        List.of(city.cardOn(first), city.cardOn(second)).stream()
            .flatMap(
                card ->
                    city
                        .card(clerk, card)
                        .then()
                        .extract()
                        .<List<String>>path("acts.kind")
                        .stream())
            .filter("handedOver"::equals)
            .toList();
    assertEquals(1, kinds.size(), "handed over once, by the second card");
    city.as(CardCity.SUPERVISOR)
        .get("/api/v1/supervision/files/people/" + clerk)
        .then()
        .body("tally.handedOver", equalTo(1))
        .body("tally.talksHeld", equalTo(1))
        .body("tally.points", equalTo(10));
  }

  @Test
  void aTalkIsCalledOffWhenWhatLedToItIsGone() {
    Finding first = city.find(Severity.SERIOUS, department);
    city.find(Severity.SERIOUS, department);
    Finding third = city.find(Severity.SERIOUS, department);
    passAnswer();
    String tipped =
        tables.text(
            "select number from supervision_card where account = $1 and talk_person = 'called'",
            clerk);
    city.gone(tipped.equals(city.cardOn(first)) ? third : first);
    city.card(clerk, tipped)
        .then()
        .body("summary.state", equalTo("kept"))
        .body("talks.find { it.party == 'person' }.state", equalTo("calledOff"));
  }

  @Test
  void whoeverIssuesACardDoesNotDecideOnIt() {
    Finding finding = city.find(Severity.MINOR, department);
    Map<String, Object> issue =
        Map.of(
            "colour",
            "yellow",
            "findings",
            List.of(finding.id().toString()),
            "reason",
            "情节较重，监控录像可证");
    city.as(leader).body(issue).post("/api/v1/supervision/cards").then().statusCode(403);
    String number =
        city.as(CardCity.SUPERVISOR)
            .header("Idempotency-Key", Api.key())
            .body(issue)
            .post("/api/v1/supervision/cards")
            .then()
            .statusCode(201)
            .body("acts[0].words", equalTo("情节较重，监控录像可证"))
            .extract()
            .path("summary.number");
    city.as(CardCity.SECOND)
        .body(issue)
        .post("/api/v1/supervision/cards")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/findings/0"));
    city.act(clerk, number, "explain").then().statusCode(200);
    city.act(CardCity.SUPERVISOR, number, "withdraw").then().statusCode(403);
    assertThrows(
        RuntimeException.class,
        () ->
            pool.preparedQuery(
                    "update supervision_card set state = 'withdrawn', decided_at = now(),"
                        + " decided_by = issued_by where number = $1")
                .execute(Tuple.of(number))
                .await()
                .atMost(PATIENCE));
    city.act(CardCity.SECOND, number, "withdraw")
        .then()
        .statusCode(200)
        .body("summary.state", equalTo("withdrawn"))
        .body("acts[-1].cause", equalTo("decided"));
    city.as(clerk)
        .get("/api/v1/supervision/files/mine")
        .then()
        .body("tally.withdrawn", equalTo(1))
        .body("tally.points", equalTo(0));
  }

  @Test
  void theMonthIsCountedFromWhatHappenedInIt() {
    city.find(Severity.SERIOUS, department);
    YearMonth month = YearMonth.from(clock.instant().atZone(CityTime.ZONE));
    String row = "departments.find { it.department.code == '" + department + "' }";
    city.as(CardCity.SUPERVISOR)
        .get("/api/v1/supervision/card-summaries/" + month)
        .then()
        .statusCode(200)
        .body("over", equalTo(false))
        .body(row + ".yellow", equalTo(1))
        .body(row + ".kept", equalTo(0));
    city.as(leader).get("/api/v1/supervision/card-summaries/" + month).then().statusCode(403);
  }

  @Test
  void numbersRunWithoutGapsAndListsShowWhatIsTheReaders() {
    city.find(Severity.SERIOUS, department);
    city.find(Severity.SERIOUS, department);
    assertEquals(
        0,
        tables.count(
            "select count(*) from supervision_series s where mark = '黄牌' and last <>"
                + " (select count(*) from supervision_card c where c.number like '黄牌〔' || s.year || '〕%')"));
    city.as(leader)
        .get("/api/v1/supervision/cards?limit=1")
        .then()
        .body("total", equalTo(2))
        .body("items", hasSize(1))
        .body("items.department.code", everyItem(equalTo(department)));
    city.as(department + ".colleague")
        .get("/api/v1/supervision/cards")
        .then()
        .body("total", equalTo(0));
    city.as(leader).get("/api/v1/supervision/files/people/" + clerk).then().statusCode(200);
    city.as(department + ".colleague")
        .get("/api/v1/supervision/files/people/" + clerk)
        .then()
        .statusCode(404);
    city.as(clerk)
        .get("/api/v1/supervision/files/departments/" + department)
        .then()
        .statusCode(404);
    city.card(CardCity.SUPERVISOR, "黄牌〔1999〕1号").then().statusCode(404);
  }

  /** The time to explain or appeal goes by, and what follows has followed. */
  private void passAnswer() {
    clock.travelTo(clock.instant().plus(PAST_THE_ANSWER));
    city.work();
  }
}
