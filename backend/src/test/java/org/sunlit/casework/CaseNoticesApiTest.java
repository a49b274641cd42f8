package org.sunlit.casework;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.testing.Api;
import org.sunlit.testing.Newcomer;

/** Applicants are told as they chose, and everybody sees what became of it. */
@QuarkusTest
class CaseNoticesApiTest {
  private static final String CHOICE = "/api/v1/me/notice-choice";
  private static final String INBOX = "/api/v1/me/notices";
  private static final String EMAIL = "wang@example.com";

  @Inject CaseCity city;

  @BeforeEach
  void found() {
    city.found();
  }

  private static Map<String, Object> choice(List<String> required, List<String> progress) {
    return Map.of("language", "en", "email", EMAIL, "required", required, "progress", progress);
  }

  private static Response applyAsGuest(Object notices) {
    Map<String, Object> application =
        new HashMap<>(
            Map.of(
                "itemCode",
                CaseCity.LICENCE,
                "applicant",
                Map.of("kind", "person", "name", "王小明", "phone", "13812345678"),
                "materials",
                List.of(Map.of("code", "M1", "uploadId", Api.upload()))));
    if (notices != null) {
      application.put("notices", notices);
    }
    return Api.contract()
        .header("Idempotency-Key", Api.key())
        .body(application)
        .post("/api/v1/applications");
  }

  private static Begun guest(Object notices) {
    Response receipt = applyAsGuest(notices).then().statusCode(201).extract().response();
    return new Begun(receipt.path("caseNumber"), receipt.path("trackingCode"));
  }

  private static Begun account(Newcomer newcomer) {
    Response receipt =
        newcomer
            .asks()
            .header("Idempotency-Key", Api.key())
            .body(
                Map.of(
                    "itemCode",
                    CaseCity.LICENCE,
                    "materials",
                    List.of(Map.of("code", "M1", "uploadId", Api.upload()))))
            .post("/api/v1/me/applications")
            .then()
            .statusCode(201)
            .extract()
            .response();
    return new Begun(receipt.path("caseNumber"), receipt.path("trackingCode"));
  }

  private ValidatableResponse accept(Begun begun) {
    return city.act("tst.window", begun, "accept", Map.of("confirmedRisk", true))
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse track(Begun begun) {
    return Api.contract()
        .body(Map.of("caseNumber", begun.number(), "trackingCode", begun.code()))
        .post("/api/v1/tracking")
        .then()
        .statusCode(200);
  }

  @Test
  void whoSaysNothingIsToldBySmsWhatTheLawRequires() {
    Begun begun = guest(null);

    accept(begun)
        .body("notices", hasSize(1))
        .body("notices[0].deliveries.channel", contains("sms", "inApp"))
        .body("notices[0].deliveries[0].status", is("waiting"))
        .body("notices[0].deliveries[0].nextAttemptAt", notNullValue())
        .body("notices[0].recipients.sms", is("138****5678"));

    track(begun)
        .body("notices", hasSize(1))
        .body("notices[0].channel", is("sms"))
        .body("notices[0].recipient", is("138****5678"))
        .body("notices[0].recipients.email", nullValue())
        .body("notices[0].deliveries.channel", contains("sms", "inApp"))
        .body("notices[0].deliveries[1].status", is("sent"))
        .body("notices[0].text", containsString("已受理，承诺最迟于20"))
        .body("notices[0].textEn", matchesPattern(".* is due by \\d{1,2} [A-Z][a-z]+ \\d{4}\\."));
  }

  @Test
  void aGuestChoosesTheWays() {
    Begun begun = guest(choice(List.of("sms", "email"), List.of("email")));

    track(begun)
        .body("notices", hasSize(1))
        .body("notices[0].deliveries.channel", contains("email"))
        .body("notices[0].recipients.email", is("w***@example.com"));

    accept(begun)
        .body("notices[1].deliveries.channel", contains("sms", "email", "inApp"))
        .body("notices[1].recipients.email", is("w***@example.com"))
        .body("notices[1].recipients.sms", is("138****5678"));
  }

  @Test
  void theCopyOfOnesDataHasWhatOneChose() {
    Begun begun = guest(choice(List.of("email"), List.of()));

    Api.contract()
        .body(Map.of("caseNumber", begun.number(), "trackingCode", begun.code()))
        .post("/api/v1/tracking/export")
        .then()
        .statusCode(200)
        .body("applicant.noticeChoice.email", is(EMAIL))
        .body("applicant.noticeChoice.required", contains("email"));
  }

  @Test
  void saysWhatBecameOfEachWay() throws InterruptedException {
    Begun begun = guest(choice(List.of("sms", "email"), List.of()));
    accept(begun);

    Response seen = null;
    for (int tries = 0; tries < 100; tries++) {
      seen = track(begun).extract().response();
      if (!seen.<List<String>>path("notices[0].deliveries.status").contains("waiting")) {
        break;
      }
      Thread.sleep(200);
    }

    seen.then()
        .body("notices[0].deliveries.status", contains("sent", "sent", "sent"))
        .body("notices[0].deliveries.attempts", contains(1, 1, 0))
        .body("notices[0].deliveries.sentAt", everyItem(notNullValue()))
        .body("notices[0].deliveries[0].nextAttemptAt", nullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "email, ,                 /notices/email",
    "inApp, wang@example.com, /notices/required",
  })
  void saysAtTheFieldWhatCantBeChosen(String required, String email, String pointer) {
    Map<String, Object> wanted = new HashMap<>(Map.of("required", List.of(required)));
    if (email != null) {
      wanted.put("email", email);
    }
    applyAsGuest(wanted).then().statusCode(422).body("errors.pointer", contains(pointer));
  }

  @ParameterizedTest
  @CsvSource({"nobody", "a@b", "a b@example.com", "a@example.com\\nBcc:x@example.com"})
  void takesNoAddressThatIsNone(String email) {
    given()
        .contentType("application/json")
        .header("Idempotency-Key", Api.key())
        .body(
            Map.of(
                "itemCode",
                CaseCity.LICENCE,
                "applicant",
                Map.of("kind", "person", "name", "王小明", "phone", "13812345678"),
                "notices",
                Map.of("required", List.of("email"), "email", email.replace("\\n", "\n"))))
        .post("/api/v1/applications")
        .then()
        .statusCode(400);
  }

  @Test
  void anAccountChoosesFromNowOn() {
    Newcomer newcomer = Newcomer.person().arrive();
    newcomer
        .asks()
        .get(CHOICE)
        .then()
        .statusCode(200)
        .body("required", contains("sms"))
        .body("progress", hasSize(0))
        .body("language", is("zh-CN"));
    Begun begun = account(newcomer);

    newcomer
        .asks()
        .body(choice(List.of("email"), List.of("inApp")))
        .put(CHOICE)
        .then()
        .statusCode(200)
        .body("required", contains("email"))
        .body("email", is(EMAIL));

    accept(begun)
        .body("notices", hasSize(1))
        .body("notices[0].deliveries.channel", contains("email", "inApp"));
    newcomer
        .asks()
        .body(Map.of("required", List.of("inApp")))
        .put(CHOICE)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/required"));
  }

  @Test
  void theInboxHoldsWhatOneWasToldAndWhatOneHasntSeen() {
    Newcomer newcomer = Newcomer.person().arrive();
    newcomer
        .asks()
        .body(choice(List.of("sms"), List.of("inApp")))
        .put(CHOICE)
        .then()
        .statusCode(200);
    Begun begun = account(newcomer);
    accept(begun);

    Response inbox =
        newcomer
            .asks()
            .get(INBOX)
            .then()
            .statusCode(200)
            .body("unread", is(2))
            .body("items.unread", contains(true, true))
            .body("items.caseNumber", contains(begun.number(), begun.number()))
            .body("items[0].text", containsString("已受理"))
            .body("items[1].textEn", containsString("has arrived"))
            .extract()
            .response();

    // A page at a time, without gap or repeat.
    String cursor = newcomer.asks().get(INBOX + "?limit=1").then().extract().path("nextCursor");
    newcomer
        .asks()
        .get(INBOX + "?limit=1&cursor=" + cursor)
        .then()
        .body("items.id", contains(inbox.<String>path("items[1].id")))
        .body("nextCursor", nullValue());

    // Up to the older of the two, and then everything; nobody reads what is yet to come.
    read(newcomer, inbox.path("items[1].createdAt"));
    newcomer.asks().get(INBOX).then().body("items.unread", contains(true, false));
    read(newcomer, "2099-01-01T00:00:00Z");
    newcomer.asks().get(INBOX).then().body("unread", is(0));
    read(newcomer, inbox.path("items[1].createdAt"));
    newcomer.asks().get(INBOX).then().body("unread", is(0));
    newcomer.asks().get(INBOX + "?cursor=bm9uZQ").then().statusCode(400);
  }

  private static void read(Newcomer newcomer, String asOf) {
    newcomer.asks().body(Map.of("asOf", asOf)).post(INBOX + "/read").then().statusCode(204);
  }

  @Test
  void nobodyReadsAnothersInbox() {
    Newcomer one = Newcomer.person().arrive();
    accept(account(one));

    Newcomer.person().arrive().asks().get(INBOX).then().body("items", hasSize(0));
    given().get(INBOX).then().statusCode(401);
  }

  @Test
  void whoAddsAGuestsCaseReadsAlongAndTakesNothingAway() {
    Begun begun = guest(null);
    accept(begun);
    Newcomer newcomer = Newcomer.person().arrive();
    newcomer
        .asks()
        .body(Map.of("caseNumber", begun.number(), "trackingCode", begun.code()))
        .post("/api/v1/me/cases")
        .then()
        .statusCode(200);

    newcomer.asks().get(INBOX).then().body("items.caseNumber", contains(begun.number()));
    track(begun).body("notices.recipients.sms", hasItems("138****5678"));
  }

  @Test
  void aNewNumberIsUsedForCasesThatAreUnderWay() {
    Newcomer newcomer = Newcomer.person().arrive();
    Begun begun = account(newcomer);
    String phone = "13700001234";
    String id =
        newcomer
            .asks()
            .body(Map.of("phone", phone))
            .post("/api/v1/me/phone-changes")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    newcomer
        .asks()
        .body(Map.of("code", Newcomer.code(id)))
        .post("/api/v1/me/phone-changes/" + UUID.fromString(id) + "/confirmation")
        .then()
        .statusCode(200);

    accept(begun).body("notices[0].recipients.sms", is("137****1234"));
    assertEquals(2, track(begun).extract().<List<?>>path("notices[0].deliveries").size());
  }
}
