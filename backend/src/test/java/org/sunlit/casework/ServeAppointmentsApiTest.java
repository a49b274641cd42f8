package org.sunlit.casework;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.testing.Api;

/** 预约、上门服务、电话回访: reminded, called, served and called back. */
@QuarkusTest
class ServeAppointmentsApiTest extends AppointmentSteps {
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
}
