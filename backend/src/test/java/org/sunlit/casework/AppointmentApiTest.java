package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.appointment.AppointmentNotices;
import org.sunlit.calendar.CalendarService;
import org.sunlit.platform.CityTime;
import org.sunlit.testing.Api;

/** 预约、上门服务、电话回访: booked, moved, served and called back. */
@QuarkusTest
class AppointmentApiTest {
  private static final LocalDate TODAY = LocalDate.now(CityTime.ZONE);
  private static final String PLACE = "tst-appointments";
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
  void whoComesIsServedAndCalledBack() throws SQLException {
    String schedule = schedule("叫号", "window", 3, List.of());
    Map<String, Object> slot = slot(schedule, 0);
    Map<String, Object> wanted = booking(slot);
    wanted.put("name", "欧阳不在库里");
    String number = book(wanted).path("number");
    String day = (String) slot.get("day");
    String id = atDesk("agent.b", day, number).get(0);
    assertEquals(List.of(), atDesk("agent.a", day, number), "another village's");
    assertEquals(1, atDesk("township.a", day, number).size(), "the township above");
    assertEquals(List.of(), atDesk("township.b", day, number));
    assertEquals(List.of(), atDesk("tst.window", day, number));
    city.as("agent.a").get("/api/v1/appointment-desk/" + id + "/contact").then().statusCode(404);
    city.as("agent.b")
        .get("/api/v1/appointment-desk/" + id + "/contact")
        .then()
        .statusCode(200)
        .body("name", is("欧阳不在库里"));
    city.as("agent.b")
        .get("/api/v1/appointment-desk?place=" + PLACE + "&day=" + day)
        .then()
        .body("nameMasked", everyItem(not(containsString("不在库里"))));
    try (Connection connection = database.getConnection()) {
      assertEquals(List.of(), DatabaseScan.find(connection, List.of("欧阳不在库里")));
    }

    mark("agent.a", id, 1, "called").then().statusCode(404);
    mark("agent.b", id, 1, "noShow").then().statusCode(409);
    mark("agent.b", id, 9, "called").then().statusCode(412);
    mark("agent.b", id, 1, "called").then().statusCode(200).body("next", hasItem("served"));
    mark("agent.b", id, 2, "served").then().statusCode(200).body("next", is(List.of()));
    String call =
        city.as("agent.b")
            .get("/api/v1/call-backs?place=" + PLACE)
            .then()
            .statusCode(200)
            .extract()
            .path("find { it.number == '" + number + "' }.id");
    for (int attempt = 0; attempt < 2; attempt++) {
      result("agent.b", call, attempt + 1, "notReached").then().body("open", is(true));
    }
    result("agent.a", call, 3, "satisfied").then().statusCode(404);
    result("agent.b", call, 3, "satisfied")
        .then()
        .statusCode(200)
        .body("open", is(false))
        .body("said", is("都办好了"));
    result("agent.b", call, 4, "satisfied").then().statusCode(409);
  }

  @Test
  void theNextIsCalledInTurnAndOneIsTold() throws SQLException {
    String schedule = schedule("今天", "window", 3, List.of());
    Response booked = book(booking(slot(schedule, 0)));
    String number = booked.path("number");
    try (Connection connection = database.getConnection();
        PreparedStatement today =
            connection.prepareStatement("update appointment set day = ? where number = ?")) {
      today.setObject(1, TODAY);
      today.setString(2, number);
      today.executeUpdate();
    }
    Response called =
        city.as("agent.b").body(Map.of("placeCode", PLACE)).post("/api/v1/appointment-desk/next");
    called.then().statusCode(200).body("state", is("called")).body("number", is(number));
    city.as("agent.b")
        .body(Map.of("placeCode", PLACE))
        .post("/api/v1/appointment-desk/next")
        .then()
        .statusCode(404);
    try (Connection connection = database.getConnection();
        PreparedStatement told =
            connection.prepareStatement(
                "select count(*) from notice where subject_id = 'appointment/' || cast(? as text)")) {
      told.setString(1, called.path("id"));
      ResultSet rows = told.executeQuery();
      rows.next();
      assertEquals(1, rows.getInt(1), "told once that it is booked");
    }
  }

  @Test
  void oneIsRemindedOnceTheDayBeforeAndOnceMoreOfTheTimeItIsMovedTo() throws SQLException {
    String schedule = schedule("提醒", "window", 3, List.of());
    Response tomorrow = book(booking(slot(schedule, 0)));
    Response nextWeek = book(booking(slot(schedule, 0)));
    Response justNow = book(booking(slot(schedule, 0)));
    in(tomorrow, "23 hours", "3 days");
    in(nextWeek, "25 hours", "3 days");
    in(justNow, "23 hours", "10 minutes");
    twoSweepsAtOnce();
    assertEquals(2, told(tomorrow), "that it is booked, and once the day before");
    assertEquals(1, told(nextWeek), "it is too early");
    assertEquals(1, told(justNow), "whoever booked within the hour knows");

    Map<String, Object> move = new HashMap<>(slot(schedule, 3));
    move.remove("scheduleId");
    move.put("number", tomorrow.path("number"));
    move.put("code", tomorrow.path("code"));
    Api.contract().body(move).post("/api/v1/appointments/moves").then().statusCode(200);
    in(tomorrow, "23 hours", "3 days");
    twoSweepsAtOnce();
    assertEquals(3, told(tomorrow), "of the new time too");
    Map<String, Object> keys =
        Map.of("number", nextWeek.path("number"), "code", nextWeek.path("code"));
    Api.contract().body(keys).post("/api/v1/appointments/cancellations").then().statusCode(200);
    in(nextWeek, "23 hours", "3 days");
    twoSweepsAtOnce();
    assertEquals(1, told(nextWeek), "nobody is reminded of what is cancelled");
  }

  private void twoSweepsAtOnce() {
    Uni.join()
        .all(notices.remind(), notices.remind())
        .andFailFast()
        .await()
        .atMost(Duration.ofSeconds(30));
  }

  /** Has an appointment begin after a while, and booked a while ago. */
  private void in(Response booked, String begins, String ago) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement moved =
            connection.prepareStatement(
                "update appointment set starts_at = now() + cast(? as interval),"
                    + " booked_at = now() - cast(? as interval) where number = ?")) {
      moved.setString(1, begins);
      moved.setString(2, ago);
      moved.setString(3, booked.path("number"));
      assertEquals(1, moved.executeUpdate());
    }
  }

  /** How many messages there are of an appointment. */
  private int told(Response booked) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement told =
            connection.prepareStatement(
                "select count(*) from notice n join appointment a on n.subject_id = 'appointment/' || a.id"
                    + " where a.number = ?")) {
      told.setString(1, booked.path("number"));
      ResultSet rows = told.executeQuery();
      rows.next();
      return rows.getInt(1);
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

  private Response mark(String account, String id, int version, String state) {
    return city.as(account)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("state", state))
        .post("/api/v1/appointment-desk/" + id + "/states");
  }

  private Response result(String account, String id, int version, String result) {
    return city.as(account)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("result", result, "said", "都办好了"))
        .post("/api/v1/call-backs/" + id + "/results");
  }

  private List<String> atDesk(String account, String day, String number) {
    return city.as(account)
        .get("/api/v1/appointment-desk?place=" + PLACE + "&day=" + day)
        .then()
        .statusCode(200)
        .extract()
        .path("findAll { it.number == '" + number + "' }.id");
  }

  private String schedule(String name, String way, int capacity, List<Map<String, Object>> groups) {
    return city.as("admin.a")
        .body(draft(name, way, capacity, groups))
        .post("/api/v1/appointment-schedules")
        .then()
        .extract()
        .path("id");
  }

  private static Map<String, Object> draft(
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

  private static List<Map<String, Object>> slots(String schedule) {
    return Api.contract()
        .get("/api/v1/places/" + PLACE + "/slots")
        .then()
        .statusCode(200)
        .extract()
        .path("find { it.id == '" + schedule + "' }.slots");
  }

  private static Map<String, Object> slot(String schedule, int place) {
    Map<String, Object> slot = slots(schedule).get(place);
    return Map.of("scheduleId", schedule, "day", slot.get("day"), "starts", slot.get("starts"));
  }

  private static int left(String schedule, Map<String, Object> wanted) {
    return slots(schedule).stream()
        .filter(slot -> slot.get("day").equals(wanted.get("day")))
        .filter(slot -> slot.get("starts").equals(wanted.get("starts")))
        .map(slot -> (Integer) slot.get("left"))
        .findFirst()
        .orElseThrow();
  }

  private static synchronized Map<String, Object> booking(Map<String, Object> slot) {
    phones++;
    return new HashMap<>(Map.of("slot", slot, "name", "王小明", "phone", "138" + phones));
  }

  private static Response book(Map<String, Object> booking) {
    return book(booking, Api.key());
  }

  private static Response book(Map<String, Object> booking, String key) {
    return Api.anything().header("Idempotency-Key", key).body(booking).post("/api/v1/appointments");
  }
}
