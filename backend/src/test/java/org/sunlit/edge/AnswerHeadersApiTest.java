package org.sunlit.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Method;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BehindAProxy.class)
class AnswerHeadersApiTest {
  @Inject Operations operations;

  @Test
  void everyOperationTellsTheBrowserToBeCareful() {
    assertTrue(operations.all().size() > 20);
    int[] host = {0};
    for (Operation operation : operations.all()) {
      if (operation.id().equals("streamBoardEvents")) {
        continue;
      }
      var request =
          given()
              .header(BehindAProxy.FROM, "198.18.0." + ++host[0] % 250)
              .header("X-Forwarded-Proto", "https");
      if (!operation.method().equals("GET")) {
        request.contentType("application/json").body("{}");
      }
      Response answer =
          request.request(Method.valueOf(operation.method()), OtherPagesApiTest.path(operation));
      String id = operation.id() + " " + answer.statusCode();
      assertEquals("nosniff", answer.header("X-Content-Type-Options"), id);
      assertEquals("max-age=31536000", answer.header("Strict-Transport-Security"), id);
      assertEquals(1, answer.headers().getValues("Cache-Control").size() <= 1 ? 1 : 0, id);
      if (operation.cost() != Cost.FREE) {
        assertNotNull(answer.header("Content-Security-Policy"), id);
        assertEquals("no-referrer", answer.header("Referrer-Policy"), id);
        assertEquals("DENY", answer.header("X-Frame-Options"), id);
      }
      if (!operation.isPublicRead()) {
        assertEquals("no-store", answer.header("Cache-Control"), id);
        assertEquals("same-origin", answer.header("Cross-Origin-Resource-Policy"), id);
      } else {
        assertEquals("cross-origin", answer.header("Cross-Origin-Resource-Policy"), id);
      }
    }
  }

  @Test
  void pagesToo() {
    given()
        .accept("text/html")
        .header("X-Forwarded-Proto", "https")
        .get("/")
        .then()
        .header("Strict-Transport-Security", is("max-age=31536000"))
        .header("Permissions-Policy", notNullValue())
        .header("Referrer-Policy", notNullValue())
        .header("Cross-Origin-Opener-Policy", is("same-origin"))
        .header("Cross-Origin-Resource-Policy", is("same-origin"));
  }
}
