package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.platform.CityTime;

/** 乡镇代办: a department's item taken in at a township, decided remotely, issued where one lives. */
@QuarkusTest
class DelegatedCaseApiTest {
  private static final LocalDate TODAY = LocalDate.now(CityTime.ZONE);
  private static final String CENTRE = "tst-centre";
  private static final String OTHER_CENTRE = "tst-centre-2";
  private static final String ROOM = "tst-room";
  private static final String LETTER = "测授〔2026〕7号";

  @Inject CaseCity city;
  @Inject AgroalDataSource database;

  @BeforeEach
  void found() {
    city.found();
    keep(CENTRE, "townshipCentre", CaseCity.TOWNSHIP, "晴岚街道便民服务中心");
    keep(OTHER_CENTRE, "townshipCentre", CaseCity.OTHER_TOWNSHIP, "云溪镇便民服务中心");
    keep(ROOM, "villageRoom", CaseCity.VILLAGE, "上闸村便民服务室");
    delegate(CaseCity.LICENCE, CENTRE, List.of("accept", "issue"), LETTER);
    delegate(CaseCity.EXPERT, CENTRE, List.of("forward"), "测授〔2026〕8号");
  }

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

    CaseCity.api()
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

  @Test
  void everybodyFindsWhereToGo() {
    CaseCity.api()
        .queryParam("q", "上闸")
        .get("/api/v1/places")
        .then()
        .statusCode(200)
        .body("items.code", hasItem(ROOM))
        .body("items[0].address", is("测试路1号"));
    CaseCity.api()
        .queryParam("item", CaseCity.LICENCE)
        .queryParam("region", "990101000000")
        .get("/api/v1/places")
        .then()
        .body("items.code", hasItems(CENTRE, ROOM))
        .body("items.code", not(hasItem(OTHER_CENTRE)));
    CaseCity.api()
        .get("/api/v1/places/" + CENTRE)
        .then()
        .statusCode(200)
        .body("place.offers", greaterThanOrEqualTo(3))
        .body("offers.find { it.itemCode == 'TST-LIC-01' }.collect", is(true))
        .body("offers.find { it.itemCode == 'TST-PAY-01' }.own", is(true));
    CaseCity.api().get("/api/v1/places/none").then().statusCode(404);
    Response first = CaseCity.api().queryParam("limit", 1).get("/api/v1/places");
    CaseCity.api()
        .queryParam("limit", 1)
        .queryParam("cursor", first.<String>path("nextCursor"))
        .get("/api/v1/places")
        .then()
        .body("items", hasSize(1))
        .body("items[0].code", not(is(first.<String>path("items[0].code"))));
    CaseCity.anything().get("/api/v1/places?cursor=%21%21").then().statusCode(400);
    Map<String, Object> form = form("villageRoom", CaseCity.TOWNSHIP, "错的");
    manage()
        .header("If-Match", "\"0\"")
        .body(form)
        .put("/api/v1/places/wrong")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/regionCode"));
  }

  @Test
  void aVillageRoomIsCheckedAndKeepsItsRegister() throws SQLException {
    Map<String, Object> check =
        Map.of("checkedOn", TODAY.toString(), "met", List.of("sign", "premises"));
    city.as("agent.a")
        .body(check)
        .post("/api/v1/places/" + ROOM + "/checks")
        .then()
        .statusCode(403);
    city.as("township.b")
        .body(check)
        .post("/api/v1/places/" + ROOM + "/checks")
        .then()
        .statusCode(404);
    city.as("township.a")
        .body(check)
        .post("/api/v1/places/" + ROOM + "/checks")
        .then()
        .statusCode(201)
        .body("complete", is(false))
        .body("met", contains("premises", "sign"));
    CaseCity.api()
        .get("/api/v1/places/" + ROOM)
        .then()
        .body("place.standard.complete", is(false))
        .body("place.standard.checkedOn", is(TODAY.toString()));

    Map<String, Object> entry =
        Map.of("way", "visit", "who", "郑重其事老伯", "matter", "问低保", "done", "给了指南");
    city.as("agent.b")
        .body(entry)
        .post("/api/v1/places/" + ROOM + "/duty-entries")
        .then()
        .statusCode(404);
    city.as("supervisor")
        .body(entry)
        .post("/api/v1/places/" + ROOM + "/duty-entries")
        .then()
        .statusCode(403);
    city.as("agent.a")
        .body(entry)
        .post("/api/v1/places/" + ROOM + "/duty-entries")
        .then()
        .statusCode(201)
        .body("who", is("郑重其事老伯"));
    String register = "/api/v1/places/" + ROOM + "/duty-entries";
    city.as("agent.a").get(register).then().statusCode(200).body("items.matter", hasItem("问低保"));
    city.as("supervisor")
        .get(register)
        .then()
        .statusCode(200)
        .body("items.who", hasItem("郑重其事老伯"))
        .body("readings.byName", hasItem("代办员agent.a"));
    // Not even the township above reads a village's register.
    city.as("township.a").get(register).then().statusCode(404);
    city.as("agent.b").get(register).then().statusCode(404);
    city.as("tst.window").get(register).then().statusCode(403);
    try (Connection connection = database.getConnection()) {
      assertEquals(List.of(), DatabaseScan.find(connection, List.of("郑重其事老伯")));
    }
    Map<String, Object> elsewhere = new HashMap<>(entry);
    elsewhere.put(
        "caseNumber", CaseCity.beginIn(CaseCity.WELFARE, CaseCity.OTHER_TOWNSHIP).number());
    city.as("agent.a").body(elsewhere).post(register).then().statusCode(422);
  }

  @Test
  void departmentsHaveLiaisonOfficers() {
    Map<String, Object> draft =
        Map.of("departmentCode", "tst", "account", "tst.reviewer", "telephone", "0999-6100200");
    manage()
        .body(Map.of("departmentCode", "tst", "account", "oth.reviewer", "telephone", "0999-1"))
        .post("/api/v1/liaison-officers")
        .then()
        .statusCode(422);
    String id =
        manage()
            .body(draft)
            .post("/api/v1/liaison-officers")
            .then()
            .statusCode(200)
            .extract()
            .path("id");
    manage().body(draft).post("/api/v1/liaison-officers").then().statusCode(409);
    city.as("township.a")
        .get("/api/v1/liaison-officers")
        .then()
        .statusCode(200)
        .body("find { it.id == '" + id + "' }.name", is("李reviewer"));
    manage().delete("/api/v1/liaison-officers/" + id).then().statusCode(204);
    manage().delete("/api/v1/liaison-officers/" + id).then().statusCode(404);
  }

  private RequestSpecification manage() {
    return city.as("admin.a");
  }

  private Begun takeIn(String account, Map<String, Object> wanted, int status) {
    Response answer =
        city.as(account)
            .header("Idempotency-Key", CaseCity.key())
            .body(wanted)
            .post("/api/v1/window-applications");
    answer.then().statusCode(status);
    return status == 201 ? new Begun(answer.path("caseNumber"), answer.path("trackingCode")) : null;
  }

  private static Map<String, Object> intake(String place, String item, String collectAt) {
    Map<String, Object> wanted = CaseCity.application(item);
    wanted.put("placeCode", place);
    if (collectAt != null) {
      wanted.put("collectAt", collectAt);
    }
    return wanted;
  }

  private void assertSees(String account, Begun begun, boolean sees) {
    city.as(account).get("/api/v1/cases/" + begun.number()).then().statusCode(sees ? 200 : 404);
    boolean listed =
        city.as(account)
            .get("/api/v1/cases?scope=department&q=" + begun.number())
            .then()
            .statusCode(200)
            .extract()
            .<List<String>>path("items.caseNumber")
            .contains(begun.number());
    assertEquals(sees, listed, account);
  }

  private io.restassured.response.ValidatableResponse mine(String account) {
    return city.as(account).get("/api/v1/cases?scope=mine&limit=100").then().statusCode(200);
  }

  private void keep(String code, String kind, String region, String name) {
    Response before = CaseCity.api().get("/api/v1/places/" + code);
    if (before.statusCode() == 404) {
      manage()
          .header("If-Match", "\"0\"")
          .body(form(kind, region, name))
          .put("/api/v1/places/" + code)
          .then()
          .statusCode(200);
    }
  }

  private static Map<String, Object> form(String kind, String region, String name) {
    return Map.of(
        "kind",
        kind,
        "regionCode",
        region,
        "name",
        name,
        "address",
        "测试路1号",
        "telephone",
        "0999-6100100",
        "hours",
        List.of(Map.of("from", "08:30", "until", "12:00")));
  }

  private void delegate(String item, String place, List<String> powers, String letter) {
    int status =
        manage().body(draft(item, place, powers, letter)).post("/api/v1/delegations").statusCode();
    assertEquals(true, status == 200 || status == 409, "delegated: " + status);
  }

  private static Map<String, Object> draft(
      String item, String place, List<String> powers, String letter) {
    return Map.of(
        "itemCode",
        item,
        "placeCode",
        place,
        "powers",
        powers,
        "letterNumber",
        letter,
        "issuedBy",
        "测试局局长",
        "from",
        TODAY.minusDays(30).toString());
  }
}
