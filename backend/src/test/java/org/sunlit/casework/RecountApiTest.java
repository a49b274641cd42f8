package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SignedIn;

/** Counting running deadlines again when a calendar has changed. */
@QuarkusTest
class RecountApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String YEAR = "/api/v1/calendar/years/2024/";
  private static final String RECOUNTS = "/api/v1/calendar/recounts";

  @Inject CaseCity city;
  @Inject Recounting recounting;
  @Inject TravellingClock clock;
  @Inject Pool pool;

  private String keeper;

  /** The newest job before the calendar was changed last. */
  private String former;

  @BeforeEach
  void found() {
    city.found();
    keeper = SignedIn.as(Role.ADMINISTRATOR);
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  private io.restassured.specification.RequestSpecification keeper() {
    return io.restassured.RestAssured.given()
        .filter(ContractFilter.both())
        .header("Authorization", "Bearer " + keeper)
        .contentType("application/json");
  }

  /** Fifteen working days from 17 June 2024 end on 8 July; with the 19th off, on the 9th. */
  @Test
  void movesEveryRunningDeadlineAndTellsWhich() {
    travel("2024-06-17T09:00");
    CaseCity.Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    assertEquals("2024-07-08", due(begun));
    Map<String, Object> shipped = proposal();
    Map<String, Object> changed = with(shipped, "2024-06-19");
    keeper()
        .body(changed)
        .post(YEAR + "preview")
        .then()
        .statusCode(200)
        .body("cases.complete", equalTo(true), "cases.nowLate", equalTo(0))
        .body("cases.shifts.days", hasItem(1));
    assertEquals("2024-07-08", due(begun), "a preview only");

    save(changed);
    String id = finished();
    assertEquals("2024-07-09", due(begun));
    keeper()
        .get(RECOUNTS + "/" + id)
        .then()
        .statusCode(200)
        .body("cause", equalTo("edited"), "year", equalTo(2024))
        .body("requestedBy", equalTo("某administrator"), "days", contains("2024-06-19"))
        .body("earlier", equalTo(0));
    moved(id, "?filter=later")
        .body(
            "items.find { it.caseNumber == '" + begun.number() + "' }.because",
            equalTo("2024-06-19"))
        .body(
            "items.find { it.caseNumber == '" + begun.number() + "' }.before",
            startsWith("2024-07-08T23:59:59"))
        .body(
            "items.find { it.caseNumber == '" + begun.number() + "' }.after",
            startsWith("2024-07-09T23:59:59"));
    moved(id, "?filter=earlier").body("items.size()", equalTo(0), "total", equalTo(0));

    // On 9 July the 19th turns out to be worked after all: what is due that day is late.
    travel("2024-07-09T12:00");
    save(shipped);
    String back = finished();
    assertEquals("2024-07-08", due(begun));
    moved(back, "?filter=nowLate&limit=100").body("items.caseNumber", hasItem(begun.number()));
    moved(back, "?filter=later").body("items.caseNumber", not(hasItem(begun.number())));
    keeper()
        .get(RECOUNTS + "/" + back + "/cases.csv?filter=nowLate")
        .then()
        .statusCode(200)
        .body(containsString(begun.number()), containsString("是 yes"));
    keeper().get(RECOUNTS + "?limit=1").then().body("items.id", contains(back));
    String cursor = keeper().get(RECOUNTS + "?limit=1").path("nextCursor");
    keeper().get(RECOUNTS + "?limit=1&cursor=" + cursor).then().body("items.id", contains(id));
    keeper().get(RECOUNTS + "?cursor=x").then().statusCode(400);
    goesOnWhereItWas(back);
  }

  /** Two nodes that find it half done count each case that is left once. */
  private void goesOnWhereItWas(String id) {
    int open = number("select count(*)::integer from case_file where open");
    String half =
        pool.query(
                "select case_number from case_file where open order by case_number offset "
                    + open / 2
                    + " limit 1")
            .execute()
            .map(rows -> rows.iterator().next().getString(0))
            .await()
            .atMost(PATIENCE);
    int left =
        number(
            "select count(*)::integer from case_file where open and case_number > '" + half + "'");
    pool.preparedQuery(
            "update recount set finished_at = null, reached = $2, done = 0 where id::text = $1")
        .execute(Tuple.of(id, half))
        .await()
        .atMost(PATIENCE);
    Uni<Boolean> oneNode = pool.withTransaction(recounting::page);
    Uni<Boolean> otherNode = pool.withTransaction(recounting::page);
    Uni.join().all(oneNode, otherNode).andFailFast().await().atMost(PATIENCE);
    recounting.work().await().atMost(PATIENCE);
    assertEquals(id, finished());
    assertEquals(left, number("select done from recount where id = '" + id + "'"));
  }

  private int number(String query) {
    return pool.query(query)
        .execute()
        .map(rows -> rows.iterator().next().getInteger(0))
        .await()
        .atMost(PATIENCE);
  }

  private io.restassured.response.ValidatableResponse moved(String id, String query) {
    return keeper().get(RECOUNTS + "/" + id + "/cases" + query).then().statusCode(200);
  }

  /** The id of the newest recount, once it is done. */
  private String finished() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      JsonPath newest = keeper().get(RECOUNTS + "?limit=1").jsonPath();
      String id = newest.getString("items[0].id");
      if (!Objects.equals(id, former) && "done".equals(newest.getString("items[0].state"))) {
        return id;
      }
      assertTrue(System.nanoTime() < end, newest.prettify());
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String due(CaseCity.Begun begun) {
    return begun.track().path("deadline.dueDate");
  }

  private void save(Map<String, Object> proposal) {
    former = keeper().get(RECOUNTS + "?limit=1").jsonPath().getString("items[0].id");
    int seen = keeper().get(YEAR + "edition").jsonPath().getInt("version");
    keeper()
        .header("If-Match", "\"" + seen + "\"")
        .body(proposal)
        .put(YEAR + "edition")
        .then()
        .statusCode(200);
  }

  /** The year as it is. */
  private Map<String, Object> proposal() {
    JsonPath edition = keeper().get(YEAR + "edition").jsonPath();
    return Map.of(
        "status",
        edition.getString("status"),
        "source",
        edition.getString("source"),
        "days",
        edition.getList("days"));
  }

  private static Map<String, Object> with(Map<String, Object> proposal, String off) {
    Map<String, Object> changed = new HashMap<>(proposal);
    List<Object> days = new ArrayList<>((List<?>) proposal.get("days"));
    days.add(Map.of("date", off, "kind", "off", "name", "试节", "nameEn", "Trial Day"));
    changed.put("days", days);
    return changed;
  }

  private void travel(String local) {
    clock.travelTo(LocalDateTime.parse(local).atZone(CityTime.ZONE).toInstant());
  }
}
