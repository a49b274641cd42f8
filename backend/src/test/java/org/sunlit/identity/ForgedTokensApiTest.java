package org.sunlit.identity;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.testing.Contract;
import org.sunlit.testing.Contract.ContractOperation;
import org.sunlit.testing.RawHttp;
import org.sunlit.testing.SignedIn;

/** Every forged token against every operation that isn't everybody's. */
@QuarkusTest
class ForgedTokensApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ALMIGHTY = "forged.almighty";
  private static final String CLOSED = "forged.closed";

  @Inject Accounts accounts;
  @Inject EndedSessions ended;
  @Inject Directory directory;
  @Inject Pool pool;

  private final UUID endedSession = UUID.randomUUID();

  @BeforeEach
  void createThoseWhoAreForged() {
    SignedIn.as(account(ALMIGHTY));
    SignedIn.as(account(CLOSED));
    pool.preparedQuery("update account set disabled = true where account = $1")
        .execute(Tuple.of(CLOSED))
        .await()
        .atMost(PATIENCE);
    directory.forget(CLOSED);
    ended.add(List.of(endedSession)).await().atMost(PATIENCE);
  }

  @Test
  void openNothing() throws IOException {
    Map<String, String> forged = ForgedTokens.of(ALMIGHTY, CLOSED, endedSession.toString(), now());
    List<ContractOperation> secured =
        Contract.operations().stream().filter(operation -> !operation.isPublic()).toList();
    List<String> opened = new ArrayList<>();

    for (ContractOperation operation : secured) {
      for (Map.Entry<String, String> each : forged.entrySet()) {
        String answer = send(operation, each.getValue());
        if (!answer.startsWith("HTTP/1.1 401 ") || !answer.contains("unauthenticated")) {
          opened.add(operation + " with " + each.getKey() + ": " + answer.lines().findFirst());
        }
      }
    }

    System.out.printf(
        "%d forged tokens, %d secured operations, %d of %d requests let through%n",
        forged.size(), secured.size(), opened.size(), forged.size() * secured.size());
    assertTrue(forged.size() >= 40 && !secured.isEmpty(), "nothing was tried");
    assertEquals(List.of(), opened);
  }

  /** Or the table above would prove nothing: the forger's work is right but for the one flaw. */
  @Test
  void theSameTokenWithoutAFlawIsGood() {
    given()
        .header("Authorization", "Bearer " + ForgedTokens.genuineOf(ALMIGHTY, now()))
        .get("/api/v1/auth/me")
        .then()
        .statusCode(200);
  }

  @Test
  void goodTokensAreTakenFromTheHeaderOnly() {
    String good = ForgedTokens.genuineOf(ALMIGHTY, now());
    List<RequestSpecification> elsewhere =
        List.of(
            given().queryParam("access_token", good),
            given().queryParam("token", good),
            given().cookie("Bearer", good),
            given().cookie("access_token", good),
            given().header("X-Authorization", "Bearer " + good),
            given().header("Authorization", good),
            given().header("Authorization", "Basic " + good),
            given().header("Authorization", "Token " + good),
            given().header("Authorization", "Bearer"),
            given().header("Authorization", "Bearer " + good + " " + good));

    for (RequestSpecification request : elsewhere) {
      assertEquals(401, request.get("/api/v1/auth/me").statusCode());
    }
  }

  /** By hand: it is done many thousand times. */
  private static String send(ContractOperation operation, String token) throws IOException {
    try (RawHttp http = new RawHttp(RestAssured.port)) {
      http.ask(
          operation.method(),
          operation.path(),
          "Authorization: Bearer " + token,
          "Content-Type: " + operation.contentType().orElse("application/json"),
          "Content-Length: 0",
          "Connection: close");
      return http.answer();
    }
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private static StaffAccount account(String name) {
    return new StaffAccount(
        name,
        "全能",
        "Almighty",
        null,
        "tst",
        null,
        null,
        Set.copyOf(
            EnumSet.complementOf(EnumSet.of(Role.FULL_PROCESS_AGENT))) /* goes with no other */,
        Set.of());
  }
}
