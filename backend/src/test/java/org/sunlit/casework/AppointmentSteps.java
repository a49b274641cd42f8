package org.sunlit.casework;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.sunlit.appointment.AppointmentNotices;
import org.sunlit.calendar.CalendarService;
import org.sunlit.platform.CityTime;
import org.sunlit.testing.Api;

/** 预约: what is done in the tests of appointments, and where. */
abstract class AppointmentSteps {
  static final LocalDate TODAY = LocalDate.now(CityTime.ZONE);
  static final String PLACE = "tst-appointments";
  private static int phones = 10_000_000;

  @Inject CaseCity city;
  @Inject CalendarService calendars;
  @Inject AgroalDataSource database;
  @Inject AppointmentNotices notices;

  @BeforeEach
  void found() {
    city.found();
    if (Api.contract().get("/api/v1/places/" + PLACE).statusCode() == 404) {
      city.as("admin.a")
          .header("If-Match", "\"0\"")
          .body(
              Map.of(
                  "kind", "villageRoom",
                  "regionCode", CaseCity.OTHER_VILLAGE,
                  "name", "下闸村便民服务室",
                  "address", "下闸村1号",
                  "telephone", "0999-6100101",
                  "hours", List.of(Map.of("from", "09:00", "until", "12:00"))))
          .put("/api/v1/places/" + PLACE)
          .then()
          .statusCode(200);
    }
  }

  Response mark(String account, String id, int version, String state) {
    return city.as(account)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("state", state))
        .post("/api/v1/appointment-desk/" + id + "/states");
  }

  Response result(String account, String id, int version, String result) {
    return city.as(account)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("result", result, "said", "都办好了"))
        .post("/api/v1/call-backs/" + id + "/results");
  }

  List<String> atDesk(String account, String day, String number) {
    return city.as(account)
        .get("/api/v1/appointment-desk?place=" + PLACE + "&day=" + day)
        .then()
        .statusCode(200)
        .extract()
        .path("findAll { it.number == '" + number + "' }.id");
  }

  String schedule(String name, String way, int capacity, List<Map<String, Object>> groups) {
    return city.as("admin.a")
        .body(draft(name, way, capacity, groups))
        .post("/api/v1/appointment-schedules")
        .then()
        .extract()
        .path("id");
  }

  static Map<String, Object> draft(
      String name, String way, int capacity, List<Map<String, Object>> groups) {
    return Map.of(
        "placeCode",
        PLACE,
        "name",
        name,
        "way",
        way,
        "groups",
        groups,
        "slotMinutes",
        30,
        "capacity",
        capacity,
        "daysAhead",
        14,
        "from",
        TODAY.plusDays(1).toString());
  }

  static List<Map<String, Object>> slots(String schedule) {
    return Api.contract()
        .get("/api/v1/places/" + PLACE + "/slots")
        .then()
        .statusCode(200)
        .extract()
        .path("find { it.id == '" + schedule + "' }.slots");
  }

  static Map<String, Object> slot(String schedule, int place) {
    Map<String, Object> slot = slots(schedule).get(place);
    return Map.of("scheduleId", schedule, "day", slot.get("day"), "starts", slot.get("starts"));
  }

  static int left(String schedule, Map<String, Object> wanted) {
    return slots(schedule).stream()
        .filter(slot -> slot.get("day").equals(wanted.get("day")))
        .filter(slot -> slot.get("starts").equals(wanted.get("starts")))
        .map(slot -> (Integer) slot.get("left"))
        .findFirst()
        .orElseThrow();
  }

  static synchronized Map<String, Object> booking(Map<String, Object> slot) {
    phones++;
    return new HashMap<>(Map.of("slot", slot, "name", "王小明", "phone", "138" + phones));
  }

  static Response book(Map<String, Object> booking) {
    return book(booking, Api.key());
  }

  static Response book(Map<String, Object> booking, String key) {
    return Api.anything().header("Idempotency-Key", key).body(booking).post("/api/v1/appointments");
  }
}
