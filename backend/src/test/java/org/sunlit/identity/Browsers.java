package org.sunlit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.sunlit.testing.ContractFilter;

/** Browsers that sign in, hold their cookie and their token, and ask with them. */
final class Browsers {
  static final String COOKIE = "sunlit_refresh";
  static final String PASSWORD = "晴天 and long enough";
  static final String SESSIONS = "/api/v1/auth/sessions";
  static final String OFFICE =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  static final String PHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1";

  /** A session as the browser holds it. */
  record Held(String accessToken, String cookie, String id) {}

  private Browsers() {}

  static Held signIn(String account, String userAgent) {
    return signIn(account, PASSWORD, userAgent);
  }

  static Held signIn(String account, String password, String userAgent) {
    Response answer =
        contract()
            .header("User-Agent", userAgent)
            .contentType(ContentType.JSON)
            .body(Map.of("account", account, "password", password))
            .post("/api/v1/auth/login");
    answer.then().statusCode(200);
    String token = answer.path("accessToken");
    String id =
        contract()
            .header("Authorization", "Bearer " + token)
            .get(SESSIONS)
            .then()
            .body("findAll { it.current }", hasSize(1))
            .extract()
            .path("find { it.current }.id");
    return new Held(token, answer.getCookie(COOKIE), id);
  }

  static Response refresh(String cookie) {
    return contract().cookie(COOKIE, cookie).post("/api/v1/auth/refresh");
  }

  static Response me(Held held) {
    return as(held).get("/api/v1/auth/me");
  }

  static RequestSpecification as(Held held) {
    return contract().header("Authorization", "Bearer " + held.accessToken());
  }

  static RequestSpecification contract() {
    return given().filter(ContractFilter.both());
  }
}
