package org.sunlit.demo;

import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sunlit.report.SealedMessage;

/**
 * Seals what invented people write, just as {@code frontend/src/lib/sealing} does for real ones.
 */
public final class SealedWords {
  private static final byte[] INFO = "Sunlit sealed report 1".getBytes(StandardCharsets.US_ASCII);
  private static final int LEAST = 1024;
  private static final int NONCE = 12;
  private static final byte REPORTER = 0;
  private static final byte OFFICE = 1;

  private SealedWords() {}

  /**
   * A message.
   *
   * @param reporter the reporter's public key
   * @param sender the reporter's own key pair, or a recipient's
   * @param recipients public keys of those who may read
   */
  public static SealedMessage seal(
      JsonObject words, int number, byte[] reporter, P256 sender, Map<UUID, byte[]> recipients) {
    boolean byReporter = MessageDigest.isEqual(reporter, sender.publicKey());
    byte[] context =
        Hpke.join(
            reporter,
            ByteBuffer.allocate(Integer.BYTES).putInt(number).array(),
            new byte[] {byReporter ? REPORTER : OFFICE});
    byte[] key = random(32);
    byte[] nonce = random(NONCE);
    byte[] body = Hpke.join(nonce, encrypted(key, nonce, context, filled(words)));
    byte[] bound = Hpke.join(context, sha256(body));
    Hpke hpke = Hpke.aes256();
    return new SealedMessage(
        body,
        hpke.seal(reporter, sender, INFO, bound, key),
        recipients.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    each -> hpke.seal(each.getValue(), sender, INFO, bound, key))));
  }

  /** Length, text and nothing until the next step. */
  private static byte[] filled(JsonObject words) {
    byte[] text = words.encode().getBytes(StandardCharsets.UTF_8);
    int step = LEAST;
    while (step < text.length + Integer.BYTES) {
      step *= 2;
    }
    return ByteBuffer.allocate(step).putInt(text.length).put(text).array();
  }

  private static byte[] encrypted(byte[] key, byte[] nonce, byte[] aad, byte[] plain) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      cipher.updateAAD(aad);
      return cipher.doFinal(plain);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
