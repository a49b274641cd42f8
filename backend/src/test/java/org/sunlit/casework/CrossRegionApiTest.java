package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.testing.Api;

/** 跨区域通办: handed in at a centre of another region, decided where it belongs (收受分离, B22). */
@QuarkusTest
class CrossRegionApiTest extends DelegationSteps {
  private static final String AWAY = OTHER_CENTRE;
  private static final String BASIS = "国办发〔2020〕35号、测通办〔2026〕1号";

  @BeforeEach
  void markAnItem() {
    Response marked =
        city.as("admin.a").body(draft(CaseCity.WELFARE, true)).post("/api/v1/cross-region-items");
    assertTrue(List.of(200, 409).contains(marked.statusCode()), marked.asString());
  }

  @Test
  void anotherRegionTakesInAndTheHomeRegionDecides() {
    Map<String, Object> wanted = intake(CaseCity.WELFARE);
    // Materials and identity are checked at the window, or nothing is taken in.
    handIn("township.b", wanted, 422).then().body("errors.pointer", contains("/checked"));
    wanted.put("checked", true);
    wanted.put("collectAt", AWAY);
    // The window is its own people's.
    handIn("township.a", wanted, 404);
    handIn("tst.window", wanted, 404);
    Begun begun = begun(handIn("township.b", wanted, 201));

    assertSees("township.b", begun, true);
    assertSees("township.a", begun, true);
    assertSees("tst.window", begun, true);
    assertSees("oth.window", begun, false);
    // What the other township has of its own stays its own.
    Begun ordinary = CaseCity.beginIn(CaseCity.WELFARE, CaseCity.TOWNSHIP);
    assertSees("township.b", ordinary, false);

    // The clock runs from the receipt at the window.
    Response tracked = begun.track();
    tracked
        .then()
        .statusCode(200)
        .body("deadline", notNullValue())
        .body("places.takenIn.place.code", is(AWAY))
        .body("places.takenIn.acts", is(false))
        .body("places.crossRegion.home.code", is(CaseCity.TOWNSHIP))
        .body("places.crossRegion.home.name", is("晴岚街道"))
        .body("places.crossRegion.basis", is(BASIS))
        .body("places.crossRegion.courier", is(false))
        .body("places.crossRegion.checkedBy", nullValue());
    assertEquals(tracked.<String>path("submittedAt"), tracked.<String>path("deadline.startedAt"));
    city.as("township.b")
        .get("/api/v1/cases/" + begun.number())
        .then()
        .body("places.crossRegion.checkedBy", is("张村"));

    // Whoever took it in neither accepts nor decides.
    city.act("township.b", begun, "accept", Map.of()).then().statusCode(403);
    mine("township.b", begun, false);
    mine("township.a", begun, true);
    city.act("township.a", begun, "accept", Map.of()).then().statusCode(200);
    city.act("township.b", begun, "advance", Map.of()).then().statusCode(403);
    city.as("township.b")
        .get("/api/v1/cases/" + begun.number() + "/documents")
        .then()
        .statusCode(200);
    assertTrue(
        city.as("township.b")
            .get("/api/v1/cases/" + begun.number() + "/documents")
            .asString()
            .contains("（跨区域通办窗口，由晴岚街道办理）"));
  }

  @Test
  void theWindowHandsOverWhatWasDecidedElsewhere() {
    mark(CaseCity.LICENCE, true);
    Map<String, Object> wanted = intake(CaseCity.LICENCE);
    wanted.put("checked", true);
    wanted.put("collectAt", AWAY);
    wanted.put("regionCode", CaseCity.TOWNSHIP);
    Begun begun = begun(handIn("township.b", wanted, 201));
    city.as("township.b")
        .get("/api/v1/cases/" + begun.number())
        .then()
        .body("places.collect.place.code", is(AWAY))
        .body("places.collect.acts", is(true))
        .body("places.collect.letter", nullValue());
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    city.act("tst.reviewer", begun, "advance", Map.of()).then().statusCode(200);
    city.act("township.b", begun, "decide", Map.of("decision", "grant")).then().statusCode(403);
    city.act("tst.approver", begun, "decide", Map.of("decision", "grant")).then().statusCode(200);
    mine("township.a", begun, false);
    mine("township.b", begun, true);
    city.act("township.b", begun, "close", Map.of())
        .then()
        .statusCode(200)
        .body("state", is("granted"))
        .body("history[-1].by", containsString("云溪镇便民服务中心"))
        .body("history[-1].authorisation", nullValue());
  }

  @Test
  void onlyWhatIsMarkedAndOnlyForAnotherRegion() {
    // Its own region is no other one.
    Map<String, Object> own = intake(CaseCity.WELFARE);
    own.put("checked", true);
    own.put("courier", true);
    own.put("regionCode", CaseCity.OTHER_TOWNSHIP);
    handIn("township.b", own, 422).then().body("errors.pointer", contains("/courier"));

    Map<String, Object> sent = intake(CaseCity.WELFARE);
    sent.put("courier", true);
    sent.put("collectAt", AWAY);
    handIn("township.b", sent, 422)
        .then()
        .body("errors.pointer", containsInAnyOrder("/checked", "/courier", "/applicant/address"));
    sent.remove("collectAt");
    sent.put("checked", true);
    sent.put(
        "applicant",
        Map.of("kind", "person", "name", "王小明", "phone", "13812345678", "address", "云溪镇1号"));
    begun(handIn("township.b", sent, 201))
        .track()
        .then()
        .body("places.crossRegion.courier", is(true))
        .body("places.collect", nullValue());

    Map<String, Object> unmarked = intake(CaseCity.BARE);
    unmarked.put("checked", true);
    unmarked.put("regionCode", CaseCity.TOWNSHIP);
    handIn("township.b", unmarked, 422).then().body("errors.pointer", contains("/itemCode"));
    Map<String, Object> nowhere = intake(CaseCity.WELFARE);
    nowhere.put("checked", true);
    nowhere.put("regionCode", "990199001000");
    handIn("township.b", nowhere, 422).then().body("errors.pointer", contains("/regionCode"));

    mark(CaseCity.JOINT, false);
    Map<String, Object> lacking = intake(CaseCity.JOINT);
    lacking.put("checked", true);
    handIn("township.b", lacking, 422).then().body("errors.pointer", contains("/regionCode"));
    lacking.put("regionCode", CaseCity.TOWNSHIP);
    lacking.put("collectAt", AWAY);
    handIn("township.b", lacking, 422).then().body("errors.pointer", contains("/collectAt"));
  }

  @Test
  void itemsAreMarkedFromDayToDayAndCountedByPairs() {
    String path = "/api/v1/cross-region-items";
    Api.contract()
        .get(path + "?item=" + CaseCity.WELFARE)
        .then()
        .statusCode(200)
        .body("basis", contains(BASIS))
        .body("state", contains("inForce"));
    city.as("admin.a")
        .body(draft(CaseCity.WELFARE, true))
        .post(path)
        .then()
        .statusCode(409)
        .body("detail", containsString("通办"));
    city.as("tst.window").body(draft(CaseCity.BARE, true)).post(path).then().statusCode(403);
    String id =
        city.as("admin.a")
            .body(draft(CaseCity.PRE_REVIEW, true))
            .post(path)
            .then()
            .statusCode(200)
            .body("changes.field", hasItem("basis"))
            .extract()
            .path("id");
    Map<String, Object> ending = Map.of("lastDay", TODAY.minusDays(1).toString(), "why", "目录调整");
    String end = path + "/" + id + "/ending";
    city.as("admin.a").body(ending).post(end + "?dryRun=true").then().statusCode(200);
    city.as("admin.a").body(ending).post(end).then().statusCode(200);
    city.as("admin.a").body(ending).post(end).then().statusCode(409);
    Api.contract()
        .get(path)
        .then()
        .body("itemCode", not(hasItem(CaseCity.PRE_REVIEW)))
        .body("itemCode", hasItem(CaseCity.WELFARE));

    Map<String, Object> wanted = intake(CaseCity.WELFARE);
    wanted.put("checked", true);
    handIn("township.b", wanted, 201);
    String pair =
        "find { it.takenIn.code == '%s' && it.home.code == '%s' }."
            .formatted(CaseCity.OTHER_TOWNSHIP, CaseCity.TOWNSHIP);
    city.as("township.a")
        .get("/api/v1/cross-region-figures?level=township&from=" + TODAY)
        .then()
        .statusCode(200)
        .body(pair + "cases", greaterThanOrEqualTo(1))
        .body(pair + "takenIn.name", is("云溪镇"));
    city.as("township.a")
        .get("/api/v1/cross-region-figures?until=" + TODAY.minusDays(1))
        .then()
        .statusCode(200)
        .body("size()", is(0));
    assertTrue(Api.contract().get("/api/v1/board/feed?limit=200").asString().contains("takenInAt"));
  }

  private void mark(String item, boolean collect) {
    int status =
        city.as("admin.a")
            .body(draft(item, collect))
            .post("/api/v1/cross-region-items")
            .statusCode();
    assertTrue(status == 200 || status == 409, "marked: " + status);
  }

  private static Map<String, Object> draft(String item, boolean collect) {
    return Map.of(
        "itemCode",
        item,
        "basis",
        BASIS,
        "collect",
        collect,
        "from",
        TODAY.minusDays(30).toString());
  }

  private static Map<String, Object> intake(String item) {
    Map<String, Object> wanted = CaseCity.application(item);
    wanted.put("placeCode", AWAY);
    return wanted;
  }

  private void mine(String account, Begun begun, boolean mine) {
    assertEquals(
        mine,
        city.as(account)
            .get("/api/v1/cases?scope=mine&limit=100&q=" + begun.number())
            .then()
            .statusCode(200)
            .extract()
            .<List<String>>path("items.caseNumber")
            .contains(begun.number()));
  }
}
