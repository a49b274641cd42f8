package org.sunlit.council;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sunlit.council.CouncilCity.ANSWERER;
import static org.sunlit.council.CouncilCity.DESK;
import static org.sunlit.council.CouncilCity.OFFICE;
import static org.sunlit.council.CouncilCity.ROOM;
import static org.sunlit.council.CouncilCity.today;
import static org.sunlit.council.CouncilCity.together;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;
import org.sunlit.testing.Newcomer;
import org.sunlit.testing.SignedIn;

/** Members over the API: appointed, joining, sent documents, ended. */
@QuarkusTest
class CouncilMembersApiTest {
  private static final String COPY = "/api/v1/me/export";

  @Inject CouncilCity city;
  @Inject TravellingClock clock;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  @Test
  void whoeverIsNoMemberSeesNothing() {
    CouncilCity.Somebody author = city.member();
    String number = city.topic(author.account(), "一般情况");
    city.release(number, 1);
    SignedIn.as("ccl.nobody", null, Role.CITIZEN);
    for (String path : List.of("/membership", "/topics", "/topics/" + number, "/documents")) {
      city.as("ccl.nobody").get(ROOM + path).then().statusCode(404);
    }
    city.as("ccl.nobody")
        .body(Map.of("kind", "discussion", "title", "我也说", "words", "我也说"))
        .post(ROOM + "/topics")
        .then()
        .statusCode(404);
    city.as(author.account()).get(DESK + "/topics").then().statusCode(403);
    city.as(ANSWERER).get(DESK + "/topics/" + number).then().statusCode(404);
  }

  @Test
  void whatEndsEndsAtOnce() {
    CouncilCity.Somebody author = city.member();
    String number = city.topic(author.account(), "一般情况");
    city.as(OFFICE)
        .body(Map.of("endedOn", today().plusDays(1).toString(), "reason", "调离"))
        .post(DESK + "/members/" + author.member() + "/end")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/endedOn"));
    city.as(OFFICE)
        .body(Map.of("endedOn", today().toString(), "reason", "工作调离本市"))
        .post(DESK + "/members/" + author.member() + "/end")
        .then()
        .statusCode(200)
        .body("state", equalTo("ended"))
        .body("endedWhy", equalTo("工作调离本市"));
    city.as(author.account()).get(ROOM + "/topics/" + number).then().statusCode(404);
    city.as(author.account())
        .header("Idempotency-Key", Api.key())
        .body(Map.of("words", "再说一句"))
        .post(ROOM + "/topics/" + number + "/contributions")
        .then()
        .statusCode(404);
    city.as(author.account())
        .get(ROOM + "/membership")
        .then()
        .statusCode(200)
        .body("state", equalTo("ended"))
        .body("named", equalTo(false));
  }

  @Test
  void whoeverClosesTheirAccountServesNoLonger() {
    CouncilCity.Somebody leaving = city.member();
    CouncilCity.Somebody staying = city.member();

    city.as(leaving.account())
        .body(Map.of("password", SignedIn.PASSWORD))
        .post("/api/v1/me/closing")
        .then()
        .statusCode(204);

    String of = "items.find { it.id == '%s' }.";
    city.as(OFFICE)
        .get(DESK + "/members")
        .then()
        .statusCode(200)
        .body(of.formatted(leaving.member()) + "state", equalTo("ended"))
        .body(of.formatted(leaving.member()) + "endedOn", equalTo(today().toString()))
        .body(of.formatted(leaving.member()) + "endedWhy", equalTo("本人注销了账户"))
        .body(of.formatted(leaving.member()) + "named", equalTo(false))
        .body(of.formatted(staying.member()) + "state", equalTo("serving"));
  }

  @Test
  void theCopyOfOnesDataHasWhatOneWroteAndNothingOfOthers() {
    Newcomer person = Newcomer.person().arrive();
    person.asks().post(COPY).then().statusCode(200).body("council", nullValue());
    JsonPath invitation = city.appointed("晴监聘-副本");
    person
        .asks()
        .body(Map.of("certificate", "晴监聘-副本", "code", invitation.getString("code"), "named", true))
        .post(ROOM + "/membership")
        .then()
        .statusCode(200);
    String others = city.topic(city.member().account(), "别人说的话");
    city.release(others, 1);
    String own =
        person
            .asks()
            .header("Idempotency-Key", Api.key())
            .body(Map.of("kind", "question", "title", "窗口为何不开", "words", "去了两次都没有人"))
            .post(ROOM + "/topics")
            .then()
            .statusCode(201)
            .extract()
            .path("summary.number");
    person
        .asks()
        .header("Idempotency-Key", Api.key())
        .body(Map.of("words", "我也遇到过"))
        .post(ROOM + "/topics/" + others + "/contributions")
        .then()
        .statusCode(200);

    person
        .asks()
        .post(COPY)
        .then()
        .statusCode(200)
        .body("council.memberships.certificate", contains("晴监聘-副本"))
        .body("council.written.number", contains(others, own))
        .body("council.written.words", contains("我也遇到过", "去了两次都没有人"))
        .body("council.written.title", hasItem("窗口为何不开"));
  }

  @Test
  void aTermThatRunsOutTakesItsRightsWithIt() {
    CouncilCity.Somebody author = city.member();
    clock.travelTo(Instant.now().plus(Duration.ofDays(3 * 365)));
    city.as(author.account())
        .get(ROOM + "/membership")
        .then()
        .statusCode(200)
        .body("state", equalTo("expired"));
    city.as(author.account()).get(ROOM + "/topics").then().statusCode(404);
  }

  @Test
  void anInvitationIsGoodOnceAndForItsCodeAlone() {
    JsonPath invitation = city.appointed("晴监聘-一次");
    SignedIn.as("ccl.first", null, Role.CITIZEN);
    SignedIn.as("ccl.second", null, Role.ENTERPRISE);
    city.join("ccl.first", "晴监聘-一次", "AAAAA-AAAAA").then().statusCode(404);
    city.join("ccl.first", "晴监聘-一次", invitation.getString("code")).then().statusCode(200);
    city.join("ccl.second", "晴监聘-一次", invitation.getString("code")).then().statusCode(409);
    city.as(OFFICE)
        .post(DESK + "/members/" + invitation.getString("member.id") + "/invitation")
        .then()
        .statusCode(409);
    city.as(OFFICE)
        .body(city.appointment("晴监聘-一次"))
        .post(DESK + "/members")
        .then()
        .statusCode(409)
        .body("detail", containsString("聘书编号"));
    JsonPath second = city.appointed("晴监聘-二次");
    city.join("ccl.first", "晴监聘-二次", second.getString("code"))
        .then()
        .statusCode(409)
        .body("detail", containsString("聘期"));
  }

  @Test
  void twoForOneInvitation() {
    JsonPath invitation = city.appointed("晴监聘-争");
    SignedIn.as("ccl.rival1", null, Role.CITIZEN);
    SignedIn.as("ccl.rival2", null, Role.CITIZEN);
    List<Integer> joined =
        together(
            () -> city.join("ccl.rival1", "晴监聘-争", invitation.getString("code")).statusCode(),
            () -> city.join("ccl.rival2", "晴监聘-争", invitation.getString("code")).statusCode());
    assertEquals(List.of(200, 409), joined);
  }

  @Test
  void documentsAreSignedForOnceByEach() {
    CouncilCity.Somebody one = city.member();
    CouncilCity.Somebody two = city.member();
    String number =
        city.as(OFFICE)
            .header("Idempotency-Key", Api.key())
            .body(
                Map.of(
                    "title",
                    "座谈会通知",
                    "words",
                    "定于下周三召开座谈会。",
                    "members",
                    List.of(one.member()),
                    "files",
                    List.of(Api.upload())))
            .post(DESK + "/documents")
            .then()
            .statusCode(201)
            .body("recipients", equalTo(1))
            .extract()
            .path("number");
    city.as(two.account()).get(ROOM + "/documents").then().body("number", not(hasItem(number)));
    city.as(two.account()).post(ROOM + "/documents/" + number + "/receipt").then().statusCode(404);
    String file =
        city.as(one.account()).get(ROOM + "/documents").then().extract().path("[0].files[0].id");
    city.as(one.account()).get(ROOM + "/files/" + file).then().statusCode(200);
    city.as(two.account()).get(ROOM + "/files/" + file).then().statusCode(404);
    city.as(ANSWERER).get(DESK + "/files/" + file).then().statusCode(404);
    city.as(one.account())
        .post(ROOM + "/documents/" + number + "/receipt")
        .then()
        .statusCode(200)
        .body("received", equalTo(1));
    city.as(one.account()).post(ROOM + "/documents/" + number + "/receipt").then().statusCode(409);
    String back =
        city.as(one.account())
            .header("Idempotency-Key", Api.key())
            .body(Map.of("title", "参会回执", "words", "准时参加。"))
            .post(ROOM + "/documents")
            .then()
            .statusCode(201)
            .extract()
            .path("number");
    city.as(OFFICE)
        .post(DESK + "/documents/" + back + "/receipt")
        .then()
        .statusCode(200)
        .body("mayReceive", equalTo(false));
    city.as(OFFICE)
        .body(Map.of("title", "空文", "words", "没有人", "members", List.of()))
        .post(DESK + "/documents")
        .then()
        .statusCode(422);
    city.as(ANSWERER).get(DESK + "/documents").then().body("", hasSize(0));
  }
}
