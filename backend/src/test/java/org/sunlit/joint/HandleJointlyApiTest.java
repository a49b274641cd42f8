package org.sunlit.joint;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.joint.JointCity.Begun;
import org.sunlit.testing.Api;
import org.sunlit.testing.Tables;

/** Several departments at one application: accepted, told and decided together. */
@QuarkusTest
class HandleJointlyApiTest {
  @Inject JointCity city;
  @Inject Tables tables;

  @BeforeEach
  void found() {
    city.found();
  }

  @Test
  void whenNothingIsMissingAllAreAcceptedTogether() {
    Begun begun = JointCity.begin("no");
    city.act("jta.window", begun.lead(), "accept", Map.of()).then().statusCode(409);
    city.act(
            "jta.window",
            begun.lead(),
            "request-correction",
            Map.of("missing", List.of(Map.of("what", "缺页"))))
        .then()
        .statusCode(409)
        .body("detail", containsString(begun.number()));
    city.state("jta.window", begun, begun.lead())
        .then()
        .statusCode(200)
        .body("application.phase", is("gathering"))
        .body("statements.stated", is(List.of(true, false)));
    city.state("jta.window", begun, begun.lead()).then().statusCode(409);
    city.state("jtb.window", begun, begun.county())
        .then()
        .statusCode(200)
        .body("application.phase", is("inProgress"))
        .body("application.dueAt", notNullValue())
        .body("application.lanes.state", everyItem(is("inProgress")));
    // Each on its own limit; the whole is due with the last.
    Response tracked = begun.track();
    tracked.then().body("lanes.deadline.limit.amount", is(List.of(10, 15)));
    assertEquals((String) tracked.path("lanes[1].dueAt"), tracked.path("dueAt"));
    // One message for the whole, none for the parts.
    assertEquals(
        1, tables.count("select count(*) from notice where subject_id = $1", begun.number()));
    assertEquals(
        0, tables.count("select count(*) from notice where subject_id = $1", begun.lead()));
  }

  @Test
  void whatIsMissingIsToldOnceForAllDepartments() {
    Begun begun = JointCity.begin("yes");
    city.command("jta.window", begun, "notice", null).then().statusCode(409);
    city.state("jta.window", begun, begun.lead(), "场所证明缺页").then().statusCode(200);
    city.state("jtb.window", begun, begun.county(), "场所证明未盖章").then().statusCode(200);
    city.command("jta.window", begun, "notice", null).then().statusCode(409);
    city.state("jtc.window", begun, begun.sign()).then().statusCode(200);
    city.command("jtb.window", begun, "notice", null).then().statusCode(403);
    city.command("jta.window", begun, "notice", null)
        .then()
        .statusCode(200)
        .body("application.phase", is("inCorrection"))
        .body("application.notice.lacks", is(2));
    city.command("jta.window", begun, "notice", null).then().statusCode(409);
    assertEquals(
        1, tables.count("select count(*) from notice where subject_id = $1", begun.number()));
    assertEquals(
        0,
        tables.count(
            "select count(*) from notice n join case_file c on c.case_number = n.subject_id"
                + " where c.joint_number = $1",
            begun.number()));
    begun
        .track()
        .then()
        .body("lanes.state", everyItem(is("inCorrection")))
        .body("lanes[0].lacks.what", is(List.of("场所证明缺页")))
        .body("lanes[2].lacks", empty())
        // Both departments ask for the same thing: it is handed in once.
        .body("lanes[0].lacks[0].materialKey", is("JTA-LIC-01/M1"))
        .body("lanes[1].lacks[0].materialKey", is("JTA-LIC-01/M1"))
        .body("possible", hasItem("supplement"));
    Api.contract()
        .body(
            Map.of(
                "caseNumber",
                begun.lead(),
                "trackingCode",
                begun.code(),
                "materials",
                List.of(Map.of("code", "M1", "uploadId", Api.upload()))))
        .post("/api/v1/tracking/supplements")
        .then()
        .statusCode(409);
    begun
        .send("supplements", Map.of("materials", List.of(JointCity.given("JTA-LIC-01/M1"))))
        .then()
        .statusCode(200)
        .body("phase", is("gathering"))
        .body("lanes.state", everyItem(is("submitted")));
    city.as("jtb.window")
        .get("/api/v1/cases/" + begun.county())
        .then()
        .body("materials", hasSize(2));
    // Told once: what the first notice didn't name can't be asked for any more.
    city.state("jtc.window", begun, begun.sign(), "效果图不清").then().statusCode(422);
    city.start(begun);
    begun.track().then().body("phase", is("inProgress"));
  }

  @Test
  void grantedIsIssuedAndRefusedIsToldWithItsGround() {
    Begun begun = JointCity.begin("yes");
    city.start(begun);
    city.decide("jtc", begun.sign(), Map.of("decision", "refuse", "reason", "遮挡消防通道"))
        .then()
        .statusCode(200);
    city.grant("jta", begun.lead());
    begun.track().then().body("phase", is("inProgress"));
    city.grant("jtb", begun.county());
    begun
        .track()
        .then()
        .body("phase", is("ended"))
        .body("lanes.state", is(List.of("granted", "granted", "refused")))
        .body("lanes[2].reason", is("遮挡消防通道"))
        .body("possible", empty());
  }

  @Test
  void whatNeedsAnotherWaitsForItAndIsToldWhenItCantBe() {
    Begun begun = JointCity.begin("no");
    city.start(begun);
    city.act("jtb.reviewer", begun.county(), "advance", Map.of()).then().statusCode(200);
    city.act("jtb.approver", begun.county(), "decide", Map.of("decision", "grant"))
        .then()
        .statusCode(409)
        .body("detail", containsString("JTA-LIC-01"));
    city.decide("jta", begun.lead(), Map.of("decision", "refuse", "reason", "场所不符合条件"))
        .then()
        .statusCode(200);
    city.act("jtb.approver", begun.county(), "decide", Map.of("decision", "grant"))
        .then()
        .statusCode(409);
    begun.track().then().body("lanes[1].blockedBy", is(List.of("JTA-LIC-01")));
    city.act(
            "jtb.approver",
            begun.county(),
            "decide",
            Map.of("decision", "refuse", "reason", "前置事项未获准予"))
        .then()
        .statusCode(200);
    begun.track().then().body("phase", is("ended"));
  }

  @Test
  void ofEightAtOnceOneWins() throws Exception {
    Begun begun = JointCity.begin("no");
    city.state("jta.window", begun, begun.lead(), "缺页").then().statusCode(200);
    List<Integer> stated =
        statuses(8, () -> city.state("jtb.window", begun, begun.county(), "未盖章"));
    assertEquals(1, stated.stream().filter(status -> status == 200).count(), stated::toString);
    assertEquals(7, stated.stream().filter(status -> status == 409).count(), stated::toString);
    List<Integer> sent = statuses(8, () -> city.command("jta.window", begun, "notice", null));
    assertEquals(1, sent.stream().filter(status -> status == 200).count(), sent::toString);
    assertEquals(7, sent.stream().filter(status -> status == 409).count(), sent::toString);
    assertEquals(
        1, tables.count("select count(*) from notice where subject_id = $1", begun.number()));
    begun.trackCase(begun.lead()).then().body("history", hasSize(2));
  }

  private interface Request {
    Response send();
  }

  private static List<Integer> statuses(int times, Request request) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Future<Response>> sent = new ArrayList<>();
      for (int each = 0; each < times; each++) {
        sent.add(threads.submit(request::send));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Response> each : sent) {
        statuses.add(each.get().statusCode());
      }
      return statuses;
    } finally {
      threads.shutdownNow();
    }
  }
}
