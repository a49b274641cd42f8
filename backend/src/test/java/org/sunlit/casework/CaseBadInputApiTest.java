package org.sunlit.casework;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.testing.Api;
import org.sunlit.testing.ContractFilter;

@QuarkusTest
class CaseBadInputApiTest {
  @Inject CaseCity city;

  @BeforeEach
  void found() {
    city.found();
  }

  private static Response raw(String path, String body) {
    return given()
        .filter(ContractFilter.answers())
        .contentType(ContentType.JSON)
        .body(body)
        .post(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"itemCode\":",
        "[]",
        "\"text\"",
        "{\"itemCode\":42,\"applicant\":{\"kind\":\"person\",\"name\":\"王\",\"phone\":\"13812345678\"}}",
        "{\"itemCode\":\"X\",\"applicant\":\"王\"}",
        "{\"itemCode\":\"X\",\"applicant\":{\"kind\":\"robot\",\"name\":\"王\",\"phone\":\"13812345678\"}}",
        "{\"itemCode\":\"X\",\"surprise\":1,\"applicant\":{\"kind\":\"person\",\"name\":\"王\",\"phone\":\"13812345678\"}}",
        "{\"itemCode\":\"X\",\"applicant\":{\"kind\":\"person\",\"name\":\"王\\u0000\",\"phone\":\"13812345678\"}}",
        "{\"itemCode\":\"X\",\"applicant\":{\"kind\":\"person\",\"name\":\"王\",\"phone\":\"110\"}}",
        "{\"itemCode\":\"X\",\"regionCode\":\"99\",\"applicant\":{\"kind\":\"person\",\"name\":\"王\",\"phone\":\"13812345678\"}}",
        "{}"
      })
  void refusesAnApplicationThatIsNotOfTheForm(String body) {
    raw("/api/v1/applications", body)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void refusesANameOfTenThousandCharacters() {
    Map<String, Object> application = CaseCity.application(CaseCity.BARE);
    applicant(application).put("name", "王".repeat(10_000));
    CaseCity.apply(application)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/applicant/name"));
  }

  @Test
  void takesANameOfTwoScriptsAndRareCharacters() {
    Map<String, Object> application = CaseCity.application(CaseCity.BARE);
    applicant(application).put("name", "𠮷田·Bob'); drop table case_file; --");
    CaseCity.apply(application).then().statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({
    "TST-LIC-04, 409",
    "TST-LIC-05, 409",
    "NO-SUCH-ITEM, 422",
  })
  void beginsNoCaseOnAnItemThatIsNotInForce(String item, int status) {
    CaseCity.apply(CaseCity.application(item))
        .then()
        .statusCode(status)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "person, 11010519491231002X, 201",
    "person, 11010519491231002x, 201",
    "person, 110105194912310021, 422",
    "person, 11010519490230002X, 422",
    "organisation, 91350100M000100Y43, 201",
    "organisation, 91350100M000100Y44, 422",
    "organisation, 11010519491231002X, 422"
  })
  void checksIdentityNumbers(String kind, String number, int status) {
    Map<String, Object> application = CaseCity.application(CaseCity.BARE);
    applicant(application).put("kind", kind);
    applicant(application).put("identityNumber", number);
    CaseCity.apply(application).then().statusCode(status);
  }

  @Test
  void saysEverythingWrongWithAnApplicationAtOnce() {
    Map<String, Object> application = CaseCity.application(CaseCity.LICENCE);
    applicant(application).put("identityNumber", "1");
    application.put("regionCode", "440100000000");
    String upload = Api.upload();
    application.put(
        "materials",
        List.of(
            Map.of("code", "M9", "uploadId", upload), Map.of("code", "M2", "uploadId", upload)));
    CaseCity.apply(application)
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            equalTo(
                List.of(
                    "/applicant/identityNumber",
                    "/regionCode",
                    "/materials/0/code",
                    "/materials/1/uploadId",
                    "/materials")))
        .body("errors.detail", hasItem(containsString("材料M1")));
  }

  @Test
  void takesAnUploadOnceAndOnlyOneThatIsThere() {
    Map<String, Object> application = CaseCity.application(CaseCity.LICENCE);
    CaseCity.apply(application).then().statusCode(201);
    CaseCity.apply(application)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", is("/materials/0/uploadId"));
    application.put(
        "materials", List.of(Map.of("code", "M1", "uploadId", UUID.randomUUID().toString())));
    CaseCity.apply(application).then().statusCode(422);
  }

  @Test
  void knowsNoRegionThatDoesNotExist() {
    Map<String, Object> application = CaseCity.application(CaseCity.BARE);
    application.put("regionCode", "990101999000");
    CaseCity.apply(application).then().statusCode(422).body("errors[0].pointer", is("/regionCode"));
  }

  @Test
  void asksForTheTownshipWhereATownshipHandles() {
    Map<String, Object> application = CaseCity.application(CaseCity.WELFARE);
    application.put("regionCode", CaseCity.CITY);
    CaseCity.apply(application).then().statusCode(422).body("errors[0].pointer", is("/regionCode"));
  }

  @Test
  void answersAWrongNumberAndAWrongCodeAlike() {
    Begun begun = CaseCity.begin(CaseCity.BARE);
    String wrongCode = tracked(begun.number(), "00000-00000");
    String wrongNumber = tracked("20261121-999999-1", begun.code());
    String noNumber = tracked("nonsense", begun.code());
    String noCode = tracked(begun.number(), "!");
    assertEquals(wrongCode, wrongNumber);
    assertEquals(wrongCode, noNumber);
    assertEquals(wrongCode, noCode);
  }

  private static String tracked(String number, String code) {
    return Api.contract()
        .body(Map.of("caseNumber", number, "trackingCode", code))
        .post("/api/v1/tracking")
        .then()
        .statusCode(404)
        .extract()
        .asString();
  }

  @Test
  void findsACaseHoweverItsCodeIsTyped() {
    Begun begun = CaseCity.begin(CaseCity.BARE);
    String typed = " " + begun.code().toLowerCase().replace("-", "").replace('0', 'o') + " ";
    Api.contract()
        .body(Map.of("caseNumber", begun.number().replace("-", ""), "trackingCode", typed))
        .post("/api/v1/tracking")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{\"caseNumber\":\"1\"}", "{\"caseNumber\":1,\"trackingCode\":[]}"})
  void refusesATrackingRequestThatIsNotOfTheForm(String body) {
    raw("/api/v1/tracking", body).then().statusCode(400).contentType("application/problem+json");
  }

  @Test
  void needsTheVersionAndRefusesAStaleOne() {
    Begun begun = CaseCity.begin(CaseCity.BARE);
    city.act("tst.window", begun, "accept", Map.of(), null).then().statusCode(428);
    city.act("tst.window", begun, "accept", Map.of(), "\"7\"").then().statusCode(412);
    city.act("tst.window", begun, "accept", Map.of(), "nonsense").then().statusCode(412);
    city.act("tst.window", begun, "accept", Map.of(), "\"1\"").then().statusCode(200);
    city.act("tst.reviewer", begun, "advance", Map.of(), "\"1\"").then().statusCode(412);
  }

  @Test
  void refusesAStepThatIsNotNextAndSaysWhatIs() {
    Begun begun = CaseCity.begin(CaseCity.BARE);
    city.act("tst.window", begun, "close", Map.of())
        .then()
        .statusCode(409)
        .body("type", is("urn:sunlit:problem:impossible-transition"))
        .body("possible", hasItem("accept"));
    Api.anything()
        .header("Authorization", "Bearer " + city.token("tst.window"))
        .header("If-Match", "\"1\"")
        .body(Map.of())
        .post("/api/v1/cases/" + begun.number() + "/actions/explode")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void letsOnlyTheStepsPostActAndOnlyTheDepartmentLook() {
    Begun begun = CaseCity.begin(CaseCity.BARE);
    city.act("tst.reviewer", begun, "accept", Map.of()).then().statusCode(403);
    city.as("oth.window").get("/api/v1/cases/" + begun.number()).then().statusCode(404);
    city.act("oth.window", begun, "accept", Map.of(), "\"1\"").then().statusCode(404);
    city.as("supervisor").get("/api/v1/cases/" + begun.number()).then().statusCode(200);
    city.act("supervisor", begun, "accept", Map.of()).then().statusCode(403);
    city.as("editor").get("/api/v1/cases/" + begun.number()).then().statusCode(403);
    Api.contract().get("/api/v1/cases/" + begun.number()).then().statusCode(401);
  }

  @Test
  void speaksEnglishToWhoAsksForIt() {
    Begun begun = CaseCity.begin(CaseCity.BARE);
    city.as("tst.reviewer")
        .header("Accept-Language", "en")
        .get("/api/v1/cases/" + begun.number())
        .then()
        .statusCode(200)
        .body("actions[0].why", containsString("Window"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> applicant(Map<String, Object> application) {
    return (Map<String, Object>)
        application.computeIfAbsent("applicant", any -> new HashMap<String, Object>());
  }
}
