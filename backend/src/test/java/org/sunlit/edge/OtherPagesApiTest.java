package org.sunlit.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of other sites may read what is everybody's, and that is all. */
@QuarkusTest
class OtherPagesApiTest {
  private static final String ELSEWHERE = "https://elsewhere.example";
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  @Inject Operations operations;

  @Test
  void anyPageMayReadWhatIsEverybodysAndOnlyThat() {
    operations.all().stream()
        // The stream goes on; its preflight is looked at below.
        .filter(operation -> !operation.id().equals("streamBoardEvents"))
        .forEach(
            operation -> {
              Response answer = ask(operation);
              String allowed = answer.header(ALLOWED);
              if (operation.isPublicRead()) {
                assertEquals("*", allowed, operation.id());
              } else {
                assertNull(allowed, operation.id());
              }
              assertNull(answer.header("Access-Control-Allow-Credentials"), operation.id());
            });
  }

  @Test
  void browsersAreToldBeforehand() {
    operations
        .all()
        .forEach(
            operation -> {
              Response answer =
                  given()
                      .header("Origin", ELSEWHERE)
                      .header("Access-Control-Request-Method", operation.method())
                      .options(path(operation));
              assertEquals(204, answer.statusCode(), operation.id());
              assertEquals(
                  operation.isPublicRead() ? "*" : null, answer.header(ALLOWED), operation.id());
              assertNull(answer.header("Access-Control-Allow-Credentials"), operation.id());
            });
    given()
        .header("Origin", ELSEWHERE)
        .header("Access-Control-Request-Method", "GET")
        .header("Access-Control-Request-Headers", "authorization")
        .options("/api/v1/departments")
        .then()
        .header("Access-Control-Allow-Headers", not(containsString("uthorization")));
  }

  @Test
  void nobodyIsToldAnythingAboutAddressesThatAreNotTheContracts() {
    for (String path : new String[] {"/api/v1/nowhere", "/q/metrics", "/"}) {
      given().header("Origin", ELSEWHERE).get(path).then().header(ALLOWED, nullValue());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Origin, https://elsewhere.example",
    "Origin, null",
    "Origin, http://localhost:1",
    "Origin, http://localhost.elsewhere.example:8081",
    "Origin, not an origin"
  })
  void noOtherSiteMayUseTheCookie(String header, String value) {
    withTheCookie()
        .forEach(
            operation ->
                given()
                    .header(header, value)
                    .cookie("sunlit_refresh", "something")
                    .contentType("application/json")
                    .request(Method.valueOf(operation.method()), path(operation))
                    .then()
                    .statusCode(403)
                    .header("Set-Cookie", nullValue())
                    .body("type", is("urn:sunlit:problem:forbidden")));
  }

  @Test
  void ourOwnPagesAndProgramsMay() {
    assertTrue(withTheCookie().count() >= 4);
    String own = RestAssured.baseURI + ":" + RestAssured.port;
    given()
        .header("Origin", own)
        .header("Sec-Fetch-Site", "same-origin")
        .post("/api/v1/auth/logout")
        .then()
        .statusCode(204);
    given().post("/api/v1/auth/logout").then().statusCode(204);
  }

  private Stream<Operation> withTheCookie() {
    return operations.all().stream()
        .filter(operation -> operation.path().startsWith("/api/v1/auth/"))
        .filter(operation -> !operation.method().equals("GET"));
  }

  private static Response ask(Operation operation) {
    var request = given().header("Origin", ELSEWHERE).header("Sec-Fetch-Site", "cross-site");
    if (!operation.method().equals("GET")) {
      request.contentType("application/json").body("{}");
    }
    return request.request(Method.valueOf(operation.method()), path(operation));
  }

  static String path(Operation operation) {
    return operation.path().replaceAll("\\{[^}]*\\}", "1");
  }
}
