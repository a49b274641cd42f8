package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.testing.Api;

/** 乡镇代办: a department's item taken in at a township, decided remotely, issued where one lives. */
@QuarkusTest
class DelegatedCaseApiTest extends DelegationSteps {
  @Test
  void aTownshipTakesInAndIssuesAndTheDepartmentDecides() {
    Begun begun = takeIn("township.a", intake(CENTRE, CaseCity.LICENCE, CENTRE), 201);

    assertSees("township.a", begun, true);
    assertSees("township.b", begun, false);
    assertSees("tst.window", begun, true);
    assertSees("oth.window", begun, false);
    mine("township.a").body("items.caseNumber", hasItem(begun.number()));
    mine("township.b").body("items.caseNumber", not(hasItem(begun.number())));

    // Somebody of another township can't accept: for them there is no such case.
    city.act("township.b", begun, "accept", Map.of(), "\"1\"").then().statusCode(404);
    city.act("township.a", begun, "accept", Map.of())
        .then()
        .statusCode(200)
        .body("history[-1].by", containsString("晴岚街道便民服务中心"))
        .body("history[-1].authorisation", is(LETTER));
    // Review and decision are the department's and nobody else's.
    mine("township.a").body("items.caseNumber", not(hasItem(begun.number())));
    city.act("township.a", begun, "advance", Map.of()).then().statusCode(403);
    city.act("tst.reviewer", begun, "advance", Map.of()).then().statusCode(200);
    city.act("township.a", begun, "decide", Map.of("decision", "grant")).then().statusCode(403);
    city.act("tst.approver", begun, "decide", Map.of("decision", "grant")).then().statusCode(200);
    mine("township.a").body("items.caseNumber", hasItem(begun.number()));
    city.act("township.a", begun, "close", Map.of())
        .then()
        .statusCode(200)
        .body("state", is("granted"));

    begun
        .track()
        .then()
        .statusCode(200)
        .body("places.takenIn.place.name", is("晴岚街道便民服务中心"))
        .body("places.collect.letter", is(LETTER))
        .body("places.collect.acts", is(true))
        .body("places.consent", nullValue());
    Response papers = city.as("township.a").get("/api/v1/cases/" + begun.number() + "/documents");
    papers.then().statusCode(200);
    String texts = papers.asString();
    assertEquals(
        Set.of("收件地点", "领取地点", "代办单位"),
        Set.of("收件地点", "领取地点", "代办单位").stream()
            .filter(texts::contains)
            .collect(java.util.stream.Collectors.toSet()));
    assertEquals(true, texts.contains("晴岚街道便民服务中心（受晴川市测试局委托，授权书" + LETTER + "）"), texts);
  }

  @Test
  void whatIsOnlyForwardedIsAcceptedByTheDepartment() {
    Begun begun = takeIn("township.a", intake(CENTRE, CaseCity.EXPERT, null), 201);
    assertSees("township.a", begun, true);
    city.act("township.a", begun, "accept", Map.of()).then().statusCode(403);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
  }

  @Test
  void whatCameOnPaperIsThereForTheClerkAsForTheApplicant() {
    Map<String, Object> wanted = intake(CENTRE, CaseCity.LICENCE, null);
    wanted.put("materials", List.of(Map.of("code", "M1")));
    Begun begun = takeIn("township.a", wanted, 201);
    begun
        .track()
        .then()
        .statusCode(200)
        .body("materials.findAll { it.received }.code", contains("M1"));
    city.as("township.a")
        .get("/api/v1/cases/" + begun.number())
        .then()
        .statusCode(200)
        .body("receipts.code", contains("M1"))
        .body("receipts.onPaper", contains(true))
        .body("receipts.receivedAt", contains(not(nullValue())))
        .body("materials", hasSize(0));
  }

  @Test
  void somebodyOnlineCollectsAtATownship() {
    Map<String, Object> application = CaseCity.application(CaseCity.LICENCE);
    application.put("collectAt", CENTRE);
    Response receipt = CaseCity.apply(application);
    receipt.then().statusCode(201);
    Begun begun = new Begun(receipt.path("caseNumber"), receipt.path("trackingCode"));
    assertSees("township.a", begun, true);
    assertSees("township.b", begun, false);
    city.act("township.a", begun, "accept", Map.of()).then().statusCode(403);

    application.put("collectAt", OTHER_CENTRE);
    CaseCity.apply(application)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/collectAt"));
    application.put("itemCode", CaseCity.EXPERT);
    application.put("materials", List.of());
    application.put("collectAt", CENTRE);
    CaseCity.apply(application).then().statusCode(422);
  }

  @Test
  void aVillageAgentFilesWithConsentAndNowhereElse() {
    Map<String, Object> wanted = intake(ROOM, CaseCity.LICENCE, CENTRE);
    takeIn("agent.a", wanted, 422);
    wanted.put("consent", "signed");
    takeIn("agent.b", wanted, 404);
    takeIn("township.b", wanted, 404);
    takeIn("tst.window", wanted, 404);
    Begun begun = takeIn("agent.a", wanted, 201);
    assertSees("agent.a", begun, true);
    assertSees("agent.b", begun, false);
    begun
        .track()
        .then()
        .body("places.consent.way", is("signed"))
        .body("places.consent.agent", is("代办员agent.a"))
        .body("places.takenIn.place.kind", is("villageRoom"));
    // The township above accepts; the agent only hands in.
    city.act("agent.a", begun, "accept", Map.of()).then().statusCode(403);
    city.act("township.a", begun, "accept", Map.of()).then().statusCode(200);

    wanted.put("itemCode", CaseCity.BARE);
    wanted.put("materials", List.of());
    takeIn("agent.a", wanted, 422);
  }

  @Test
  void aDelegationIsTriedRecordedAndEnded() {
    String today = TODAY.toString();
    Map<String, Object> draft =
        draft(CaseCity.BARE, OTHER_CENTRE, List.of("forward"), "测授〔2026〕9号");
    city.as("editor").body(draft).post("/api/v1/delegations").then().statusCode(403);
    manage()
        .body(draft)
        .queryParam("dryRun", true)
        .post("/api/v1/delegations")
        .then()
        .statusCode(200)
        .body("applied", is(false))
        .body("changes.field", hasItems("item", "place", "powers", "letterNumber"));
    manage()
        .get("/api/v1/delegations?item=" + CaseCity.BARE + "&place=" + OTHER_CENTRE)
        .then()
        .body("total", is(0));
    String id =
        manage()
            .body(draft)
            .post("/api/v1/delegations")
            .then()
            .statusCode(200)
            .extract()
            .path("id");
    manage().body(draft).post("/api/v1/delegations").then().statusCode(409);
    Begun begun = takeIn("township.b", intake(OTHER_CENTRE, CaseCity.BARE, null), 201);

    Api.contract()
        .get("/api/v1/power-items/" + CaseCity.BARE + "/places")
        .then()
        .statusCode(200)
        .body("place.code", hasItem(OTHER_CENTRE))
        .body("find { it.place.code == '" + OTHER_CENTRE + "' }.accepts", is(false));
    manage()
        .body(Map.of("lastDay", TODAY.minusDays(1).toString(), "why", "收回"))
        .queryParam("dryRun", true)
        .post("/api/v1/delegations/" + id + "/ending")
        .then()
        .statusCode(200)
        .body("runningCases", is(1))
        .body("effectiveFrom", is(today));
    manage()
        .body(Map.of("lastDay", TODAY.minusDays(1).toString(), "why", "收回"))
        .post("/api/v1/delegations/" + id + "/ending")
        .then()
        .statusCode(200);
    takeIn("township.b", intake(OTHER_CENTRE, CaseCity.BARE, null), 422);
    // What was taken in before is still the township's to see.
    assertSees("township.b", begun, true);
    Map<String, Object> again = new HashMap<>(draft);
    again.put("from", TODAY.toString());
    manage().body(again).post("/api/v1/delegations").then().statusCode(200);
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("powers", List.of("accept", "forward")),
            Map.of("placeCode", ROOM),
            Map.of("itemCode", "NO-SUCH"),
            Map.of("letterNumber", "  "),
            Map.of("until", "2020-01-01"))) {
      Map<String, Object> body = new HashMap<>(draft);
      body.putAll(wrong);
      manage().body(body).post("/api/v1/delegations").then().statusCode(422);
    }
    manage()
        .get("/api/v1/administration/changes?kind=delegation")
        .then()
        .statusCode(200)
        .body("items.action", hasItems("delegationRecorded", "delegationEnded"));
    manage().get("/api/v1/staff/changes").then().statusCode(200);
  }

  private Begun takeIn(String account, Map<String, Object> wanted, int status) {
    Response answer = handIn(account, wanted, status);
    return status == 201 ? begun(answer) : null;
  }

  private static Map<String, Object> intake(String place, String item, String collectAt) {
    Map<String, Object> wanted = CaseCity.application(item);
    wanted.put("placeCode", place);
    if (collectAt != null) {
      wanted.put("collectAt", collectAt);
    }
    return wanted;
  }

  private io.restassured.response.ValidatableResponse mine(String account) {
    return city.as(account).get("/api/v1/cases?scope=mine&limit=100").then().statusCode(200);
  }
}
