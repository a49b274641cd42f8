package org.sunlit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.sunlit.identity.Browsers.PASSWORD;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Browsers.Held;
import org.sunlit.testing.ContractFilter;

@QuarkusTest
class PasskeyApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String KEYS = "/api/v1/auth/passkeys";

  @Inject Accounts accounts;

  private String supervisor;
  private Held held;
  private Authenticator device;

  @BeforeEach
  void signIn() {
    supervisor = "passkey.supervisor." + UUID.randomUUID();
    accounts
        .create(
            List.of(
                new StaffAccount(
                    supervisor,
                    "沈映川",
                    "Shen Yingchuan",
                    null,
                    null,
                    null,
                    null,
                    Set.of(Role.SUPERVISOR),
                    Set.of())),
            PASSWORD)
        .await()
        .atMost(PATIENCE);
    held = Browsers.signIn(supervisor, Browsers.OFFICE);
    device = new Authenticator("http://localhost:" + RestAssured.port, "localhost");
  }

  @Test
  void signsInWithAPasskeyAndNoPassword() {
    added(device).then().statusCode(200).body("recoveryCodes", hasSize(10));

    prove(device).then().statusCode(200).body("account.account", is(supervisor));
    prove(device).then().statusCode(200);
    post("/api/v1/auth/login", Map.of("account", supervisor, "password", PASSWORD))
        .then()
        .statusCode(401)
        .body("signIn.methods", is(List.of("recoveryCode", "passkey")));
  }

  @Test
  void takesAProofOnceAndForItsOwnChallengeOnly() {
    added(device).then().statusCode(200);
    Map<String, Object> proof = device.prove(challenge());
    post("/api/v1/auth/login/passkey", proof).then().statusCode(200);
    post("/api/v1/auth/login/passkey", proof).then().statusCode(401);
    post("/api/v1/auth/login/passkey", device.prove("bm90IG91cnM")).then().statusCode(401);
  }

  @Test
  void refusesWhoeverIsAtAnotherAddressOrHasProvedNothing() {
    added(device).then().statusCode(200);
    prove(device.at("https://sunlit.example.com", "localhost")).then().statusCode(401);
    Authenticator elsewhere =
        device.at("http://localhost:" + RestAssured.port, "sunlit.example.com");
    prove(elsewhere).then().statusCode(401);
    Authenticator stranger = new Authenticator("http://localhost:" + RestAssured.port, "localhost");
    prove(stranger).then().statusCode(401);
    device.asksNobody();
    prove(device).then().statusCode(401);
  }

  @Test
  void noticesACopyByItsCounterAndTellsTheOwner() {
    added(device).then().statusCode(200);
    device.winds(5);
    prove(device).then().statusCode(200);
    device.winds(-4);
    prove(device).then().statusCode(401).body("type", is("urn:sunlit:problem:wrong-passkey"));

    Browsers.as(held)
        .get("/api/v1/auth/factors")
        .then()
        .statusCode(200)
        .body("records.event", hasItem("passkeyCopied"));
  }

  @Test
  void listsRenamesAndRemoves() {
    String id = added(device).then().statusCode(200).extract().path("passkey.id");
    as(held).body(Map.of("name", "安全密钥")).put(KEYS + "/" + id).then().statusCode(204);
    Browsers.as(held)
        .get("/api/v1/auth/factors")
        .then()
        .body("passkeys.name", is(List.of("安全密钥")))
        .body("passkeys.id", is(List.of(id)));

    as(held)
        .body(Map.of("password", "a guess"))
        .post(KEYS + "/" + id + "/removal")
        .then()
        .statusCode(422);
    as(held)
        .body(Map.of("password", PASSWORD))
        .post(KEYS + "/" + id + "/removal")
        .then()
        .statusCode(204);
    prove(device).then().statusCode(401);
    post("/api/v1/auth/login", Map.of("account", supervisor, "password", PASSWORD))
        .then()
        .statusCode(200);
  }

  @Test
  void offersNothingUnderAnotherName() {
    given()
        .filter(ContractFilter.both())
        .header("Host", "127.0.0.1:" + RestAssured.port)
        .get("/api/v1/auth/options")
        .then()
        .statusCode(200)
        .body("passkeys", is(false));
    given()
        .filter(ContractFilter.both())
        .header("Host", "sunlit.example.com")
        .post("/api/v1/auth/login/passkey/challenge")
        .then()
        .statusCode(409);
  }

  private Response added(Authenticator authenticator) {
    String challenge =
        as(held)
            .body(Map.of("password", PASSWORD))
            .post(KEYS + "/challenge")
            .then()
            .statusCode(200)
            .body("rpId", is("localhost"))
            .extract()
            .path("challenge");
    Map<String, Object> made = authenticator.make(challenge);
    made.put("name", "办公室电脑");
    return as(held).body(made).post(KEYS);
  }

  private Response prove(Authenticator authenticator) {
    return post("/api/v1/auth/login/passkey", authenticator.prove(challenge()));
  }

  private static String challenge() {
    return Browsers.contract()
        .post("/api/v1/auth/login/passkey/challenge")
        .then()
        .statusCode(200)
        .extract()
        .path("challenge");
  }

  private static io.restassured.specification.RequestSpecification as(Held held) {
    return Browsers.as(held).contentType(ContentType.JSON);
  }

  private static Response post(String path, Map<String, ?> body) {
    return Browsers.contract().contentType(ContentType.JSON).body(body).post(path);
  }
}
