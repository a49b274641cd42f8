package org.sunlit.promise;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.CityTime;
import org.sunlit.promise.PromiseCity.Held;
import org.sunlit.testing.Api;
import org.sunlit.testing.Tables;

/** Promises that are broken, and what it costs until the credit record is repaired. */
@QuarkusTest
class BreakPromisesApiTest extends PromiseSteps {
  @Inject Tables tables;

  private Held broken(String item, String creditCode) {
    Held held = city.accepted(city.promised(item, creditCode));
    travelPast(workingDays(item.equals(PromiseCity.ENDS) ? 5 : 10));
    sweep();
    return held;
  }

  @Test
  void oneIsRemindedOnceAndBrokenOnceByTwoSweepsAtOnce() {
    Held held = city.accepted(city.promised(PromiseCity.HOLDS, city.newcomer()));
    LocalDate due = workingDays(10);
    clock.travelTo(due.atTime(12, 0).atZone(CityTime.ZONE).toInstant());
    together();
    assertEquals(
        1,
        count(
            "select count(*) from promise_event where case_number = $1 and kind = 'reminded'",
            held));
    held.track().then().body("notices.text", hasItem(containsString("最迟于")));
    held.open().then().body("pieces[0].state", equalTo("awaited"));
    travelPast(due);
    together();
    assertEquals(
        1,
        count(
            "select count(*) from promise_event where case_number = $1 and kind = 'broken'", held));
    assertEquals(1, count("select count(*) from credit_entry where case_number = $1", held));
    assertEquals(
        1,
        count("select count(*) from notice where subject_id = $1 and event = 'promise 4'", held));
    assertTrue(
        count(
                "select count(*) from journal_event e where e.subject_id = $1"
                    + " and (e.kind like 'promise.%' or e.kind like 'credit.%')",
                held)
            > 0);
    assertEquals(
        0,
        count(
            "select count(*) from journal_event e join journal_public p on p.event_id = e.id"
                + " where e.subject_id = $1 and (e.kind like 'promise.%' or e.kind like 'credit.%')",
            held));
  }

  /** As two nodes would. */
  private void together() {
    Uni.join().all(sweeps.sweep(), sweeps.sweep()).andFailFast().await().atMost(PATIENCE);
  }

  @Test
  void aBreachHoldsTheCaseUntilItIsMadeGood() {
    String creditCode = city.newcomer();
    Held held = broken(PromiseCity.HOLDS, creditCode);
    held.open()
        .then()
        .body("pieces[0].state", equalTo("broken"))
        .body("credit", hasSize(1))
        .body("credit[0].kind", equalTo("late"))
        .body("credit[0].counts", equalTo(true))
        .body("possible", contains("handIn"))
        .body("credit[0].possible", contains("contest"));
    city.step("prm.reviewer", held, "advance", Map.of())
        .then()
        .statusCode(409)
        .body("detail", containsString("逾期未交"));
    Map<String, Object> again = PromiseCity.application(PromiseCity.ENDS, creditCode);
    again.put("promise", PromiseCity.signed("M2"));
    PromiseCity.apply(again)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/promise"))
        .body("errors[0].detail", containsString("尚未修复的失信记录"));
    // Nor with an application for several items, whichever of them it is promised for.
    Map<String, Object> jointly = new HashMap<>();
    jointly.put("themeCode", PromiseCity.TOGETHER);
    jointly.put("applicant", again.get("applicant"));
    jointly.put(
        "materials",
        Stream.of("M1", "M2")
            .map(code -> Map.of("key", PromiseCity.HOLDS + "/" + code, "uploadId", Api.upload()))
            .toList());
    Map<String, Object> word = PromiseCity.signed();
    word.put("conditions", true);
    jointly.put("promises", Map.of(PromiseCity.CONDITIONS, word));
    Api.contract()
        .header("Idempotency-Key", Api.key())
        .body(jointly)
        .post("/api/v1/joint-applications")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/promises/" + PromiseCity.CONDITIONS));

    held.handIn().then().statusCode(200);
    city.act("prm.window", held, "review", Map.of("piece", "M2", "approve", true))
        .then()
        .statusCode(200)
        .body("pieces[0].state", equalTo("madeGood"));
    held.open().then().body("credit[0].madeGoodAt", notNullValue());
    city.step("prm.reviewer", held, "advance", Map.of()).then().statusCode(200);
  }

  @Test
  void aBreachEndsTheCaseWhereTheItemSaysSo() {
    Held held = broken(PromiseCity.ENDS, city.newcomer());
    held.track()
        .then()
        .body("state", equalTo("refused"))
        .body("history.kind", hasItem("promiseBroken"))
        .body("history[-1].reason", containsString("平面图"));
    held.open().then().body("pieces[0].state", equalTo("broken")).body("possible", empty());
    Api.contract()
        .body(held.holder())
        .post("/api/v1/tracking/documents")
        .then()
        .statusCode(200)
        .body("items.kind", hasItem("refusal"));
    held.open().then().body("credit[0].possible", contains("contest", "repair"));
    String entry = held.open().path("credit[0].id");
    ask(held, "contest", entry, "当日系统无法上传").then().statusCode(200);
    decide(held, "contest", true).then().statusCode(200).body("removed", equalTo(true));
    held.open().then().body("credit[0].counts", equalTo(false));
  }

  @Test
  void whatWasGrantedOnABrokenPromiseIsRevokedByTwoAndTheRecordRepaired() {
    String creditCode = city.newcomer();
    Held held = city.granted(city.accepted(city.promised(PromiseCity.HOLDS, creditCode)));
    held.track().then().body("state", equalTo("granted"));
    travelPast(workingDays(10));
    sweep();
    held.track().then().body("state", equalTo("granted"));
    city.promise("prm.approver", held).then().body("possible", contains("revoke"));
    city.act("prm.window", held, "revoke", Map.of()).then().statusCode(422);
    city.act("prm.window", held, "revoke", Map.of("reason", "逾期未补交平面图"))
        .then()
        .statusCode(200)
        .body("revocationWaits", equalTo(true))
        .body("revoked", equalTo(false));
    String request =
        city.as("prm.approver")
            .get("/api/v1/confirmations?box=toDecide&limit=100")
            .path("items.find { it.subject == '%s' }.id".formatted(held.number()));
    city.as("prm.window")
        .body(Map.of())
        .post("/api/v1/confirmations/" + request + "/confirm")
        .then()
        .statusCode(403);
    city.as("prm.approver")
        .body(Map.of())
        .post("/api/v1/confirmations/" + request + "/confirm")
        .then()
        .statusCode(200);
    held.track()
        .then()
        .body("state", equalTo("revoked"))
        .body("history[-1].kind", equalTo("revoked"))
        .body("history[-1].confirmedBy", notNullValue());
    held.open().then().body("revoked", equalTo(true)).body("possible", empty());
    Api.contract()
        .body(held.holder())
        .post("/api/v1/tracking/documents")
        .then()
        .body("items.kind", hasItem("revocation"));

    Map<String, Object> look = lookup(creditCode);
    city.as("prm.window").body(look).post("/api/v1/credit-lookups").then().statusCode(403);
    city.as("prx.approver")
        .body(look)
        .post("/api/v1/credit-lookups")
        .then()
        .statusCode(200)
        .body("restricted", equalTo(true))
        .body("restriction.name", equalTo("政府采购"))
        .body("entries[0].applicantMasked", equalTo("承诺**店"))
        .body("entries[0].contest.reason", nullValue());
    assertTrue(
        count(
                "select count(*) from credit_lookup l join credit_entry c on c.identity = l.identity"
                    + " where c.case_number = $1 and l.reason = '资格审查需要'",
                held)
            >= 1);

    String entry = held.open().path("credit[0].id");
    ask(held, "repair", entry, "已停止经营并整改").then().statusCode(200);
    city.as("prm.approver")
        .get("/api/v1/credit-entries?show=repairs&limit=100")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(entry))
        .body("counts.repairs", greaterThanOrEqualTo(1));
    city.as("prx.approver")
        .get("/api/v1/credit-entries?limit=100")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(entry)));
    decide(held, "repair", true).then().statusCode(200).body("repair.state", equalTo("granted"));
    city.as("prx.approver")
        .body(look)
        .post("/api/v1/credit-lookups")
        .then()
        .body("restricted", equalTo(true));
    clock.travelTo(clock.instant().plus(Duration.ofDays(190)));
    city.as("prx.approver")
        .body(look)
        .post("/api/v1/credit-lookups")
        .then()
        .body("restricted", equalTo(false))
        .body("entries", empty());
    city.promised(PromiseCity.HOLDS, creditCode);
  }

  @Test
  void conditionsArePromisedInsteadOfProvenAndCheckedAfterwards() {
    Map<String, Object> application =
        PromiseCity.application(PromiseCity.CONDITIONS, city.newcomer());
    PromiseCity.apply(application).then().statusCode(422);
    Map<String, Object> signed = PromiseCity.signed();
    signed.put("conditions", true);
    application.put("promise", signed);
    Held held = city.accepted(PromiseCity.held(PromiseCity.apply(application)));
    held.open().then().body("pieces[0].state", equalTo("promised"));
    city.granted(held);
    city.promise("prm.reviewer", held)
        .then()
        .body("pieces[0].state", equalTo("awaited"))
        .body("possible", contains("check"));
    city.as(PromiseCity.SUPERVISOR)
        .get("/api/v1/promises?show=toCheck&limit=100")
        .then()
        .body("items.caseNumber", hasItem(held.number()))
        .body("counts.toCheck", greaterThanOrEqualTo(1));
    city.act("prm.reviewer", held, "check", Map.of("approve", false, "reason", "场所面积不足"))
        .then()
        .statusCode(200)
        .body("pieces[0].state", equalTo("broken"))
        .body("credit[0].kind", equalTo("falsePromise"))
        .body("possible", contains("revoke"));
    city.act("prm.reviewer", held, "check", Map.of("approve", true)).then().statusCode(409);
  }

  private static Map<String, Object> lookup(String creditCode) {
    return Map.of(
        "kind",
        "organisation",
        "identityNumber",
        creditCode,
        "field",
        "procurement",
        "reason",
        "资格审查需要");
  }

  private static Response ask(Held held, String kind, String entry, String reason) {
    return held.ask(new HashMap<>(Map.of("kind", kind, "entryId", entry, "reason", reason)));
  }

  private Response decide(Held held, String request, boolean granted) {
    String entry = held.open().path("credit[0].id");
    int version = held.open().path("credit[0].version");
    return city.as("prm.approver")
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("request", request, "granted", granted, "reason", "情况属实"))
        .post("/api/v1/credit-entries/" + entry + "/decisions");
  }

  private long count(String sql, Held held) {
    return tables.count(sql, held.number());
  }
}
