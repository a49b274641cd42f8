package org.sunlit.promise;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.promise.PromiseCity.Held;
import org.sunlit.testing.Api;

/** Promises that are signed, and kept in time. */
@QuarkusTest
class KeepPromisesApiTest extends PromiseSteps {
  @Test
  void whatIsPromisedIsReadSignedAndKept() {
    String creditCode = city.newcomer();
    Api.contract()
        .body(Map.of("itemCode", PromiseCity.HOLDS, "late", List.of("M2")))
        .post("/api/v1/promises/drafts")
        .then()
        .statusCode(200)
        .body("version", equalTo("1-1"))
        .body("lines.text", hasItem("平面图：10个工作日内"));
    Held held = city.promised(PromiseCity.HOLDS, creditCode);
    held.open()
        .then()
        .statusCode(200)
        .body("signedName", equalTo("承诺小店"))
        .body("text.title", equalTo("容缺后补承诺书"))
        .body("pieces[0].state", equalTo("promised"))
        .body("pieces[0].deadline", nullValue());
    city.accepted(held);
    LocalDate due = workingDays(10);
    held.open()
        .then()
        .body("pieces[0].state", equalTo("awaited"))
        .body("pieces[0].deadline.dueDate", equalTo(due.toString()))
        .body("pieces[0].deadline.entries[0].reason", equalTo("eventDay"))
        .body("possible", contains("handIn", "extend"));
    city.promise("prm.window", held)
        .then()
        .body("signedName", equalTo("承诺**店"))
        .body("possible", empty());

    held.handIn().then().statusCode(200).body("pieces[0].state", equalTo("handedIn"));
    held.handIn().then().statusCode(409);
    city.promise("prm.window", held).then().body("possible", contains("review"));
    city.act("prx.window", held, "review", Map.of("piece", "M2", "approve", true))
        .then()
        .statusCode(404);
    city.act("prm.window", held, "review", Map.of("piece", "M2", "approve", false))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reason"));
    city.act(
            "prm.window",
            held,
            "review",
            Map.of("piece", "M2", "approve", false, "reason", "图纸不清晰"))
        .then()
        .statusCode(200)
        .body("pieces[0].state", equalTo("awaited"));
    held.open().then().body("pieces[0].said", equalTo("图纸不清晰"));
    held.handIn().then().statusCode(200);
    city.act("prm.window", held, "review", Map.of("piece", "M2", "approve", true))
        .then()
        .statusCode(200)
        .body("pieces[0].state", equalTo("kept"));
    held.track()
        .then()
        .body("mayPromise", equalTo(true))
        .body("history.kind", hasItem("lateMaterials"))
        .body("state", equalTo("inProgress"))
        .body("notices.text", hasItem(containsString("已审核通过")));
    city.as("prm.window")
        .get("/api/v1/cases/" + held.number())
        .then()
        .body("materials.code", hasItem("M2"));
    city.granted(held);
    travelPast(workingDays(40));
    sweep();
    held.open().then().body("pieces[0].state", equalTo("kept")).body("credit", empty());
  }

  @Test
  void nothingIsLateThatTheItemDoesNotLetBeLate() {
    String creditCode = city.newcomer();
    Map<String, Object> without = PromiseCity.application(PromiseCity.HOLDS, creditCode);
    PromiseCity.apply(without)
        .then()
        .statusCode(422)
        .body("errors.detail", hasItem(containsString("签署承诺书后补")));
    Map<String, Object> essential = PromiseCity.application(PromiseCity.HOLDS, creditCode);
    essential.remove("materials");
    essential.put("promise", PromiseCity.signed("M1", "M2"));
    PromiseCity.apply(essential)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/promise/late/0"))
        .body("errors.detail", hasItem(containsString("M1")));
    Map<String, Object> other = PromiseCity.application(PromiseCity.HOLDS, creditCode);
    Map<String, Object> signed = PromiseCity.signed("M2");
    signed.put("version", "1-0");
    signed.put("signedName", "别人");
    other.put("promise", signed);
    PromiseCity.apply(other)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/promise/version", "/promise/signedName"));
    Map<String, Object> nameless = PromiseCity.application(PromiseCity.HOLDS, creditCode);
    nameless.put("applicant", Map.of("kind", "person", "name", "承诺小店", "phone", "13812345678"));
    nameless.put("promise", PromiseCity.signed("M2"));
    PromiseCity.apply(nameless)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/applicant/identityNumber"));

    Held held = city.promised(PromiseCity.HOLDS, creditCode);
    city.step(
            "prm.window",
            held,
            "request-correction",
            Map.of("missing", List.of(Map.of("materialCode", "M2", "what", "请提交平面图"))))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/missing/0/materialCode"));
    city.step(
            "prm.window",
            held,
            "request-correction",
            Map.of("missing", List.of(Map.of("materialCode", "M1", "what", "申请书未签字"))))
        .then()
        .statusCode(200);
  }

  @Test
  void moreTimeIsGivenOnce() {
    Held held = city.accepted(city.promised(PromiseCity.HOLDS, city.newcomer()));
    held.ask(Map.of("kind", "extend", "days", 11, "reason", "设计院排期"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/days"));
    held.ask(Map.of("kind", "extend", "days", 5, "reason", "设计院排期"))
        .then()
        .statusCode(200)
        .body("extension.state", equalTo("asked"));
    city.as("prm.window")
        .get("/api/v1/promises?show=extensions&limit=100")
        .then()
        .statusCode(200)
        .body("items.caseNumber", hasItem(held.number()));
    city.as("prx.window")
        .get("/api/v1/promises?limit=100")
        .then()
        .body("items", empty())
        .body("counts.open", equalTo(0));
    travelPast(workingDays(30));
    sweep();
    held.open().then().body("pieces[0].state", equalTo("awaited"));
    clock.returnToNow();
    city.act("prm.window", held, "decide-extension", Map.of("approve", true))
        .then()
        .statusCode(200)
        .body("extension.state", equalTo("granted"));
    held.open()
        .then()
        .body("pieces[0].deadline.dueDate", equalTo(workingDays(15).toString()))
        .body("possible", contains("handIn"));
    held.ask(Map.of("kind", "extend", "days", 2, "reason", "再延")).then().statusCode(409);
  }

  @Test
  void aStaleVersionAndARepeatAreToldApart() {
    Held held = city.accepted(city.promised(PromiseCity.HOLDS, city.newcomer()));
    String key = Api.key();
    Map<String, Object> handIn =
        Map.of(
            "kind", "handIn", "materials", List.of(Map.of("code", "M2", "uploadId", Api.upload())));
    held.ask(handIn, key).then().statusCode(200);
    held.ask(handIn, key).then().statusCode(200).body("pieces[0].state", equalTo("handedIn"));
    city.as("prm.window")
        .header("Idempotency-Key", Api.key())
        .header("If-Match", "\"2\"")
        .body(Map.of("piece", "M2", "approve", true))
        .post("/api/v1/cases/" + held.number() + "/promise/actions/review")
        .then()
        .statusCode(412);
    new Held(held.number(), "AAAAA-AAAAA").open().then().statusCode(404);
  }
}
