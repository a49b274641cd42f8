package org.sunlit.identity.factor;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the secrets of authenticator apps (AES-256-GCM, the account's name bound to them) and
 * hashes codes (HMAC), under keys derived from a secret that is made at the first start and sealed
 * in the vault: reading the database gives nothing away.
 */
@ApplicationScoped
public class FactorKey {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String MAC = "HmacSHA256";

  private final SecretKeeper keeper;
  private final SecureRandom random = new SecureRandom();
  private volatile byte[] sealing;
  private volatile byte[] hashing;

  FactorKey(SecretKeeper keeper) {
    this.keeper = keeper;
  }

  void load(@Observes @Priority(10) StartupEvent start) {
    byte[] secret = keeper.secret().await().atMost(PATIENCE);
    sealing = mac(secret, "sunlit factor secrets v1");
    hashing = mac(secret, "sunlit factor codes v1");
  }

  /** A hash that only this city can make; equal codes of two accounts differ. */
  Buffer hash(String purpose, String account, String code) {
    return Buffer.buffer(mac(hashing, purpose + "\n" + account + "\n" + code));
  }

  Buffer seal(String account, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, account, nonce, secret);
    return Buffer.buffer(
        ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
  }

  byte[] open(String account, Buffer sealed) {
    byte[] bytes = sealed.getBytes();
    return crypt(
        Cipher.DECRYPT_MODE,
        account,
        Arrays.copyOf(bytes, NONCE_BYTES),
        Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length));
  }

  private byte[] crypt(int mode, String account, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(sealing, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(account.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A factor's secret can't be sealed or opened", failure);
    }
  }

  private static byte[] mac(byte[] key, String message) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible); // every Java platform has HMAC-SHA-256
    }
  }
}
