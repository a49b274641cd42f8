package org.sunlit.attendance;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.CityTime;

/** Windows nobody is at are told to the journal once, and found by supervision. */
@QuarkusTest
class UnattendedWindowsApiTest extends AttendanceSteps {
  private static final String FINDINGS = "/api/v1/supervision/findings?rule=window.unattended";

  @Inject UnattendedWindows windows;

  @Test
  void tellsOfEachGapOnceAndOfWhoWasToBeThere() {
    found("atw");
    sign("atw.boss", 1, "in", -24);
    sign("atw.early", 1, "in", 8);
    clock.travelTo(at(8, 55));
    look();
    assertEquals(0, told());
    clock.travelTo(at(9, 5));
    look();
    look();
    // Late, on leave without their B, and handed over to nobody.
    assertEquals(3, told());
    clock.travelTo(at(9, 30));
    look();
    assertEquals(3, told());

    long until = System.nanoTime() + PATIENCE.toNanos();
    while (accounts("atw.leader").size() < 3) {
      assertTrue(System.nanoTime() < until, "not found: " + accounts("atw.leader"));
    }
    assertEquals(new TreeSet<>(List.of("-", "atw.late", "atw.second")), accounts("atw.leader"));
    assertEquals(new TreeSet<>(), accounts("atw.stranger"));
    String id = as("atw.late", FINDINGS + "&mine=true").path("items[0].id");
    as("atw.late", "/api/v1/supervision/findings/" + id)
        .then()
        .statusCode(200)
        .body("finding.subject.kind", equalTo("window"))
        .body("seen", containsString("考勤市政务大厅"))
        .body("seen", containsString("2026年12月7日08:30"))
        .body("events[0].kind", equalTo("window.unattended"));
  }

  private TreeSet<String> accounts(String reader) {
    TreeSet<String> accounts = new TreeSet<>();
    as(reader, FINDINGS + "&department=atw")
        .jsonPath()
        .getList("items", java.util.Map.class)
        .forEach(item -> accounts.add((String) item.getOrDefault("account", "-")));
    return accounts;
  }

  private void look() {
    windows.look().await().atMost(PATIENCE);
  }

  private long told() {
    return tables.count(
        "select count(*) from journal_event where kind = 'window.unattended'"
            + " and private_payload ->> 'departmentCode' = 'atw'");
  }

  private void sign(String account, int number, String kind, int hour) {
    pool.preparedQuery(
            "insert into attendance_sign (account, number, kind, at) values ($1, $2, $3, $4)")
        .execute(
            Tuple.of(
                account,
                number,
                kind,
                CityTime.offset(at(0, 0).plus(java.time.Duration.ofHours(hour)))))
        .await()
        .atMost(PATIENCE);
  }
}
