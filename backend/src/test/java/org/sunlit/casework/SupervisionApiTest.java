package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.supervision.rules.CasePicture;
import org.sunlit.supervision.rules.CaseWatch;
import org.sunlit.supervision.rules.Happening;
import org.sunlit.supervision.rules.RuleBook;
import org.sunlit.supervision.rules.Told;
import org.sunlit.supervision.rules.Verdict;
import org.sunlit.testing.Api;
import org.sunlit.testing.SignedIn;

/** What electronic supervision finds by itself, who may open it, and that it finds it again. */
@QuarkusTest
class SupervisionApiTest extends LifecycleSteps {
  private static final String FINDINGS = "/api/v1/supervision/findings";
  private static final String YEAR = "/api/v1/calendar/years/2024/edition";
  private static final String RECOUNTED =
      "select count(*) from journal_event where kind = 'case.recounted' and subject_id = '%s'";
  private static final String HANDLERS =
      "select picture::text from supervision_handler order by account";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject Pool pool;
  @Inject ForgedEvents forged;
  @Inject RuleBook book;

  /** Fifteen working days from 4 November 2024 end on the 25th; with the 20th off, on the 26th. */
  @Test
  void findsWhatIsLateAndWithdrawsItWhenAnotherCalendarGivesMoreTime() {
    travel("2024-11-04T09:00");
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    travel("2024-11-26T09:00");
    await(() -> rules("supervisor", begun, "").contains("decision.late"));
    String id = only(begun, "decision.late").getString("id");

    city.as("supervisor")
        .get(FINDINGS + "/" + id)
        .then()
        .statusCode(200)
        .body("finding.severity", equalTo("serious"), "finding.state", equalTo("standing"))
        .body("finding.post", equalTo("reviewer"), "finding.account", nullValue())
        .body("seen", containsString("2024年11月25日23:59"))
        .body("seenEn", containsString("2024-11-25 23:59"))
        .body("grounds.article", hasItem("第四十二条第一款"))
        .body("events.kind", contains("case.accepted"), "events[0].place", greaterThan(0));
    whoMaySee(begun, id);

    Map<String, Object> shipped = year();
    save(withADayOff(shipped));
    try {
      await(() -> only(begun, "decision.late").getString("state").equals("withdrawn"));
      city.as("supervisor")
          .get(FINDINGS + "/" + id)
          .then()
          .body("finding.withdrawal", equalTo("recounted"), "withdrawnPlace", greaterThan(0));
      travel("2024-11-27T09:00");
      await(() -> rules("supervisor", begun, "&state=standing").contains("decision.late"));
    } finally {
      save(shipped);
    }
    await(() -> number(RECOUNTED.formatted(begun.number())) == 2);
    replays(begun);
  }

  /** Decided a day late and ended; with the 20th off it was in time, and has nothing to answer. */
  @Test
  void withdrawsWhatItFoundOfACaseThatHasEnded() {
    travel("2024-11-04T09:00");
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    travel("2024-11-26T09:00");
    await(() -> rules("supervisor", begun, "").contains("decision.late"));
    city.act("tst.reviewer", begun, "advance", Map.of()).then().statusCode(200);
    city.act("tst.approver", begun, "decide", Map.of("decision", "grant")).then().statusCode(200);
    city.act("tst.window", begun, "close", Map.of()).then().statusCode(200);
    travel("2024-12-02T09:00");
    Map<String, Object> shipped = year();
    String id = only(begun, "decision.late").getString("id");
    awaitHead();
    await(() -> cards(id).size() == 1);
    assertFalse(cards(id).contains("withdrawn"));
    save(withADayOff(shipped));
    try {
      await(() -> only(begun, "decision.late").getString("state").equals("withdrawn"));
      assertEquals("recounted", only(begun, "decision.late").getString("withdrawal"));
      await(() -> cards(id).equals(List.of("withdrawn")));
    } finally {
      save(shipped);
    }
    assertEquals(1, number(RECOUNTED.formatted(begun.number())));
  }

  /** The reviewer whose post it was, the leader and the supervisor; nobody else. */
  private void whoMaySee(Begun begun, String id) {
    for (String account : List.of("supervisor", "tst.approver", "tst.reviewer")) {
      city.as(account).get(FINDINGS + "/" + id).then().statusCode(200);
    }
    for (String account : List.of("oth.approver", "oth.reviewer", "tst.window")) {
      city.as(account).get(FINDINGS + "/" + id).then().statusCode(404);
      assertFalse(rules(account, begun, "").contains("decision.late"), account);
    }
    assertTrue(rules("tst.reviewer", begun, "&mine=true").contains("decision.late"));
    assertFalse(rules("tst.approver", begun, "&mine=true").contains("decision.late"));
    city.as("admin.a").get(FINDINGS).then().statusCode(403);
    Api.contract().get(FINDINGS).then().statusCode(401);
    city.as("supervisor")
        .get(FINDINGS + "?caseNumber=" + begun.number() + "&severity=grave")
        .then()
        .body("items", empty(), "total", equalTo(0));
    city.as("supervisor")
        .get(FINDINGS + "?caseNumber=" + begun.number() + "&until=2024-11-24&rule=decision.late")
        .then()
        .body("total", equalTo(0));
    String cursor =
        city.as("supervisor")
            .get(FINDINGS + "?limit=1&caseNumber=" + begun.number())
            .then()
            .body("items.size()", equalTo(1))
            .extract()
            .path("nextCursor");
    city.as("supervisor")
        .get(FINDINGS + "?limit=1&caseNumber=" + begun.number() + "&cursor=" + cursor)
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(id)));
    city.as("supervisor").get(FINDINGS + "?cursor=x").then().statusCode(400);
    city.as("tst.window")
        .get("/api/v1/supervision/rules")
        .then()
        .body("items.code", hasItems("notice.instalments", "charge.off-standard"));
  }

  /** The rules of cases refuse it, so somebody else's program must have written it. */
  @Test
  void findsANoticeInInstalmentsOfAnUnlistedMaterialWhoeverWroteIt() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act(
            "tst.window",
            begun,
            "request-correction",
            Map.of("missing", List.of(Map.of("materialCode", "M1", "what", "缺页"))))
        .then()
        .statusCode(200);
    forged.unlistedMaterial(begun);
    await(() -> rules("supervisor", begun, "").contains("notice.instalments"));

    String id = only(begun, "notice.instalments").getString("id");
    city.as("tst.window")
        .get(FINDINGS + "/" + id)
        .then()
        .statusCode(200)
        .body("finding.account", equalTo("tst.window"))
        .body("seen", containsString("M9"))
        .body("events.kind", contains("case.correctionRequested", "case.correctionRequested"));
    city.as("tst.reviewer").get(FINDINGS + "/" + id).then().statusCode(404);
    assertEquals(
        List.of("material.unlisted", "notice.instalments"),
        new ArrayList<>(new TreeSet<>(rules("supervisor", begun, ""))));
    replays(begun);
  }

  /** Read again by nobody who remembers anything, and by the application from place 0. */
  private void replays(Begun begun) {
    Begun judged = CaseCity.begin(CaseCity.BARE);
    forged.gravelyRisky(judged);
    await(() -> texts(HANDLERS).stream().anyMatch(kept -> kept.contains(judged.number())));
    awaitHead();
    List<String> before = findings(begun, "f::text");
    List<String> handlers = texts(HANDLERS);
    assertEquals(new TreeSet<>(findings(begun, "id::text")), judgedAgain(begun));
    pool.withTransaction(
            connection ->
                connection
                    .query("update journal_reader set place = 0 where name = 'supervision'")
                    .execute()
                    .chain(() -> connection.query("delete from supervision_case").execute())
                    .chain(() -> connection.query("delete from supervision_handler").execute()))
        .await()
        .atMost(PATIENCE);
    // It reads on with the next event.
    CaseCity.begin(CaseCity.BARE);
    await(() -> texts(HANDLERS).equals(handlers));
    awaitHead();
    assertEquals(before, findings(begun, "f::text"));
  }

  private void awaitHead() {
    await(
        () ->
            number("select place from journal_reader where name = 'supervision'")
                >= number("select max(place) from journal_place"));
  }

  private List<String> findings(Begun begun, String what) {
    return texts(
        "select %s from supervision_finding f where subject = '%s' order by id"
            .formatted(what, begun.number()));
  }

  private TreeSet<String> judgedAgain(Begun begun) {
    CaseWatch watch = new CaseWatch(book);
    CasePicture picture = new CasePicture(begun.number());
    List<Verdict> verdicts = new ArrayList<>();
    for (Row row :
        pool.preparedQuery(
                """
                select p.place, e.kind, e.occurred_at, e.actor_account, e.private_payload::text as payload
                from journal_place p join journal_event e on e.id = p.event_id
                where e.subject_id = $1 order by p.place
                """)
            .execute(Tuple.of(begun.number()))
            .await()
            .atMost(PATIENCE)) {
      verdicts.addAll(
          watch.follow(
              picture,
              new Happening(
                  row.getLong("place"),
                  begun.number(),
                  row.getString("kind"),
                  row.getOffsetDateTime("occurred_at").toInstant(),
                  row.getString("actor_account"),
                  StoredJson.read(row.getString("payload"), Told.class))));
    }
    verdicts.addAll(watch.expire(picture, clock.instant()));
    TreeSet<String> ids = new TreeSet<>();
    verdicts.stream()
        .filter(Verdict.Found.class::isInstance)
        .forEach(verdict -> ids.add(verdict.id().toString()));
    return ids;
  }

  /** How the cards stand that were issued for what was found. */
  private List<String> cards(String finding) {
    return texts(
        "select c.state from supervision_card c join supervision_card_finding f on f.card_id = c.id"
            + " where f.finding_id = '%s'".formatted(finding));
  }

  private List<String> rules(String account, Begun begun, String more) {
    return city.as(account)
        .get(FINDINGS + "?limit=100&caseNumber=" + begun.number() + more)
        .then()
        .statusCode(200)
        .extract()
        .path("items.rule");
  }

  private JsonPath only(Begun begun, String rule) {
    return city.as("supervisor")
        .get(FINDINGS + "?caseNumber=" + begun.number() + "&rule=" + rule)
        .jsonPath()
        .setRootPath("items[0]");
  }

  private Map<String, Object> year() {
    JsonPath edition = keeper().get(YEAR).jsonPath();
    return Map.of(
        "status",
        edition.getString("status"),
        "source",
        edition.getString("source"),
        "days",
        edition.getList("days"));
  }

  private static Map<String, Object> withADayOff(Map<String, Object> shipped) {
    List<Object> days = new ArrayList<>((List<?>) shipped.get("days"));
    days.add(Map.of("date", "2024-11-20", "kind", "off", "name", "试节", "nameEn", "Trial Day"));
    Map<String, Object> longer = new HashMap<>(shipped);
    longer.put("days", days);
    return longer;
  }

  private void save(Map<String, Object> proposal) {
    int seen = keeper().get(YEAR).jsonPath().getInt("version");
    keeper().header("If-Match", "\"" + seen + "\"").body(proposal).put(YEAR).then().statusCode(200);
  }

  private io.restassured.specification.RequestSpecification keeper() {
    return Api.contract().header("Authorization", "Bearer " + SignedIn.as(Role.ADMINISTRATOR));
  }

  private long number(String query) {
    return pool.query(query).execute().await().atMost(PATIENCE).iterator().next().getLong(0);
  }

  private List<String> texts(String query) {
    return pool.query(query).execute().await().atMost(PATIENCE).stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private void travel(String local) {
    clock.travelTo(LocalDateTime.parse(local).atZone(CityTime.ZONE).toInstant());
  }

  private static void await(BooleanSupplier done) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within " + PATIENCE);
      try {
        Thread.sleep(100);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
  }
}
