package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.identity.Role;
import org.sunlit.testing.Api;
import org.sunlit.testing.Newcomer;
import org.sunlit.testing.SignedIn;

/** One's own cases: nothing asked again, and nobody else's. */
@QuarkusTest
class OwnCasesApiTest {
  private static final String CASES = "/api/v1/me/cases";

  @Inject CaseCity city;

  @BeforeEach
  void found() {
    city.found();
  }

  private static Response apply(Newcomer newcomer, String itemCode) {
    Map<String, Object> application = new HashMap<>(Map.of("itemCode", itemCode));
    if (itemCode.equals(CaseCity.LICENCE)) {
      application.put("materials", List.of(Map.of("code", "M1", "uploadId", Api.upload())));
    }
    return newcomer
        .asks()
        .header("Idempotency-Key", Api.key())
        .body(application)
        .post("/api/v1/me/applications");
  }

  private static Begun begin(Newcomer newcomer, String itemCode) {
    Response receipt = apply(newcomer, itemCode).then().statusCode(201).extract().response();
    return new Begun(receipt.path("caseNumber"), receipt.path("trackingCode"));
  }

  private Begun inCorrection(Newcomer newcomer) {
    Begun begun = begin(newcomer, CaseCity.LICENCE);
    city.act(
            "tst.window",
            begun,
            "request-correction",
            Map.of("missing", List.of(Map.of("materialCode", "M2", "what", "缺少签名"))))
        .then()
        .statusCode(200);
    return begun;
  }

  private static Map<String, Object> supplement() {
    return Map.of("materials", List.of(Map.of("code", "M2", "uploadId", Api.upload())));
  }

  @Test
  void appliesWithWhatTheAccountHas() {
    Newcomer newcomer = Newcomer.person().arrive();

    Begun begun = begin(newcomer, CaseCity.LICENCE);

    newcomer
        .asks()
        .get(CASES + "/" + begun.number())
        .then()
        .statusCode(200)
        .body("applicantMasked", is("王**"))
        .body("history[0].by", is("申请人"));
    city.as("tst.window")
        .get("/api/v1/cases/" + begun.number())
        .then()
        .statusCode(200)
        .body("history[0].by", is("申请人"));
    begun.track().then().statusCode(200);
  }

  @Test
  void showsWhatWaitsForTheApplicantFirst() {
    Newcomer newcomer = Newcomer.person().arrive();
    Begun withdrawn = begin(newcomer, CaseCity.BARE);
    newcomer
        .asks()
        .header("Idempotency-Key", Api.key())
        .body(Map.of())
        .post(CASES + "/" + withdrawn.number() + "/withdrawals")
        .then()
        .statusCode(200)
        .body("state", is("withdrawn"));
    Begun open = begin(newcomer, CaseCity.BARE);
    Begun waiting = inCorrection(newcomer);

    newcomer
        .asks()
        .get(CASES)
        .then()
        .statusCode(200)
        .body("total", is(3))
        .body("waiting", is(1))
        .body("items.caseNumber", contains(waiting.number(), open.number(), withdrawn.number()))
        .body("items[0].asked", is("supplement"));

    String cursor = newcomer.asks().queryParam("limit", 2).get(CASES).path("nextCursor");
    newcomer
        .asks()
        .queryParam("limit", 2)
        .queryParam("cursor", cursor)
        .get(CASES)
        .then()
        .body("items.caseNumber", contains(withdrawn.number()));
  }

  @Test
  void handsInWithoutACode() {
    Newcomer newcomer = Newcomer.person().arrive();
    Begun begun = inCorrection(newcomer);
    String key = Api.key();
    Map<String, Object> body = supplement();

    for (int attempt = 0; attempt < 2; attempt++) {
      newcomer
          .asks()
          .header("Idempotency-Key", key)
          .body(body)
          .post(CASES + "/" + begun.number() + "/supplements")
          .then()
          .statusCode(200)
          .body("state", is("submitted"));
    }
  }

  @Test
  void addsACaseThatWasBegunAsAGuest() {
    Newcomer newcomer = Newcomer.person().arrive();
    Begun guests = CaseCity.begin(CaseCity.BARE);

    newcomer.asks().get(CASES + "/" + guests.number()).then().statusCode(404);
    Map<String, Object> wrong = guests.ticket();
    wrong.put("trackingCode", "AAAAA-AAAAA");
    newcomer.asks().body(wrong).post(CASES).then().statusCode(404);
    newcomer.asks().body(guests.ticket()).post(CASES).then().statusCode(200);
    newcomer.asks().body(guests.ticket()).post(CASES).then().statusCode(200);
    newcomer.asks().get(CASES + "/" + guests.number()).then().statusCode(200);

    Newcomer other = Newcomer.person().arrive();
    other.asks().body(guests.ticket()).post(CASES).then().statusCode(409);
    other.asks().get(CASES + "/" + guests.number()).then().statusCode(404);
  }

  @Test
  void somebodyElsesCaseIsNotThere() {
    Newcomer owner = Newcomer.person().arrive();
    Newcomer other = Newcomer.organisation().arrive();
    Begun begun = inCorrection(owner);
    Response before = begun.track();

    other.asks().get(CASES).then().body("items", hasSize(0)).body("total", is(0));
    other.asks().get(CASES + "/" + begun.number()).then().statusCode(404);
    other
        .asks()
        .header("Idempotency-Key", Api.key())
        .body(supplement())
        .post(CASES + "/" + begun.number() + "/supplements")
        .then()
        .statusCode(404);
    other
        .asks()
        .header("Idempotency-Key", Api.key())
        .body(Map.of("reason", "不要了"))
        .post(CASES + "/" + begun.number() + "/withdrawals")
        .then()
        .statusCode(404);

    assertEquals((Object) before.path("version"), begun.track().path("version"));
    owner.asks().get(CASES).then().body("items.caseNumber", hasItem(begun.number()));
    begin(other, CaseCity.BARE);
    other.asks().get(CASES).then().body("items.caseNumber", everyItem(not(begun.number())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"WINDOW_CLERK", "SUPERVISOR", "ADMINISTRATOR", "CATALOGUE_EDITOR"})
  void theStaffHaveNoCasesOfTheirOwn(String role) {
    String token = SignedIn.as(Role.valueOf(role));
    for (String path : List.of(CASES, "/api/v1/me/profile")) {
      Api.contract().header("Authorization", "Bearer " + token).get(path).then().statusCode(403);
    }
    Api.contract()
        .header("Authorization", "Bearer " + token)
        .header("Idempotency-Key", Api.key())
        .body(Map.of("itemCode", CaseCity.BARE))
        .post("/api/v1/me/applications")
        .then()
        .statusCode(403);
    Api.contract().get(CASES).then().statusCode(401);
  }
}
