package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
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
  void oneComesWithAnItemToTheWindowsThatTakeIt() {
    String own = schedule("综合窗口", "window", 1, List.of());
    Map<String, Object> others = new HashMap<>(draft("别的部门窗口", "window", 1, List.of()));
    others.put("departmentCode", "oth");
    city.as("admin.a").body(others).post("/api/v1/appointment-schedules").then().statusCode(201);
    String there = "find { it.place.code == '" + PLACE + "' }";
    String path = "/api/v1/power-items/" + CaseCity.WELFARE + "/windows";
    Response taking = Api.contract().get(path);
    String window = there + ".windows.find { it.id == '" + own + "' }";
    Map<String, Object> first = slot(own, 0);
    taking
        .then()
        .statusCode(200)
        .body(window + ".next.day", is(first.get("day")))
        .body(window + ".next.starts", is(first.get("starts")))
        .body(there + ".windows.name", not(hasItem("别的部门窗口")));
    int free = taking.path(window + ".free");
    Map<String, Object> booking = booking(first);
    booking.put("itemCode", CaseCity.WELFARE);
    book(booking).then().statusCode(201).body("itemCode", is(CaseCity.WELFARE));
    Api.contract().get(path).then().body(window + ".free", is(free - 1));
    Api.contract().get("/api/v1/power-items/none/windows").then().statusCode(200).body("", empty());
  }

  @Test
  void aClosedDayTakesNobodyAndWhoeverIsBookedIsTold() throws SQLException {
    String schedule = schedule("临时休息", "window", 3, List.of());
    Map<String, Object> slot = slot(schedule, 3);
    String number = book(booking(slot)).then().statusCode(201).extract().path("number");
    String day = (String) slot.get("day");
    Map<String, Object> closed =
        Map.of("from", day, "until", day, "hours", List.of(), "why", "停电检修");
    except("tst.window", List.of(closed), true).then().statusCode(403);
    except("admin.a", List.of(closed, closed), true)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/exceptions/1/from"));
    except("admin.a", List.of(closed), true)
        .then()
        .statusCode(200)
        .body("applied", is(false))
        .body("appointments", greaterThanOrEqualTo(1))
        .body("changes.field", contains("exceptions"))
        .body("changes[0].after", contains(day + " — 停电检修"));
    String stale = Api.contract().get("/api/v1/places/" + PLACE).header("ETag");
    except("admin.a", List.of(closed), false).then().statusCode(200).body("applied", is(true));
    city.as("admin.a")
        .header("If-Match", stale)
        .body(Map.of("exceptions", List.of()))
        .put("/api/v1/places/" + PLACE + "/opening-exceptions")
        .then()
        .statusCode(412);
    Api.contract()
        .get("/api/v1/places/" + PLACE)
        .then()
        .body("exceptions.why", contains("停电检修"))
        .body("exceptions[0].hours", empty());
    assertTrue(slots(schedule).stream().noneMatch(each -> each.get("day").equals(day)));
    book(booking(slot)).then().statusCode(422).body("errors.pointer", contains("/slot/starts"));

    notices.remind().await().atMost(Duration.ofSeconds(30));
    notices.remind().await().atMost(Duration.ofSeconds(30));
    assertEquals(2, told(number), "that it is booked, and once that it is closed");

    // Open on a Saturday for once, and for less than usual on the day itself.
    String saturday = TODAY.with(TemporalAdjusters.next(DayOfWeek.SATURDAY)).toString();
    List<Map<String, String>> shorter = List.of(Map.of("from", "10:00", "until", "11:00"));
    Map<String, Object> open =
        Map.of("from", saturday, "until", saturday, "hours", shorter, "why", "周六开放");
    except("admin.a", List.of(open), false)
        .then()
        .statusCode(200)
        .body("changes[0].before", contains(day + " — 停电检修"));
    assertEquals(
        List.of("10:00", "10:30"),
        slots(schedule).stream()
            .filter(each -> each.get("day").equals(saturday))
            .map(each -> each.get("starts"))
            .toList());
    except("admin.a", List.of(), false).then().statusCode(200);
  }

  private Response except(String account, List<Map<String, Object>> wanted, boolean dryRun) {
    String seen = Api.contract().get("/api/v1/places/" + PLACE).header("ETag");
    return city.as(account)
        .header("If-Match", seen)
        .body(Map.of("exceptions", wanted))
        .put("/api/v1/places/" + PLACE + "/opening-exceptions?dryRun=" + dryRun);
  }

  private int told(String number) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement asked =
            connection.prepareStatement(
                "select count(*) from notice n join appointment a on n.subject_id = 'appointment/' || a.id"
                    + " where a.number = ?")) {
      asked.setString(1, number);
      var found = asked.executeQuery();
      assertTrue(found.next());
      return found.getInt(1);
    }
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
