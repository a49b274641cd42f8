package org.sunlit.attendance;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.place.OpeningExceptions;
import org.sunlit.place.rules.Hours;
import org.sunlit.place.rules.OpeningException;
import org.sunlit.testing.Api;

/** A day at the windows, and what is said against it. */
@QuarkusTest
class AttendanceApiTest extends AttendanceSteps {
  @Inject OpeningExceptions exceptions;

  @Test
  void aDayIsJudgedContestedAndPutRight() {
    found("atd");
    clock.travelTo(at(8, 20));
    String key = Api.key();
    sign("atd.early", "in", key)
        .then()
        .statusCode(201)
        .body("next", equalTo("out"))
        .body("expectedToday", equalTo(true))
        .body("days[0].state", equalTo("present"));
    sign("atd.early", "in", key).then().statusCode(201);
    sign("atd.early", "in", Api.key()).then().statusCode(409).body("possible", contains("out"));
    sign("atd.late", "out", Api.key()).then().statusCode(409);
    sign("atd.boss", "in", Api.key()).then().statusCode(403);
    assertEquals(
        1, tables.count("select count(*) from attendance_sign where account = $1", "atd.early"));

    clock.travelTo(at(9, 0));
    sign("atd.late", "in", Api.key())
        .then()
        .statusCode(201)
        .body("days[0].state", equalTo("late"))
        .body("days[0].lateMinutes", equalTo(30));
    clock.travelTo(at(17, 35));
    sign("atd.early", "out", Api.key()).then().statusCode(201).body("next", equalTo("in"));
    sign("atd.late", "out", Api.key()).then().statusCode(201);

    clock.travelTo(at(18, 0));
    String day = "/api/v1/attendance/days/" + DAY;
    as("atd.leader", day)
        .then()
        .statusCode(200)
        .body("working", equalTo(true))
        .body("tally.expected", equalTo(4))
        .body("tally.present", equalTo(1))
        .body("tally.late", equalTo(1))
        .body("tally.leave", equalTo(1))
        .body("tally.leaveCovered", equalTo(1))
        .body("tally.missing", equalTo(1))
        .body(
            "items.find { it.person.account == 'atd.away' }.line.tookOver.account",
            contains("atd.second"))
        .body("items.find { it.person.account == 'atd.handed' }.line.state", equalTo("missing"));
    as("atd.leader", day + "?state=late").then().body("items.person.account", contains("atd.late"));
    as("atd.stranger", day).then().statusCode(200).body("items", empty());
    as("atd.late", day).then().statusCode(403);
    as("atd.boss", day + "?department=atd").then().body("tally.expected", equalTo(4));
    as("atd.boss", "/api/v1/attendance/days/" + DAY.plusDays(1)).then().statusCode(400);
    as("atd.stranger", "/api/v1/attendance/people/atd.late").then().statusCode(404);
    as("atd.leader", "/api/v1/attendance/people/atd.late").then().statusCode(200);
    as("atd.leader", "/api/v1/attendance/people")
        .then()
        .body("items.find { it.person.account == 'atd.late' }.tally.late", equalTo(1));
    as("atd.second", "/api/v1/attendance/mine")
        .then()
        .body("expectedToday", equalTo(false))
        .body("tally.stoodIn", equalTo(1))
        .body("tally.expected", equalTo(0))
        .body("days[0].stoodInFor.account", contains("atd.away"));

    String line = DAY.toString();
    contest("atd.early", "day", line).then().statusCode(422);
    contest("atd.late", "day", DAY.minusDays(1).toString()).then().statusCode(422);
    contest("atd.late", "day", "tomorrow").then().statusCode(422);
    String id =
        contest("atd.late", "day", line)
            .then()
            .statusCode(201)
            .body("standing", equalTo("open"))
            .extract()
            .path("id");
    contest("atd.late", "day", line).then().statusCode(409);
    as("atd.late", "/api/v1/attendance/contests").then().statusCode(403);
    as("atd.boss", "/api/v1/attendance/contests?open=true").then().body("items.id", hasItem(id));
    answer("atd.late", id, true, "present").then().statusCode(403);
    answer("atd.boss", id, true, null)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/correctedTo"));
    answer("atd.boss", id, true, "present").then().statusCode(200);
    answer("atd.boss", id, false, null).then().statusCode(409);
    as("atd.late", "/api/v1/attendance/mine")
        .then()
        .body("days[0].state", equalTo("present"))
        .body("days[0].was", equalTo("late"))
        .body("days[0].contests.standing", contains("upheld"))
        .body("tally.late", equalTo(0));
    as("atd.late", "/api/v1/attendance/contests/mine")
        .then()
        .body("items[0].words", equalTo("路上扶起一位摔倒的老人"))
        .body("items[0].reason", equalTo("监控可证"));
    contest("atd.late", "day", line).then().statusCode(422);

    // Nobody is expected on a day on which the hall is closed.
    except(List.of(new OpeningException(DAY, DAY, new Hours(List.of()), "搬迁", null)));
    as("atd.leader", day)
        .then()
        .body("items.find { it.person.account == 'atd.handed' }.line.state", equalTo("free"));
    except(List.of());
    as("atd.leader", day)
        .then()
        .body("items.find { it.person.account == 'atd.handed' }.line.state", equalTo("missing"));

    assertEquals(
        4,
        tables.count(
            "select count(*) from journal_event where subject_kind = 'attendance' and subject_id = $1",
            "atd.late"));
    assertEquals(
        0,
        tables.count(
            "select count(*) from journal_event where subject_id = $1 and private_payload::text like $2",
            "atd.late",
            "%老人%"));
    tables.refused("update attendance_sign set at = now() where account = $1", "atd.late");
    tables.refused("delete from attendance_contest where account = $1", "atd.late");
  }

  /** What holds otherwise at the hall, from today on. */
  private void except(List<OpeningException> wanted) {
    long seen = tables.count("select version from place where code = $1", HALL);
    exceptions.keep(HALL, wanted, (int) seen, ADMINISTRATOR).await().atMost(PATIENCE);
  }

  private Response sign(String account, String kind, String key) {
    return desk.as(account)
        .header("Idempotency-Key", key)
        .body(Map.of("kind", kind))
        .post("/api/v1/attendance/signs");
  }
}
