package org.sunlit.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PagesTest {
  @ParameterizedTest
  @CsvSource({
    "/, 'id=\"root\"|Sunlit under test'",
    "/services/990101-x.1, 'id=\"root\"|Sunlit under test'",
    "/board/hall, 'board'",
    "/board, 'board'"
  })
  void answersAddressesThatOnlyTheBrowserKnows(String path, String anyOf) {
    String body =
        page(path).statusCode(200).contentType(startsWith("text/html")).extract().asString();
    assertTrue(
        Arrays.stream(anyOf.split("\\|"))
            .anyMatch(
                text -> body.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))),
        body);
  }

  @Test
  void answersNoPageForWhatIsNone() {
    page("/assets/gone-00000000.js").statusCode(404);
    given().accept("application/json").get("/services/x").then().statusCode(404);
    page("/api/v1/nowhere").statusCode(404).contentType(startsWith("application/problem+json"));
  }

  @Test
  void letsHashedFilesBeKeptAndPagesNot() {
    page("/assets/test-1a2b3c4d.js")
        .statusCode(200)
        .header("Cache-Control", equalTo("public, max-age=31536000, immutable"));
    page("/").header("Cache-Control", equalTo("no-cache"));
    page("/anything").header("Cache-Control", equalTo("no-cache"));
  }

  @Test
  void allowsNoForeignScripts() {
    page("/")
        .header("Content-Security-Policy", containsString("script-src 'self';"))
        .header("Content-Security-Policy", containsString("style-src 'self';"))
        .header("Content-Security-Policy", containsString("require-trusted-types-for 'script'"))
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Referrer-Policy", equalTo("strict-origin"));
    given().get("/api/v1/site").then().header("X-Content-Type-Options", equalTo("nosniff"));
  }

  @Test
  void letsTheDocumentationsLibraryHaveItsStylesAndNoOtherPage() {
    for (String path : new String[] {"/api-docs", "/api-docs/", "/api-docs.html"}) {
      page(path)
          .statusCode(200)
          .header("Content-Security-Policy", containsString("script-src 'self';"))
          .header("Content-Security-Policy", containsString("style-src 'self' 'unsafe-inline';"));
    }
    for (String path :
        new String[] {"/api-docs/x", "/api-docs;x", "/API-DOCS", "/staff/api-docs"}) {
      page(path)
          .header("Content-Security-Policy", not(containsString("unsafe-inline")))
          .header("Content-Security-Policy", containsString("require-trusted-types-for 'script'"));
    }
  }

  @Test
  void tellsWhoFindsAWeaknessWhomToWriteTo() {
    given()
        .get(SecurityTxt.PATH)
        .then()
        .statusCode(200)
        .contentType("text/plain;charset=utf-8")
        .body(containsString("Contact: mailto:security@example.org\n"))
        .body(matchesPattern("(?s).*\nExpires: \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\n.*"));
  }

  @Test
  void saysHowItIs() {
    given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_"));
    given().get("/q/openapi").then().statusCode(200).body(containsString("openapi: 3.0.3"));
  }

  private static ValidatableResponse page(String path) {
    return given().accept("text/html,application/xhtml+xml,*/*;q=0.8").get(path).then();
  }
}
