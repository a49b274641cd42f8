package org.sunlit.rating;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.EndedCaseCity.Ended;
import org.sunlit.platform.CityTime;
import org.sunlit.testing.Api;

/** Back to back 背对背: who rated, and what, is seen by supervisors and nobody else. */
@QuarkusTest
class RatingSecrecyApiTest extends RatingSteps {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String WORDS = "窗口让我跑了三趟别告诉他们";
  private static final List<String> RATED =
      List.of(
          "tst.window", "tst.reviewer", "tst.approver", "oth.approver", "township.a", "admin.a");

  @Inject Bulletins bulletins;
  @Inject PublishedRatings published;
  @Inject Pool pool;

  @Test
  void nobodyButSupervisorsIsLetIn() {
    Ended ended = end();
    rate(ended, false).then().statusCode(201);
    String id = text("select id::text from rating where case_number = $1", ended);
    for (String account : Stream.concat(RATED.stream(), Stream.of("editor")).toList()) {
      for (String path :
          List.of(
              "/api/v1/ratings",
              "/api/v1/ratings?department=tst&overall=notSatisfied",
              "/api/v1/ratings/" + id,
              "/api/v1/ratings/" + UUID.randomUUID(),
              "/api/v1/rating-figures",
              "/api/v1/rating-terminals",
              "/api/v1/rectifications")) {
        city.as(account).get(path).then().statusCode(403);
      }
      city.as(account).get("/api/v1/me/cases/" + ended.number() + "/rating").then().statusCode(403);
    }
    Api.contract().get("/api/v1/ratings/" + id).then().statusCode(401);
  }

  @Test
  void nothingThatClerksSeeChangesWhenACaseIsRated() {
    Ended ended = end();
    Map<String, String> before = seenAtRest(ended);
    long events = journal(ended);

    rate(ended, true).then().statusCode(201);

    Map<String, String> after = seen(ended);
    before.forEach((what, was) -> assertEquals(was, after.get(what), what));
    assertEquals(events, journal(ended));
    assertEquals(
        0,
        tables.count(
            "select count(*) from journal_event where kind like 'rat%' and kind <> 'ratings.marked'"
                + " or kind like 'rect%'"));
    assertEquals(
        0,
        tables.count(
            "select count(*) from journal_event where private_payload::text like '%atisf%'"));
  }

  @Test
  void theMessageThatAsksIsNotWithTheCase() {
    Ended ended = end();
    assertFalse(
        city.as("tst.window").get("/api/v1/cases/" + ended.number()).asString().contains("评价码"));
    assertFalse(
        Api.contract()
            .body(Map.of("caseNumber", ended.number(), "trackingCode", ended.code()))
            .post("/api/v1/tracking")
            .asString()
            .contains("评价码"));
  }

  @Test
  void wordsAreSealed() {
    Ended ended = end();
    rate(ended, false).then().statusCode(201);
    for (Row row :
        pool.preparedQuery("select to_jsonb(r)::text || encode(r.words, 'escape') from rating r")
            .execute()
            .await()
            .atMost(PATIENCE)) {
      assertFalse(
          new String(row.getString(0).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
              .contains(WORDS));
    }
  }

  @Test
  void aDepartmentPutsRightWithoutKnowingWho() {
    Ended ended = end();
    rate(ended, false).then().statusCode(201);
    String listed = listedAfterAssigning(ended);

    assertTrue(listed.contains("窗口未一次性告知"));
    for (String secret : List.of(ended.number(), WORDS, "caseNumber", "ratedAt", "openedAt")) {
      assertFalse(mine(listed, ended).contains(secret), secret);
    }
  }

  @Test
  void aDepartmentKnowsWhereTheCitizenAllowsIt() {
    Ended ended = end();
    rate(ended, true).then().statusCode(201);
    String mine = mine(listedAfterAssigning(ended), ended);

    assertTrue(mine.contains(ended.number()));
    assertTrue(mine.contains(WORDS));
  }

  @Test
  void anotherDepartmentSeesNothingOfIt() {
    Ended ended = end();
    rate(ended, true).then().statusCode(201);
    listedAfterAssigning(ended);

    assertFalse(
        city.as("oth.approver")
            .get("/api/v1/department-rectifications?limit=100")
            .asString()
            .contains(ended.number()));
    city.as("tst.window").get("/api/v1/department-rectifications").then().statusCode(403);
  }

  @Test
  void aDepartmentsFiguresAreShownWhenEnoughCameTogetherAndTheMonthIsOver() {
    YearMonth month = YearMonth.from(clock.instant().atZone(CityTime.ZONE)).plusMonths(1);
    List<Ended> all = Stream.generate(city::endElsewhere).limit(10).toList();
    all.forEach(this::await);
    open(all);
    travel(month, 3);
    all.subList(0, 4).forEach(one -> rate(one, false).then().statusCode(201));
    publish();
    Api.contract().get("/api/v1/rating-bulletins/" + month).then().statusCode(404);

    travel(month.plusMonths(1), 1);
    publish();
    Api.contract()
        .get("/api/v1/rating-bulletins/" + month)
        .then()
        .statusCode(200)
        .body("departments.department.code", not(hasItem("oth")))
        .body("withheld", equalTo(1));

    all.subList(4, 9).forEach(one -> rate(one, false).then().statusCode(201));
    mark("oth");
    String marked =
        "select count(*) from journal_event where kind = 'ratings.marked' and subject_id like 'oth/%'";
    publish();
    assertEquals(0, tables.count(marked), "nothing is told while the month goes on");
    travel(month.plusMonths(2), 1);
    publish();
    publish();
    assertEquals(1, tables.count(marked));
    tellsNothingOfARating("oth/" + month.plusMonths(1), all);
    String shown = "/api/v1/rating-bulletins/" + month.plusMonths(1);
    Api.contract()
        .get(shown)
        .then()
        .statusCode(200)
        .body("departments.find { it.department.code == 'oth' }.overall.ratings", equalTo(5))
        .body("departments.find { it.department.code == 'oth' }.overall.notSatisfied", equalTo(5))
        .body("departments.find { it.department.code == 'oth' }.efficiency", equalTo(null));
    Response csv = Api.contract().get(shown + "/csv");
    csv.then().statusCode(200);
    assertTrue(csv.asString().contains(",oth,晴川市其他局,0,5,0,0,5,,0.0,,,"), csv.asString());
    Api.contract()
        .get("/api/v1/rating-bulletins")
        .then()
        .statusCode(200)
        .body("[0]", equalTo(month.plusMonths(1).toString()));
    reportsCountWholeMonthsAsTheyWerePublished(month.plusMonths(1));
  }

  private void reportsCountWholeMonthsAsTheyWerePublished(YearMonth month) {
    LocalDate first = month.atDay(1);
    Instant now = clock.instant();
    assertEquals(
        List.of("0 ended, 5 rated, 0 satisfied, 1 month"),
        published(first.minusMonths(1), month.atEndOfMonth(), now));
    assertEquals(List.of(), published(first.plusDays(1), month.atEndOfMonth(), now));
    assertEquals(List.of(), published(first, month.atEndOfMonth().minusDays(1), now));
    assertEquals(
        List.of(),
        published(first, month.atEndOfMonth(), first.atStartOfDay(CityTime.ZONE).toInstant()));
  }

  /** Of this department; other tests have others rated. */
  private List<String> published(LocalDate first, LocalDate last, Instant upTo) {
    return published.between(first, last, upTo).await().atMost(PATIENCE).stream()
        .filter(each -> each.code().equals("oth"))
        .map(
            each ->
                "%d ended, %d rated, %d satisfied, %d month"
                    .formatted(each.ended(), each.rated(), each.satisfied(), each.months()))
        .toList();
  }

  /** All that were rated so far bear a sign; four of a month are too few to be told of. */
  private void mark(String department) {
    pool.preparedQuery(
            "insert into rating_sign (rating, kind, reason, reason_en) select id, 'terminalBurst', '同一终端', 'one'"
                + " from rating where department_code = $1 on conflict do nothing")
        .execute(io.vertx.mutiny.sqlclient.Tuple.of(department))
        .await()
        .atMost(PATIENCE);
  }

  /** Neither which cases were rated, nor when, nor how; leaders learn of the month. */
  private void tellsNothingOfARating(String subject, List<Ended> cases) {
    String payload =
        tables.text(
            "select private_payload::text from journal_event where subject_id = $1", subject);
    cases.forEach(each -> assertFalse(payload.contains(each.number()), payload));
    assertFalse(payload.contains("atisf") || payload.contains("Burst"), payload);
    assertTrue(payload.contains("\"signed\": 5") && payload.contains("\"ratings\": 5"), payload);
    String found =
        "select count(*) from supervision_finding where rule = 'rating.coerced' and subject = $1";
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (tables.count(found, subject) == 0) {
      assertFalse(System.nanoTime() > until, "nothing is found of the month");
    }
    String listed =
        city.as("oth.approver").get("/api/v1/supervision/findings?rule=rating.coerced").asString();
    assertTrue(listed.contains(subject), listed);
    cases.forEach(each -> assertFalse(listed.contains(each.number()), listed));
  }

  @Test
  void aMonthThatIsNoneIsSaid() {
    io.restassured.RestAssured.get("/api/v1/rating-bulletins/2026-13").then().statusCode(400);
    io.restassured.RestAssured.get("/api/v1/rating-bulletins/2001-01").then().statusCode(404);
  }

  /**
   * What they see once nothing else is under way: supervisors and senders read the journal on their
   * own, and what they make of the case that has just ended is seen by clerks too.
   */
  private Map<String, String> seenAtRest(Ended ended) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    Map<String, String> before = seen(ended);
    while (true) {
      Map<String, String> now = seen(ended);
      if (now.equals(before)) {
        return now;
      }
      assertFalse(System.nanoTime() > until, "what clerks see never comes to rest");
      before = now;
    }
  }

  /** What every one of those who were rated sees of the case and around it. */
  private Map<String, String> seen(Ended ended) {
    Map<String, String> seen = new LinkedHashMap<>();
    for (String account : RATED) {
      if (account.equals("admin.a")) {
        continue;
      }
      for (String path :
          List.of(
              "/api/v1/cases/" + ended.number(),
              "/api/v1/cases?scope=department&q=" + ended.number(),
              "/api/v1/staff-notices",
              "/api/v1/department-rectifications",
              "/api/v1/board/summary",
              "/api/v1/rating-bulletins")) {
        seen.put(account + " " + path, withoutTimes(city.as(account).get(path).asString()));
      }
    }
    return seen;
  }

  /**
   * Without the times of asking, the message that it has ended, which goes out meanwhile, and the
   * place of the journal's end, which sweeps over other cases move.
   */
  private static String withoutTimes(String body) {
    return body.replaceAll("\"(asOf|at|now|generatedAt)\":\"[^\"]*\"", "")
        .replaceAll("\"place\":\\d+", "")
        .replaceAll("\"status\":\"(waiting|sent)\"", "")
        .replaceAll("\"deliveries\":\\[[^\\]]*\\]", "");
  }

  private String listedAfterAssigning(Ended ended) {
    String id = text("select id::text from rectification where case_number = $1", ended);
    city.as("supervisor")
        .header("If-Match", "\"1\"")
        .body(Map.of("problem", "窗口未一次性告知"))
        .post("/api/v1/rectifications/" + id + "/assignments")
        .then()
        .statusCode(200);
    return city.as("tst.approver")
        .get("/api/v1/department-rectifications?limit=100")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  /** The one of the list that is about this case. */
  private String mine(String listed, Ended ended) {
    String id = text("select id::text from rectification where case_number = $1", ended);
    Map<String, Object> found =
        JsonPath.from(listed).getMap("items.find { it.id == '%s' }".formatted(id));
    assertEquals(id, found.get("id"));
    return found.toString();
  }

  private Response rate(Ended ended, boolean mayBeNamed) {
    return Api.contract()
        .body(
            Map.of(
                "holder",
                ended.holder(),
                "grades",
                Map.of("overall", "notSatisfied", "words", WORDS, "mayBeNamed", mayBeNamed)))
        .post("/api/v1/ratings");
  }

  /** For long enough that months can go by. */
  private void open(List<Ended> all) {
    pool.preparedQuery(
            "update ratable_case set open_until = open_until + interval '200 days' where case_number = any ($1)")
        .execute(Tuple.of(all.stream().map(Ended::number).toArray(String[]::new)))
        .await()
        .atMost(PATIENCE);
  }

  private void travel(YearMonth month, int day) {
    clock.travelTo(month.atDay(day).atTime(10, 0).atZone(CityTime.ZONE).toInstant());
  }

  private void publish() {
    bulletins.publish().await().atMost(PATIENCE);
  }

  private long journal(Ended ended) {
    return tables.count("select count(*) from journal_event where subject_id = $1", ended.number());
  }
}
