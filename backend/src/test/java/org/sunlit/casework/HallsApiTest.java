package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.testing.Api;
import org.sunlit.testing.SignedIn;
import org.sunlit.testing.Tables;

/** 异地受理、运单: a county's hall takes in what the city decides, and the paper follows (B22). */
@QuarkusTest
class HallsApiTest extends DelegationSteps {
  private static final String COUNTY = "990101000000";
  private static final String HALL = "tst-county-hall";
  private static final String CITY_HALL = "tst-city-hall";

  @Inject Tables tables;

  @BeforeEach
  void openHalls() {
    keep(HALL, "cityHall", COUNTY, "晴岚区政务服务中心");
    keep(CITY_HALL, "cityHall", CaseCity.CITY, "晴川市政务服务中心");
    int status =
        city.as("admin.a")
            .body(
                Map.of(
                    "itemCode",
                    CaseCity.LICENCE,
                    "basis",
                    "测通办〔2026〕2号",
                    "collect",
                    true,
                    "from",
                    TODAY.minusDays(30).toString()))
            .post("/api/v1/cross-region-items")
            .statusCode();
    assertTrue(status == 200 || status == 409, "marked: " + status);
    hallClerk("hall.county", COUNTY);
    hallClerk("hall.city", CaseCity.CITY);
  }

  private static void hallClerk(String account, String region) {
    SignedIn.as(
        new StaffAccount(
            account,
            "综" + account,
            null,
            null,
            null,
            region,
            null,
            Set.of(Role.WINDOW_CLERK),
            Set.of("hall")));
  }

  @Test
  void aCountysHallTakesInWhatTheCityDecidesAndSeesNothingElse() {
    Map<String, Object> wanted = intake(CaseCity.CITY);
    wanted.remove("checked");
    handIn("hall.county", wanted, 422).then().body("errors.pointer", contains("/checked"));
    wanted.put("checked", true);
    handIn("hall.city", wanted, 404);
    handIn("tst.window", wanted, 404);
    // What its own townships decide is no other region's.
    handIn("hall.county", intake(CaseCity.TOWNSHIP), 422)
        .then()
        .body("errors.pointer", contains("/regionCode"));
    Begun begun = begun(handIn("hall.county", wanted, 201));
    assertSees("hall.county", begun, true);
    assertSees("hall.city", begun, false);
    assertSees("township.a", begun, false);
    assertSees("tst.window", begun, true);
    assertSees("hall.county", CaseCity.beginIn(CaseCity.LICENCE, CaseCity.TOWNSHIP), false);
    begun
        .track()
        .then()
        .body("places.takenIn.place.code", is(HALL))
        .body("places.takenIn.acts", is(false))
        .body("places.collect.acts", is(false))
        .body("places.crossRegion.home.code", is(CaseCity.CITY));
    city.act("hall.county", begun, "accept", Map.of()).then().statusCode(403);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    // And the city's hall takes in what a county decides.
    Map<String, Object> down = intake(COUNTY);
    down.put("placeCode", CITY_HALL);
    down.remove("collectAt");
    Begun other = begun(handIn("hall.city", down, 201));
    assertSees("hall.city", other, true);
    assertSees("hall.county", other, false);
  }

  @Test
  void paperIsSentSignedForAndMissed() {
    Begun begun = begun(handIn("hall.county", intake(CaseCity.CITY), 201));
    String path = "/api/v1/cases/" + begun.number() + "/waybills";
    String number = "EZ" + System.nanoTime() + "CN";
    Map<String, Object> draft =
        new HashMap<>(
            Map.of("direction", "materials", "carrier", "邮政EMS", "number", number.toLowerCase()));
    send("hall.county", path, draft, 422).then().body("errors.pointer", contains("/materials"));
    draft.put("materials", List.of("M9"));
    send("hall.county", path, draft, 422).then().body("errors.pointer", contains("/materials"));
    draft.put("materials", List.of("M1"));
    // Who decides has nothing to send yet, and who has no part in it sees nothing.
    send("tst.window", path, draft, 403);
    send("hall.city", path, draft, 404);
    String key = Api.key();
    Response sent = send("hall.county", path, draft, 201, key);
    sent.then()
        .body("number", is(number))
        .body("state", is("onTheWay"))
        .body("from.name", is("晴岚区政务服务中心"))
        .body("to.name", is("晴川市测试局"))
        .body("sent.by", is("综hall.county"))
        .body("receivable", is(false));
    String id = sent.path("id");
    assertEquals(id, send("hall.county", path, draft, 201, key).path("id"), "once");
    send("hall.county", path, draft, 409);
    Map<String, Object> ordinary = new HashMap<>(draft);
    ordinary.put("number", "A" + number);
    send(
        "tst.window",
        "/api/v1/cases/" + CaseCity.begin(CaseCity.LICENCE).number() + "/waybills",
        ordinary,
        409);

    // The day over, it is late for both ends and for whoever waits for it.
    tables.text(
        "update waybill set expected_on = expected_on - 30 where id = cast($1::text as uuid) returning id::text",
        id);
    city.as("tst.window")
        .get("/api/v1/waybills")
        .then()
        .statusCode(200)
        .body("find { it.id == '" + id + "' }.state", is("late"))
        .body("find { it.id == '" + id + "' }.receivable", is(true));
    city.as("hall.county").get("/api/v1/waybills").then().body("id", hasItem(id));
    city.as("oth.window").get("/api/v1/waybills").then().body("id", not(hasItem(id)));
    tracked(begun).then().body("state", contains("late")).body("[0].receivedAt", nullValue());

    mark("hall.county", path + "/" + id + "/receipt", 1, 403);
    mark("tst.window", path + "/" + id + "/loss", 2, 412);
    mark("tst.window", path + "/" + id + "/loss", 1, 200)
        .then()
        .body("state", is("missing"))
        .body("missing.by", is("李window"));
    mark("hall.county", path + "/" + id + "/loss", 2, 409);
    // It turned up after all.
    mark("tst.window", path + "/" + id + "/receipt", 2, 200)
        .then()
        .body("state", is("received"))
        .body("received.by", is("李window"));
    mark("tst.window", path + "/" + id + "/receipt", 3, 409);
    city.as("tst.window").get("/api/v1/waybills").then().body("id", not(hasItem(id)));
    Response seen = tracked(begun);
    seen.then().body("state", contains("received")).body("carrier", contains("邮政EMS"));
    assertTrue(!seen.asString().contains("李window"), "no name of the staff");

    // The result goes the other way.
    Map<String, Object> back =
        Map.of("direction", "result", "carrier", "机要通道", "number", "R" + number);
    send("hall.county", path, back, 403);
    String result = send("tst.window", path, back, 201).path("id");
    mark("hall.county", path + "/" + result + "/receipt", 1, 200);
    Api.contract()
        .body(Map.of("caseNumber", begun.number(), "trackingCode", "AAAAA-AAAAA"))
        .post("/api/v1/waybills/tracking")
        .then()
        .statusCode(404);
    Begun plain = CaseCity.begin(CaseCity.BARE);
    tracked(plain).then().body("", empty());
  }

  private static Response tracked(Begun begun) {
    Response answer =
        Api.contract()
            .body(Map.of("caseNumber", begun.number(), "trackingCode", begun.code()))
            .post("/api/v1/waybills/tracking");
    answer.then().statusCode(200);
    return answer;
  }

  private Response send(String account, String path, Map<String, Object> draft, int status) {
    return send(account, path, draft, status, Api.key());
  }

  private Response send(
      String account, String path, Map<String, Object> draft, int status, String key) {
    Response answer = city.as(account).header("Idempotency-Key", key).body(draft).post(path);
    answer.then().statusCode(status);
    return answer;
  }

  private Response mark(String account, String path, int seen, int status) {
    Response answer = city.as(account).header("If-Match", "\"" + seen + "\"").post(path);
    answer.then().statusCode(status);
    return answer;
  }

  private static Map<String, Object> intake(String home) {
    Map<String, Object> wanted = CaseCity.application(CaseCity.LICENCE);
    wanted.put("placeCode", HALL);
    wanted.put("regionCode", home);
    wanted.put("checked", true);
    wanted.put("collectAt", HALL);
    return wanted;
  }
}
