package org.sunlit.demo;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sunlit.platform.Deployment;
import org.sunlit.platform.PrivateFiles;

/**
 * Backup files of the invented investigators' keys, in the form of {@code
 * frontend/src/lib/sealing/keyring.ts}, given to whoever looks at the demonstration: they open with
 * its password alone.
 */
@ApplicationScoped
class DemoReportKeys {
  private static final String PATH = "/demo/report-keys/";
  private static final Pattern ACCOUNT = Pattern.compile("[a-z]+[0-9]+");
  private static final int BEFORE_PAGES = -50;
  private static final int MEMORY = 64 * 1024;
  private static final int PASSES = 3;
  private static final int LANES = 4;

  private final Deployment deployment;

  DemoReportKeys(Deployment deployment) {
    this.deployment = deployment;
  }

  void register(@Observes Router router) {
    if (deployment.demo()) {
      router.get(PATH + "*").order(BEFORE_PAGES).handler(this::send);
    }
  }

  private void send(RoutingContext http) {
    String account = http.normalizedPath().substring(PATH.length());
    if (!ACCOUNT.matcher(account).matches()) {
      http.response().setStatusCode(404).end();
      return;
    }
    http.response()
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store");
    http.vertx()
        .fileSystem()
        .readFile(file(account).toString())
        .onSuccess(http.response()::end)
        .onFailure(none -> http.response().setStatusCode(404).end());
  }

  private Path file(String account) {
    return deployment.dataFolder().resolve("demo-report-keys").resolve(account + ".json");
  }

  void write(String account, P256 pair, String passphrase) throws IOException {
    byte[] salt = SealedWords.random(16);
    byte[] nonce = SealedWords.random(12);
    byte[] key =
        Argon2Function.getInstance(MEMORY, PASSES, LANES, 32, Argon2.ID)
            .hash(passphrase.getBytes(StandardCharsets.UTF_8), salt)
            .getBytes();
    JsonObject backup =
        new JsonObject()
            .put("kind", "sunlit-report-key")
            .put("version", 1)
            .put("account", account)
            .put("publicKey", base64(pair.publicKey()))
            .put(
                "argon2id",
                new JsonObject()
                    .put("salt", base64(salt))
                    .put("memory", MEMORY)
                    .put("passes", PASSES)
                    .put("lanes", LANES))
            .put("sealed", base64(Hpke.join(nonce, sealed(key, nonce, pair))));
    Path file = file(account);
    Files.createDirectories(file.getParent());
    PrivateFiles.write(file, backup.encode());
  }

  private static byte[] sealed(byte[] key, byte[] nonce, P256 pair) {
    JsonObject jwk =
        new JsonObject()
            .put("kty", "EC")
            .put("crv", "P-256")
            .put("x", base64Url(pair.x()))
            .put("y", base64Url(pair.y()))
            .put("d", base64Url(pair.secret()));
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      return cipher.doFinal(jwk.encode().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
