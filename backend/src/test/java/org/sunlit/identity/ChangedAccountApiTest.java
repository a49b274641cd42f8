package org.sunlit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a token when its account changes. */
@QuarkusTest
class ChangedAccountApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PASSWORD = "晴天 and long enough";

  @Inject Accounts accounts;
  @Inject Directory directory;
  @Inject Pool pool;

  private final String name = "changed." + UUID.randomUUID();
  private String token;

  @BeforeEach
  void signIn() {
    var clerk =
        new StaffAccount(
            name,
            "沈映川",
            "Shen Yingchuan",
            "窗口工作人员",
            "mar",
            "990100000000",
            null,
            Set.of(Role.WINDOW_CLERK),
            Set.of("window"));
    accounts.create(List.of(clerk), PASSWORD).await().atMost(PATIENCE);
    token =
        given()
            .contentType(ContentType.JSON)
            .body(Map.of("account", name, "password", PASSWORD))
            .post("/api/v1/auth/login")
            .then()
            .statusCode(200)
            .extract()
            .path("accessToken");
  }

  @Test
  void aRoleTakenAwayIsMissedByTheNextRequest() {
    listCases().statusCode(200);

    change("update account set roles = '{catalogueEditor}' where account = $1");
    directory.forget(name);

    listCases().statusCode(403);
  }

  @Test
  void aRoleGivenServesTheNextRequest() {
    change("update account set roles = '{administrator}' where account = $1");
    directory.forget(name);
    listCases().statusCode(403);

    change("update account set roles = '{reviewer}' where account = $1");
    directory.forget(name);

    listCases().statusCode(200);
  }

  @Test
  void aClosedAccountsTokenIsNobodys() {
    change("update account set disabled = true where account = $1");
    directory.forget(name);

    listCases().statusCode(401).body("type", is("urn:sunlit:problem:unauthenticated"));
  }

  @Test
  void aNodeThatDidNotMakeTheChangeHearsOfIt() throws InterruptedException {
    listCases().statusCode(200);

    change("update account set roles = '{catalogueEditor}' where account = $1");

    // As another node would: nobody here has called forget().
    long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (status() != 403 && System.nanoTime() < until) {
      Thread.sleep(20);
    }
    listCases().statusCode(403);
  }

  private int status() {
    return listCases().extract().statusCode();
  }

  private ValidatableResponse listCases() {
    return given().header("Authorization", "Bearer " + token).get("/api/v1/cases").then();
  }

  private void change(String statement) {
    pool.preparedQuery(statement).execute(Tuple.of(name)).await().atMost(PATIENCE);
  }
}
