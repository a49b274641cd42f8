package org.sunlit.attendance;

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
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Directory;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.place.Places;
import org.sunlit.place.rules.Hours;
import org.sunlit.place.rules.PlaceKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.SignedIn;
import org.sunlit.testing.Tables;

/** What has to be done in every test of days at the windows and of the work done there. */
abstract class AttendanceSteps {
  static final Duration PATIENCE = Duration.ofSeconds(30);
  static final String CITY = "990760000000";
  static final String HALL = "hall-attendance";
  static final Actor ADMINISTRATOR =
      new Actor("admin", "管理员", null, null, null, Set.of(Role.ADMINISTRATOR), Set.of());

  /** A Monday. */
  static final LocalDate DAY = LocalDate.of(2026, 12, 7);

  @Inject Founding founding;
  @Inject Places places;
  @Inject Directory directory;
  @Inject TravellingClock clock;
  @Inject Tables tables;
  @Inject Pool pool;

  final Desk desk = new Desk(SignedIn::token);

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  /**
   * A department with somebody early, somebody late, somebody on leave with a B, somebody who
   * handed over by themselves, and its leader; a leader of another; and a supervisor.
   */
  void found(String code) {
    clock.travelTo(DAY.atStartOfDay(CityTime.ZONE).toInstant());
    founding.publish(
        List.of(Founding.city(CITY, "考勤市")),
        List.of(
            Founding.department(code, "考勤" + code + "局", CITY),
            Founding.department(code + "o", "别的" + code + "局", CITY)),
        List.of());
    Hours.Span morning = new Hours.Span(LocalTime.of(8, 30), LocalTime.of(12, 0));
    Hours.Span afternoon = new Hours.Span(LocalTime.of(13, 30), LocalTime.of(17, 30));
    if (tables.count("select count(*) from place where region_code = $1", CITY) == 0) {
      places
          .keep(
              HALL,
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
              ADMINISTRATOR)
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

  Response as(String account, String address) {
    return desk.as(account).get(address);
  }

  Response contest(String account, String kind, String line) {
    return desk.as(account)
        .header("Idempotency-Key", Api.key())
        .body(Map.of("kind", kind, "line", line, "words", "路上扶起一位摔倒的老人"))
        .post("/api/v1/attendance/contests");
  }

  Response answer(String account, String id, boolean upheld, String correctedTo) {
    Map<String, Object> body =
        correctedTo == null
            ? Map.of("upheld", upheld, "reason", "监控可证")
            : Map.of("upheld", upheld, "reason", "监控可证", "correctedTo", correctedTo);
    return desk.as(account)
        .header("Idempotency-Key", Api.key())
        .body(body)
        .post("/api/v1/attendance/contests/{id}/answer", id);
  }

  static Instant at(int hour, int minute) {
    return DAY.atTime(hour, minute).atZone(CityTime.ZONE).toInstant();
  }
}
