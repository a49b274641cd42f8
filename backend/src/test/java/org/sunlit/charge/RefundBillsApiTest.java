package org.sunlit.charge;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.charge.ChargeCity.Begun;
import org.sunlit.testing.Api;

/** From the payment to the money that went back. */
@QuarkusTest
class RefundBillsApiTest extends ChargeSteps {
  @Test
  void whatWasPaidTwiceGoesBackByTwoPersons() {
    Begun begun = city.assessed();
    Response order = begun.pay();
    city.takeCash("cha.window", begun.number())
        .then()
        .statusCode(201)
        .body("bill.state", is("paid"))
        .body("bill.payments[0].receivedBy", is("李chawindow"));
    city.takeCash("cha.window", begun.number()).then().statusCode(409);
    ChargeCity.decide(order, "approve").then().statusCode(200);
    Response bill = begun.bill();
    bill.then()
        .body("bill.payments", hasSize(2))
        .body("bill.payments.receivedBy", is(java.util.Arrays.asList(null, null)))
        .body("bill.possibleRefunds", hasSize(1))
        .body("bill.possibleRefunds[0].ground", is("overpaid"))
        .body("bill.possibleRefunds[0].amountFen", is(8000));
    String surplus = bill.path("bill.possibleRefunds[0].paymentId");

    begun.askBack(surplus, "withdrawn").then().statusCode(409);
    begun
        .askBack(surplus, "overpaid")
        .then()
        .statusCode(201)
        .body("bill.refunds[0].state", is("asked"))
        .body("bill.possibleRefunds", hasSize(0));
    begun.askBack(surplus, "overpaid").then().statusCode(409);
    city.propose("cha.window", begun.number(), surplus, "overpaid")
        .then()
        .statusCode(201)
        .body("bill.refunds[0].state", is("proposed"));
    String request = requestAbout(begun, "cha.approver");
    confirm("cha.window", request).then().statusCode(403);
    confirm("chb.approver", request).then().statusCode(404);
    confirm("cha.approver", request).then().statusCode(200);
    atOnceSweep();
    begun
        .bill()
        .then()
        .body("bill.refunds", hasSize(1))
        .body("bill.refunds[0].state", is("done"))
        .body("bill.refunds[0].reference", notNullValue())
        .body("bill.payments.find { !it.counted }.refundedFen", is(8000))
        .body("bill.state", is("paid"));
    assertEquals(1, events(begun.number(), "charge.refunded"));
    assertEquals(1, events(begun.number(), "charge.overpaid"));
    assertEquals(
        1,
        tables.count(
            "select count(*) from sandbox_refund where order_number = $1",
            order.<String>path("orderNumber")));
  }

  private Response confirm(String account, String request) {
    return city.as(account).body(Map.of()).post("/api/v1/confirmations/" + request + "/confirm");
  }

  @Test
  void whoTakesBackBeforeWorkBeganGetsTheMoneyBack() {
    Begun begun = city.assessed();
    city.takeCash("cha.window", begun.number()).then().statusCode(201);
    Api.contract()
        .header("Idempotency-Key", Api.key())
        .body(Map.of("caseNumber", begun.number(), "trackingCode", begun.code(), "reason", "不办了"))
        .post("/api/v1/tracking/withdrawals")
        .then()
        .statusCode(200);
    String payment = begun.bill().path("bill.possibleRefunds[0].paymentId");
    city.propose("cha.window", begun.number(), payment, "withdrawn").then().statusCode(201);
    String request = requestAbout(begun, "cha.reviewer");
    city.as("cha.reviewer")
        .body(Map.of("note", "票据不全"))
        .post("/api/v1/confirmations/" + request + "/decline")
        .then()
        .statusCode(200);
    begun
        .bill()
        .then()
        .body("bill.refunds[0].state", is("declined"))
        .body("bill.possibleRefunds[0].ground", is("withdrawn"));
    city.propose("cha.window", begun.number(), payment, "withdrawn").then().statusCode(201);
    String again = requestAbout(begun, "cha.reviewer");
    confirm("cha.reviewer", again).then().statusCode(200);
    // Money from the window goes back at the window.
    begun.bill().then().body("bill.refunds.state", is(List.of("declined", "done")));
  }

  /** The request for confirmation about a case, as one who may decide sees it. */
  private String requestAbout(Begun begun, String account) {
    return city.as(account)
        .get("/api/v1/confirmations?limit=100")
        .path("items.find { it.subject == '%s' }.id".formatted(begun.number()));
  }
}
