package org.sunlit.rating;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.EndedCaseCity.Ended;
import org.sunlit.notice.Telephone;
import org.sunlit.testing.Api;
import org.sunlit.testing.Newcomer;

/** Rating a case with what one holds, once. */
@QuarkusTest
class RateCasesApiTest extends RatingSteps {
  @Inject Invitations invitations;

  @Test
  void aCaseThatHasEndedIsRatedOnce() {
    Ended ended = end();

    open(ended).then().statusCode(200).body("state", equalTo("open")).body("rating", nullValue());
    rate(ended, GOOD)
        .then()
        .statusCode(201)
        .body("state", equalTo("rated"))
        .body("rating.overall", equalTo("satisfied"))
        .body("rating.words", equalTo("很快就办好了"))
        .body("rating.rectification", nullValue());
    rate(ended, BAD).then().statusCode(409).body("detail", containsString("一事一评"));
    open(ended).then().body("rating.overall", equalTo("satisfied"));
  }

  @Test
  void aRepeatWithTheSameKeyGetsTheFirstAnswer() {
    Ended ended = end();
    String key = Api.key();

    rate(ended, GOOD, key).then().statusCode(201);
    rate(ended, GOOD, key).then().statusCode(201).body("state", equalTo("rated"));
    rate(ended, BAD, key).then().statusCode(422);
  }

  @Test
  void aCaseThatGoesOnIsNotRated() {
    rate(city.begin(), GOOD).then().statusCode(409).body("detail", containsString("尚未办结"));
  }

  @Test
  void aWrongCodeAndAWrongNumberAnswerAlike() {
    Ended ended = end();
    String wrongCode = rate(new Ended(ended.number(), "AAAAA-AAAAA", ""), GOOD).asString();
    Response wrongNumber = rate(new Ended("20200101-000001-9", ended.code(), ""), GOOD);

    wrongNumber.then().statusCode(404);
    assertEquals(
        wrongCode.replaceAll("\"instance\":\"[^\"]*\"", ""),
        wrongNumber.asString().replaceAll("\"instance\":\"[^\"]*\"", ""));
    open(new Ended(ended.number(), "12345678", "")).then().statusCode(404);
  }

  @Test
  void afterThirtyDaysItIsOver() {
    Ended ended = end();
    clock.travelTo(clock.instant().plus(Duration.ofDays(31)));

    open(ended).then().statusCode(200).body("state", equalTo("over"));
    rate(ended, GOOD).then().statusCode(409);
  }

  @Test
  void badInputIsSaidAndChangesNothing() {
    Ended ended = end();
    for (String grades :
        List.of(
            "{}",
            "{\"overall\":\"splendid\"}",
            "{\"overall\":\"satisfied\",\"words\":\"" + "长".repeat(1001) + "\"}",
            "{\"overall\":\"satisfied\",\"stars\":5}")) {
      io.restassured.RestAssured.given()
          .contentType("application/json")
          .body(
              "{\"holder\":{\"caseNumber\":\"%s\",\"code\":\"%s\"},\"grades\":%s}"
                  .formatted(ended.number(), ended.code(), grades))
          .post("/api/v1/ratings")
          .then()
          .statusCode(400);
    }
    open(ended).then().body("state", equalTo("open"));
  }

  @Test
  void theMessagesCodeRatesAndOpensNothingElse() {
    Ended ended = end();
    invitations.invite().await().atMost(PATIENCE);
    String message = Telephone.message("rating/" + ended.number());
    Matcher code = Pattern.compile("评价码([0-9]{8})").matcher(message);
    assertTrue(code.find(), message);
    Ended byMessage = new Ended(ended.number(), code.group(1), "");

    Api.contract()
        .body(Map.of("caseNumber", ended.number(), "trackingCode", code.group(1)))
        .post("/api/v1/tracking")
        .then()
        .statusCode(404);
    rate(byMessage, GOOD).then().statusCode(201);
    assertEquals("sms", channel(ended));
  }

  @Test
  void nobodyIsAskedTwice() {
    Ended ended = end();
    invitations.invite().await().atMost(PATIENCE);
    invitations.invite().await().atMost(PATIENCE);

    assertEquals(
        1,
        tables.count(
            "select count(*) from notice where subject_id = $1", "rating/" + ended.number()));
  }

  @Test
  void anAccountRatesItsOwnCasesAndNoOthers() {
    Ended ended = end();
    Newcomer owner = Newcomer.person().arrive();
    Newcomer other = Newcomer.person().arrive();
    owner
        .asks()
        .body(Map.of("caseNumber", ended.number(), "trackingCode", ended.code()))
        .post("/api/v1/me/cases")
        .then()
        .statusCode(200);
    String path = "/api/v1/me/cases/" + ended.number() + "/rating";

    other.asks().get(path).then().statusCode(404);
    other.asks().body(GOOD).post(path).then().statusCode(404);
    owner.asks().get(path).then().statusCode(200).body("state", equalTo("open"));
    owner.asks().body(GOOD).post(path).then().statusCode(201);
    assertEquals("account", channel(ended));
  }

  @Test
  void aBrowserOfTheStaffIsNoticed() {
    Ended ended = end();
    String cookie =
        Api.contract()
            .body(Map.of("account", "tst.window", "password", "correct horse battery staple"))
            .post("/api/v1/auth/login")
            .then()
            .statusCode(200)
            .extract()
            .cookie("sunlit_desk");

    Api.contract()
        .cookie("sunlit_desk", cookie)
        .body(Map.of("holder", ended.holder(), "grades", GOOD))
        .post("/api/v1/ratings")
        .then()
        .statusCode(201);
    assertEquals(List.of("staffDevice"), signs(ended));
  }

  @Test
  void aRatingThatIsSetAsideDoesNotCount() {
    Ended ended = end();
    rate(ended, GOOD).then().statusCode(201);
    String id = rating(ended);
    String path = "/api/v1/ratings/" + id;
    city.as(SUPERVISOR)
        .get(path)
        .then()
        .statusCode(200)
        .body("caseNumber", equalTo(ended.number()))
        .body("words", equalTo("很快就办好了"))
        .body("ratedPerson", notNullValue());
    int before = counted();

    review(id, 1, false).then().statusCode(200).body("summary.counted", equalTo(false));
    assertEquals(before - 1, counted());
    review(id, 1, true).then().statusCode(412);
    review(id, 2, true).then().statusCode(200);
    assertEquals(before, counted());
    assertTrue(
        tables.count(
                "select count(*) from access_trail where case_number = $1 and account = 'supervisor'",
                ended.number())
            > 0);
  }

  private Response review(String id, int version, boolean counts) {
    return city.as(SUPERVISOR)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("counted", counts, "why", "与工作人员设备一致"))
        .post("/api/v1/ratings/" + id + "/reviews");
  }

  private int counted() {
    return city.as(SUPERVISOR).get("/api/v1/rating-figures").then().extract().path("ratings");
  }
}
