package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.testing.Api;
import org.sunlit.testing.Newcomer;

/** 免填免交: what the city has isn't asked for again, from its owner and for its owner alone. */
@QuarkusTest
class ReuseApiTest extends ReuseSteps {
  @Test
  void whatTheCityHasIsTakenOverAndItsOriginStaysVisible() throws SQLException {
    Newcomer owner = newcomer();
    offers(owner).body("fields", empty()).body("materials", empty());
    Begun licence = licensed(owner);
    Begun first = handedIn(owner);

    ValidatableResponse offers =
        offers(owner)
            .body("fields.field", contains("subject", "regionCode"))
            .body("fields.value", contains("老屋改造", CaseCity.TOWNSHIP))
            .body("fields[0].source.caseNumber", is(first.number()))
            .body("materials.code", contains("M1", "M2"))
            .body("materials.from.kind", contains("document", "file"))
            .body("materials[0].source.caseNumber", is(licence.number()))
            .body("materials[0].document.unit", is("晴川市测试局"))
            .body("materials[1].fileName", is("租房合同.pdf"));
    String number = offers.extract().path("materials[0].document.number");
    Map<String, Object> wanted = Map.of("takenOver", everything(offers));
    String key = Api.key();
    Begun second = begun(apply(owner, key, wanted));
    assertEquals(second, begun(apply(owner, key, wanted)), "sent twice is one case");

    ValidatableResponse file = asClerk(second);
    file.body("materials.code", contains("M1", "M2"))
        .body("materials.takenOver.stands", contains(true, true))
        .body("materials[0].takenOver.document.number", is(number))
        .body("materials[0].takenOver.checkedAt", notNullValue())
        .body("materials[1].fileName", is("租房合同.pdf"));
    List<String> ids = file.extract().path("materials.id");
    String copy = download(second, ids.get(0));
    assertEquals(true, copy.contains(number) && copy.contains(NAME), copy);
    assertEquals(
        new String(Api.PDF, java.nio.charset.StandardCharsets.US_ASCII),
        download(second, ids.get(1)));
    second
        .track()
        .then()
        .body("materials[0].takenOver.document.number", is(number))
        .body("materials[2].takenOver", nullValue());
    owner
        .asks()
        .get("/api/v1/me/cases/" + second.number() + "/documents")
        .then()
        .body("items[0].blocks.text", hasItem(containsString("采用" + number + "文书，未收取纸质材料")));
    owner
        .asks()
        .get("/api/v1/me/cases/" + licence.number() + "/accesses")
        .then()
        .body("items.action", hasItems("reuseOffered", "reused"));
    // A copy isn't offered again: what it was made from is.
    offers(owner).body("materials.source.caseNumber", contains(licence.number(), first.number()));
    assertEquals(0, publicly(second, number), "nothing of it is public");

    // Taken up again after a review, the licence falls, and with it what rests on it.
    reopened(licence);
    offers(owner).body("materials.from.kind", contains("file", "file"));
    apply(owner, Api.key(), wanted)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/takenOver/0/from"))
        .body("errors[0].detail", containsString(number));
    assertEquals(second, begun(apply(owner, key, wanted)), "what began is answered as it was");
    asClerk(second).body("materials.takenOver.stands", contains(false, true));

    // What is deleted offers nothing; the copy is the new case's own.
    owner
        .asks()
        .header("Idempotency-Key", Api.key())
        .body(Map.of())
        .post("/api/v1/me/cases/" + first.number() + "/withdrawals")
        .then()
        .statusCode(200);
    forget(owner, first);
    offers(owner).body("materials", empty()).body("fields.field", contains("regionCode"));
    asClerk(second).body("materials[1].takenOver.stands", is(true));
    assertEquals(ids.size(), 2);
    download(second, ids.get(1));
  }

  @Test
  void whatANoticeAsksForIsTakenOverToo() throws SQLException {
    Newcomer owner = newcomer();
    Begun licence = licensed(owner);
    Begun first = handedIn(owner);
    Begun second =
        begun(
            apply(
                owner,
                Api.key(),
                Map.of(
                    "materials",
                    List.of(
                        Map.of("code", "M1", "uploadId", Api.upload()),
                        Map.of("code", "M2", "uploadId", Api.upload())))));
    asked(owner, second).body("materials", empty());
    city.act(
            "township.a",
            second,
            "request-correction",
            Map.of(
                "missing",
                List.of(
                    Map.of("materialCode", "M1", "what", "营业执照副本不清晰"),
                    Map.of("materialCode", "M2", "what", "租房合同缺页"))))
        .then()
        .statusCode(200);
    // From other cases: what is asked for again isn't answered by itself.
    ValidatableResponse offers =
        asked(owner, second)
            .body("fields", empty())
            .body("materials.code", contains("M1", "M2"))
            .body("materials.source.caseNumber", contains(licence.number(), first.number()));
    asked(newcomer(), second, 404);
    List<Map<String, Object>> taken = everything(offers);
    supplement(owner, second, Api.key(), Map.of("materials", List.of()))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/materials"));
    Map<String, Object> unfit = new HashMap<>(taken.get(0));
    unfit.put("code", "M2");
    supplement(
            owner, second, Api.key(), Map.of("materials", List.of(), "takenOver", List.of(unfit)))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/takenOver/0/from"));
    String key = Api.key();
    Map<String, Object> supplement = Map.of("materials", List.of(), "takenOver", taken);
    supplement(owner, second, key, supplement)
        .then()
        .statusCode(200)
        .body("state", is("submitted"));
    asClerk(second)
        .body("materials.code", contains("M1", "M2", "M1", "M2"))
        .body("materials[2].takenOver.source.caseNumber", is(licence.number()))
        .body("materials[3].takenOver.source.caseNumber", is(first.number()))
        .body("materials[2].takenOver.stands", is(true));
    asked(owner, second).body("materials", empty());
    owner
        .asks()
        .get("/api/v1/me/cases/" + licence.number() + "/accesses")
        .then()
        .body("items.action", hasItems("reuseOffered", "reused"));
    // The licence falls; what was done with it is answered as it was, and nothing new is.
    reopened(licence);
    supplement(owner, second, key, supplement)
        .then()
        .statusCode(200)
        .body("state", is("submitted"));
    assertEquals(0, publicly(second, licence.number()), "nothing of it is public");
  }

  @Test
  void nobodyElseGetsIt() {
    Newcomer owner = newcomer();
    Begun licence = licensed(owner);
    Begun first = handedIn(owner);
    List<Map<String, Object>> all = everything(offers(owner));

    // The same name and number in another account prove nothing.
    Newcomer other = newcomer();
    offers(other).body("fields", empty()).body("materials", empty());
    apply(other, Api.key(), Map.of("takenOver", all))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/takenOver/0/from", "/takenOver/1/from"));
    Map<String, Object> unfit = new HashMap<>(all.get(0));
    unfit.put("code", "M2");
    Map<String, Object> unlisted = new HashMap<>(all.get(0));
    unlisted.put("code", "M9");
    apply(owner, Api.key(), Map.of("takenOver", List.of(unfit, unlisted)))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/takenOver/0/from", "/takenOver/1/code"));
    owner.asks().queryParam("itemCode", "TST-NONE").get("/api/v1/me/reuse").then().statusCode(404);
    Api.anything()
        .header("Idempotency-Key", Api.key())
        .body(Map.of("itemCode", ASKS, "takenOver", all))
        .post("/api/v1/applications")
        .then()
        .statusCode(400);

    // At a window: by name and number together, where the clerk works, and on the person's trail.
    found("township.a", NAME, identityNumber)
        .then()
        .statusCode(200)
        .body("fields", empty())
        .body("materials.code", contains("M1", "M2"))
        .body("materials.source.caseNumber", contains(licence.number(), first.number()))
        .body("materials.fileName", not(hasItem(notNullValue())));
    found("township.a", "欧阳别人", identityNumber).then().statusCode(200).body("materials", empty());
    found("township.b", NAME, identityNumber).then().statusCode(404);
    found("tst.window", NAME, identityNumber).then().statusCode(404);
    found("township.a", " ", "  ")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/name", "/identityNumber"));
    Map<String, Object> intake =
        new HashMap<>(
            Map.of(
                "placeCode", CENTRE,
                "itemCode", ASKS,
                "regionCode", CaseCity.TOWNSHIP,
                "applicant", Map.of("kind", "person", "name", NAME, "phone", "13812345678"),
                "takenOver", all));
    takeIn(intake)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/applicant/identityNumber"));
    intake.put(
        "applicant",
        Map.of(
            "kind",
            "person",
            "name",
            NAME,
            "identityNumber",
            identityNumber,
            "phone",
            "13812345678"));
    Begun taken = begun(takeIn(intake));
    asClerk(taken).body("materials.takenOver.stands", contains(true, true));
    owner
        .asks()
        .get("/api/v1/me/cases/" + licence.number() + "/accesses")
        .then()
        .body(
            "items.findAll { it.post == 'township' || it.post == 'agent' }.action",
            hasItems("reuseOffered", "reused"));
  }
}
