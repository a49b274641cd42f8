package org.sunlit.charge;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sunlit.charge.ChargeCity.Begun;
import org.sunlit.charge.rules.Signatures;
import org.sunlit.platform.CityTime;
import org.sunlit.testing.Api;

/** From the bill to the payment that counts once. */
@QuarkusTest
class PayBillsApiTest extends ChargeSteps {
  private static final int RIVALS = 8;

  @Inject SandboxGateway sandbox;

  @Test
  void whatIsIssuedAfterPaymentIsNotIssuedBefore() {
    Begun begun = city.accepted(ChargeCity.REGISTRATION);
    city.act(begun, "reviewer", "advance", Map.of()).then().statusCode(200);
    city.act(begun, "approver", "decide", Map.of("decision", "grant")).then().statusCode(200);
    city.act(begun, "window", "close", Map.of())
        .then()
        .statusCode(409)
        .body("detail", containsString("还没有核定"));
    city.assess("cha.window", begun.number(), ChargeCity.registrationFee()).then().statusCode(200);
    city.act(begun, "window", "close", Map.of())
        .then()
        .statusCode(409)
        .body("detail", containsString("80.00"));
    new Begun(begun.number(), "AAAAA-AAAAA").pay().then().statusCode(404);
    Response order = begun.pay();
    order.then().statusCode(201).body("amountFen", is(8000));
    assertEquals(order.<String>path("orderNumber"), begun.pay().path("orderNumber"));
    ChargeCity.decide(order, "decline").then().statusCode(200).body("state", is("declined"));
    begun.bill().then().body("bill.state", is("unpaid"));
    ChargeCity.decide(begun.pay(), "approve").then().statusCode(200).body("state", is("approved"));
    begun
        .bill()
        .then()
        .statusCode(200)
        .body("bill.state", is("paid"))
        .body("bill.payments", hasSize(1))
        .body("bill.payments[0].way", is("online"))
        .body("bill.possibleRefunds", hasSize(0));
    begun.pay().then().statusCode(409);
    city.assess("cha.window", begun.number(), ChargeCity.registrationFee()).then().statusCode(409);
    city.act(begun, "window", "close", Map.of())
        .then()
        .statusCode(200)
        .body("state", is("granted"));
    assertEquals(1, events(begun.number(), "charge.paid"));
  }

  @Test
  void eightRivalsSayTheSameAndOnePaymentCounts() throws Exception {
    Begun begun = city.assessed();
    String order = begun.pay().path("orderNumber");
    List<String> verdicts = atOnce(() -> say(order, true, 8000, "R1", 0).path("verdict"));

    verdicts.sort(null);
    List<String> expected = new ArrayList<>(List.of("counted"));
    for (int place = 1; place < RIVALS; place++) {
      expected.add("repeated");
    }
    assertEquals(expected, verdicts);
    // What comes late and says otherwise changes nothing.
    say(order, false, 8000, "R1", 0).then().statusCode(200).body("verdict", is("repeated"));
    begun.bill().then().body("bill.state", is("paid")).body("bill.payments", hasSize(1));
    assertEquals(1, events(begun.number(), "charge.paid"));
  }

  @Test
  void whatIsForgedOldOrOverAnotherAmountIsNotBelieved() {
    Begun begun = city.assessed();
    String order = begun.pay().path("orderNumber");

    forged(order, "0".repeat(64)).then().statusCode(403);
    forged(order, "not hexadecimal").then().statusCode(403);
    say(order, true, 8000, "R2", -301).then().statusCode(403);
    say(order, true, 8000, "R2", 301).then().statusCode(403);
    say(order, true, 1, "R2", 0)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/amountFen"));
    say("P" + "0".repeat(32), true, 8000, "R2", 0).then().statusCode(404);
    begun.bill().then().body("bill.state", is("unpaid")).body("bill.payments", hasSize(0));
    // Signed for another order, a signature is nobody's.
    String another = city.assessed().pay().path("orderNumber");
    String time = time(0);
    send(another, 8000, "R2", time, sign(time, order, "paid", 8000, "R2")).then().statusCode(403);
  }

  @Test
  void aLostNotificationIsFoundByAsking() {
    Begun begun = city.assessed();
    Response order = begun.pay();
    ChargeCity.decide(order, "approveSilently").then().statusCode(200);
    begun.bill().then().body("bill.state", is("unpaid"));
    LocalDate today = LocalDate.now(CityTime.ZONE);
    city.as("cha.window")
        .get("/api/v1/payment-days/" + today)
        .then()
        .statusCode(200)
        .body(
            "differences.find { it.orderNumber == '%s' }.kind"
                .formatted(order.<String>path("orderNumber")),
            is("missingHere"));

    clock.travelTo(Instant.now().plus(Duration.ofMinutes(4)));
    atOnceSweep();
    clock.returnToNow();

    begun.bill().then().body("bill.state", is("paid")).body("bill.payments", hasSize(1));
    city.as("cha.window")
        .get("/api/v1/payment-days/" + today)
        .then()
        .body("differences.orderNumber", not(hasItem(order.<String>path("orderNumber"))))
        .body("payments.orderNumber", hasItem(order.<String>path("orderNumber")));
    city.as("chb.window")
        .get("/api/v1/payment-days/" + today)
        .then()
        .statusCode(200)
        .body("payments.orderNumber", not(hasItem(order.<String>path("orderNumber"))));
  }

  private Response say(String order, boolean paid, long amount, String reference, long shift) {
    String time = time(shift);
    String status = paid ? "paid" : "declined";
    return send(
        order, status, amount, reference, time, sign(time, order, status, amount, reference));
  }

  private Response forged(String order, String signature) {
    return send(order, 8000, "R2", time(0), signature);
  }

  private static String time(long shift) {
    return Long.toString(Instant.now().getEpochSecond() + shift);
  }

  private String sign(String time, String order, String status, long amount, String reference) {
    return Signatures.sign(sandbox.secret(), time, order, status, Long.toString(amount), reference);
  }

  private static Response send(
      String order, long amount, String reference, String time, String signature) {
    return send(order, "paid", amount, reference, time, signature);
  }

  private static Response send(
      String order, String status, long amount, String reference, String time, String signature) {
    return Api.contract()
        .header("X-Sunlit-Time", time)
        .header("X-Sunlit-Signature", signature)
        .body(
            Map.of(
                "orderNumber",
                order,
                "status",
                status,
                "amountFen",
                amount,
                "reference",
                reference))
        .post("/api/v1/payment-notifications");
  }

  private static List<String> atOnce(Callable<String> work) throws Exception {
    ExecutorService rivals = Executors.newFixedThreadPool(RIVALS);
    try {
      List<String> done = new ArrayList<>();
      for (Future<String> one : rivals.invokeAll(java.util.Collections.nCopies(RIVALS, work))) {
        done.add(one.get());
      }
      return done;
    } finally {
      rivals.shutdown();
    }
  }
}
