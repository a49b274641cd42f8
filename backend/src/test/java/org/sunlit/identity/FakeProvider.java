package org.sunlit.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A unified identity provider with keys of its own, which gives whatever token a test wants. */
public class FakeProvider implements QuarkusTestResourceLifecycleManager {
  static final String CLIENT = "sunlit-test";

  /** A code for an ID token with these claims: it holds them itself. */
  static String code(Map<String, Object> claims) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(new JsonObject(claims).toBuffer().getBytes());
  }

  private final Vertx vertx = Vertx.vertx();
  private HttpServer server;
  private RSAKey key;
  private RSAKey anotherKey;
  private String issuer;

  @Override
  public Map<String, String> start() {
    try {
      key = new RSAKeyGenerator(2048).keyID("one").generate();
      anotherKey = new RSAKeyGenerator(2048).keyID("one").generate();
      server =
          vertx
              .createHttpServer()
              .requestHandler(this::answer)
              .listen(0, "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .get(20, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
    issuer = "http://127.0.0.1:" + server.actualPort();
    Map<String, String> settings = new HashMap<>();
    settings.put("sunlit.identity.unified.issuer", issuer);
    settings.put("sunlit.identity.unified.client-id", CLIENT);
    settings.put("sunlit.identity.unified.client-secret", "a secret of the test");
    settings.put(
        "sunlit.identity.unified.redirect-uri",
        "http://localhost/api/v1/auth/unified-identity/callback");
    settings.put("sunlit.identity.unified.account-claim", "employee");
    return settings;
  }

  private void answer(HttpServerRequest request) {
    switch (request.path()) {
      case "/.well-known/openid-configuration" -> send(request, discovery());
      case "/keys" -> send(request, new JsonObject(new JWKSet(key.toPublicJWK()).toJSONObject()));
      case "/token" -> request.body().onSuccess(body -> token(request, body));
      default -> request.response().setStatusCode(404).end();
    }
  }

  private JsonObject discovery() {
    return new JsonObject()
        .put("issuer", issuer)
        .put("authorization_endpoint", issuer + "/authorize")
        .put("token_endpoint", issuer + "/token")
        .put("jwks_uri", issuer + "/keys")
        .put("response_types_supported", new JsonArray().add("code"))
        .put("subject_types_supported", new JsonArray().add("public"))
        .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256"));
  }

  private void token(HttpServerRequest request, Buffer body) {
    String form = body.toString();
    String code = form.replaceFirst("^(?:.*&)?code=([^&]*).*$", "$1");
    Map<String, Object> claims;
    try {
      claims = new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(code))).getMap();
    } catch (RuntimeException nobodysCode) {
      claims = Map.of();
    }
    if (claims.isEmpty() || !form.contains("code_verifier=")) {
      request.response().setStatusCode(400).end();
      return;
    }
    send(
        request,
        new JsonObject()
            .put("access_token", "not used")
            .put("token_type", "Bearer")
            .put("id_token", idToken(claims)));
  }

  private String idToken(Map<String, Object> wanted) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject("4711")
            .audience(CLIENT)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)));
    wanted.forEach(
        (name, value) -> {
          if (name.equals("exp")) {
            claims.expirationTime(Date.from(now.minusSeconds(3600)));
          } else if (!name.equals("another key")) {
            claims.claim(name, value);
          }
        });
    try {
      RSAKey signing = wanted.containsKey("another key") ? anotherKey : key;
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims.build());
      token.sign(new RSASSASigner(signing));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void send(HttpServerRequest request, JsonObject body) {
    request.response().putHeader("Content-Type", "application/json").end(body.encode());
  }

  @Override
  public void stop() {
    vertx.close();
  }
}
