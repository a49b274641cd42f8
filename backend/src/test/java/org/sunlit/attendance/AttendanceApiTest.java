package org.sunlit.attendance;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Directory;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.place.OpeningExceptions;
import org.sunlit.place.Places;
import org.sunlit.place.rules.Hours;
import org.sunlit.place.rules.OpeningException;
import org.sunlit.place.rules.PlaceKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Transactor;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.SignedIn;
import org.sunlit.testing.Tables;

/** A day at the windows, what is said against it, and the work figures beside it. */
@QuarkusTest
class AttendanceApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CITY = "990760000000";

  /** A Monday. */
  private static final LocalDate DAY = LocalDate.of(2026, 12, 7);

  private static final String NUMBER = "20261207-900001-3";

  @Inject Founding founding;
  @Inject Places places;
  @Inject OpeningExceptions exceptions;
  @Inject Directory directory;
  @Inject TravellingClock clock;
  @Inject Transactor transactor;
  @Inject Journal journal;
  @Inject Tables tables;
  @Inject Pool pool;

  private final Desk desk = new Desk(SignedIn::token);

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

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
    refused("update attendance_sign set at = now() where account = $1", "atd.late");
    refused("delete from attendance_contest where account = $1", "atd.late");
  }

  @Test
  void workIsCountedFromTheJournalAndACaseCanBeContested() {
    found("wfd");
    clock.travelTo(at(18, 0));
    tell("submitted", at(9, 0), "submitted", null, "admit", null);
    tell("accepted", at(10, 0), "inProgress", "wfd.early", "decide", at(11, 0));
    tell("decided", at(12, 0), "granted", "wfd.late", null, null);
    Instant until = Instant.now().plus(PATIENCE);
    while (tables.count("select count(*) from work_hand where case_number = $1", NUMBER) < 2) {
      assertTrue(Instant.now().isBefore(until), "the journal is followed");
    }
    String day = "from=" + DAY + "&to=" + DAY;
    as("wfd.leader", "/api/v1/supervision/work?party=department&of=wfd&" + day)
        .then()
        .statusCode(200)
        .body("figures.find { it.figure == 'received' }.numerator", equalTo(1))
        .body("figures.find { it.figure == 'overtime' }.numerator", equalTo(1))
        .body("figures.find { it.figure == 'onTime' }.denominator", equalTo(1))
        .body("figures.find { it.figure == 'oneTime' }.numerator", equalTo(1))
        .body("figures.find { it.figure == 'workingTime' }.minutes", equalTo(120));
    as("wfd.stranger", "/api/v1/supervision/work?party=department&of=wfd").then().statusCode(404);
    as("wfd.early", "/api/v1/supervision/work?of=wfd.late").then().statusCode(404);
    as("wfd.early", "/api/v1/supervision/work?" + day)
        .then()
        .body("figures.find { it.figure == 'onTime' }.denominator", equalTo(0))
        .body("figures.find { it.figure == 'received' }.numerator", equalTo(1));
    as("wfd.late", "/api/v1/supervision/work/overtime?" + day)
        .then()
        .statusCode(200)
        .body("figure.numerator", equalTo(1))
        .body("items.caseNumber", contains(NUMBER))
        .body("items[0].counted", equalTo(true));
    as("wfd.late", "/api/v1/supervision/work?to=2030-01-01").then().statusCode(400);

    contest("wfd.late", "work", "overtime/20000101-000001-1").then().statusCode(422);
    contest("wfd.early", "work", "overtime/" + NUMBER).then().statusCode(422);
    String id =
        contest("wfd.late", "work", "overtime/" + NUMBER)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    answer("wfd.boss", id, true, "present").then().statusCode(422);
    answer("wfd.boss", id, true, null).then().statusCode(200);
    as("wfd.late", "/api/v1/supervision/work/overtime?" + day)
        .then()
        .body("figure.numerator", equalTo(0))
        .body("figure.denominator", equalTo(0))
        .body("items[0].counted", equalTo(false))
        .body("items[0].contest", equalTo("upheld"));
  }

  /**
   * A department with somebody early, somebody late, somebody on leave with a B, somebody who
   * handed over by themselves, and its leader; a leader of another; and a supervisor.
   */
  private void found(String code) {
    clock.travelTo(DAY.atStartOfDay(CityTime.ZONE).toInstant());
    founding.publish(
        List.of(Founding.city(CITY, "考勤市")),
        List.of(
            Founding.department(code, "考勤" + code + "局", CITY),
            Founding.department(code + "o", "别的" + code + "局", CITY)),
        List.of());
    Actor administrator =
        new Actor("admin", "管理员", null, null, null, Set.of(Role.ADMINISTRATOR), Set.of());
    Hours.Span morning = new Hours.Span(LocalTime.of(8, 30), LocalTime.of(12, 0));
    Hours.Span afternoon = new Hours.Span(LocalTime.of(13, 30), LocalTime.of(17, 30));
    if (tables.count("select count(*) from place where region_code = $1", CITY) == 0) {
      places
          .keep(
              "hall-attendance",
              new Places.Form(
                  PlaceKind.CITY_HALL,
                  CITY,
                  "考勤市政务大厅",
                  null,
                  "某路1号",
                  null,
                  "0990-1",
                  new Hours(List.of(morning, afternoon))),
              0,
              administrator)
          .await()
          .atMost(PATIENCE);
    }
    person(code + ".second", code, Role.WINDOW_CLERK, null, Set.of());
    person(code + ".early", code, Role.WINDOW_CLERK, null, Set.of("window"));
    person(code + ".late", code, Role.WINDOW_CLERK, null, Set.of("window"));
    person(code + ".away", code, Role.WINDOW_CLERK, code + ".second", Set.of("window"));
    person(code + ".handed", code, Role.WINDOW_CLERK, null, Set.of("window"));
    person(code + ".leader", code, Role.APPROVER, null, Set.of("approver"));
    person(code + ".stranger", code + "o", Role.APPROVER, null, Set.of("approver"));
    person(code + ".boss", null, Role.SUPERVISOR, null, Set.of());
    away(code + ".away", "leave");
    away(code + ".handed", "handover");
    directory.forgetAll();
  }

  /** What holds otherwise at the hall, from today on. */
  private void except(List<OpeningException> wanted) {
    String hall = "hall-attendance";
    long seen = tables.count("select version from place where code = $1", hall);
    exceptions
        .keep(
            hall,
            wanted,
            (int) seen,
            new Actor("admin", "管理员", null, null, null, Set.of(Role.ADMINISTRATOR), Set.of()))
        .await()
        .atMost(PATIENCE);
  }

  private static void person(
      String account, String department, Role role, String counterpart, Set<String> posts) {
    SignedIn.as(
        new StaffAccount(
            account,
            "某" + account,
            null,
            null,
            department,
            CITY,
            counterpart,
            Set.of(role),
            posts));
  }

  private void away(String account, String reason) {
    pool.preparedQuery(
            "insert into absence (id, account, from_at, until_at, reason, recorded_by, recorded_at)"
                + " values ($1, $2, $3, $4, $5, 'admin', $3)")
        .execute(
            Tuple.of(
                UUID.randomUUID(),
                account,
                CityTime.offset(at(0, 0)),
                CityTime.offset(at(23, 0)),
                reason))
        .await()
        .atMost(PATIENCE);
  }

  private void refused(String statement, String account) {
    assertThrows(
        RuntimeException.class,
        () -> pool.preparedQuery(statement).execute(Tuple.of(account)).await().atMost(PATIENCE));
  }

  /** What casework writes into the journal, as far as figures look at it. */
  private void tell(String kind, Instant at, String state, String by, String step, Instant due) {
    String person =
        by == null
            ? ""
            : ",\"by\":{\"account\":\"%s\",\"name\":\"某\",\"post\":\"window\"}".formatted(by);
    String from = kind.equals("decided") ? "decide" : "admit";
    String live =
        step == null
            ? ""
            : "{\"stepId\":\"%s\",\"name\":\"某\",\"nameEn\":\"Step\",\"post\":\"window\",\"enteredAt\":\"%s\"%s}"
                .formatted(step, at, due == null ? "" : ",\"dueAt\":\"" + due + "\"");
    String payload =
        "{\"event\":{\"number\":1,\"kind\":\"%s\",\"at\":\"%s\",\"stepId\":\"%s\"%s},\"state\":\"%s\",\"itemCode\":\"WFD-1\",\"departmentCode\":\"wfd\",\"regionCode\":\"%s\"%s,\"live\":[%s]}"
            .formatted(
                kind,
                at,
                from,
                person,
                state,
                CITY,
                due == null ? "" : ",\"dueAt\":\"" + due + "\"",
                live);
    transactor
        .write(
            session ->
                journal.append(
                    session,
                    new JournalEntry(
                        UUID.randomUUID(),
                        SubjectKind.CASE,
                        NUMBER,
                        "case." + kind,
                        by,
                        "window",
                        at,
                        payload,
                        Optional.empty())))
        .await()
        .atMost(PATIENCE);
  }

  private Response as(String account, String address) {
    return desk.as(account).get(address);
  }

  private Response sign(String account, String kind, String key) {
    return desk.as(account)
        .header("Idempotency-Key", key)
        .body(Map.of("kind", kind))
        .post("/api/v1/attendance/signs");
  }

  private Response contest(String account, String kind, String line) {
    return desk.as(account)
        .header("Idempotency-Key", Api.key())
        .body(Map.of("kind", kind, "line", line, "words", "路上扶起一位摔倒的老人"))
        .post("/api/v1/attendance/contests");
  }

  private Response answer(String account, String id, boolean upheld, String correctedTo) {
    Map<String, Object> body =
        correctedTo == null
            ? Map.of("upheld", upheld, "reason", "监控可证")
            : Map.of("upheld", upheld, "reason", "监控可证", "correctedTo", correctedTo);
    return desk.as(account)
        .header("Idempotency-Key", Api.key())
        .body(body)
        .post("/api/v1/attendance/contests/{id}/answer", id);
  }

  private static Instant at(int hour, int minute) {
    return DAY.atTime(hour, minute).atZone(CityTime.ZONE).toInstant();
  }
}
