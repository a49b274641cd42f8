package org.sunlit.charge;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.charge.ChargeCity.Begun;
import org.sunlit.charge.rules.FeeState;
import org.sunlit.platform.StoredJson;
import org.sunlit.testing.Api;

/** From the published standard to the bill. */
@QuarkusTest
class AssessFeesApiTest extends ChargeSteps {
  @Test
  void theCatalogueIsPublishedWithItsStatus() {
    Response fees = Api.contract().get("/api/v1/fees?item=" + ChargeCity.ROAD);
    fees.then()
        .statusCode(200)
        .body("inForce", is(1))
        .body("fees[0].tariff.amountFen", is(50))
        .body("fees[0].department.name", is("道路局"))
        .body("fees[0].items[0].name", is("收费事项CHB-LIC-01"));
    Map<String, Object> cancelled =
        new HashMap<>(StoredJson.members(ChargeCity.registration(FeeState.CANCELLED)));
    cancelled.put("items", List.of("CHA-NOT-YET"));
    cancelled.put("savedFenPerYear", 1_200_000);
    preview(ChargeCity.EDITOR, "2024-06-01", cancelled)
        .then()
        .statusCode(200)
        .body("baseVersion", is(0))
        .body("changes.field", hasItems("name", "tariff", "statusBasis"))
        .body("changes.before", everyItem(nullValue()));
    preview("cha.window", "2024-06-01", cancelled).then().statusCode(403);
    publish(ChargeCity.EDITOR, "test-cancelled", "0", cancelled).then().statusCode(201);
    preview(ChargeCity.EDITOR, "2024-06-01", cancelled).then().statusCode(422);
    preview(ChargeCity.EDITOR, "2024-06-02", cancelled)
        .then()
        .statusCode(200)
        .body("baseVersion", is(1))
        .body("changes", hasSize(0));
    city.as(ChargeCity.EDITOR)
        .get("/api/v1/fee-editions")
        .then()
        .statusCode(200)
        .body("find { it.code == 'test-cancelled' }.versions.version", is(List.of(1)))
        .body("find { it.code == 'test-cancelled' }.versions[0].fee.items[0]", is("CHA-NOT-YET"));
    city.as("cha.window").get("/api/v1/fee-editions").then().statusCode(403);
    publish(ChargeCity.EDITOR, "test-cancelled", "0", cancelled).then().statusCode(422);
    publish("cha.window", "test-cancelled", "1", cancelled).then().statusCode(403);
    Api.contract()
        .get("/api/v1/fees?status=cancelled&department=cha")
        .then()
        .statusCode(200)
        .body("savedFenPerYear", is(1_200_000))
        .body("fees.code", hasItem("test-cancelled"));
    cancelled.remove("statusBasis");
    publish(ChargeCity.EDITOR, "test-cancelled-too", "0", cancelled)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/fee/statusBasis"));
    city.as(ChargeCity.EDITOR)
        .get("/api/v1/administration/changes?kind=fee")
        .then()
        .statusCode(200)
        .body("items.action", hasItem("feePublished"));
  }

  private Response preview(String account, String from, Map<String, Object> fee) {
    return city.as(account)
        .body(Map.of("effectiveFrom", from, "fee", fee))
        .post("/api/v1/fees/test-cancelled/preview");
  }

  private Response publish(String account, String code, String seen, Map<String, Object> fee) {
    return city.as(account)
        .header("If-Match", '"' + seen + '"')
        .body(Map.of("effectiveFrom", "2024-06-01", "fee", fee))
        .post("/api/v1/fees/" + code + "/versions");
  }

  @Test
  void nothingBeyondTheStandardIsCharged() {
    Begun begun = ChargeCity.begin(ChargeCity.REGISTRATION);
    city.assess("cha.window", begun.number(), ChargeCity.registrationFee())
        .then()
        .statusCode(409)
        .body("detail", containsString("尚未受理"));
    city.act(begun, "window", "accept", Map.of()).then().statusCode(200);
    city.assess("cha.window", begun.number(), ChargeCity.roadFee("10", "7"))
        .then()
        .statusCode(422)
        .body("errors.pointer", is(List.of("/fees/0/feeCode", "/fees")));
    city.assess("cha.window", begun.number(), ChargeCity.registrationFee())
        .then()
        .statusCode(200)
        .body("bill.totalFen", is(8000))
        .body("bill.totalInWords", is("捌拾元整"))
        .body("bill.state", is("unpaid"));
    Map<String, Object> exempt = new HashMap<>(ChargeCity.registrationFee());
    exempt.put("exemption", "small");
    city.assess("cha.window", begun.number(), exempt)
        .then()
        .statusCode(200)
        .body("bill.totalFen", is(0))
        .body("bill.state", is("waived"))
        .body("bill.lines[0].reducedFen", is(8000));
    city.as("cha.window")
        .header("If-Match", "\"2\"")
        .body(Map.of("fees", List.of(exempt)))
        .put("/api/v1/cases/" + begun.number() + "/bill")
        .then()
        .statusCode(412);
    // Another department's staff don't see it.
    city.as("chb.window").get("/api/v1/cases/" + begun.number() + "/bill").then().statusCode(404);
    assertEquals(2, events(begun.number(), "charge.assessed"));
    assertEquals(1, events(begun.number(), "charge.waived"));
  }

  @Test
  void oneBillForAJointApplicationPaidOnce() {
    Together all = together();
    Begun whole = all.whole();
    String joint = whole.number();
    String first = all.registration().number();
    String second = all.road().number();

    city.assess("cha.window", first, ChargeCity.registrationFee())
        .then()
        .statusCode(200)
        .body("bill.state", is("gathering"))
        .body("bill.waitingFor", is(List.of(second)))
        .body("mayTakeCash", is(false));
    whole.pay().then().statusCode(409).body("detail", containsString(second));
    city.assess("chb.window", second, ChargeCity.roadFee("12.5", "30")).then().statusCode(200);
    whole
        .bill()
        .then()
        .statusCode(200)
        .body("bill.subject", is(joint))
        .body("bill.totalFen", is(26_750))
        .body("bill.shares.amountFen", is(List.of(8000, 18_750)))
        .body("bill.state", is("unpaid"));
    // The code opens each of its cases, and behind each is the same bill.
    new Begun(second, whole.code()).bill().then().body("bill.subject", is(joint));
    ChargeCity.decide(whole.pay(), "approve").then().statusCode(200);
    whole.bill().then().body("bill.state", is("paid")).body("bill.payments", hasSize(1));
    city.as("chb.window")
        .get("/api/v1/bills?state=paid&limit=100")
        .then()
        .statusCode(200)
        .body("items.subject", hasItem(joint))
        .body("items.find { it.subject == '%s' }.caseNumber".formatted(joint), is(second));
  }

  @Test
  void billsAreListedForOnesOwnUnit() {
    Begun begun = city.assessed();
    city.as("cha.window")
        .get("/api/v1/bills?state=unpaid&limit=100")
        .then()
        .statusCode(200)
        .body("items.subject", hasItem(begun.number()));
    city.as("chb.window")
        .get("/api/v1/bills?limit=100")
        .then()
        .statusCode(200)
        .body("items.subject", not(hasItem(begun.number())));
    city.as(ChargeCity.SUPERVISOR)
        .get("/api/v1/bills?limit=1")
        .then()
        .body("nextCursor", notNullValue());
    city.as(ChargeCity.SUPERVISOR)
        .get("/api/v1/cases/" + begun.number() + "/bill")
        .then()
        .statusCode(200)
        .body("mayAssess", is(false))
        .body("acceptedOn", notNullValue());
    new Begun(ChargeCity.begin(ChargeCity.REGISTRATION).number(), "AAAAA-AAAAA")
        .bill()
        .then()
        .statusCode(404);
    ChargeCity.begin(ChargeCity.REGISTRATION)
        .bill()
        .then()
        .statusCode(200)
        .body("bill", nullValue());
  }
}
