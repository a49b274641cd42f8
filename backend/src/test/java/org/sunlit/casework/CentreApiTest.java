package org.sunlit.casework;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.testing.Api;
import org.sunlit.testing.SignedIn;
import org.sunlit.testing.Streamed;
import org.sunlit.testing.Tables;

/** The centre: who hears of what, figures counted a second time, reports made a second time. */
@QuarkusTest
class CentreApiTest extends LifecycleSteps {
  private static final String CENTRE = "/api/v1/supervision/centre";

  /** A month that is the last one over at no moment a test travels to: the schedule leaves it. */
  private static final String REPORT = "/api/v1/supervision/reports/monthly/2024-07-15";

  @Inject Tables tables;

  @TestHTTPResource("/api/v1/supervision/events")
  URI stream;

  @Test
  void tellsEachWhatTheyMaySeeOnceAndInOrder() {
    travel("2024-11-04T09:00");
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    long from = tables.count("select place from supervision_news_head");
    String second = SignedIn.as(Role.SUPERVISOR);
    try (Streamed supervisor = Streamed.open(stream, SignedIn.token("supervisor"), from);
        Streamed reviewer = Streamed.open(stream, SignedIn.token("tst.reviewer"), from);
        Streamed window = Streamed.open(stream, SignedIn.token("tst.window"), from);
        Streamed elsewhere = Streamed.open(stream, SignedIn.token("oth.approver"), from)) {
      travel("2024-11-26T09:00");
      await(() -> heard(supervisor, begun).contains("found decision.late"));
      await(() -> heard(supervisor, begun).stream().anyMatch(each -> each.startsWith("card")));
      await(() -> heard(reviewer, begun).contains("found decision.late"));
      String finding =
          tables.text(
              "select id::text from supervision_finding where rule = 'decision.late' and subject = $1",
              begun.number());
      city.as("supervisor")
          .get(CENTRE)
          .then()
          .body("alarms.findingId", hasItem(finding), "alarmsTotal", greaterThan(0));
      city.as("oth.approver").get(CENTRE).then().body("alarms.findingId", not(hasItem(finding)));
      acknowledge(finding).then().statusCode(200).body("account", equalTo("supervisor"));
      Api.contract()
          .header("Authorization", "Bearer " + second)
          .put("/api/v1/supervision/findings/{id}/acknowledgement", finding)
          .then()
          .statusCode(200)
          .body("account", equalTo("supervisor"), "name", equalTo("包正"));
      await(() -> heard(supervisor, begun).contains("acknowledged decision.late"));
      assertEquals(
          1, heard(supervisor, begun).stream().filter(each -> each.startsWith("ack")).count());
      assertEquals(List.of(), heard(window, begun), "not the window's to answer for");
      assertEquals(List.of(), heard(elsewhere, begun), "another department's");
      resumes(supervisor, from);
      city.as("supervisor")
          .get(CENTRE)
          .then()
          .statusCode(200)
          .body("alarms.findingId", not(hasItem(finding)))
          .body("latest.findingId", hasItem(finding));
    }
    fillsAgain();
    city.as("tst.approver")
        .put("/api/v1/supervision/findings/{id}/acknowledgement", begunId())
        .then()
        .statusCode(403);
    city.as("supervisor")
        .put("/api/v1/supervision/findings/{id}/acknowledgement", begunId())
        .then()
        .statusCode(404);
  }

  /** From every place in between, exactly the rest comes, in the same order. */
  private void resumes(Streamed whole, long from) {
    List<Long> ids = whole.events().stream().map(Streamed.Event::id).toList();
    assertEquals(ids.stream().sorted().distinct().toList(), ids);
    assertTrue(ids.get(0) > from);
    long middle = ids.get(ids.size() / 2);
    List<Long> rest = ids.stream().filter(id -> id > middle).toList();
    try (Streamed again = Streamed.open(stream, SignedIn.token("supervisor"), middle)) {
      await(() -> again.events().size() >= rest.size());
      assertEquals(
          rest, again.events().stream().map(Streamed.Event::id).limit(rest.size()).toList());
    }
  }

  @Test
  void endsWithTheSession() {
    Response signedIn =
        given()
            .contentType("application/json")
            .body(Map.of("account", "supervisor", "password", "correct horse battery staple"))
            .post("/api/v1/auth/login");
    String token = signedIn.then().statusCode(200).extract().path("accessToken");
    try (Streamed held = Streamed.open(stream, token, null)) {
      given().cookies(signedIn.getCookies()).post("/api/v1/auth/logout").then().statusCode(204);
      await(held::ended);
    }
    Api.contract().get("/api/v1/supervision/events").then().statusCode(401);
    Api.anything()
        .header("Authorization", "Bearer " + SignedIn.token("supervisor"))
        .get("/api/v1/supervision/events?after=-1")
        .then()
        .statusCode(400);
  }

  @Test
  void countsOpenCasesAsAPlainCountDoes() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    String open =
        "select count(*) from case_file where state in ('submitted', 'inCorrection', 'inProgress', 'paused')"
            + " and department_code = $1";
    await(
        () ->
            tables.count(
                    "select count(*) from supervision_open_case where department_code = $1", "tst")
                == tables.count(open, "tst"));
    Response centre = city.as("supervisor").get(CENTRE + "?department=tst");
    centre.then().statusCode(200).body("departments.size()", equalTo(1));
    assertEquals(tables.count(open, "tst"), sum(centre.path("clocks")));
    assertEquals(tables.count(open, "tst"), sum(centre.path("departments[0].clocks")));
    assertEquals(30, centre.<List<Object>>path("days").size());
    city.as("supervisor")
        .get("/api/v1/supervision/open-cases?department=tst&region=" + CaseCity.CITY)
        .then()
        .statusCode(200)
        .body("items.caseNumber", hasItem(begun.number()));
    city.as("oth.approver")
        .get("/api/v1/supervision/open-cases?department=tst")
        .then()
        .body("total", equalTo(0));
    Response county = city.as("supervisor").get(CENTRE + "?department=tst&region=990101000000");
    county.then().body("region.level", equalTo("county"), "regions.level", hasItem("township"));
  }

  /** Emptied and read again from place 0, all is there as it was, and no card is told twice. */
  private void fillsAgain() {
    await(this::caughtUp);
    long last = tables.count("select max(place) from journal_place");
    // Days are counted by the calendar that is known when a case is read.
    String facts =
        """
        select md5(string_agg(concat_ws(' ', f.place, f.kind, f.at, f.case_number, f.department_code, f.region_code,
          f.on_time, f.early, f.once), ',' order by f.place)) from supervision_fact f where f.place <= $1
        """;
    String open =
        "select md5(string_agg(c::text, ',' order by c.case_number)) from supervision_open_case c where c.case_number <> $1";
    String cards = "select count(*) from supervision_news where kind = 'card'";
    String factsBefore = tables.text(facts, last);
    String openBefore = tables.text(open, "");
    long told = tables.count(cards);
    assertTrue(told > 0);
    tables.count(
        """
        with facts as (delete from supervision_fact), days as (delete from supervision_day),
          cases as (delete from supervision_open_case),
          reader as (update journal_reader set place = 0 where name = 'supervision.centre')
        select 0
        """);
    // It reads on with the next event.
    Begun next = CaseCity.begin(CaseCity.BARE);
    await(this::caughtUp);
    assertEquals(factsBefore, tables.text(facts, last));
    assertEquals(openBefore, tables.text(open, next.number()));
    assertEquals(told, tables.count(cards));
    assertEquals(
        tables.count("select count(*) from supervision_fact where kind = 'received'"),
        tables.count("select sum(received) from supervision_day"));
  }

  @Test
  void makesTheSameReportAgainWhileLifeGoesOn() throws Exception {
    travel("2024-07-08T09:00");
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    Begun refused = CaseCity.begin(CaseCity.BARE);
    city.act("tst.window", refused, "refuse", Map.of("reason", "不属于本机关职权范围"))
        .then()
        .statusCode(200);
    city.as("supervisor").put(REPORT).then().statusCode(409);
    city.as("supervisor").get(REPORT).then().statusCode(404);
    travel("2024-09-02T09:00");
    await(() -> city.as("supervisor").put(REPORT).statusCode() == 200);
    Response first = city.as("tst.approver").get(REPORT);
    String row = "departments.find { it.code == 'tst' }";
    first.then().statusCode(200).body("head.firstDay", equalTo("2024-07-01"));
    String happened =
        "select count(*) from journal_event e where e.kind = '%s' and e.occurred_at >= '2024-07-01T00:00+08'"
            + " and e.occurred_at < '2024-08-01T00:00+08' and e.private_payload ->> 'departmentCode' = 'tst'";
    assertEquals(
        tables.count(happened.formatted("case.submitted")), number(first, row + ".received"));
    assertTrue(number(first, row + ".received") >= 2 && number(first, row + ".closed") >= 1);
    assertEquals(tables.count(happened.formatted("case.refused")), number(first, row + ".closed"));
    sameAsTheFile(first, row);
    city.as("tst.window").get(REPORT).then().statusCode(403);
    workbook(first);

    travel("2024-07-20T09:00");
    CaseCity.begin(CaseCity.LICENCE);
    travel("2024-12-20T09:00");
    await(() -> caughtUp());
    assertEquals(first.asString(), city.as("supervisor").put(REPORT).asString());
    assertEquals(first.asString(), city.as("tst.approver").get(REPORT).asString());
    assertEquals(
        1,
        tables.count(
            "select count(*) from notice where subject_id = 'report/monthly/2024-07-01' and account = 'supervisor'"));
  }

  /** The report of a month and the department's file of the same days have the same numbers. */
  private void sameAsTheFile(Response report, String row) {
    String file = "/api/v1/supervision/work?party=department&of=tst&from=2024-07-01&to=2024-07-31";
    Map<String, List<String>> same =
        Map.of(
            "received", List.of("received", "received"),
            "closed", List.of("closed", "closed"),
            "onTime", List.of("onTime", "withDeadline"),
            "early", List.of("early", "withDeadline"),
            "oneTime", List.of("once", "handled"));
    await(
        () ->
            tables.count("select place from journal_reader where name = 'work'")
                >= tables.count("select max(place) from journal_place"));
    Response figures = city.as("supervisor").get(file);
    same.forEach(
        (figure, columns) -> {
          String found = "figures.find { it.figure == '" + figure + "' }.";
          assertEquals(
              List.of(
                  number(report, row + "." + columns.get(0)),
                  number(report, row + "." + columns.get(1))),
              List.of(number(figures, found + "numerator"), number(figures, found + "denominator")),
              figure);
        });
  }

  private void workbook(Response report) throws Exception {
    byte[] file =
        city.as("supervisor").get(REPORT + "/xlsx").then().statusCode(200).extract().asByteArray();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<Row> rows = workbook.getFirstSheet().read();
      Row total = rows.get(rows.size() - 1);
      assertEquals("合计", total.getCellText(0));
      assertEquals(
          number(report, "total.received"), total.getCellAsNumber(1).orElseThrow().longValue());
    }
  }

  @Test
  void tellsEverybodyNoMoreThanTheyMayKnow() {
    String told =
        Api.contract()
            .get("/api/v1/supervision-figures")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertFalse(told.contains("caseNumber") || told.contains("account"), told);
    for (String secret :
        List.of(
            "select coalesce(max(subject), '-') from supervision_finding",
            "select name from account where account = 'tst.reviewer'")) {
      assertFalse(told.contains(tables.text(secret)), secret);
    }
    assertTrue(told.contains("\"departments\"") && told.contains("\"bulletins\""), told);
  }

  private boolean caughtUp() {
    return tables.count("select place from journal_reader where name = 'supervision.centre'")
        >= tables.count("select max(place) from journal_place");
  }

  private Response acknowledge(String finding) {
    return city.as("supervisor").put("/api/v1/supervision/findings/{id}/acknowledgement", finding);
  }

  private static String begunId() {
    return "00000000-0000-4000-8000-000000000000";
  }

  private static List<String> heard(Streamed stream, Begun begun) {
    return stream.events().stream()
        .map(Streamed.Event::data)
        .filter(data -> data.get("caseNumber").asText().equals(begun.number()))
        .map(data -> data.get("kind").asText() + " " + data.get("rule").asText())
        .toList();
  }

  private static long sum(Map<String, Integer> clocks) {
    return clocks.values().stream().mapToLong(Integer::longValue).sum();
  }

  private static long number(Response response, String path) {
    return ((Number) response.path(path)).longValue();
  }

  private void travel(String local) {
    clock.travelTo(LocalDateTime.parse(local).atZone(CityTime.ZONE).toInstant());
  }

  private static void await(BooleanSupplier done) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!done.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "It doesn't come");
      try {
        Thread.sleep(50);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
