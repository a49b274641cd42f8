package org.sunlit.casework;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashes tracking codes and compares them. A code has fifty bits, too few for a bare hash to
 * withstand somebody who holds the database alone, so it is an HMAC (RFC 2104) with a key; the case
 * number is part of it, so equal codes of two cases have different hashes (ADR 0030).
 */
@ApplicationScoped
class TrackingKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 32;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What a code is compared with when there is no such case, so that it takes as long. */
  private static final byte[] NOBODYS = new byte[32];

  private final Pool pool;
  private final Optional<String> configured;
  private volatile SecretKeySpec key;

  TrackingKey(
      Pool pool,
      @ConfigProperty(name = "sunlit.casework.tracking-key") Optional<String> configured) {
    this.pool = pool;
    this.configured = configured;
  }

  void load(@Observes @Priority(10) StartupEvent start) {
    byte[] secret = configured.map(TrackingKey::bytes).orElseGet(this::stored);
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  private static byte[] bytes(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < SHORTEST) {
      throw new IllegalStateException(
          "sunlit.casework.tracking-key needs at least " + SHORTEST + " bytes");
    }
    return bytes;
  }

  private byte[] stored() {
    return pool.query("select tracking_key from casework_key")
        .execute()
        .map(rows -> rows.iterator().next().getBuffer("tracking_key").getBytes())
        .await()
        .atMost(PATIENCE);
  }

  /** The hash of a case's code, as it is stored. */
  byte[] hash(String caseNumber, String code) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(caseNumber.getBytes(StandardCharsets.US_ASCII));
      mac.update((byte) ':');
      return mac.doFinal(code.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String hexHash(String caseNumber, String code) {
    return HexFormat.of().formatHex(hash(caseNumber, code));
  }

  /**
   * Whether two hashes are equal, in a time that doesn't tell where they differ; null is no hash.
   */
  static boolean equal(byte[] stored, byte[] asked) {
    boolean equal = MessageDigest.isEqual(stored == null ? NOBODYS : stored, asked);
    return stored != null && equal;
  }
}
