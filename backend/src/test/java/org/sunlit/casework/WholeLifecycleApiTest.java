package org.sunlit.casework;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;

/** Pre-review, the green channel, and cases taken up again by a decision of review. */
@QuarkusTest
class WholeLifecycleApiTest {
  private static final String REFUSED = "不符合法定条件";

  @Inject CaseCity city;
  @Inject TravellingClock clock;
  @Inject DeemedAcceptance deemed;
  @Inject Pool pool;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  private Response read(String account, Begun begun) {
    return city.as(account).get("/api/v1/cases/" + begun.number());
  }

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

  private String ask(String account, Begun begun, String action, Map<String, Object> command) {
    return city.act(account, begun, action, command)
        .then()
        .statusCode(200)
        .body("pendingConfirmation.kind", is(action))
        .extract()
        .path("pendingConfirmation.id");
  }

  @Test
  void marksACaseGreenWhenASecondPersonAgreesAndPutsItFirst() {
    Begun usual = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", usual, "accept", Map.of()).then().statusCode(200);
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    String promised = read("tst.reviewer", begun).path("deadline.dueDate");
    Map<String, Object> project = Map.of("greenGround", "majorProject", "reason", "列入市重大项目名单第7项");
    city.act("tst.reviewer", begun, "mark-green", Map.of("greenGround", "friend", "reason", "熟人"))
        .then()
        .statusCode(422)
        .body("errors[0].detail", containsString("majorProject"));
    city.act("tst.reviewer", begun, "mark-green", Map.of("greenGround", "majorProject"))
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/reason"));
    String request = ask("tst.reviewer", begun, "mark-green", project);
    read("tst.reviewer", begun).then().body("green", nullValue());
    city.decide("tst.reviewer", request, "confirm", Map.of()).then().statusCode(403);
    city.decide("tst.approver", request, "confirm", Map.of()).then().statusCode(200);
    read("tst.reviewer", begun)
        .then()
        .body("green.code", is("majorProject"))
        .body("deadline.limit.amount", is(7))
        .body("deadline.dueDate", not(promised))
        .body("actions.action", not(hasItem("mark-green")));
    assertTrue(
        LocalDate.parse(read("tst.reviewer", begun).path("deadline.dueDate"))
            .isBefore(LocalDate.parse(promised)));
    begun
        .track()
        .then()
        .body("green.name", is("重大项目"))
        .body("green.limit.amount", is(7))
        .body("history[-1].green.basis", containsString("重大项目名单"));
    List<Map<String, Object>> mine =
        city.as("tst.reviewer").get("/api/v1/cases?limit=100").path("items");
    boolean usualSeen = false;
    for (Map<String, Object> each : mine) {
      assertTrue(!usualSeen || !Boolean.TRUE.equals(each.get("green")), "green ones come first");
      usualSeen |= !Boolean.TRUE.equals(each.get("green"));
    }
    assertTrue(mine.stream().anyMatch(each -> begun.number().equals(each.get("caseNumber"))));
    List<String> paged = new ArrayList<>();
    String cursor = null;
    do {
      var asked = city.as("tst.reviewer").queryParam("limit", 9);
      if (cursor != null) {
        asked.queryParam("cursor", cursor);
      }
      Response page = asked.get("/api/v1/cases");
      paged.addAll(page.path("items.caseNumber"));
      cursor = page.path("nextCursor");
    } while (cursor != null && paged.size() < mine.size());
    assertEquals(
        mine.stream().map(each -> each.get("caseNumber")).toList(), paged.subList(0, mine.size()));
  }

  @Test
  void doesNotShortenALimitIntoThePast() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    clock.travelTo(Instant.now().plus(Duration.ofDays(60)));
    city.act(
            "tst.reviewer",
            begun,
            "mark-green",
            Map.of("greenGround", "majorProject", "reason", "列入名单"))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", is("/ground"));
  }

  private Begun refused() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    city.act("tst.reviewer", begun, "advance", Map.of()).then().statusCode(200);
    city.act("tst.approver", begun, "decide", Map.of("decision", "refuse", "reason", REFUSED))
        .then()
        .statusCode(200)
        .body("state", is("refused"));
    return begun;
  }

  private Map<String, Object> review(String former, Map<String, Object> more) {
    String today = clock.instant().atZone(CityTime.ZONE).toLocalDate().toString();
    Map<String, Object> review =
        new HashMap<>(
            Map.of(
                "kind",
                "reconsideration",
                "authority",
                "晴川市人民政府",
                "documentNumber",
                "晴政复决〔2026〕12号",
                "decidedOn",
                today,
                "former",
                former,
                "clockFrom",
                today));
    review.putAll(more);
    return new HashMap<>(Map.of("reason", "撤销原决定，责令重新作出", "toStep", "review", "review", review));
  }

  @Test
  void takesARefusedCaseUpAgainByADecisionOfReview() {
    Begun begun = refused();
    city.act("tst.window", begun, "reopen", review("withdrawn", Map.of()))
        .then()
        .statusCode(403)
        .body("detail", containsString("审批岗"));
    city.act("tst.approver", begun, "reopen", Map.of("reason", "复议")).then().statusCode(422);
    city.act(
            "tst.approver", begun, "reopen", review("withdrawn", Map.of("clockFrom", "2020-01-01")))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", is("/review/clockFrom"));
    String request =
        ask(
            "tst.approver",
            begun,
            "reopen",
            review("withdrawn", Map.of("limit", Map.of("amount", 30, "unit", "calendarDays"))));
    read("tst.approver", begun).then().body("state", is("refused"));
    city.decide("tst.approver", request, "confirm", Map.of()).then().statusCode(403);
    city.decide("tst.reviewer", request, "confirm", Map.of()).then().statusCode(200);
    read("tst.approver", begun)
        .then()
        .body("state", is("inProgress"))
        .body("currentStepId", is("review"))
        .body("deadline.limit.amount", is(30))
        .body("deadline.limit.unit", is("calendarDays"))
        .body("history[-1].kind", is("reopened"))
        .body("history[-1].confirmedBy", notNullValue())
        .body("history[-1].review.documentNumber", is("晴政复决〔2026〕12号"))
        .body("history.kind", hasItem("decided"));
    begun
        .track()
        .then()
        .body("state", is("inProgress"))
        .body("history[-1].review.former", is("withdrawn"))
        .body("notices.text", hasItem(containsString("晴政复决")));
    city.act("tst.reviewer", begun, "advance", Map.of()).then().statusCode(200);
    city.act("tst.approver", begun, "decide", Map.of("decision", "grant")).then().statusCode(200);
    city.act("tst.window", begun, "close", Map.of())
        .then()
        .statusCode(200)
        .body("state", is("granted"));
    assertEquals(
        List.of("receipt", "acceptance", "refusal", "delivery", "reopening", "grant", "delivery"),
        documents(begun));
    List<Map<String, Object>> items =
        city.as("tst.approver").get("/api/v1/cases/" + begun.number() + "/documents").path("items");
    String reopening = numberOf(items, "reopening");
    items.stream()
        .filter(each -> each.get("kind").equals("refusal"))
        .forEach(each -> assertEquals(reopening, each.get("withdrawnBy")));
    items.stream()
        .filter(each -> each.get("kind").equals("grant"))
        .forEach(each -> assertEquals(null, each.get("withdrawnBy")));
    Map<String, Object> refusal =
        items.stream().filter(each -> each.get("kind").equals("refusal")).findFirst().orElseThrow();
    CaseCity.api()
        .body(Map.of("number", refusal.get("number"), "checkCode", refusal.get("checkCode")))
        .post("/api/v1/documents/verification")
        .then()
        .statusCode(200)
        .body("genuine", is(true))
        .body("withdrawnBy", is(reopening));
  }

  private static String numberOf(List<Map<String, Object>> documents, String kind) {
    return documents.stream()
        .filter(each -> each.get("kind").equals(kind))
        .map(each -> (String) each.get("number"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void takesACaseThatWasNotAcceptedUpAgainAtTheWindowAndKeepsItsDocumentWhereItIsKept() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", begun, "refuse", Map.of("reason", "不属于职权范围")).then().statusCode(200);
    Map<String, Object> command = review("kept", Map.of("kind", "judgment"));
    command.put("toStep", "accept");
    String request = ask("tst.window", begun, "reopen", command);
    city.decide("tst.reviewer", request, "confirm", Map.of()).then().statusCode(200);
    read("tst.window", begun)
        .then()
        .body("state", is("submitted"))
        .body("currentStepId", is("accept"))
        .body("deadline.limit.amount", is(5));
    List<Map<String, Object>> items =
        city.as("tst.window").get("/api/v1/cases/" + begun.number() + "/documents").path("items");
    assertTrue(items.stream().allMatch(each -> each.get("withdrawnBy") == null));
  }

  private List<String> documents(Begun begun) {
    return city.as("tst.window")
        .get("/api/v1/cases/" + begun.number() + "/documents")
        .path("items.kind");
  }

  /** What holds of every case, whatever has been done to it in whatever order. */
  @Test
  void leavesNoGapInEventsJournalDocumentsOrMessages() {
    Random random = new Random(20261129);
    List<String> items =
        List.of(CaseCity.LICENCE, CaseCity.PRE_REVIEW, CaseCity.JOINT, CaseCity.EXPERT);
    List<String> walked = new ArrayList<>();
    Set<String> done = new TreeSet<>();
    for (int life = 0; life < 12; life++) {
      Begun begun = CaseCity.begin(items.get(life % items.size()));
      walked.add(begun.number());
      for (int step = 0; step < 12; step++) {
        walk(begun, random).ifPresent(done::add);
      }
    }
    assertTrue(done.size() > 6, "hardly anything happened: " + done);
    String numbers = "('" + String.join("', '", walked) + "')";
    assertEquals(
        0L,
        count(
            """
            select count(*) from case_file c where c.case_number in %s and (
              c.version <> (select count(*) from case_event e where e.case_number = c.case_number)
              or c.version <> (select max(number) from case_event e where e.case_number = c.case_number))
            """,
            numbers),
        "events are numbered without a gap");
    assertEquals(
        0L,
        count(
            """
            select count(*) from case_event e where e.case_number in %s
              and (select count(*) from journal_event j where j.subject_id = e.case_number
                and j.kind = 'case.' || e.kind and (j.private_payload -> 'event' ->> 'number')::int = e.number) <> 1
            """,
            numbers),
        "each event is in the journal, once");
    assertEquals(
        0L,
        count(
            """
            select count(*) from case_event e join (values ('accepted', 'acceptance'),
                ('correctionRequested', 'correction'), ('originalsRequested', 'originals'),
                ('reopened', 'reopening'), ('paused', 'pause'), ('extended', 'extension'),
                ('submitted', 'receipt'), ('originalsReceived', 'receipt'), ('withdrawn', 'termination'))
              as wanted(event, document) on wanted.event = e.kind
            where e.case_number in %s and (select count(*) from official_document d
                where d.case_number = e.case_number and d.event_number = e.number and d.kind = wanted.document) <> 1
            """,
            numbers),
        "each act has the document the law wants, once");
    assertEquals(
        0L,
        count(
            """
            select count(*) from case_event e
            where e.case_number in %s
              and e.kind in ('accepted', 'correctionRequested', 'originalsRequested', 'paused', 'extended',
                'greenMarked', 'reopened')
              and (select count(*) from notice n where n.subject_id = e.case_number
                and n.event = 'case ' || e.number) <> 1
            """,
            numbers),
        "what the law wants told is told, once");
    assertEquals(
        0L,
        count(
            """
            select count(*) from notice n where n.subject_id in %s and n.event like 'case %%'
              and not exists (select from case_event e
                where e.case_number = n.subject_id and n.event = 'case ' || e.number)
            """,
            numbers),
        "nothing is told that didn't happen");
  }

  /** Somebody does something they may; what it was. */
  private Optional<String> walk(Begun begun, Random random) {
    List<String> staff = List.of("window", "reviewer", "inspector", "approver", "issuer", "expert");
    String account = "tst." + staff.get(random.nextInt(staff.size()));
    Response seen = read(account, begun);
    List<Map<String, Object>> allowed = seen.path("actions.findAll { it.allowed }");
    if (allowed.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> chosen = allowed.get(random.nextInt(allowed.size()));
    String action = (String) chosen.get("action");
    Map<String, Object> command = review(random.nextBoolean() ? "withdrawn" : "kept", Map.of());
    List<?> returnTo = (List<?>) chosen.get("returnTo");
    command.put("toStep", returnTo.isEmpty() ? "none" : returnTo.get(0));
    command.put("step", chosen.get("stepId"));
    command.put("decision", random.nextBoolean() ? "grant" : "refuse");
    command.putAll(
        switch (action) {
          case "pause" -> Map.of("ground", "hearing");
          case "extend" -> Map.of("days", 5);
          case "mark-green" -> Map.of("greenGround", "disabled");
          case "request-originals", "request-correction" ->
              Map.of("missing", List.of(Map.of("materialCode", "M1", "what", "请补正")));
          case "receive-originals" -> Map.of("materials", List.of("M1"));
          default -> Map.of();
        });
    Response answer = city.act(account, begun, action, command);
    String request = answer.statusCode() == 200 ? answer.path("pendingConfirmation.id") : null;
    if (request != null) {
      String second = account.equals("tst.approver") ? "tst.reviewer" : "tst.approver";
      city.decide(second, request, "confirm", Map.of());
    }
    return answer.statusCode() == 200 ? Optional.of(action) : Optional.empty();
  }

  private long count(String statement, String numbers) {
    return pool.query(statement.formatted(numbers))
        .execute()
        .await()
        .atMost(Duration.ofSeconds(10))
        .iterator()
        .next()
        .getLong(0);
  }
}
