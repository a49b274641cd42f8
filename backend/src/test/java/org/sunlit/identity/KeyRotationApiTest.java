package org.sunlit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.TokenKeyFiles;
import org.sunlit.platform.TravellingClock;

/** The drill: the signing key is changed while people work, and none of them notices. */
@QuarkusTest
class KeyRotationApiTest {
  private static final String PASSWORD = "晴天 and long enough";

  @Inject Accounts accounts;
  @Inject TokenKeys keys;
  @Inject TravellingClock clock;

  @ConfigProperty(name = "sunlit.identity.token-keys")
  Path folder;

  @AfterEach
  void returnToTheFirstKey() throws IOException {
    clock.returnToNow();
    for (TokenKeyFiles.KeyFile file : TokenKeyFiles.in(folder)) {
      Files.delete(file.path());
    }
    keys.look();
  }

  @Test
  void rotatesWhileSessionsGoOnAndRefusesTheOldKeyAfterwards() throws IOException {
    Response signedIn = signIn();
    String before = signedIn.path("accessToken");
    String first = keyId(before);
    TokenKey old = keys.signer();
    assertEquals(old.id(), first);

    Instant from = clock.instant().plus(Duration.ofMinutes(2));
    TokenKeyFiles.rotate(folder, from, clock);
    keys.look();
    jwks().then().body("keys", hasSize(2)).body("keys.kid", hasItem(first));
    assertEquals(first, keyId(signIn().path("accessToken")), "announced, not yet used");

    clock.travelTo(from.plusSeconds(1));
    me(before).then().statusCode(200);
    Response refreshed = refresh(signedIn);
    String after = refreshed.path("accessToken");
    assertNotEquals(first, keyId(after));
    me(after).then().statusCode(200);
    me(before).then().statusCode(200);

    clock.travelTo(from.plus(KeyRing.OVERLAP).plusSeconds(1));
    keys.look();
    String second = keyId(after);
    jwks().then().body("keys.kid", contains(second)).body("keys.kid", not(hasItem(first)));
    me(signed(old, first)).then().statusCode(401);
    me(signed(old, second)).then().statusCode(401);
    me(signed(keys.signer(), second)).then().statusCode(200);
    me(refresh(refreshed).path("accessToken")).then().statusCode(200);
  }

  @Test
  void publishesNothingPrivate() {
    jwks()
        .then()
        .statusCode(200)
        .contentType("application/jwk-set+json")
        .body("keys.d", everyItem(nullValue()))
        .body("keys.alg", everyItem(is("ES256")))
        .body("keys.use", everyItem(is("sig")));
  }

  @Test
  void goesOnWithTheKeysItKnowsWhenAFileIsNone() throws IOException {
    Path broken = folder.resolve("token-key-20200101T000000Z.pem");
    Files.createDirectories(folder);
    Files.writeString(broken, "no key");
    keys.look();
    me(signIn().path("accessToken")).then().statusCode(200);
  }

  /** A token as good as Sunlit's own, but for who signed it. */
  private String signed(TokenKey key, String keyId) {
    Instant now = Instant.now();
    return Jwt.issuer("sunlit")
        .audience("sunlit-api")
        .subject("rotation.clerk")
        .issuedAt(now)
        .expiresAt(now.plusSeconds(600))
        .claim(AccessTokens.SESSION, UUID.randomUUID().toString())
        .jws()
        .header("typ", TokenForm.TYPE)
        .keyId(keyId)
        .sign(key.signing());
  }

  private Response signIn() {
    var account =
        new StaffAccount(
            "rotation.clerk",
            "沈映川",
            null,
            null,
            null,
            null,
            null,
            Set.of(Role.WINDOW_CLERK),
            Set.of());
    accounts.create(List.of(account), PASSWORD).await().atMost(Duration.ofSeconds(30));
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("account", "rotation.clerk", "password", PASSWORD))
        .post("/api/v1/auth/login")
        .then()
        .statusCode(200)
        .extract()
        .response();
  }

  private static Response refresh(Response session) {
    return given()
        .cookie("sunlit_refresh", session.cookie("sunlit_refresh"))
        .post("/api/v1/auth/refresh")
        .then()
        .statusCode(200)
        .extract()
        .response();
  }

  private static Response me(String token) {
    return given().header("Authorization", "Bearer " + token).get("/api/v1/auth/me");
  }

  private static Response jwks() {
    return given().get(TokenKeys.PATH);
  }

  private static String keyId(String token) {
    String header = token.substring(0, token.indexOf('.'));
    return new io.vertx.core.json.JsonObject(
            new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
        .getString("kid");
  }
}
