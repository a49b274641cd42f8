package org.sunlit.joint;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.joint.JointCity.Begun;
import org.sunlit.testing.Api;
import org.sunlit.testing.Newcomer;

/** What stands for materials in one form: promises, and what the city has already. */
@QuarkusTest
class BringJointlyApiTest {
  @Inject JointCity city;

  @BeforeEach
  void found() {
    city.found();
  }

  @Test
  void onesWordIsSignedWithTheOneForm() {
    Api.contract()
        .get("/api/v1/joint-themes/" + JointWord.THEME)
        .then()
        .statusCode(200)
        .body("items[1].promise.replaces", is(List.of("M2")))
        .body("materials.find { it.name == '平面图' }.usedBy[0].lateLimit.amount", is(5))
        .body("materials.find { it.name == '申请书' }.usedBy.needed", is(List.of(true, true)));
    JointCity.apply(JointWord.form(Map.of()))
        .then()
        .statusCode(422)
        .body("errors.detail", hasItem(containsString("签署承诺书后补")))
        .body("errors.detail", hasItem(containsString("设施说明")));
    Map<String, Object> late = JointWord.signed(JointWord.ENTERPRISE, List.of("M3"), false);
    Map<String, Object> word = JointWord.signed(JointWord.ENTERPRISE, List.of(), true);
    JointCity.apply(JointWord.form(Map.of(JointCity.LEAD_ITEM, late)))
        .then()
        .statusCode(422)
        .body("errors.pointer", is(List.of("/promises/" + JointCity.LEAD_ITEM)));
    JointCity.apply(
            JointWord.form(
                Map.of(
                    JointWord.LATE_ITEM,
                    JointWord.signed("别人", List.of("M1"), false),
                    JointWord.WORD_ITEM,
                    word)))
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/promises/" + JointWord.LATE_ITEM + "/late/0"))
        .body("errors.pointer", hasItem("/promises/" + JointWord.LATE_ITEM + "/signedName"));
    Begun begun =
        JointCity.begun(
            JointCity.apply(
                JointWord.form(Map.of(JointWord.LATE_ITEM, late, JointWord.WORD_ITEM, word))));
    String lead = begun.cases().get(JointWord.LATE_ITEM);
    String joined = begun.cases().get(JointWord.WORD_ITEM);
    begun.promise(lead).then().statusCode(200).body("pieces.state", is(List.of("promised")));
    begun
        .promise(joined)
        .then()
        .statusCode(200)
        .body("signedName", is(JointWord.ENTERPRISE))
        .body("pieces.state", is(List.of("promised")));
    // What may be late isn't missing, and nobody's statement says so.
    city.state("jta.window", begun, lead, List.of(Map.of("materialCode", "M3", "what", "缺平面图")))
        .then()
        .statusCode(422)
        .body("errors.pointer", is(List.of("/missing/0/materialCode")));
    city.state("jta.window", begun, lead).then().statusCode(200);
    city.state("jtc.window", begun, joined)
        .then()
        .statusCode(200)
        .body("application.phase", is("inProgress"));
    begun
        .promise(lead)
        .then()
        .body("pieces.state", is(List.of("awaited")))
        .body("pieces[0].deadline.dueDate", notNullValue());
    Api.contract()
        .header("Idempotency-Key", Api.key())
        .body(
            Map.of(
                "holder",
                begun.holder(lead),
                "request",
                Map.of(
                    "kind",
                    "handIn",
                    "materials",
                    List.of(Map.of("code", "M3", "uploadId", Api.upload())))))
        .post("/api/v1/promises/requests")
        .then()
        .statusCode(200)
        .body("pieces.state", is(List.of("handedIn")));
    city.decide("jtc", joined, Map.of("decision", "grant")).then().statusCode(200);
    begun.promise(joined).then().body("pieces.state", is(List.of("awaited")));
  }

  @Test
  void whatTheCityHasServesAllParts() {
    Newcomer owner = Newcomer.person().arrive();
    reuse(owner).body("fields", empty()).body("materials", empty());
    String earlier =
        owner
            .asks()
            .header("Idempotency-Key", Api.key())
            .body(
                Map.of(
                    "itemCode",
                    JointCity.LEAD_ITEM,
                    "subject",
                    "街角小店",
                    "materials",
                    List.of(Map.of("code", "M1", "uploadId", Api.upload()))))
            .post("/api/v1/me/applications")
            .then()
            .statusCode(201)
            .extract()
            .path("caseNumber");
    ValidatableResponse offers =
        reuse(owner)
            .body("fields.value", is(List.of("街角小店")))
            .body("materials.name", is(List.of("场所证明")))
            .body("materials[0].key", is(JointCity.LEAD_ITEM + "/M1"))
            .body(
                "materials[0].usedBy.itemCode",
                is(List.of(JointCity.LEAD_ITEM, JointCity.COUNTY_ITEM)))
            .body("materials[0].source.caseNumber", is(earlier));
    Map<String, Object> taken =
        Map.of(
            "key", JointCity.LEAD_ITEM + "/M1", "from", offers.extract().path("materials[0].from"));
    Map<String, Object> form = new HashMap<>();
    form.put("themeCode", JointCity.THEME);
    form.put("answers", Map.of("sign", "no"));
    form.put("takenOver", List.of(taken));
    // Nobody else's, and for nothing else.
    applyAs(Newcomer.person().arrive(), form)
        .then()
        .statusCode(422)
        .body("errors.pointer", is(List.of("/takenOver/0/from")));
    Map<String, Object> elsewhere = new HashMap<>(taken);
    elsewhere.put("key", JointCity.SIGN_ITEM + "/M1");
    form.put("takenOver", List.of(elsewhere));
    applyAs(owner, form)
        .then()
        .statusCode(422)
        .body("errors.pointer", is(List.of("/takenOver/0/key")));
    form.put("takenOver", List.of(taken));
    Begun begun = JointCity.begun(applyAs(owner, form));
    takenOver("jta", begun.lead(), earlier);
    takenOver("jtb", begun.county(), earlier);
    owner.asks().get("/api/v1/me/cases").then().body("items.caseNumber", hasItem(begun.county()));

    // What the combined notice asks for is taken over once, for all parts.
    city.state("jta.window", begun, begun.lead(), "场所证明缺页").then().statusCode(200);
    city.state("jtb.window", begun, begun.county()).then().statusCode(200);
    city.command("jta.window", begun, "notice", null).then().statusCode(200);
    owner
        .asks()
        .body(begun.ticket())
        .post("/api/v1/me/joint-tracking/reuse")
        .then()
        .statusCode(200)
        .body("materials.source.caseNumber", is(List.of(earlier)));
    Map<String, Object> supplement = begun.ticket();
    supplement.put("materials", List.of());
    supplement.put("takenOver", List.of(taken));
    owner
        .asks()
        .header("Idempotency-Key", Api.key())
        .body(supplement)
        .post("/api/v1/me/joint-tracking/supplements")
        .then()
        .statusCode(200)
        .body("phase", is("gathering"));
    city.as("jtb.window")
        .get("/api/v1/cases/" + begun.county())
        .then()
        .body("materials.takenOver.source.caseNumber", is(List.of(earlier, earlier)));
  }

  private static ValidatableResponse reuse(Newcomer who) {
    return who.asks()
        .get("/api/v1/me/joint-themes/" + JointCity.THEME + "/reuse")
        .then()
        .statusCode(200);
  }

  private static Response applyAs(Newcomer who, Map<String, Object> form) {
    return who.asks()
        .header("Idempotency-Key", Api.key())
        .body(form)
        .post("/api/v1/me/joint-applications");
  }

  private void takenOver(String department, String caseNumber, String from) {
    city.as(department + ".window")
        .get("/api/v1/cases/" + caseNumber)
        .then()
        .statusCode(200)
        .body("materials.takenOver.source.caseNumber", is(List.of(from)))
        .body("materials[0].takenOver.stands", is(true));
  }
}
