package org.sunlit.charge;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.charge.ChargeCity.Begun;
import org.sunlit.charge.rules.FeeState;
import org.sunlit.charge.rules.Signatures;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.TravellingClock;

/** From the published standard to the money that went back. */
@QuarkusTest
class ChargeApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int RIVALS = 8;

  @Inject ChargeCity city;
  @Inject SandboxGateway sandbox;
  @Inject PaymentSweep sweep;
  @Inject TravellingClock clock;
  @Inject Pool pool;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  @Test
  void theCatalogueIsPublishedWithItsStatus() {
    Response fees = ChargeCity.api().get("/api/v1/fees?item=" + ChargeCity.ROAD);
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
    publish("editor", "test-cancelled", "0", cancelled).then().statusCode(201);
    publish("editor", "test-cancelled", "0", cancelled).then().statusCode(422);
    publish("cha.window", "test-cancelled", "1", cancelled).then().statusCode(403);
    ChargeCity.api()
        .get("/api/v1/fees?status=cancelled&department=cha")
        .then()
        .statusCode(200)
        .body("savedFenPerYear", is(1_200_000))
        .body("fees.code", hasItem("test-cancelled"));
    cancelled.remove("statusBasis");
    publish("editor", "test-cancelled-too", "0", cancelled)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/fee/statusBasis"));
    city.as("editor")
        .get("/api/v1/administration/changes?kind=fee")
        .then()
        .statusCode(200)
        .body("items.action", hasItem("feePublished"));
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
        .body("payments.orderNumber", not(hasItem(order.<String>path("orderNumber"))));
  }

  /** Two nodes ask at once. */
  private void atOnceSweep() {
    io.smallrye.mutiny.Uni.join()
        .all(sweep.sweep(), sweep.sweep())
        .andFailFast()
        .await()
        .atMost(PATIENCE);
  }

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
    String request =
        city.as("cha.approver")
            .get("/api/v1/confirmations?limit=100")
            .path("items.find { it.subject == '%s' }.id".formatted(begun.number()));
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
        count(
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
    ChargeCity.api()
        .header("Idempotency-Key", ChargeCity.key())
        .body(Map.of("caseNumber", begun.number(), "trackingCode", begun.code(), "reason", "不办了"))
        .post("/api/v1/tracking/withdrawals")
        .then()
        .statusCode(200);
    String payment = begun.bill().path("bill.possibleRefunds[0].paymentId");
    city.propose("cha.window", begun.number(), payment, "withdrawn").then().statusCode(201);
    String request =
        city.as("cha.reviewer")
            .get("/api/v1/confirmations?limit=100")
            .path("items.find { it.subject == '%s' }.id".formatted(begun.number()));
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
    String again =
        city.as("cha.reviewer")
            .get("/api/v1/confirmations?limit=100")
            .path("items.find { it.subject == '%s' }.id".formatted(begun.number()));
    confirm("cha.reviewer", again).then().statusCode(200);
    // Money from the window goes back at the window.
    begun.bill().then().body("bill.refunds.state", is(List.of("declined", "done")));
  }

  @Test
  void oneBillForAJointApplicationPaidOnce() {
    Response receipt =
        ChargeCity.api()
            .header("Idempotency-Key", ChargeCity.key())
            .body(
                Map.of(
                    "themeCode",
                    ChargeCity.THEME,
                    "answers",
                    Map.of(),
                    "applicant",
                    Map.of("kind", "person", "name", "王小明", "phone", "13812345678"),
                    "subject",
                    "测试店",
                    "materials",
                    List.of()))
            .post("/api/v1/joint-applications");
    receipt.then().statusCode(201);
    String joint = receipt.path("jointNumber");
    Begun whole = new Begun(joint, receipt.path("trackingCode"));
    String first = receipt.path("cases.find { it.itemCode == 'CHA-CON-01' }.caseNumber");
    String second = receipt.path("cases.find { it.itemCode == 'CHB-LIC-01' }.caseNumber");
    state("cha.window", joint, first);
    state("chb.window", joint, second);

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

  private void state(String account, String joint, String caseNumber) {
    city.as(account)
        .header("Idempotency-Key", ChargeCity.key())
        .body(Map.of("caseNumber", caseNumber, "missing", List.of(), "confirmedRisk", true))
        .post("/api/v1/joint-applications/" + joint + "/statements")
        .then()
        .statusCode(200);
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
        .body("items.subject", not(hasItem(begun.number())));
    city.as("supervisor").get("/api/v1/bills?limit=1").then().body("nextCursor", notNullValue());
    city.as("supervisor")
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
    return ChargeCity.api()
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

  private long events(String subject, String kind) {
    return pool.preparedQuery(
            "select count(*) from journal_event where subject_id = $1 and kind = $2")
        .execute(Tuple.of(subject, kind))
        .map(rows -> rows.iterator().next().getLong(0))
        .await()
        .atMost(PATIENCE);
  }

  private long count(String query, String value) {
    return pool.preparedQuery(query)
        .execute(Tuple.of(value))
        .map(rows -> rows.iterator().next().getLong(0))
        .await()
        .atMost(PATIENCE);
  }
}
