package org.sunlit.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class ProblemsApiTest {
  private static final String PART = "\"part\":{\"name\":\"a\"}";

  static Stream<Arguments> wrongFields() {
    return Stream.of(
        Arguments.of("{\"text\":\"a\"}", "/part", "Required"),
        Arguments.of("{" + PART + "}", "/text", "Required"),
        Arguments.of("{\"text\":\"a\",\"part\":{}}", "/part/name", "Required"),
        Arguments.of("{\"text\":\"a\",\"part\":{\"name\":\"abcdef\"}}", "/part/name", "1 to 5"),
        Arguments.of(
            "{\"text\":\"a\"," + PART + ",\"parts\":[{\"name\":\"b\"},{\"name\":\"\"}]}",
            "/parts/1/name",
            "1 to 5"),
        Arguments.of(withField("\"number\":11"), "/number", "at most 10"),
        Arguments.of(withField("\"number\":\"5\""), "/number", "whole number"),
        Arguments.of(withField("\"number\":1.5"), "/number", "whole number"),
        Arguments.of(withField("\"number\":99999999999"), "/number", "whole number"),
        Arguments.of("{\"text\":5," + PART + "}", "/text", "text"),
        Arguments.of("{\"text\":{}," + PART + "}", "/text", "text"),
        Arguments.of(withField("\"yes\":\"true\""), "/yes", "true or false"),
        Arguments.of(withField("\"date\":\"2026-02-30\""), "/date", "date that exists"),
        Arguments.of(withField("\"date\":\"\""), "/date", "date that exists"),
        Arguments.of(withField("\"date\":\"+999999999-12-31\""), "/date", "date that exists"),
        Arguments.of(withField("\"date\":\"-0001-01-01\""), "/date", "date that exists"),
        Arguments.of(withField("\"moment\":\"2026-02-03\""), "/moment", "time with its zone"),
        Arguments.of(
            withField("\"moment\":\"-9999-01-01T00:00:00Z\""), "/moment", "time with its zone"),
        Arguments.of(withField("\"id\":\"7\""), "/id", "UUID"),
        Arguments.of(withField("\"colour\":\"green\""), "/colour", "red, blue"),
        Arguments.of(withField("\"colour\":1"), "/colour", "red, blue"),
        Arguments.of(withField("\"parts\":{}"), "/parts", "list"),
        Arguments.of("{\"text\":\"a\",\"part\":[]}", "/part", "object"),
        Arguments.of(withField("\"extra\":1"), "/extra", "Unknown field"),
        Arguments.of(withField("\"a/b~c\":1"), "/a~1b~0c", "Unknown field"),
        Arguments.of(withField("\"number\":1,\"number\":2"), "/number", "twice"),
        Arguments.of("{\"text\":\"a\\u0000b\"," + PART + "}", "/text", "number 2"),
        Arguments.of("{\"text\":\"\\ud800\"," + PART + "}", "/text", "number 1"),
        Arguments.of(withField("\"notes\":{\"x\":\"\\u0000\"}"), "/notes/x", "number 1"));
  }

  private static String withField(String field) {
    return "{\"text\":\"a\"," + PART + "," + field + "}";
  }

  @ParameterizedTest
  @MethodSource("wrongFields")
  void saysWhichFieldIsWrongAndWhy(String body, String pointer, String detail) {
    ValidatableResponse answer =
        problem(
            given().contentType(ContentType.JSON).body(body).header("Accept-Language", "en"), 400);
    answer
        .body("type", equalTo("urn:sunlit:problem:invalid-request"))
        .body("errors.pointer", hasItem(pointer))
        .body("errors.find { it.pointer == '" + pointer + "' }.detail", containsString(detail));
  }

  @Test
  void namesAllMissingFieldsAtOnce() {
    problem(given().contentType(ContentType.JSON).body("{}"), 400)
        .body("errors.pointer", equalTo(List.of("/part", "/text")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {"{\"text\": oops}|1", "{\"text\":\"a\"|1", "{} {}|1", "nothing|1"})
  void saysWhereTheJsonBreaks(String body, int line) {
    problem(given().contentType(ContentType.JSON).body(body).header("Accept-Language", "en"), 400)
        .body("type", equalTo("urn:sunlit:problem:malformed-body"))
        .body("detail", startsWith("Line " + line + ", column "));
  }

  @Test
  void refusesBrokenUtf8() {
    byte[] body = ("{\"text\":\"??\"," + PART + "}").getBytes(StandardCharsets.ISO_8859_1);
    body[9] = (byte) 0xC3;
    body[10] = (byte) 0x28;
    problem(given().contentType(ContentType.JSON).body(body), 400)
        .body("type", equalTo("urn:sunlit:problem:malformed-body"));
  }

  @ParameterizedTest
  @CsvSource({"''", "null"})
  void saysThatTheBodyIsMissing(String body) {
    problem(given().contentType(ContentType.JSON).body(body), 400)
        .body("type", equalTo("urn:sunlit:problem:missing-body"));
  }

  @ParameterizedTest
  @CsvSource({
    "number, abc, whole number",
    "colour, green, 'red, blue'",
    "day, 2026-02-30, date",
    "day, +999999999-12-31, date",
    "code, ABC, expected form"
  })
  void saysWhichParameterIsWrong(String name, String value, String detail) {
    given()
        .header("Accept-Language", "en")
        .queryParam(name, value)
        .get("/api/probe")
        .then()
        .statusCode(400)
        .contentType(startsWith("application/problem+json"))
        .body("errors[0].pointer", equalTo(name))
        .body("errors[0].detail", containsString(detail));
  }

  @Test
  void namesHeadersAsTheyAreSent() {
    given()
        .header("Idempotency-Key", "short")
        .get("/api/probe")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("Idempotency-Key"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/nowhere, 404, not-found",
    "GET, /api/probe/nowhere, 404, not-found",
    "GET, /api/probe/things/not-a-uuid, 404, not-found",
    "GET, /api/probe/things/7c2e1f6e-8a5a-4c3b-9f2e-0a1b2c3d4e5f, 404, not-found",
    "DELETE, /api/probe, 405, method-not-allowed",
    "GET, /api/probe/staff, 401, unauthenticated",
    "GET, /api/probe/unannotated, 401, unauthenticated",
    "GET, /api/probe?code=%00, 400, invalid-request"
  })
  void answersEverythingWithAProblem(String method, String path, int status, String slug) {
    given()
        .urlEncodingEnabled(false)
        .request(method, path)
        .then()
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .body("type", equalTo("urn:sunlit:problem:" + slug))
        .body("status", equalTo(status));
  }

  @Test
  void refusesATokenThatIsNone() {
    given()
        .header("Authorization", "Bearer nonsense")
        .get("/api/probe/staff")
        .then()
        .statusCode(401)
        .contentType(startsWith("application/problem+json"));
  }

  @Test
  void opensAPublicPageWithATokenThatIsNone() {
    given().header("Authorization", "Bearer nonsense").get("/api/v1/site").then().statusCode(200);
  }

  @Test
  void refusesOtherContentTypes() {
    problem(given().contentType("text/plain").body("hello"), 415);
    given().accept("image/png").get("/api/probe").then().statusCode(406);
  }

  @Test
  void keepsTheFaultToItself() {
    given()
        .header("Accept-Language", "en-GB, de;q=0.5")
        .get("/api/probe/fault")
        .then()
        .statusCode(500)
        .contentType(startsWith("application/problem+json"))
        .header("Content-Language", "en")
        .body("detail", matchesPattern(".*[0-9a-f]{8}-.*"))
        .body(not(containsString("secret")))
        .body(not(containsString("Exception")));
  }

  @ParameterizedTest
  @CsvSource({
    ", 未找到",
    "zh-TW, 未找到",
    "fr, 未找到",
    "'en;q=0.8, zh;q=0.9', 未找到",
    "en, Not found",
    "nonsense;;;, 未找到"
  })
  void speaksTheReadersLanguage(String accepted, String title) {
    var request = given();
    if (accepted != null) {
      request.header("Accept-Language", accepted);
    }
    request.get("/api/nowhere").then().body("title", equalTo(title));
  }

  @Test
  void refusesLargeJsonByItsLength() {
    problem(
            given()
                .contentType(ContentType.JSON)
                .body("{\"text\":\"" + "a".repeat((int) BodyLimits.JSON) + "\"}"),
            413)
        .body("detail", containsString("1 MB"));
  }

  @Test
  void refusesALargeUpload() {
    given()
        .multiPart("file", "large.bin", new byte[(int) BodyLimits.LARGEST + 1])
        .post("/api/probe/form")
        .then()
        .statusCode(413)
        .contentType(startsWith("application/problem+json"));
  }

  @Test
  void takesAnUpload() {
    given()
        .multiPart("file", "small.bin", new byte[5])
        .post("/api/probe/form")
        .then()
        .statusCode(200)
        .body(equalTo("5"));
  }

  @Test
  void namesTheFieldOfAFormWithACharacterThatNobodyCanKeep() {
    given()
        .header("Accept-Language", "en")
        .multiPart("file", "small.bin", new byte[5])
        .multiPart("note", "ab\u0000c")
        .post("/api/probe/form")
        .then()
        .statusCode(400)
        .contentType(startsWith("application/problem+json"))
        .body("errors.pointer", equalTo(List.of("note")))
        .body("errors[0].detail", containsString("number 3"));
  }

  private static ValidatableResponse problem(RequestSpecification request, int status) {
    return request
        .post("/api/probe")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .body("status", equalTo(status));
  }
}
