package org.sunlit.joint;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.joint.JointCity.Begun;
import org.sunlit.platform.CityTime;
import org.sunlit.testing.Api;
import org.sunlit.testing.Tables;

/** What departments say to one another, and who sees it. */
@QuarkusTest
class MeetJointlyApiTest {
  @Inject JointCity city;
  @Inject Tables tables;
  @Inject Clock clock;

  @BeforeEach
  void found() {
    city.found();
  }

  @Test
  void aMeetingIsItsMembersOwn() {
    Begun begun = JointCity.begin("yes");
    Map<String, Object> call =
        Map.of(
            "heldAt",
            CityTime.offset(clock.instant().plus(Duration.ofDays(1))).toString(),
            "place",
            "三楼会议室",
            "departments",
            List.of("jtb"));
    city.command("jtb.window", begun, "meetings", call).then().statusCode(403);
    Map<String, Object> strange = new HashMap<>(call);
    strange.put("departments", List.of("tst"));
    city.command("jta.window", begun, "meetings", strange).then().statusCode(422);
    String meeting =
        city.command("jta.window", begun, "meetings", call)
            .then()
            .statusCode(200)
            .extract()
            .path("meetings[0].id");
    String file = "/api/v1/joint-applications/" + begun.number();
    // Not invited: there is no meeting, and nothing can be said in it.
    city.as("jtc.window").get(file).then().statusCode(200).body("meetings", empty());
    city.as(JointCity.SUPERVISOR).get(file).then().statusCode(200).body("meetings", empty());
    city.command("jtc.window", begun, "meetings/" + meeting + "/opinions", Map.of("view", "agrees"))
        .then()
        .statusCode(404);
    city.command(
            "jtb.approver", begun, "meetings/" + meeting + "/opinions", Map.of("view", "objects"))
        .then()
        .statusCode(422);
    city.command(
            "jtb.approver",
            begun,
            "meetings/" + meeting + "/opinions",
            Map.of("view", "objects", "words", "消防间距不足"))
        .then()
        .statusCode(200);
    city.as("jta.window").get(file).then().body("meetings[0].departments[0].words", is("消防间距不足"));
    city.command(
            "jta.window", begun, "meetings/" + meeting + "/minutes", Map.of("minutes", "请区局三日内复核。"))
        .then()
        .statusCode(200)
        .body("meetings[0].closed", equalTo(true));
    city.command("jtb.window", begun, "meetings/" + meeting + "/opinions", Map.of("view", "agrees"))
        .then()
        .statusCode(409);
    city.as("jtb.reviewer").get(file).then().body("meetings[0].minutes", is("请区局三日内复核。"));
    assertTrue(
        tables.count(
                "select count(*) from joint_event where joint_number = $1 and said is not null",
                begun.number())
            > 0,
        "what was said is kept, sealed");
    assertEquals(
        0,
        tables.count(
            "select count(*) from joint_event where joint_number = $1 and body::text like $2",
            begun.number(),
            "%消防%"));
  }

  @Test
  void aDepartmentDoesNotSeeWhatAnotherSaid() {
    Begun begun = JointCity.begin("yes");
    city.state("jta.window", begun, begun.lead(), "只有牵头看得见").then().statusCode(200);
    city.state("jtb.window", begun, begun.county(), "区局的话").then().statusCode(200);
    String file = "/api/v1/joint-applications/" + begun.number();
    city.as("jtc.window")
        .get(file)
        .then()
        .statusCode(200)
        .body("lead", is(false))
        .body("statements.stated", is(List.of(true, true, false)))
        .body("statements[1].complete", nullValue())
        .body("statements[2].mayState", is(true));
    assertEquals(false, city.as("jtc.window").get(file).asString().contains("区局的话"));
    city.as("jtb.window").get(file).then().body("statements[1].lacks.what", hasItem("区局的话"));
    city.as("jta.window").get(file).then().body("statements[1].lacks.what", hasItem("区局的话"));
    city.state("jtc.window", begun, begun.lead()).then().statusCode(403);
    city.as(JointCity.EDITOR).get(file).then().statusCode(403);
    Api.contract().get(file).then().statusCode(401);
    city.as("jta.window")
        .get("/api/v1/joint-applications?role=lead")
        .then()
        .statusCode(200)
        .body("items.jointNumber", hasItem(begun.number()));
    city.as("jtc.window").get("/api/v1/joint-applications?role=lead").then().body("items", empty());
    begun.send("withdrawals", Map.of()).then().statusCode(200);
  }
}
