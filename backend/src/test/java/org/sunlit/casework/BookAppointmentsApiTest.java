package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sunlit.testing.Api;

/** 预约: booked, moved and cancelled. */
@QuarkusTest
class BookAppointmentsApiTest extends AppointmentSteps {
  @Test
  void ofEightRivalsForTheLastPlaceExactlyOneWins() throws Exception {
    String schedule = schedule("抢最后一个", "window", 1, List.of());
    Map<String, Object> slot = slot(schedule, 0);
    List<Callable<Integer>> rivals = new ArrayList<>();
    for (int rival = 0; rival < 8; rival++) {
      Map<String, Object> booking = booking(slot);
      rivals.add(() -> book(booking).statusCode());
    }
    ExecutorService together = Executors.newFixedThreadPool(8);
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> status : together.invokeAll(rivals)) {
      statuses.add(status.get());
    }
    together.shutdown();
    assertEquals(1, statuses.stream().filter(status -> status == 201).count(), "" + statuses);
    assertEquals(7, statuses.stream().filter(status -> status == 409).count(), "" + statuses);
    assertEquals(0, left(schedule, slot));
  }

  @Test
  void slotsAreOnWorkingDaysWithinTheHours() {
    String schedule = schedule("看时段", "window", 2, List.of());
    List<Map<String, Object>> slots = slots(schedule);
    assertTrue(slots.size() > 12);
    for (Map<String, Object> slot : slots) {
      LocalDate day = LocalDate.parse((String) slot.get("day"));
      assertTrue(calendars.current().isWorkingDay(day), "a holiday: " + day);
      String starts = (String) slot.get("starts");
      assertTrue(starts.compareTo("09:00") >= 0 && starts.compareTo("11:30") <= 0, starts);
    }
    LocalDate holiday =
        TODAY
            .datesUntil(TODAY.plusDays(14))
            .filter(day -> !calendars.current().isWorkingDay(day))
            .findFirst()
            .orElseThrow();
    Map<String, Object> wrong =
        Map.of("scheduleId", schedule, "day", holiday.toString(), "starts", "09:00");
    book(booking(wrong)).then().statusCode(422).body("errors.pointer", contains("/slot/starts"));
    Map<String, Object> oblique = new HashMap<>(slot(schedule, 0));
    oblique.put("starts", "09:07");
    book(booking(oblique)).then().statusCode(422);
  }

  @Test
  void oneMovesAndCancelsByNumberAndCode() {
    String schedule = schedule("改期", "window", 1, List.of());
    Map<String, Object> first = slot(schedule, 0);
    Map<String, Object> second = slot(schedule, 1);
    Response booked = book(booking(first));
    booked.then().statusCode(201).body("state", is("booked")).body("movable", is(true));
    Map<String, Object> keys = Map.of("number", booked.path("number"), "code", booked.path("code"));
    Api.contract().body(keys).post("/api/v1/appointments/tracking").then().statusCode(200);
    Api.contract()
        .body(Map.of("number", booked.path("number"), "code", "AAAAA-AAAAA"))
        .post("/api/v1/appointments/tracking")
        .then()
        .statusCode(404);
    Map<String, Object> move = new HashMap<>(keys);
    move.put("day", second.get("day"));
    move.put("starts", second.get("starts"));
    assertEquals(0, left(schedule, first));
    Api.contract()
        .body(move)
        .post("/api/v1/appointments/moves")
        .then()
        .statusCode(200)
        .body("day", is(second.get("day")))
        .body("starts", is(second.get("starts")));
    assertEquals(1, left(schedule, first));
    assertEquals(0, left(schedule, second));

    // Whoever can't have the new time keeps the old one.
    Response other = book(booking(first));
    Map<String, Object> tooLate = new HashMap<>();
    tooLate.put("number", other.path("number"));
    tooLate.put("code", other.path("code"));
    tooLate.put("day", second.get("day"));
    tooLate.put("starts", second.get("starts"));
    Api.contract().body(tooLate).post("/api/v1/appointments/moves").then().statusCode(409);
    assertEquals(0, left(schedule, first));

    Api.contract()
        .body(keys)
        .post("/api/v1/appointments/cancellations")
        .then()
        .statusCode(200)
        .body("state", is("cancelled"));
    assertEquals(1, left(schedule, second));
    Api.contract().body(keys).post("/api/v1/appointments/cancellations").then().statusCode(409);
  }

  @Test
  void aRepeatGetsTheFirstAnswerAndATelephoneNoMoreThanThree() {
    String schedule = schedule("重复", "window", 5, List.of());
    Map<String, Object> booking = booking(slot(schedule, 0));
    String key = Api.key();
    String first = book(booking, key).path("number");
    assertEquals(first, book(booking, key).path("number"));
    assertEquals(4, left(schedule, slot(schedule, 0)));
    book(booking).then().statusCode(201);
    String lastKey = Api.key();
    String last = book(booking, lastKey).then().statusCode(201).extract().path("number");
    book(booking).then().statusCode(409).body("detail", containsString("3"));
    assertEquals(last, book(booking, lastKey).path("number"), "the third, asked for once more");
  }

  @Test
  void aVisitAtHomeIsForTheGroupsItIsOfferedTo() {
    String schedule =
        schedule("上门", "onSite", 2, List.of(Map.of("code", "old", "name", "七十周岁以上老人")));
    Map<String, Object> booking = booking(slot(schedule, 0));
    book(booking).then().statusCode(422).body("errors.pointer", contains("/groupCode"));
    booking.put("groupCode", "old");
    book(booking).then().statusCode(422).body("errors.pointer", contains("/address"));
    booking.put("address", "下闸村三组8号");
    book(booking).then().statusCode(201).body("way", is("onSite"));
    city.as("admin.a")
        .body(draft("没有人群", "onSite", 1, List.of()))
        .post("/api/v1/appointment-schedules")
        .then()
        .statusCode(422);
  }

  @Test
  void anEndedScheduleOffersNothing() {
    String schedule = schedule("停", "window", 1, List.of());
    city.as("tst.window")
        .body(Map.of("lastDay", TODAY.toString()))
        .post("/api/v1/appointment-schedules/" + schedule + "/ending")
        .then()
        .statusCode(403);
    city.as("admin.a")
        .body(Map.of("lastDay", TODAY.minusDays(1).toString()))
        .post("/api/v1/appointment-schedules/" + schedule + "/ending")
        .then()
        .statusCode(204);
    assertTrue(
        Api.contract().get("/api/v1/places/" + PLACE + "/slots").<List<String>>path("id").stream()
            .noneMatch(schedule::equals));
  }
}
