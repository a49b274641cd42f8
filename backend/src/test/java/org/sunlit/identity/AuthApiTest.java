package org.sunlit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SignedIn;

@QuarkusTest
class AuthApiTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String COOKIE = "sunlit_refresh";
  private static final String PASSWORD = "晴天 and long enough";

  @Inject Accounts accounts;
  @Inject TravellingClock clock;
  @Inject SessionLimits limits;
  @Inject Pool pool;

  @BeforeEach
  void createAnAccount() {
    var clerk =
        new StaffAccount(
            "auth.clerk",
            "沈映川",
            "Shen Yingchuan",
            "窗口首席代表",
            "mar",
            "990100000000",
            null,
            Set.of(Role.WINDOW_CLERK),
            Set.of("window"));
    accounts.create(List.of(clerk), PASSWORD).await().atMost(PATIENCE);
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  @Test
  void signsInAndSaysWhoItIs() {
    String token =
        signIn("auth.clerk", PASSWORD)
            .then()
            .statusCode(200)
            .body("account.roles", is(List.of("windowClerk")))
            .body("account.departmentCode", is("mar"))
            .extract()
            .path("accessToken");

    given()
        .filter(ContractFilter.both())
        .header("Authorization", "Bearer " + token)
        .get("/api/v1/auth/me")
        .then()
        .statusCode(200)
        .body("account", is("auth.clerk"))
        .body("posts", is(List.of("window")))
        .body("permissions", hasItems("cases.read", "cases.act"));
  }

  /** A hash that was made at another cost lets its owner in, and is made anew by that. */
  @Test
  void hashesAnewWhatWasHashedAtAnotherCost() {
    String earlier =
        "$argon2id$v=19$m=19456,t=2,p=1$S2RO9/dRU62pxliqyuN7xw$v48f7O9FQjVn6F1P4q1bQhKj0EwNPq71G1sECO9r28o";
    SignedIn.as("auth.renewed", "mar", Role.WINDOW_CLERK);
    pool.query(
            "update account set password_hash = '" + earlier + "' where account = 'auth.renewed'")
        .execute()
        .await()
        .atMost(PATIENCE);

    signIn("auth.renewed", "password").then().statusCode(401);
    assertEquals(earlier, hashOf("auth.renewed"), "somebody else's guess changes nothing");
    signIn("auth.renewed", "pässword").then().statusCode(200);
    assertFalse(Argon2id.isOfAnotherCost(hashOf("auth.renewed")));
    signIn("auth.renewed", "pässword").then().statusCode(200);
  }

  @Test
  void keepsTheRefreshTokenFromScriptsAndOtherSites() {
    signIn("auth.clerk", PASSWORD)
        .then()
        .header("Set-Cookie", containsStringIgnoringCase("HttpOnly"))
        .header("Set-Cookie", containsString("SameSite=Strict"))
        .header("Set-Cookie", containsString("Path=/api/v1/auth"));
  }

  @Test
  void answersAWrongPasswordAndAnUnknownAccountAlike() {
    String wrongPassword =
        signIn("auth.clerk", "no").then().statusCode(401).extract().body().asString();
    String unknownAccount =
        signIn("auth.nobody", "no").then().statusCode(401).extract().body().asString();

    assertEquals(wrongPassword, unknownAccount);
  }

  @Test
  void tradesARefreshTokenForTheNextAndEndsTheFamilyWhenOneIsUsedTwice() {
    String first = signIn("auth.clerk", PASSWORD).getCookie(COOKIE);

    Response refreshed = refresh(first);
    refreshed.then().statusCode(200).body("accessToken", notNullValue());
    String second = refreshed.getCookie(COOKIE);
    assertNotEquals(first, second);

    refresh(first).then().statusCode(401);
    refresh(second).then().statusCode(401);
  }

  @Test
  void endsASessionAfterItsLife() {
    String token = signIn("auth.clerk", PASSWORD).getCookie(COOKIE);

    clock.travelTo(clock.instant().plus(limits.life()));

    refresh(token).then().statusCode(401);
  }

  @Test
  void whatIsRefusedIsCountedByItsKindOfAddressAndNotByTheAddress() {
    for (String token : List.of("", "Bearer no token", "Bearer " + "a.b.c")) {
      given()
          .header("Authorization", token)
          .get("/api/v1/cases/SECRET-NUMBER-1/documents")
          .then()
          .statusCode(401)
          .body("type", containsString("unauthenticated"));
    }
    for (String path : List.of("/;x/api/v1/cases/SECRET-NUMBER-2", "/api/v1/SECRET-NUMBER-3%5C")) {
      given().urlEncodingEnabled(false).get(path).then().statusCode(greaterThanOrEqualTo(400));
    }
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("uri=\"/api/v1/cases/{caseNumber}/documents\""))
        .body(not(containsString("SECRET-NUMBER")));
  }

  @Test
  void signsOut() {
    String token = signIn("auth.clerk", PASSWORD).getCookie(COOKIE);

    given()
        .filter(ContractFilter.both())
        .cookie(COOKIE, token)
        .post("/api/v1/auth/logout")
        .then()
        .statusCode(204);

    refresh(token).then().statusCode(401);
  }

  @Test
  void refusesATokenThatSomebodyElseSigned() {
    String forged =
        signIn("auth.clerk", PASSWORD)
            .<String>path("accessToken")
            .replaceFirst("\\.[^.]*$", ".AAAA");

    given()
        .header("Authorization", "Bearer " + forged)
        .get("/api/v1/auth/me")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("detail", not(containsString("Exception")));
  }

  private static Response signIn(String account, String password) {
    return given()
        .filter(ContractFilter.both())
        .contentType(ContentType.JSON)
        .body(Map.of("account", account, "password", password))
        .post("/api/v1/auth/login");
  }

  private static Response refresh(String token) {
    return given().filter(ContractFilter.both()).cookie(COOKIE, token).post("/api/v1/auth/refresh");
  }

  private String hashOf(String account) {
    return pool.preparedQuery("select password_hash from account where account = $1")
        .execute(Tuple.of(account))
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getString("password_hash");
  }
}
